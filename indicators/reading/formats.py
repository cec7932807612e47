"""Number formats of spreadsheets: what a cell shows of the number, date or share that it holds.

Only what changes the meaning is followed: percent signs, words around the number (`0"人"`), and
which parts of a date are shown. Digits are never dropped: a cell that holds 0.925 and shows 93%
reads 92.5%.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

GENERAL = "General"

BUILT_IN: Mapping[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-m-d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-m-d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: 'AM/PM h"时"mm"分"',
    35: 'AM/PM h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: 'AM/PM h"时"mm"分"',
    56: 'AM/PM h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""Formats that a file names by number only (ECMA-376 part 1, 18.8.30, with the Chinese ones)."""

MAX_FORMAT = 255
"""Characters of a format, as spreadsheets allow; a longer one is passed over."""

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_SHOWN_AS_IS = "¥￥$€%‰年月日时分秒"
_HELD = "\ue000"
_NUMBER = re.compile(r"[#0?][#0?.,/ ]*(?:[Ee][+-]?[0#?]+)?")
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+|[ap]m?/[ap]m?|e+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    """What a format adds to a number: words before and behind it, and whether it is a share.

    `date` has the parts of a date that are shown (`y`, `m`, `d`, `h`), in no order.
    """

    before: str = ""
    behind: str = ""
    is_percent: bool = False
    date: frozenset[str] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether the number is shown as it is."""
        return not (self.before or self.behind or self.is_percent or self.date)


PLAIN = Format()


@lru_cache(maxsize=1024)
def read_format(code: str) -> Format:
    """What a format code does; one that is not understood shows the number as it is."""
    section = _first_section(code) if len(code) <= MAX_FORMAT else ""
    if section in ("", GENERAL, "@"):
        return PLAIN
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        text = next((group for group in match.groups() if group is not None), "")
        held.append(text)
        return _HELD if text else ""

    bare = _LITERAL.sub(hold, section)
    words = iter([text for text in held if text])
    number = _NUMBER.search(bare)
    if number is None:
        return Format(date=_date_parts(bare))
    before, behind = bare[: number.start()], bare[number.end() :]
    # A quoted percent sign is printed, and multiplies nothing: 0"%" shows 92 as 92%.
    is_percent = "%" in before or "%" in behind
    before, behind = [_words(part.replace("%", ""), words) for part in (before, behind)]
    return Format(before.strip(), behind.strip(), is_percent)


def _first_section(code: str) -> str:
    """The part for positive numbers, up to the first semicolon outside of quotes."""
    quoted = False
    for at, character in enumerate(code):
        if character == '"':
            quoted = not quoted
        elif character == ";" and not quoted and code[at - 1 : at] != "\\":
            return code[:at]
    return code


def _words(part: str, held: Iterator[str]) -> str:
    """The characters of a format that are shown beside the number."""
    return "".join(
        next(held) if character == _HELD else character
        for character in part
        if character == _HELD or character in _SHOWN_AS_IS
    )


def _date_parts(bare: str) -> frozenset[str]:
    """Which parts of a date the format shows; `m` beside hours or seconds are minutes."""
    found = [match[0][0].lower() for match in _DATE_PART.finditer(bare)]
    parts: set[str] = set()
    for at, letter in enumerate(found):
        before, behind = found[at - 1 : at], found[at + 1 : at + 2]
        if letter == "m" and (before in (["h"], ["a"]) or behind == ["s"]):
            parts.add("h")
        else:
            parts.add({"e": "y", "s": "h", "a": "h"}.get(letter, letter))
    return frozenset(parts)


def number_text(value: float) -> str:
    """A number with the 15 digits that spreadsheets keep: what shows of 0.1+0.2 is 0.3."""
    return format(value, ".15g") if abs(value) < 1e15 else format(value, ".0f")


def shown_number(value: float, shape: Format) -> str:
    """A number as the cell shows it, with all its digits: `0.92` as a share is `92%`."""
    if shape.is_percent:
        return f"{shape.before}{number_text(float(format(value * 100, '.13g')))}%{shape.behind}"
    return f"{shape.before}{number_text(value)}{shape.behind}"


def shown_date(value: dt.datetime | dt.date | dt.time, shape: Format) -> str:
    """A date as the cell shows it: in full as `2019-12-31`, else what the format shows of it."""
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    parts = shape.date - {"h"}
    if parts == {"y", "m"}:
        return f"{value.year}年{value.month}月"
    if parts == {"m", "d"}:
        return f"{value.month}月{value.day}日"
    if parts == {"y"}:
        return f"{value.year}年"
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return value.isoformat(" ", "minutes")
    return f"{value.year:04}-{value.month:02}-{value.day:02}"
