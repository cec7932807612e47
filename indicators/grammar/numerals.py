"""Numerals: Arabic with separators, Chinese, formal, mixed and vague ones, read exactly.

`3.5万`, `65,880,493.57`, `一百二十`, `壹佰叁拾万`, `3千5百`, `十余`, `一百七` (170), `二〇二二`,
`三分之二`. The stated part of a vague numeral counts (`十余` is 10) and the vagueness is told.
"""

import re
import string
from decimal import Decimal
from functools import cached_property

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.units import unit_words

HAN = r"[\u4e00-\u9fa5]"
"""A Chinese character, as a regular expression."""

_BLANKS = r"(?=(?:\.\d+)?(?: ?[\u4e00-\u9fa5]|$))"
ARABIC = (
    rf"(?:(?=\d{{1,3}}[ ，])(?:(?<![\d.\u4e00-\u9fa5])[1-9]\d{{0,2}}(?: \d{{3}})+{_BLANKS}"
    rf"|(?<![\d.])[1-9]\d{{0,2}}(?: \d{{3}}){{2,}}{_BLANKS}"
    r"|\d{1,3}(?:，\d{3})+(?=\.\d)|(?<![\d.])\d{1,3}(?:，\d{3})+(?![\d，%.]))"
    r"|\d+(?:(?:['’]\d{3}(?!\d))+|(?:,\d{3}(?!\d))*)|(?<![^\s≥≤<>=:])(?=\.\d))"
    r"(?:\.\d+)?"
    r"(?:(?<![A-Za-z]\d)[Ee][+-]?\d+(?![\dA-Za-z]))?"
)
"""Digits with groups of three (2'500 too) and a decimal point (.5 too). Blanks group them
before a word; behind a word only if there are two of them, since 项目1 100万元 is no 1100万元. A
full-width comma, which mostly ends a clause, groups them only between one to three digits and
exactly three that no percent sign follows. An exponent, as spreadsheets write long numbers
(`1.5E+07`), belongs to the number.
"""

Reading = tuple[Decimal, bool]
"""The value of a numeral, and whether it is vague."""

_HUNDRED = 100

MAX_LENGTH = 40
"""No honest numeral is longer; what is, is no number."""

_MARKS = str.maketrans(
    {
        ",": None,
        "，": None,
        "'": None,
        "’": None,
    }
)

_PIECES = re.compile(ARABIC + "|.")


class Numerals:
    """Reads numerals by the words of a lexicon: `pattern` finds them, `read` gives their value."""

    def __init__(self, lexicon: Lexicon) -> None:
        part = lexicon.data["numerals"]
        self._digits: dict[str, int] = part["digits"]
        self._tens: dict[str, int] = part["tens"]
        self._powers: dict[str, int] = part["powers"]
        self._vague = frozenset("".join(part["vague"]))
        self._points = frozenset(part["point"])
        self._half: str = part["half"]
        ones = {sign for sign, value in self._digits.items() if value == 1}
        self._halves = {self._half, *(one + self._half for one in ones)}
        digits = "".join(self._digits)
        # 两三, 二十五六, 三四十: the lesser of two digits, of which either may be meant.
        self._either = re.compile(
            rf"(?<![{digits}\d])(?:{any_of(part['one_or_other'])})"
            rf"(?=[{''.join([*self._tens, *self._powers])}]|$)"
        )
        self._doubtful = "".join(part["doubtful"])
        self._of: str = part["of"]
        self._vague_lead = "".join(part["vague_lead"])
        self.at_least: str = part["at_least"]["sign"] or ""
        """The sign before a hundred or more that says at least: 上百."""
        self._not_at_least = "".join(part["at_least"]["not_behind"])
        self._typed_points = part["typed_points"]
        self._not_spaced = part["not_spaced"]
        self._points_as_meant = str.maketrans(dict.fromkeys(self._typed_points["signs"], "."))
        self._not_decimal = "".join(part["not_decimal"])
        self._money_signs = "".join(part["money_signs"])
        self._spoken_only = frozenset(part["spoken_only"])
        self._unit_words = unit_words(lexicon.data["units"])

    @cached_property
    def pattern(self) -> str:
        """One numeral or fraction, as a regular expression."""
        return rf"{self.plain}(?:{self._of}{self.plain})?"

    @cached_property
    def plain(self) -> str:
        """One numeral; a power that opens a unit is left to the unit."""
        digits, multipliers = "".join(self._digits), "".join([*self._tens, *self._powers])
        numeral = digits + multipliers
        vague, points = "".join(self._vague), "".join(self._points)
        after_point = "".join(sign for sign in self._digits if sign not in self._not_decimal)
        multiplier = "|".join(self._multiplier(sign) for sign in multipliers)
        start = (
            rf"(?:{self._jotted}{ARABIC}{self._typed_point}|(?!(?<={HAN})[{self._doubtful}](?![{numeral}{points}{self._money_signs}]))"
            rf"(?:(?:{any_of(self._halves)})|[{digits}]|[{self._vague_lead}](?=[{multipliers}])|{multiplier}|{self._at_least_lead}))"
        )
        carried = "|".join(self._multiplier(sign, carried=True) for sign in multipliers)
        apart = "|".join(self._multiplier(sign) for sign in self._powers)  # 3.5 万
        more = (
            rf"{carried}|(?<=\d) (?:{apart})|(?!(?<=\d)[{self._not_decimal}])[{digits}]"
            rf"|(?<=[{numeral}{points}])\d+(?:\.\d+)?"
            rf"|(?<=[{numeral}])[{points}](?=[{after_point}\d])"
            rf"|[{vague}](?=[{multipliers}])"
        )
        # Most numerals end at once: no other sign than these carries on.
        carries = rf"(?=[{numeral}{points}{vague}\d ])"
        return rf"{start}(?:{carries}(?:{more}))*"

    @property
    def _jotted(self) -> str:
        """≥2 00盏, where blanks part nothing behind a sign, and 成本.5万元."""
        others = "".join(self._not_spaced)
        spaced = rf"(?= ?[%‰]|(?![{others}]){HAN})" if others else rf"(?= ?[%‰]|{HAN})"
        numerals, before = "".join([*self._digits, *self._tens]), self._typed_points["before"]
        pointed = rf"(?<={HAN})(?<![{numerals}])\.\d+(?=[{''.join(before)}])|" if before else ""
        return rf"(?<=[≥≤<>=])\d{{1,3}}(?: \d{{1,3}})+(?:\.\d+)?{spaced}|{pointed}"

    @property
    def _typed_point(self) -> str:
        """3·5万: a decimal part behind a sign that was typed for the point."""
        signs, before = ("".join(self._typed_points[name]) for name in ("signs", "before"))
        return rf"(?:[{signs}]\d+(?=[{before}]))?" if signs and before else ""

    @property
    def _at_least_lead(self) -> str:
        """上 of 上百; not of 线上千人."""
        if not self.at_least:
            return r"(?!)"
        behind = f"(?<![{self._not_at_least}])" if self._not_at_least else ""
        return f"{behind}{self.at_least}(?={'|'.join(map(self._multiplier, self._great))})"

    @property
    def _great(self) -> list[str]:
        """The signs of a hundred and more."""
        hundred = [sign for sign, value in self._tens.items() if value >= _HUNDRED]
        return [*hundred, *self._powers]

    @cached_property
    def signs(self) -> frozenset[str]:
        """The characters that a numeral can begin with."""
        return frozenset(word[0] for word in self.begins)

    @cached_property
    def carries_on(self) -> frozenset[str]:
        """The characters that can carry on a numeral of digits alone, or make it a vague one."""
        signs = {*self._digits, *self._tens, *self._powers, *self._vague, *self._points}
        typed = self._typed_points["signs"]
        return frozenset([*signs, self._of[0], *typed, *" ,，'’.Ee"])

    @property
    def begins(self) -> set[str]:
        """What a numeral can begin with."""
        multipliers = {*self._tens, *self._powers}
        vague = {sign + multiplier for sign in self._vague_lead for multiplier in multipliers}
        if self.at_least:
            vague |= {self.at_least + sign for sign in self._great}
        return {".", *string.digits, *self._digits, *multipliers, *vague, self._half}

    def _multiplier(self, sign: str, *, carried: bool = False) -> str:
        """`sign`, unless it opens a unit: 千 in 千米, 万 in 万元, 兆 in 100兆."""
        rests = sorted({word[1:] for word in self._unit_words if word[0] == sign and word[1:]})
        if carried:
            rests = [rest for rest in rests if rest != self._of]  # 百万分之一 is no 百 of 万分之
        opens = f"(?!{'|'.join(map(re.escape, rests))})" if rests else ""
        return rf"(?<![\d.]){sign}{opens}" if sign in self._spoken_only else sign + opens

    def read(self, text: str) -> Reading | None:
        """The value of a whole numeral and whether it is vague; None if it is no numeral."""
        if len(text) > MAX_LENGTH:
            return None
        text = text.replace(" ", "").translate(self._points_as_meant)
        if self.at_least:
            text = text.removeprefix(self.at_least)
        if text.translate(_MARKS).isascii():
            value = _arabic(text)
            return None if value is None else (value, False)
        below, is_fraction, above = text.partition(self._of)
        if is_fraction:
            return self._divided(above, below)
        if text in self._halves:
            return Decimal("0.5"), False
        text, either = self._either.subn(lambda pair: pair[0][0] + pair[0][2:], text)
        vague = bool(either) or any(sign in self._vague for sign in text)
        whole, _, fraction = _partition(text, self._points)
        if not fraction:
            value = self._whole(whole)
            return None if value is None else (value, vague)
        return self._with_fraction(whole, fraction, vague=vague)

    def _divided(self, above: str, below: str) -> Reading | None:
        """三分之二: what stands behind is divided by what stands before."""
        part, whole = self.read(above), self.read(below)
        if part is None or whole is None or not whole[0]:
            return None
        return part[0] / whole[0], part[1] or whole[1]

    def _with_fraction(self, whole: str, fraction: str, *, vague: bool) -> Reading | None:
        """`三点五`, `三点五万`, `一百点123`."""
        power = fraction[-1:]
        if power in self._powers or power in self._tens:
            read = self._with_fraction(whole, fraction[:-1], vague=vague)
            factor = self._powers.get(power) or self._tens[power]
            return None if read is None else (read[0] * factor, read[1])
        before = self._whole(whole)
        digits = "".join(str(self._digits.get(sign, sign)) for sign in fraction)
        if before is None or not digits.isdigit():
            return None
        return before + Decimal(f"0.{digits}"), vague

    def _whole(self, text: str) -> Decimal | None:
        """A numeral without a decimal word: 一百二十, 3千5百, 13万2, 二〇二二."""
        pieces = _PIECES.findall(text)
        if len(pieces) > 1 and all(piece in self._digits for piece in pieces):
            return Decimal("".join(str(self._digits[piece]) for piece in pieces))
        so_far = _Sum()
        for piece in pieces:
            if not self._add(so_far, piece):
                return None
        return so_far.value

    def _add(self, so_far: "_Sum", piece: str) -> bool:
        """Add a piece of a numeral to what was read; false if it cannot stand there."""
        if piece in self._powers:
            so_far.add_power(self._powers[piece])
        elif piece in self._tens:
            return so_far.add_ten(self._tens[piece])
        elif piece in self._digits:
            so_far.add_digit(self._digits[piece])
        elif piece[0].isdigit():
            figure = _arabic(piece)
            if figure is None:
                return False
            so_far.add_figure(figure, digits=len(piece))
        else:
            return piece in self._vague
        return True


class _Sum:
    """A spoken numeral being added up: below the last power in `section`, all above in `total`."""

    def __init__(self) -> None:
        self._total = self._section = self._number = Decimal(0)
        self._last = 1
        self._is_spoken = False

    def add_power(self, power: int) -> None:
        """万 or 亿: what stands before it is multiplied."""
        self._section += self._number
        if self._total and not self._section:
            self._total *= power  # 万亿
        elif 0 < self._total < power:
            self._total = (self._total + self._section) * power
        else:
            self._total += (self._section or 1) * power
        self._section, self._number = Decimal(0), Decimal(0)
        self._last, self._is_spoken = power, False

    def add_ten(self, ten: int) -> bool:
        """十, 百 or 千. 二三 before it are no one number, unless either of the two is meant."""
        if self._number > 10 and self._is_spoken:
            return False
        self._section += (self._number or 1) * ten
        self._number, self._last, self._is_spoken = Decimal(0), ten, False
        return True

    def add_digit(self, digit: int) -> None:
        """A spoken digit; after 零 it stands for itself."""
        joined = self._number * 10 + digit if self._is_spoken and self._number else Decimal(digit)
        self._number = joined
        self._last = self._last if digit else 1
        self._is_spoken = True

    def add_figure(self, value: Decimal, *, digits: int) -> None:
        """Arabic figures inside a spoken numeral: 13万2."""
        self._number = value
        self._last = self._last if digits == 1 else 1

    @property
    def value(self) -> Decimal:
        """The sum. 一百七 is 170, 三万五 is 35000: a last digit counts the next lower unit."""
        is_short = self._number and self._last >= 100 and self._number < 10
        last = self._number * (self._last // 10) if is_short else self._number
        return self._total + self._section + last


def _arabic(text: str) -> Decimal | None:
    """The value of digits; None where an exponent makes them longer than any honest number."""
    value = Decimal(text.translate(_MARKS))
    if abs(value.adjusted()) > MAX_LENGTH:
        return None
    exponent = value.as_tuple().exponent
    return Decimal(int(value)) if isinstance(exponent, int) and exponent > 0 else value


def _partition(text: str, points: frozenset[str]) -> tuple[str, str, str]:
    for at, sign in enumerate(text):
        if sign in points:
            return text[:at], sign, text[at + 1 :]
    return text, "", ""
