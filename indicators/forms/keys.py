"""The spellings under which headings and labels of forms are looked up."""

import re
from functools import lru_cache

from indicators.spelling import label_key

_BRACKET = re.compile(r"\([^()]*\)$")
_MAX_REMEMBERED = 4096
"""The same headings come again in every form of a file."""

_MONTHS = re.compile(r"^(?:[0-9]{1,2}[-~—–至到]+)?[0-9]{1,2}月(?:份|底)?")
_USUAL_MONTHS = "1-7月"
_YEAR = re.compile(r"^20[0-9]{2}年度?(?=..)")


def without_year(key: str) -> tuple[str, str]:
    """The heading 2022年目标值 as 年度目标值, and as 目标值."""
    rest = without_brackets(_YEAR.sub("", key))
    return f"年度{rest}", rest


@lru_cache(maxsize=_MAX_REMEMBERED)
def heading_key(text: str) -> str:
    """The spelling of a heading, by which it is looked up: any months count as the usual ones."""
    return _MONTHS.sub(_USUAL_MONTHS, label_key(text))


@lru_cache(maxsize=_MAX_REMEMBERED)
def without_brackets(key: str) -> str:
    """The heading without what stands in brackets behind it."""
    while (shorter := _BRACKET.sub("", key)) != key:
        key = shorter
    return key


def without_note(key: str) -> str:
    """The label without what it asks for beside its value (盖章, 签字); a unit of money stays."""
    return key if "元" in key else without_brackets(key)


def begins_with_year(key: str) -> bool:
    """Whether a heading begins with a year, and says something of it: 2022年目标值."""
    return _YEAR.match(key) is not None
