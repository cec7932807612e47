"""Number formats of spreadsheets: what a cell shows of the number, date or share that it holds.

What changes the meaning is followed: percent signs, words around the number (`0"人"`), scaling
(`0!.0,"万元"` shows 1200000 as 120.0万元), how numbers below zero are shown, and which parts of a
date. Digits are never dropped: a cell that holds 0.925 and shows 93% reads 92.5%.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

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
"""Characters of a format, as spreadsheets allow; a longer one is not understood."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|(?:\\!(?=\.)|[\\!])(?P<escaped>.)|[_*].'
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<condition>[<>=]+-?[0-9.]+)\]"
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]"
    r"|(?P<any>General|G/通用格式|@)|(?P<exponent>e[+-])|(?P<clock>am/pm|a/p|上午/下午)"
    r"|(?P<digit>[#0?])|(?P<mark>.)",
    re.DOTALL | re.IGNORECASE,
)
_LITERAL = ("quoted", "escaped", "currency")
_DATE_LETTERS = frozenset("ymdhsegba")
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+|[ap]m?/[ap]m?|e+", re.IGNORECASE)

_SHOWN = re.compile(
    r"(?P<whole>[0 ,]*?)(?:D(?P<moved>[0 ]+))?(?P<thousands>,*)(?:\.[0 ]*(?P<more>,*))?(?:E0+)?"
)
"""The places of a number: `D` is a point that is printed among them, and `0` any digit."""

_FRACTION = re.compile(r"[0 ,]+/[0-9 ]+")
_SIGN = str.maketrans("", "", "-()+ ")
_CONDITION = re.compile(r"([<>=]+)(.+)")


@dataclass(frozen=True, slots=True)
class Format:
    """What a format does with a number: words before and behind it, and how it is scaled.

    `power` is the power of ten that the number is multiplied by: 2 for a share, -3 for thousands.
    `date` has the parts of a date that are shown (`y`, `m`, `d`, `h`), in no order. `hides` says
    that the words stand in place of the number, `drops_sign` that a minus is not printed.
    `condition` (`<0`) tells what the section is for; `others` are the sections behind the first.
    `code` is the format as written, `is_unread` that it is not understood.
    """

    before: str = ""
    behind: str = ""
    power: int = 0
    date: frozenset[str] = frozenset()
    hides: bool = False
    drops_sign: bool = False
    condition: str = ""
    others: "tuple[Format, ...]" = ()
    code: str = ""
    is_unread: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether every number is shown as it is."""
        own = self.before or self.behind or self.power or self.date or self.hides or self.is_unread
        return not own and all(other.is_plain for other in self.others)

    def section(self, value: float) -> "Format":
        """The section that shows this number."""
        if not self.others:
            return self
        every = (self, *self.others)
        return next((each for each in every if _holds(each.condition, value)), self)


PLAIN = Format()


class _Token(NamedTuple):
    """A piece of a format: what it is, and its characters."""

    kind: str
    text: str

    @property
    def letter(self) -> str:
        """The letter that is a code of its own, if it is one."""
        is_one = self.kind == "mark" and self.text.isascii() and self.text.isalpha()
        return self.text.lower() if is_one else ""


@lru_cache(maxsize=1024)
def read_format(code: str) -> Format:
    """What a format code does; one that is not understood shows the number as it is."""
    if code in ("", GENERAL, "@"):
        return PLAIN
    if len(code) > MAX_FORMAT:
        return Format(code=f"{code[:MAX_FORMAT]}…", is_unread=True)
    parts = _sections(code)[:3]
    read = [_section(part) for part in parts]
    sections = [section for section in read if section is not None]
    if len(sections) < len(read) or not parts[0]:
        return Format(code=code, is_unread=True)
    first, *others = sections
    if not others:
        return replace(first, condition="", code=code)
    usual = (">=0", "<0") if len(others) == 1 else (">0", "<0", "")
    conditions = [section.condition or usual[at] for at, section in enumerate(sections)]
    if first.condition:
        conditions[-1] = others[-1].condition  # the last section is for all other numbers
    told = [
        replace(_beside(first, s), condition=c) for s, c in zip(others, conditions[1:], strict=True)
    ]
    return replace(first, condition=conditions[0], others=tuple(told), code=code)


def _sections(code: str) -> list[list[_Token]]:
    """The sections of a format, which semicolons divide."""
    sections: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup
        if kind == "mark" and match[0] == ";":
            sections.append([])
        elif kind:
            sections[-1].append(_Token("words" if kind in _LITERAL else kind, match[kind]))
    return sections


def _section(tokens: Sequence[_Token]) -> Format | None:
    """What a section does; None if it is not understood."""
    condition = "".join(token.text for token in tokens if token.kind == "condition")
    tokens = [token for token in tokens if token.kind != "condition"]
    letters = {token.letter for token in tokens} - {""}
    if letters or any(token.kind in ("elapsed", "clock") for token in tokens):
        is_date = letters <= _DATE_LETTERS and all(token.kind != "any" for token in tokens)
        return Format(date=_date_parts(tokens), condition=condition) if is_date else None
    places = [at for at, token in enumerate(tokens) if token.kind in ("digit", "any")]
    if not places:
        return Format(_words(tokens), hides=True, condition=condition)
    start, end = places[0], places[-1] + 1
    while end < len(tokens) and tokens[end].kind == "mark" and tokens[end].text in ",./123456789":
        end += 1
    power = _power(tokens[start:end])
    around = [*tokens[:start], *tokens[end:]]
    if power is None or any(t.kind == "exponent" or _is_digit(t) for t in around):
        return None
    # A quoted percent sign is printed, and multiplies nothing: 0"%" shows 92 as 92%.
    power += 2 * around.count(_Token("mark", "%"))
    return Format(_words(tokens[:start]), _words(tokens[end:]), power, condition=condition)


def _is_digit(token: _Token) -> bool:
    return token.kind == "mark" and token.text.isdecimal()


def _power(tokens: Sequence[_Token]) -> int | None:
    """The power of ten by which the places of a number scale it; None if they do more than that.

    Each comma behind the last place divides by a thousand; a point that is only printed, by ten
    for each place behind it.
    """
    kinds = {"digit": "0", "any": "G", "exponent": "E"}
    shown = "".join(
        {".": "D", ",": "", " ": ""}.get(text, "X") if kind == "words" else kinds.get(kind, text)
        for kind, text in tokens
    )
    if shown == "G" or _FRACTION.fullmatch(shown):
        return 0
    match = _SHOWN.fullmatch(shown)
    if match is None or (match["moved"] and "." in shown):
        return None
    commas = len(match["thousands"]) + len(match["more"] or "")
    return -3 * commas - (match["moved"] or "").count("0")


def _words(tokens: Sequence[_Token]) -> str:
    """The characters that are printed beside the number."""
    return "".join(token.text for token in tokens).strip()


def _beside(first: Format, section: Format) -> Format:
    """A later section beside the first: a minus, or the brackets for it, are the number's sign.

    Where only other words tell that a number is below zero (`"增长"0;"下降"0`), no sign is printed.
    """
    if section.hides:
        is_dash = not section.before.strip("-—–")
        return replace(section, before="0", hides=True) if is_dash else section
    words = [text.translate(_SIGN) for text in (section.before, section.behind)]
    if words == [first.before.translate(_SIGN), first.behind.translate(_SIGN)]:
        return replace(section, before=first.before, behind=first.behind)
    return replace(section, drops_sign=True)


def _holds(condition: str, value: float) -> bool:
    """Whether a number is one of those that a section is for."""
    found = _CONDITION.fullmatch(condition)
    if found is None:
        return True
    try:
        limit = float(found[2])
    except ValueError:
        return False
    signs = {"<": value < limit, ">": value > limit, "=": value == limit}
    return value != limit if found[1] == "<>" else any(signs[sign] for sign in found[1])


def _date_parts(tokens: Sequence[_Token]) -> frozenset[str]:
    """Which parts of a date the format shows; `m` beside hours or seconds are minutes."""
    bare = "".join(token.text for token in tokens if token.kind != "words")
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
    section = shape.section(value)
    if section.hides:
        return section.before
    number = number_text(abs(value) if section.drops_sign else value)
    if section.power:
        number = _scaled(number, section.power)
    return f"{section.before}{number}{section.behind}"


def _scaled(number: str, power: int) -> str:
    """A number times a power of ten, without zeros at the end of its decimals."""
    scaled = format(Decimal(number).scaleb(power), "f")
    return scaled.rstrip("0").rstrip(".") if "." in scaled else scaled


def unread_code(value: float, shape: Format) -> str:
    """The code of a format of which it is not known what it shows of this number, else nothing."""
    return shape.code if shape.is_unread or shape.section(value).date else ""


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
