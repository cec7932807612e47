"""One scan finds the tokens of a text; a small grammar binds comparator, number, unit and range.

[comparator] [about] number [about] [unit] [comparator]
number [unit] – number unit [comparator]
"""

import re
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from indicators.grammar.comparators import Comparators
from indicators.grammar.dates import Dates, DateSpan, join
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.numerals import Numerals
from indicators.grammar.openings import NameRule, Names, name_rules
from indicators.grammar.parts import Parts
from indicators.grammar.ratios import Ratios, percent
from indicators.grammar.slips import slip_rule
from indicators.grammar.tokens import DIGITS, Mark, Point, Quantity, Token, end_of_digits, skip
from indicators.grammar.units import Measured, Units, in_smaller, summed
from indicators.model import Comparator

_SIGN_AFTER = " \n(:,，。；;、<>=≤≥~±"
_COMPARED = frozenset("<>=≤≥")

_REMEMBERED = 4096
"""Numerals repeat: 100, 95, 1. Their values are kept, so many at most."""


class Scanner:
    """Finds all numbers and dates of a text by the words of a lexicon."""

    def __init__(
        self,
        lexicon: Lexicon,
        *,
        numerals: Numerals | None = None,
        names: list[NameRule] | None = None,
    ) -> None:
        """Read the words of `lexicon`; with other `numerals`, or other `names` that are none."""
        self.clean = lexicon.characters.clean
        self.units = Units(lexicon)
        self.comparators = Comparators(lexicon)
        self._dates = Dates(lexicon)
        self._numerals = numerals or Numerals(lexicon)
        self.names = Names([slip_rule(lexicon), *name_rules(lexicon)] if names is None else names)
        self._opening = self.names.opening(self._numerals.begins | self._dates.begins)
        part = lexicon.data["numerals"]
        # One match: the numeral, with what makes it a share before it and vague behind it.
        self._figure = re.compile(
            rf"(?P<share>{any_of(part['parts'])})?+(?P<numeral>{self._numerals.pattern})"
            rf"(?P<vague>{any_of(part['vague'])})?"
        )
        self._carries_on = self._numerals.carries_on
        self._powers: dict[str, int] = part["powers"]
        hundreds = {sign: value for sign, value in part["tens"].items() if value >= 100}
        self._multipliers = {**hundreds, **self._powers}
        self._year_word: str = lexicon.data["dates"]["year_words"][0]
        self._month_word: str = lexicon.data["dates"]["month_words"][0]
        self.years = frozenset(lexicon.data["dates"]["year_words"])
        self._next_year = lexicon.words("dates", "next_year")
        self._shares = {word: self.units.named(unit) for word, unit in part["parts"].items()}
        self._read = lru_cache(maxsize=_REMEMBERED)(self._numerals.read)
        self._carries = frozenset(part["carries"])
        self._of: str = part["of"]
        self._half: str = part["half"]
        self._at_least: str = part["at_least"]["rule"] or ""
        self.share: Measured | None = self.units.named("%")
        """The unit of a fraction without one: 三分之二."""
        self._below_zero: str = lexicon.data["units"]["below_zero"]
        self._parts = Parts(lexicon, self.units, self._numerals)
        self._digits: dict[str, int] = part["digits"]
        self._may_sign = self.units.may_pay | {"-"}
        self._may_carry = self._carries | self._numerals.signs
        self._may_count = self._numerals.signs.union(word[0] for word in self._shares)
        self._ratios = Ratios(lexicon, self.units)
        self.ratio_names = self._ratios.names
        self.time_names = lexicon.pattern("dates", "time_names")
        ranges = lexicon.data["comparators"]
        self._sign_after = frozenset([*_SIGN_AFTER, *ranges["sign_after"]])
        end = rf"[ ]*(?:\((?:{any_of(ranges['included'])})\)[ ]*)?"
        self._range = re.compile(rf"{end}(?:{any_of(ranges['ranges'])})[ ]*|{_next_to(part)}")
        self._and = re.compile(rf"{end}(?:{any_of(ranges['ranges_between'])})[ ]*")
        self._give_or_take = re.compile(rf"[ ]*(?:{any_of(ranges['tolerance'])})[ ]*")
        marks = [*ranges["ranges"], *ranges["ranges_between"], *ranges["tolerance"]]
        self._may_range = frozenset(" (").union(word[0] for word in marks)
        self._between = lexicon.words("comparators", "between")

    @cached_property
    def _number(self) -> "re.Pattern[str]":
        """One numeral; a long expression, which few texts need."""
        return re.compile(self._numerals.pattern)

    def tokens(self, text: str, *, year: int | None = None, point: Point = "date") -> list[Token]:
        """Numbers, dates and marks of `text`, in order; the characters are already one to one.

        `point` tells how to take a year and a month with nothing else beside them: `2021.12`.
        """
        found: list[Token] = []
        at = floor = 0
        while opening := self._opening.search(text, at):
            at, until = opening.span()
            until = until if text[at] in DIGITS else at
            token = self._token(text, at, until, floor, year, point)
            if token is None:
                at += 1
                continue
            at = floor = token.end
            if isinstance(token, DateSpan):
                year = year if token.bare else token.first.year
                if found and isinstance(found[-1], DateSpan):
                    token = self._joined(text, found, token)
            found.append(token)
        return found

    def spelt(self, year: str, month: str | None) -> str:
        """A year, or a year and a month, with the words for them: 2022年12月."""
        return year + self._year_word + (month + self._month_word if month else "")

    def _year_of(self, text: str, at: int, year: int | None) -> int | None:
        """The year of a date at `at` that names none: the form's, or with 次年 the one after."""
        return year + 1 if year and self._next_year.ending(text, at) else year

    def number(self, text: str) -> Decimal | None:
        """The value of `text` if the whole of it is one numeral, with or without a sign."""
        clean = self.clean(text)
        negative = clean.startswith("-")
        match = self._number.fullmatch(clean, int(negative))
        read = self._numerals.read(match.group()) if match else None
        if read is None:
            return None
        return -read[0] if negative else read[0]

    def _token(
        self, text: str, at: int, until: int, floor: int, year: int | None, point: Point
    ) -> Token | None:
        """The token that begins at `at`; the digits there, if there are any, end at `until`."""
        match = self.names.match(text, at, until)
        if match is not None and match.end() > at:
            return self._of_two(text, at, floor, point) or Mark(at, match.end())
        may_be_date = self._dates.may_begin(text, at, until)
        date = self._dates.pattern.match(text, at) if may_be_date else None
        if date is None or self._is_decimal(text, date, point):
            return self._quantity(text, at, until, floor) if text[at] in self._may_count else None
        year = self._year_of(text, at, year)
        return self._dates.read(date, year) or Mark(at, date.end(), is_date=True)

    def _of_two(self, text: str, at: int, floor: int, point: Point) -> Quantity | None:
        """What two numbers say together: a ratio, or a fraction, which would be a name where
        neither a comparator nor a change stands with it.
        """
        ratio = self._ratios.ratio(text, at, floor, is_asked=point == "ratio")
        found = ratio or self._ratios.fraction(text, at)
        if found is None:
            return None
        self.comparators.bind(text, found, floor)
        is_share = found.explicit or self._ratios.is_change(text, at, floor)
        return found if ratio or is_share else None

    def _is_decimal(self, text: str, date: "re.Match[str]", point: Point) -> bool:
        """Whether `2013.12` is a number here: ≥2013.12, 2013.12万元; 2013.12月底 is a date.

        So is `20131231` only where a unit is asked for.
        """
        if date["y9"]:
            return point == "decimal"
        if not date["point"] or date["d4"] or date["in4"]:
            return False
        if point == "decimal" or text[date.start() - 1 : date.start()] in _COMPARED:
            return True
        behind = skip(text, date.end())
        if text[behind : behind + 1] in self._powers:
            return True
        unit = self.units.at(text, behind)
        return unit is not None and unit[0].dimension != "time"

    def _joined(self, text: str, found: list[Token], token: DateSpan) -> DateSpan:
        """`token`, joined with the date before it where a range mark stands between."""
        before = found[-1]
        assert isinstance(before, DateSpan)
        later = self._next_year.ending(text, token.start) or ""  # 11月15日至次年3月15日
        between = self._range.fullmatch(text, before.end, token.start - len(later))
        if between is None and self._between.starting(text, token.end):
            between = self._and.fullmatch(text, before.end, token.start)
        if between is None or before.ranged or token.last < before.first:
            return token
        found.pop()
        return join(before, token)

    def _quantity(self, text: str, at: int, until: int, floor: int) -> Quantity | Mark | None:
        """The quantity whose number begins at `at`; nothing before `floor` is its own.

        A numeral that cannot be read is a mark.
        """
        first = self._simple(text, at, until)
        if not isinstance(first, Quantity):
            return first
        if text[first.at - 1 : first.at] in self._may_sign:
            self._signed(text, first)
        whole = None
        sign = text[first.until : first.until + 1]
        if sign in self._may_range or (sign == "、" and first.unit is None):
            whole = self._ranged(text, first) or self._around(text, first)
        whole = whole or first
        self.comparators.bind(text, whole, floor)
        return whole

    def _simple(self, text: str, at: int, until: int) -> Quantity | Mark | None:
        """Number and unit, with the smaller unit that carries on: 2小时30分钟; or 零下5度."""
        if text.startswith(self._below_zero, at):
            at_number = at + len(self._below_zero)
            found = self._plain(text, at_number, end_of_digits(text, at_number))
            if isinstance(found, Quantity) and found.at == at_number:
                found.value, found.at, found.start = -found.value, at, at
            return found
        found = self._plain(text, at, until)
        if isinstance(found, Quantity) and found.unit is not None:
            while text[found.until : found.until + 1] in self._may_carry:
                if not self._carry_on(text, found):
                    break
        return found

    def _plain(self, text: str, at: int, until: int) -> Quantity | Mark | None:
        """One number and its unit; a numeral that cannot be read is a mark."""
        if until > at and text[until : until + 1] not in self._carries_on:
            # 100, 95: nothing else can belong to it, and nothing needs to be asked.
            numeral = text[at:until]
            read = self._read(numeral)
            if read is None:
                return Mark(at, until)
            found = Quantity(read[0], at, until, at, until)
            self._measure(text, numeral, found)
            return found
        match = self._figure.match(text, at)
        if match is None:
            return None
        share, numeral, vague = match.group("share", "numeral", "vague")
        read = self._read(numeral)
        if read is None:
            return Mark(at, match.end("numeral"))
        value, is_vague = read
        end = match.end()
        found = Quantity(value, at, end, at, end)
        found.approximate = is_vague or vague is not None
        found.spoken = not numeral[0].isascii()
        if found.spoken and numeral[0] == self._numerals.at_least:
            found.comparator, found.explicit, found.rule = Comparator.GE, True, self._at_least
        if share is None:
            self._measure(text, numeral, found)
            if found.unit is None and self.share is not None and self._is_fraction(match):
                found.value, found.unit = percent(found.value), self.share
                found.approximate = found.approximate and self._of in numeral  # 半数 is just half
        else:
            found.unit = self._shares[share]
        return found

    def _is_fraction(self, match: "re.Match[str]") -> bool:
        """Whether a numeral without a unit is a part of something: 三分之二, 一半, 半数; not 半."""
        numeral, vague = match.group("numeral", "vague")
        is_half = numeral[-1] == self._half and (vague is not None or len(numeral) > 1)
        return is_half or self._of in numeral

    def _measure(self, text: str, numeral: str, found: Quantity) -> None:
        """Give `found` the unit that stands behind it."""
        at = skip(text, found.until)
        measured = self.units.at(text, at) or self.units.in_brackets(text, at)
        if measured is None:
            return
        unit, until = measured
        if unit.digits_only and found.spoken:
            return
        found.unit, found.until, found.end = unit, until, until
        if unit.key == "money":
            self._in_currency(text, found)
        self._parts.add(text, numeral, at, found)

    def _in_currency(self, text: str, found: Quantity) -> None:
        """Read the currency that is named behind an amount: 9000元日元, 300元人民币."""
        currency = self.units.currency_behind(text, found.until)
        if currency is not None:
            word, name = currency
            found.unit = self.units.paid_in(found.unit, name) or found.unit
            found.until = found.end = found.until + len(word)

    def _carry_on(self, text: str, found: Quantity) -> bool:
        """Add what a smaller unit adds to `found`: 30分钟 to 2小时, 5角 to 3元; whether it did."""
        at = found.until + (text[found.until : found.until + 1] in self._carries)
        if text[at : at + 1] not in self._numerals.signs or found.unit is None:
            return False
        more = self._plain(text, at, end_of_digits(text, at))
        if not isinstance(more, Quantity) or more.unit is None or more.at != at:
            return False
        part = self.units.smaller(found.unit, more.unit)
        if part is None:
            return False
        found.value, found.unit = summed(found.value, found.unit, more.value, part)
        found.until = found.end = more.until
        return True

    def _signed(self, text: str, found: Quantity) -> None:
        """Read what stands directly before the number: ￥(300), -(5), which is none in 3-5."""
        at = found.at - 1
        if text[at : at + 1] == "-" and (at <= 0 or text[at - 1] in self._sign_after):
            found.value, found.at, found.start = -found.value, at, at
        currency = self.units.currency_before(text, found.at)
        unit = self.units.paid_in(found.unit, currency[1]) if currency else None
        if currency is not None and unit is not None:
            found.unit = unit
            found.at = found.start = found.at - len(currency[0])

    def _ranged(self, text: str, first: Quantity) -> Quantity | None:
        """Both ends of a range: `3-5个`, `90%~95%`, `20至30万元`, `5%和10%之间`."""
        mark = self._range.match(text, first.until) or self._and.match(text, first.until)
        second = self._second(text, mark)
        if mark is None or not isinstance(second, Quantity):
            return None
        if not self._closed(text, second) and mark.re is self._and:
            return None
        ends = self._aligned(text, first, second)
        if ends is None:
            return None
        low, high, unit = ends
        return Quantity(
            low,
            *(first.start, second.end, first.at, second.until),
            comparator=Comparator.BETWEEN,
            explicit=True,
            upper=high,
            unit=unit,
            approximate=first.approximate or second.approximate,
            spoken=first.spoken,
            rule="range",
        )

    def _around(self, text: str, first: Quantity) -> Quantity | None:
        """22±2℃: so much to either side of a number."""
        second = self._second(text, self._give_or_take.match(text, first.until))
        if not isinstance(second, Quantity):
            return None
        unit = first.unit or second.unit
        if second.unit is not unit and second.unit is not None:
            return None
        return Quantity(
            first.value - second.value,
            *(first.start, second.end, first.at, second.until),
            comparator=Comparator.BETWEEN,
            explicit=True,
            upper=first.value + second.value,
            unit=unit,
            rule="range",
        )

    def _second(self, text: str, mark: "re.Match[str] | None") -> Quantity | Mark | None:
        """What stands behind the mark of a range."""
        return self._simple(text, mark.end(), end_of_digits(text, mark.end())) if mark else None

    def _closed(self, text: str, second: Quantity) -> bool:
        """Whether 之间 closes the range that ends with `second`; it is part of it then."""
        if second.unit is not None and second.unit.name in self._between:
            second.unit = None
            return True
        word = self._between.starting(text, second.until)
        if word is not None:
            second.end = second.until + len(word)
        return word is not None

    def _aligned(
        self, text: str, first: Quantity, second: Quantity
    ) -> tuple[Decimal, Decimal, Measured | None] | None:
        """Both ends of a range in one unit; None if they are no range."""
        low, high, unit = first.value, second.value, second.unit or first.unit
        if first.unit is not None and second.unit is not None:
            if first.unit.key != second.unit.key:
                return None
            low, high, unit = in_smaller(first.unit, low, second.unit, high)
        elif unit is not None and unit.name[0] in self._powers and low >= high:
            # 1万-5万元, 8500-3万元: the first is in 元, so the second shall be.
            bare = self.units.named(unit.name[1:])
            high, unit = high * self._powers[unit.name[0]], bare or unit
        else:
            low = self._multiplied(text, first, second)
        return (low, high, unit) if low < high else None

    def _multiplied(self, text: str, first: Quantity, second: Quantity) -> Decimal:
        """2-3万人: a power behind the second numeral counts for both, if they are a range then."""
        numeral = self._number.match(text, second.at)
        sign = numeral.group()[-1] if numeral else ""
        low = first.value * self._multipliers.get(sign, 1)
        is_own = sign in text[first.at : first.until]
        return first.value if is_own or low >= second.value else low


def _next_to(part: dict[str, Any]) -> str:
    """What stands between two digits of which either may be meant: 3、4个."""
    behind = any_of(part["one_or_next"])
    return "|".join(rf"(?<=[^\d.、]{digit})、(?={digit + 1}(?:{behind}))" for digit in range(1, 9))
