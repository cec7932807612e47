"""How often something was done in the year, as the answer to a schedule: 24次, 每季度1次."""

from decimal import Decimal

from indicators.errors import Words
from indicators.grammar import periods as spans
from indicators.grammar.answer import Case
from indicators.grammar.cell import CellParser
from indicators.grammar.compounds import Compounds
from indicators.grammar.dates import DateSpan
from indicators.grammar.refusals import Refusals
from indicators.grammar.tokens import Quantity
from indicators.model import Actual, Kind

_NO_TIME = " "
"""The name of no unit."""

_HALF = 2
_YEAR = 12


class Often:
    """Reads such answers by a parser."""

    def __init__(self, parser: CellParser, refusals: Refusals, compounds: Compounds) -> None:
        self._p = parser
        self._refusals = refusals
        self._compounds = compounds
        self._name: str = parser.lexicon.data["units"]["once"]
        self._time = parser.scanner.units.named(self._name)

    def read(
        self, case: Case, clean: str, quantities: list[Quantity], dates: list[DateSpan]
    ) -> Actual:
        """`4次` in the year, or `每季度1次`; `dates` are what it says of when: 上半年1次."""
        stated = self._p.targets(clean)[0]
        if stated.kind is Kind.SCHEDULE and stated.canonical is not None:
            part = _part_of_year(dates)
            notes = (spans.in_part(case.text),) if part < 1 else ()
            return case.fact(stated.canonical * part, self._time, notes=notes)
        if len(quantities) != 1:
            raise case.several()
        found = quantities[0]
        times = self._times(clean, found)
        end = self._compounds.end(case, found, times or Decimal(1))
        found, told = (found, []) if end is None else (end[0], [end[1]])
        self._refusals.refuse(case, found)
        unit = found.unit
        is_time = unit is not None and unit.dimension == "time"
        if is_time and unit and unit.name.endswith(case.target.per or _NO_TIME):
            return case.fact(found.value, self._time)  # 已发放12个月, for 按月发放
        if times is None or (unit is not None and unit.dimension != "count"):
            raise case.error("这里要填全年实际次数", "the number of times in the year is due here")
        if not times:
            times, said = self._of_schedule(case, found.value, dated=bool(dates))
            told += said
        vague = found.approximate
        return case.fact(found.value * times, self._time, approximate=vague, notes=tuple(told))

    def _times(self, clean: str, found: Quantity) -> Decimal | None:
        """How many of its periods the year has: 12 for 2次/月, and for 每月 before 2-3次; 0 where
        no period is written, None where the year holds no number of them.
        """
        if found.unit is not None and found.unit.per:
            times = self._p.wordings.times_a_year(found.unit.per)
            return None if times is None else Decimal(times)
        period = self._p.wordings.period_in(clean[: found.start])
        return period[2] if period is not None else Decimal(0)

    def _of_schedule(
        self, case: Case, done: Decimal, *, dated: bool
    ) -> tuple[Decimal, list[Words]]:
        """By what a bare number of times counts, and what to say of it."""
        target = case.target
        due, a_year, per = target.value, target.canonical, target.per
        if target.kind is not Kind.SCHEDULE or not due or not a_year or not per:
            return Decimal(1), []
        times = int(a_year / due)
        is_of_year = spans.is_of_year(done, due, times, dated=dated)
        if is_of_year is None:
            raise case.error(*spans.UNCLEAR)
        if not is_of_year:
            return Decimal(times), [spans.of_each(done, per, self._name)] if times > 1 else []
        is_clear = done * _HALF > a_year
        return Decimal(1), [] if is_clear else [spans.of_year(done, due, times, per, self._name)]


def _part_of_year(dates: list[DateSpan]) -> Decimal:
    """Which part of a year is meant: half of it for 1-6月每月1次."""
    if len(dates) != 1:
        return Decimal(1)
    first, last = dates[0].first, dates[0].last
    months = _YEAR * (last.year - first.year) + last.month - first.month + 1
    return Decimal(months) / _YEAR if 1 < months < _YEAR else Decimal(1)
