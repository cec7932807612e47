"""Compares words as people see them: width, white space and look-alike radicals do not count; and
finds the known word that a wrong one looks like.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from indicators.errors import Words

_SPACE = re.compile(r"\s+")
_LIST_MARK = re.compile(
    r"^(?:\([0-9一二三四五六七八九十]{1,2}\)|[0-9一二三四五六七八九十]{1,2}[、.)](?![0-9]))+"
)
_NO_WORD = re.compile(r"(?:(?!(?<=[0-9])\.(?=[0-9]))[\W_])+")
_MAX_REMEMBERED = 4096


@lru_cache(maxsize=_MAX_REMEMBERED)
def folded(text: str) -> str:
    """The text in one spelling, for comparing only: `（ 2019 年度）` → `(2019年度)`.

    The result may be shorter or longer than the text (`…` becomes `...`), so places and quotations
    are always taken from the original.
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=_MAX_REMEMBERED)
def label_key(text: str) -> str:
    """The spelling under which a label is looked up: folded, without its closing colon."""
    return folded(text).rstrip(":")


def plain_words(text: str) -> str:
    """Only the letters and numbers of a text, in one spelling and without the mark of a list before
    them: `（1）聘用 保安≥100人；` → `聘用保安100人`.
    """
    return _NO_WORD.sub("", _LIST_MARK.sub("", folded(text))).lower()


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.5) -> str | None:
    """The known word that looks most like `word`, if any is so much like it (1: the same)."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only wrong words need it

    found = get_close_matches(word, list(known), n=1, cutoff=likeness)
    return found[0] if found else None


def perhaps(near: str | None) -> Words:
    """A question to put behind a wrong word: was `near` meant? Nothing where nothing is near."""
    if near is None:
        return Words("", "")
    return Words(f"（是不是“{near}”？）", f" (did you mean '{near}'?)")
