"""Whether the unit of an answer compares with that of its promise, and which one is meant."""

import re
from decimal import Decimal

from indicators.errors import Words
from indicators.grammar import periods as spans
from indicators.grammar.answer import Case
from indicators.grammar.cell import CellParser
from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import any_of
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Measured
from indicators.model import Target

_BRACKETS = re.compile("[()/]")

_ONE_NUMBER = re.compile(r"(?!1\.\s)\D*\d[\d.\s]*\s[\d.\s]*\d[^\d\s]\D*")
_BREAK = re.compile(r"(?<=[\d.])\s+(?=[\d.])")
_SHORT = 40
"""A longer answer is no single number."""

_DAY = 24
"""Hours of a day."""

_FAR = 10
"""A bare number this many times off its target makes one ask whether another unit was meant …"""

_WHOLE = 100
"""No promise of percents is more, where they are parts of a whole."""

_NEAR = 3
"""… if in that unit it comes within this factor of the target."""


class Fitting:
    """Compares units by the words of a parser's lexicon."""

    def __init__(self, parser: CellParser) -> None:
        part = parser.lexicon.data["units"]
        self._units = parser.scanner.units
        self._times_a_year = parser.wordings.times_a_year
        self._powers: dict[str, int] = parser.lexicon.data["numerals"]["powers"]
        self._yearly = re.compile(f"[/·](?:{any_of(part['each_alone'])})$")
        self._costs = re.compile(any_of(parser.lexicon.data["qualitative"]["unit_costs"]))
        self._alike = [frozenset(words) for words in part["alike"]]
        self._generic: str = part["generic"]
        self._things = frozenset([self._generic, *part["things"]])
        self._ranks = frozenset(parser.lexicon.data["comparators"]["ranks"])
        self._ordinal = re.compile(any_of(parser.lexicon.data["speech"]["ordinal"]))
        self._short: dict[str, str] = part["short"]
        self._spoken_short = re.compile(rf"(?<=\d)({any_of(self._short)})(?![^\d，,。；;\s])")

    def spelled(self, text: str, target: Target) -> str:
        """`text` with the full word for a unit that is short where a time is due: 4分32秒; and
        with a plain number where a rank is: 第6名, for 前10名. One number that the end of a line or
        a slip broke is put together: 95.⏎6%.
        """
        if len(text) <= _SHORT and _ONE_NUMBER.fullmatch(text):
            text = _BREAK.sub("", text)
        if target.rule in self._ranks:
            return self._ordinal.sub("", text)
        if target.dimension != "time":
            return text
        return self._spoken_short.sub(lambda match: self._short[match[1]], text)

    def fit(self, given: Measured, due: Measured, measure: str) -> bool:
        """Whether units compare: 天 with 小时, 套 with 台(套), 次 with 次/年, 元/人·月 with
        元/月·人, and 元/人 with 元 where the name says that it is by the piece (人均成本).
        """
        if given.key == due.key or f"({given.name})" in due.name or f"({due.name})" in given.name:
            return True
        if _BRACKETS.sub("", given.name) == _BRACKETS.sub("", due.name):
            return True  # 家(次) for 家次, 件/套 for 件(套)
        if self._yearly.sub("", given.key) == self._yearly.sub("", due.key):
            return True
        if self.stands_for(given, due, measure):
            return True
        both_by = given.per is not None and due.per is not None
        return both_by and self._parts(given) == self._parts(due)

    def stands_for(self, given: Measured, due: Measured, measure: str) -> bool:
        """Whether one unit only stands for the other: what is counted by any of some words (8场 for
        5次), or by 个 instead of its own word; a rate below a name that alone tells by what
        (1156元/人 for 元).
        """
        both = {given.name, due.name}
        if any(both <= alike for alike in self._alike):
            return True
        if self._generic in both and both <= self._things:
            return True
        is_rate = given.per is not None and due.per is None and self.is_part(due, given)
        return is_rate and self._costs.search(measure) is not None

    @staticmethod
    def is_part(given: Measured, due: Measured | None) -> bool:
        """Whether a rate is answered without its denominator: 1000元 for 1000元/人."""
        return due is not None and bool(due.per) and due.key.startswith(f"{given.key}/")

    def month(self, unit: Measured) -> Measured | None:
        """The month, for a unit that converts into months: 年."""
        return self._units.named(unit.key.rpartition(":")[2]) if unit.dimension == "time" else None

    def fill(self, quantities: list[Quantity], target: Target) -> bool:
        """Whether an answer is as long as the stretch of months that was promised."""
        unit = quantities[0].unit if len(quantities) == 1 else None
        month = self.month(unit) if unit is not None else None
        if month is None or unit is None or target.start is None or target.date is None:
            return False
        months = DateSpan(target.start, target.date, 0, 0, "month", ranged=True).months
        return months is not None and unit.canonical(quantities[0].value) == month.canonical(
            Decimal(months)
        )

    @staticmethod
    def is_quicker(quantity: Quantity, due: Measured, target: Target) -> bool:
        """Whether so many days are within as many working days at most: 3天 for 5个工作日."""
        unit = quantity.unit
        is_day = unit is not None and unit.key == "time" and unit.canonical(Decimal(1)) == _DAY
        is_limit = due.dimension == "workday" and target.direction == "lower"
        return is_day and is_limit and quantity.value <= (target.value or 0)

    def periods(self, quantity: Quantity, target: Target, due: Measured | None) -> int | None:
        """In how many periods so much was done that answers a rate: 12次 for 1次/月 is of the year,
        2次 for 2次/月 of a month. None: it may be either.
        """
        times = self._in_a_year(quantity, target, due)
        if times == 1 or target.value is None:
            return 1
        is_of_year = spans.is_of_year(quantity.value, target.value, times)
        return None if is_of_year is None else times if is_of_year else 1

    def about_periods(
        self, quantity: Quantity, target: Target, due: Measured | None, periods: int
    ) -> tuple[Words, ...]:
        """What to say of a number that is read as done in so many `periods`."""
        times = self._in_a_year(quantity, target, due)
        if times == 1 or target.value is None or due is None or not quantity.value:
            return ()
        unit = quantity.unit.name if quantity.unit else ""
        if periods > 1:
            return (spans.of_year(quantity.value, target.value, times, due.per or "", unit),)
        return (spans.of_each(quantity.value, due.per or "", unit),)

    def _in_a_year(self, quantity: Quantity, target: Target, due: Measured | None) -> int:
        """How many periods of a rate the year has, where a number may be of either; else 1."""
        if quantity.unit is None or due is None or due.per is None or target.value is None:
            return 1
        may_add_up = quantity.unit.dimension in {"count", *self._units.amounts}
        return (self._times_a_year(due.per) or 1) if may_add_up else 1

    def as_written(self, case: Case, value: Decimal, unit: Measured) -> Measured | None:
        """The unit as the promise has it (万亩), for a bare `value` that is near it in that one
        only: 46.9 below 46.83万亩.
        """
        aim = case.target.canonical
        if not aim or not value or _is_near(unit.canonical(value), aim):
            return None
        signs = [sign for sign in self._powers if f"{sign}{unit.name}" in case.promised]
        written = (self._units.named(f"{sign}{unit.name}") for sign in signs)
        return next((u for u in written if u and _is_near(u.canonical(value), aim)), None)

    @staticmethod
    def is_alike(value: Decimal, given: Measured, target: Target) -> bool:
        """Whether a number in some unit is likely that of a promise without one; 118% is of 100,
        and of 200 only a share.
        """
        if given.name == "%" and (target.value or 0) > _WHOLE:
            return False
        return not value or not target.value or _is_near(value, target.value)

    def better(self, value: Decimal, unit: Measured, target: Target) -> str | None:
        """Another unit in which `value` is near the target, where it is far off in `unit`."""
        aim = target.canonical
        if not aim or not value or _is_near(unit.canonical(value), aim):
            return None
        for sign, power in self._powers.items():
            if 1 / Decimal(_NEAR) < unit.canonical(value) * power / aim < _NEAR:
                return f"{sign}{unit.name}"
        if unit.dimension not in ("money", "time", "area", "mass", "length"):
            return None
        for other in self._units.convertible(unit.key):
            if 1 / Decimal(_NEAR) < other.canonical(value) / aim < _NEAR:
                return other.name
        return None

    def _parts(self, unit: Measured) -> tuple[str, list[str]]:
        """A rate's own unit, and what it is counted by, in any order: 吨/日 as 吨/天."""
        key, *parts = re.split("[/·]", unit.key)
        return key, sorted(map(self._period, parts))

    def _period(self, part: str) -> str:
        """A part of a denominator, however a span of time is called: 日 and 天."""
        unit = self._units.named(part)
        is_time = unit is not None and unit.dimension == "time"
        return f"{unit.key}:{unit.numerator}" if unit and is_time else part


def _is_near(value: Decimal, aim: Decimal) -> bool:
    return 1 / Decimal(_FAR) < value / aim < _FAR
