"""The words, in both languages, for the codes of the normal forms that people get to see."""

from decimal import Decimal

from indicators.errors import Words
from indicators.model import Direction, Kind, Severity

KINDS = {
    Kind.QUANTITATIVE: Words("定量", "quantitative"),
    Kind.DEADLINE: Words("期限", "deadline"),
    Kind.SCHEDULE: Words("频次", "schedule"),
    Kind.REFERENCE: Words("依据", "reference"),
    Kind.QUALITATIVE: Words("定性", "qualitative"),
    Kind.NOT_APPLICABLE: Words("不适用", "not applicable"),
}

DIRECTIONS = {
    Direction.HIGHER: Words("越高越好", "higher is better"),
    Direction.LOWER: Words("越低越好", "lower is better"),
    Direction.EXACT: Words("等于为好", "exact"),
}

EARLIER = Words("越早越好", "earlier is better")
"""What `lower` means for a deadline."""

READING = Words("读取文件", "reading files")
SCORING = Words("计分", "scoring")
RECHECKING = Words("复核", "re-checking")
"""Work that may take a while, as its progress is told."""

NONE = "—"
"""Stands where a form has a cell and there is nothing to say."""


def amount(number: Decimal | None, unit: str = "") -> str:
    """An amount of money with two decimal places or more: `1,527.74万元`, `127.624万元`."""
    if number is None:
        return NONE
    places = -int(number.normalize().as_tuple().exponent)
    return f"{number:,.{max(places, 2)}f}{unit}"


SEVERITIES = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("注意", "warning"),
    Severity.INFO: Words("提示", "note"),
}
