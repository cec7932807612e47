"""What a word, a unit, a factor or a day of the lexicon's YAML files may be."""

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from indicators.rulefile import fault


def _one_character(text: str) -> str:
    if len(text) != 1:
        raise fault("应为恰好一个字符", "exactly one character is due")
    return text


_FACTOR = re.compile(r"\d{1,16}(?:\.\d{1,16})?(?:/\d{1,16}|[eE][+-]?\d{1,2})?")
"""What a factor may look like: no unit is 10^400 of another, and such numbers exhaust memory."""


def _factor(value: Any) -> str:
    try:
        is_positive = _FACTOR.fullmatch(str(value)) is not None and Fraction(str(value)) > 0
    except (ValueError, ZeroDivisionError):
        is_positive = False
    if not is_positive:
        raise fault(
            "应为位数不太多的正数，如 10000 或 2000/3",
            "a positive number of not too many digits is due: 10000 or 2000/3",
        )
    return str(value)


def _seen(text: str) -> str:
    if not text.strip():
        raise fault("应有看得见的字", "something that can be seen is due")
    return text


def _day(text: str) -> str:
    try:
        date(2000, int(text[:2]), int(text[3:]))  # a leap year: it has all days there are
    except ValueError as error:
        raise fault("没有这一天", "there is no such day") from error
    return text


def _unit_name(text: str) -> str:
    if text[0].isdigit():
        raise fault("应为单位的名称，不能以数字开头", "the name of a unit is due, not a number")
    return text


Character = Annotated[str, AfterValidator(_one_character)]
Factor = Annotated[str, BeforeValidator(_factor)]
Word = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_seen)]
UnitName = Annotated[Word, AfterValidator(_unit_name)]
MonthDay = Annotated[str, Field(pattern=r"^[01]\d-[0-3]\d$"), AfterValidator(_day)]
Month = Annotated[int, Field(ge=1, le=12)]
DayOfMonth = Annotated[int, Field(ge=0, le=28)]
"""A day that every month has; 0 is its last."""
Year = Annotated[int, Field(ge=1900, le=2200)]
Nature = Annotated[str, Field(pattern=r"^(>=|>|=|<=|<|~~|qualitative|)$")]
Means = Annotated[str, Field(pattern=r"^(>=|>|=|<=|<|~|~~)$")]
