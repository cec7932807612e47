"""Whether so many were done in each period, or in the whole year: 2次, and 24次, for 每月2次."""

from decimal import Decimal

from indicators.errors import Words
from indicators.model import plain

_CLEAR = 3
"""A number of each period is so many times nearer to its promise than one of the year."""

_MOST = 2
"""More than one part in so many of what a year asks for is no number of one period."""

UNCLEAR = Words(
    "看不出是全年一共的数，还是每个时段的数；请写明，如“每月2次”或“全年24次”",
    "it may be of the whole year or of each period; write which, as 每月2次 or 全年24次",
)


def is_of_year(done: Decimal, due: Decimal, times: int, *, dated: bool = False) -> bool | None:
    """Whether `done` is of the year, where `due` was promised `times` a year; None: who knows.
    `dated`: a stretch of the year is named beside it (上半年1次), so it is no period's.

    The very number that was promised is said of each period. Else the reading is meant in which
    `done` lies nearer to the promise: 11 is of the year where 1次/月 was promised, 3 of a month
    where 2次/月 was.
    """
    if dated and times > 1:
        return True
    if times == 1 or done == due:
        return False
    if not done or not due or done * _MOST > due * times:
        return True
    far, left = max(done / due, due / done), due * times / done
    if far * _CLEAR <= left:
        return False
    return True if left <= far else None


def of_year(done: Decimal, due: Decimal, times: int, per: str, unit: str) -> Words:
    """What to say of a number that was taken for that of the whole year."""
    said, whole = f"{plain(done)}{unit}", f"{plain(due * times)}{unit}"
    return Words(
        f"按全年一共 {said} 计（目标折合全年 {whole}）；如果说的是每{per}的数，请写明。",
        f"taken for {said} in the whole year, in which {whole} were promised; say so if it is of "
        "each period.",
    )


def of_each(done: Decimal, per: str, unit: str) -> Words:
    """What to say of a number that was taken for that of each period."""
    said = f"{plain(done)}{unit}"
    return Words(
        f"按每{per} {said} 计；如果说的是全年一共的数，请写明。",
        f"taken for {said} in each period; say so if it is of the whole year.",
    )


def in_part(text: str) -> Words:
    """What to say of so many a period in a part of the year."""
    return Words(
        f"“{text}”说的是一年里的一段时间，只按这段时间计次数；请填全年的。",
        f"'{text}' is of a part of the year; only what was done in it counts. Enter "
        "that of the whole year.",
    )
