"""One scan finds the tokens of a text; a small grammar binds comparator, number, unit and range.

    [comparator] [about] number [about] [unit] [comparator]
    number [unit] – number unit [comparator]

A comparator stands before the number or behind the unit (20万人次以上, 控制在50万元以内); a word
behind the unit overrules a weak one before the number (达到8%以上). 以上, 以下 and 以内 include the
number, 超过 and 不满 do not: Civil Code (民法典), art. 1259.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.grammar.dates import Dates, DateSpan, join
from indicators.grammar.lexicon import Lexicon, Table, any_of
from indicators.grammar.numerals import Numerals
from indicators.grammar.units import Measured, Units
from indicators.model import Comparator

_SIGN_AFTER = frozenset(" \n(:,，。；;、<>=≤≥~±为至")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what belongs to it, promise or not.

    `start` and `end` span comparator, number and unit; `at` is where the number itself begins and
    `until` where number and unit end. `value` and `upper` are in `unit`; `rule` is the id of the
    comparator's rule, or `bare`. `spoken`: the numeral is written in Chinese characters.
    """

    value: Decimal
    start: int
    end: int
    at: int
    until: int
    comparator: Comparator = Comparator.EQ
    explicit: bool = False
    upper: Decimal | None = None
    unit: Measured | None = None
    approximate: bool = False
    spoken: bool = False
    rule: str = "bare"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text whose numbers are no quantities: a name, a list number, a law."""

    start: int
    end: int


Token = Quantity | DateSpan | Mark


class Scanner:
    """Finds all numbers and dates of a text by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.translation = lexicon.translation
        self._dates = Dates(lexicon)
        self._numerals = Numerals(lexicon)
        self.units = Units(lexicon)
        self._before, self._after = lexicon.before, lexicon.after
        part = lexicon.data["comparators"]
        self._nature: dict[str, str] = part["nature"]
        self._weak = frozenset(part["weak"])
        self._approximate = lexicon.words("comparators", "approximate")
        self._tolerance = lexicon.words("comparators", "tolerance")
        self._apart = lexicon.pattern("comparators", "apart")
        self._vague = lexicon.words("numerals", "vague")
        self._powers = tuple(lexicon.data["numerals"]["powers"])
        self._range = re.compile(rf"[ ]*(?:{any_of(part['ranges'])})[ ]*")
        self._parts = Table({"百分之": "%", "千分之": "‰", "万分之": "‱"}.items())
        self._compile(self._numerals.pattern, lexicon.no_promise)

    def _compile(self, number: str, names: str) -> None:
        """Make the one pattern of all tokens; `names` are numbers that are names."""
        self._tokens = re.compile(rf"(?P<mark>{names})|{self._dates.pattern}|(?P<number>{number})")
        self._number = re.compile(number)

    def _read(self, numeral: str) -> tuple[Decimal, bool] | None:
        """The value of a numeral, and whether it is vague."""
        return self._numerals.read(numeral)

    def tokens(self, text: str, *, year: int | None = None) -> list[Token]:
        """Numbers, dates and marks of `text`, in order; the characters are already one to one."""
        found: list[Token] = []
        at = 0
        while match := self._tokens.search(text, at):
            token = self._token(text, match, year, at)
            at = match.end()
            if token is None:
                continue
            at = max(at, token.end)
            if isinstance(token, DateSpan):
                year = token.first.year
                if found and isinstance(found[-1], DateSpan):
                    token = self._joined(text, found, token)
            found.append(token)
        return found

    def number(self, text: str) -> Decimal | None:
        """The value of `text` if the whole of it is one numeral, with or without a sign."""
        clean = text.translate(self.translation)
        negative = clean.startswith("-")
        match = self._number.fullmatch(clean, int(negative))
        read = self._numerals.read(match.group()) if match else None
        if read is None:
            return None
        return -read[0] if negative else read[0]

    def nature(self, text: str | None) -> str:
        """What a nature column says: a comparator, 定性, or nothing that matters here."""
        said = ""
        for word in (text or "").translate(self.translation).split():
            said = self._nature.get(word, "") or said
        return said

    def sign(self, text: str) -> tuple[str, str] | None:
        """The comparator that `text` begins with: its word, and what it means."""
        word = self._before.starting(text, 0)
        if word is None or self._before[word][0] == "~":
            return None
        return word, self._before[word][0]

    def _token(
        self, text: str, match: "re.Match[str]", year: int | None, floor: int
    ) -> Token | None:
        if match.lastgroup == "mark" or match["mark"]:
            return Mark(*match.span())
        if match["number"]:
            return self._quantity(text, *match.span(), floor)
        date = self._dates.read(match, year)
        return date if date is not None else Mark(*match.span())

    def _joined(self, text: str, found: list[Token], token: DateSpan) -> DateSpan:
        """`token`, joined with the date before it where a range mark stands between."""
        before = found[-1]
        assert isinstance(before, DateSpan)
        between = self._range.fullmatch(text, before.end, token.start)
        if between is None or before.ranged or token.last < before.first:
            return token
        found.pop()
        return join(before, token)

    def _quantity(self, text: str, start: int, end: int, floor: int) -> Quantity | None:
        """The quantity whose number stands at `start` to `end`; nothing before `floor` is its."""
        first = self._simple(text, start, end)
        if first is None:
            return None
        whole = self._ranged(text, first) or first
        return self._bound(text, whole, floor)

    def _simple(self, text: str, start: int, end: int) -> Quantity | None:
        """Number and unit."""
        numeral = text[start:end]
        read = self._read(numeral)
        if read is None:
            return None
        value, vague = read
        at = end
        word = self._vague.starting(text, at)
        if word is not None:
            vague, at = True, at + len(word)
        found = self.units.at(text, skip(text, at))
        unit, until = found if found is not None else (None, at)
        spoken = not numeral[0].isdigit()
        if unit is not None and unit.digits_only and spoken:
            unit, until = None, at
        if unit is not None and unit.name[0] in self._powers and numeral[-1:] != unit.name[0]:
            value, unit, until = self._absorbed(text, numeral, value, unit, until)
        return Quantity(
            value, start, until, start, until, unit=unit, approximate=vague, spoken=spoken
        )

    def _absorbed(
        self, text: str, numeral: str, value: Decimal, unit: Measured, until: int
    ) -> tuple[Decimal, Measured, int]:
        """一亿二千万元: 万 belongs to a numeral that has a power of its own, and the unit is 元."""
        if not any(power in numeral for power in self._powers):
            return value, unit, until
        whole = self._numerals.read(numeral + unit.name[0])
        rest = self.units.at(text, until - len(unit.name) + 1)
        if whole is None or rest is None or rest[1] != until:
            return value, unit, until
        return whole[0], rest[0], until

    def _ranged(self, text: str, first: Quantity) -> Quantity | None:
        """Both ends of a range: `3-5个`, `90%~95%`, `20至30万元`."""
        mark = self._range.match(text, first.until)
        if mark is None:
            return None
        match = self._number.match(text, mark.end())
        second = self._simple(text, *match.span()) if match else None
        if second is None or (first.unit and second.unit and not _alike(first, second)):
            return None
        low, unit = first.value, second.unit or first.unit
        power = text[second.at : match.end()][-1] if match else ""
        if first.unit is None and power in self._powers and text[first.until - 1] not in power:
            low *= self._numerals.read("一" + power)[0]  # type: ignore[index]
        if first.unit and second.unit and first.unit is not second.unit:
            return None
        return Quantity(
            low,
            *(first.start, second.end, first.at, second.until),
            comparator=Comparator.BETWEEN,
            explicit=True,
            upper=second.value,
            unit=unit,
            approximate=first.approximate or second.approximate,
            spoken=first.spoken,
            rule="range",
        )

    def _bound(self, text: str, found: Quantity, floor: int) -> Quantity:
        """`found` with the comparators before and behind it."""
        found = self._prefixed(text, found)
        end, after, about_after = self._behind(text, found)
        start, before, word, about_before = self._ahead(text, found, floor)
        weak = before is None or before[0] == "~" or word in self._weak
        means = after if after and weak else before
        value, upper, comparator, rule = found.value, found.upper, found.comparator, found.rule
        if means and means[0] != "~" and comparator is not Comparator.BETWEEN:
            sign, rule = means
            comparator = Comparator.BETWEEN if sign == "±" else Comparator(sign)
            value, upper = (-value, value) if sign == "±" else (value, upper)
        return Quantity(
            value,
            *(start, end, found.at, found.until),
            comparator=comparator,
            explicit=found.explicit or rule != "bare",
            upper=upper,
            unit=found.unit,
            approximate=found.approximate or about_before or about_after,
            spoken=found.spoken,
            rule=rule,
        )

    def _prefixed(self, text: str, found: Quantity) -> Quantity:
        """百分之九十五, 千分之三, and a sign before the number."""
        word = self._parts.ending(text, found.at)
        if word is not None:
            unit = self.units.named(self._parts[word])
            start = found.at - len(word)
            return replace(found, unit=unit, at=start, start=start, until=max(found.until, 0))
        if text[found.at - 1 : found.at] == "-" and found.at > 0:
            before = text[found.at - 2 : found.at - 1] if found.at > 1 else ""
            if not before or before in _SIGN_AFTER:
                return replace(found, value=-found.value, at=found.at - 1, start=found.at - 1)
        return found

    def _behind(self, text: str, found: Quantity) -> tuple[int, tuple[str, str] | None, bool]:
        """Where the quantity ends, its comparator behind the unit, and whether 左右 follows."""
        at = skip(text, found.until)
        word = self._after.starting(text, at)
        if word is None:
            return found.end, None, False
        means = self._after[word]
        if means[0] == "~~":
            return at + len(word), None, True
        if word == "内" and (found.unit is None or found.unit.dimension not in ("time", "workday")):
            return found.end, None, False
        return at + len(word), means, False

    def _ahead(
        self, text: str, found: Quantity, floor: int
    ) -> tuple[int, tuple[str, str] | None, str, bool]:
        """Where the quantity starts, its comparator before the number, its word, and 约."""
        at, about = back(text, found.at), False
        while (word := self._approximate.ending(text, at)) and at - len(word) >= floor:
            at, about = back(text, at - len(word)), True
        start = at if about else found.start
        sign = self._tolerance.ending(text, at)
        if sign is not None:
            return at - len(sign), ("±", "tolerance"), sign, about
        colon = back(text, at - 1) if text[at - 1 : at] == ":" and at > floor else at
        word = self._before.ending(text, colon)
        if word is not None and colon - len(word) >= floor:
            means = self._before[word]
            if means[0] != "~":
                return colon - len(word), means, word, about
            start = colon - len(word)
            inner = self._before.ending(text, back(text, start))
            if inner is not None and self._before[inner][0] != "~" and start - len(inner) >= floor:
                return start - len(inner), self._before[inner], inner, about
            return start, means, word, about
        return start, self._spoken_before(text, floor, start), "", about

    def _spoken_before(self, text: str, floor: int, at: int) -> tuple[str, str] | None:
        """至少开展3次: a comparator apart from its number, in the same clause."""
        clause = max(text.rfind(sign, floor, at) for sign in "，,。；;\n、") + 1
        word = ""
        for match in self._apart.finditer(text, max(clause, floor), at):
            word = match.group()
        return self._before[word] if word else None


def _alike(first: Quantity, second: Quantity) -> bool:
    return bool(first.unit and second.unit and first.unit.key == second.unit.key)


def skip(text: str, at: int) -> int:
    """The first place from `at` on that is no space."""
    while text[at : at + 1] == " ":
        at += 1
    return at


def back(text: str, at: int) -> int:
    """The place before the spaces that end at `at`."""
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at
