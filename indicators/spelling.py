"""Compares labels as people see them: width, white space and look-alike radicals do not count."""

import re
import unicodedata
from functools import lru_cache

_SPACE = re.compile(r"\s+")
_MAX_REMEMBERED = 4096


@lru_cache(maxsize=_MAX_REMEMBERED)
def folded(text: str) -> str:
    """The text in one spelling, for comparing only: `（ 2019 年度）` → `(2019年度)`.

    The result may be shorter or longer than the text (`…` becomes `...`), so places and quotations
    are always taken from the original.
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def label_key(text: str) -> str:
    """The spelling under which a label is looked up: folded, without its closing colon."""
    return folded(text).rstrip(":")
