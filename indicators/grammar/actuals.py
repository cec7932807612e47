"""One cell of text → the fact it states for one promise, by the same scan that read the promise.

What cannot be compared with the promise is an error that says why and how to mend it: another
dimension, text where a number is due, `0.92` against `90%`, a bare number that two units fit.
"""

import re
from dataclasses import replace
from decimal import Decimal

from indicators.errors import ActualsError, Words
from indicators.exact import exactly
from indicators.grammar.allowances import Allowances
from indicators.grammar.answer import Case
from indicators.grammar.cell import CellParser
from indicators.grammar.choosing import Choosing
from indicators.grammar.compounds import Compounds
from indicators.grammar.dates import DateSpan
from indicators.grammar.finished import Finished
from indicators.grammar.fitting import Fitting
from indicators.grammar.judgements import Judgements
from indicators.grammar.judging import Judging
from indicators.grammar.often import Often
from indicators.grammar.periods import UNCLEAR
from indicators.grammar.refusals import Refusals
from indicators.grammar.reservations import Reservations
from indicators.grammar.tokens import Mark, Point, Quantity
from indicators.grammar.units import Measured
from indicators.grammar.worded import says_in_time
from indicators.model import Actual, Judgement, Kind, Target, plain

_OUTER = " 。.；;，,\n"
_MONTHS = re.compile(r"(?:19|20)\d\d\.\d")


class ActualReader:
    """Reads facts with the words of a parser's lexicon."""

    def __init__(self, parser: CellParser) -> None:
        self._p = parser
        part = parser.lexicon.data["qualitative"]
        self._unfilled = frozenset(part["unfilled"])
        self._nothing = frozenset(part["nothing"])
        self._time: str = parser.lexicon.data["units"]["once"]
        self._powers: dict[str, int] = parser.lexicon.data["numerals"]["powers"]
        self._judgements = Judgements(parser.lexicon, parser.wordings)
        self._judging = Judging(parser, self._judgements)
        self._remarks = re.compile("|".join(part["remarks"]) or r"(?!)")
        self._of_target_words = re.compile("|".join(part["of_target"]) or r"(?!)")
        self._marks = frozenset(parser.lexicon.data["dates"]["period_marks"])
        self._units = Fitting(parser)
        self._choosing = Choosing(parser.lexicon)
        self._reservations = Reservations(parser.lexicon)
        self._refusals = Refusals(parser, self._reservations)
        self._finished = Finished(parser.lexicon)
        self._compounds = Compounds(parser.lexicon)
        self._often = Often(parser, self._refusals, self._compounds)
        self._allowances = Allowances(parser.lexicon)

    @exactly
    def read(
        self, text: str, target: Target, *, promised: str, place: str, year: int | None
    ) -> Actual:
        """The fact that `text` states for `target`; see `read_actual`."""
        case = Case(text.strip(), target, place, promised)
        clean = self._units.spelled(self._p.scanner.clean(case.text), target).strip(_OUTER)
        if case.is_dated:
            clean = self._finished.spelled(clean)
        if not clean or clean in self._unfilled:
            return Actual.missing(case.text, place=place)
        is_nothing = clean in self._nothing and target.kind is not Kind.NOT_APPLICABLE
        if not is_nothing and self._p.wordings.is_not_applicable(clean):
            return Actual("not_applicable", case.text, place=place)
        if target.kind is Kind.NOT_APPLICABLE:
            return Actual("not_applicable", case.text, place=place)
        if target.kind in (Kind.QUALITATIVE, Kind.REFERENCE):
            return self._within(case, clean, year) or self._judging.judged(case, clean)
        try:
            return self._counted(case, clean, year)
        except ActualsError:
            fact = self._of_figure(case, clean, year)
            if fact is None:
                raise
            return fact

    def _within(self, case: Case, clean: str, year: int | None) -> Actual | None:
        """98.6万元, for 控制在预算内 of a form whose budget is known."""
        limit = self._unit(case.target)
        if limit is None or case.target.value is None:
            return None
        try:
            spent = self._counted(case, clean, year).canonical
        except ActualsError:
            return None
        if spent is None:
            return None
        is_kept = spent <= limit.canonical(case.target.value)
        judgement = Judgement.ACHIEVED if is_kept else Judgement.NOT
        return Actual("qualitative", case.text, judgement=judgement, place=case.place)

    def _of_figure(self, case: Case, clean: str, year: int | None) -> Actual | None:
        """The fact that an answer states without its remarks (其中新建2项), if it has any."""
        bare = self._remarks.sub("", clean).strip(_OUTER)
        if bare in ("", clean):
            return None
        try:
            return replace(self._counted(replace(case, text=bare), bare, year), text=case.text)
        except ActualsError:
            return None

    def _counted(self, case: Case, clean: str, year: int | None) -> Actual:
        target = case.target
        tokens = self._p.scanner.tokens(clean, year=year, point=self._point(case, clean))
        quantities = [t for t in tokens if isinstance(t, Quantity) and self._counts(t)]
        dates = [token for token in tokens if isinstance(token, DateSpan)]
        slip = self._p.slips.told(clean, [t for t in tokens if isinstance(t, Mark)])
        if slip is not None:
            raise case.error(slip.zh.rstrip("。"), slip.en.rstrip("."))
        if case.is_dated and (fact := self._dated(case, clean, dates, quantities)):
            return fact
        is_often = target.kind is Kind.SCHEDULE or target.unit == self._time
        said = self._p.wordings.schedule(clean) if is_often and not quantities else None
        if said is not None:
            if target.kind is Kind.SCHEDULE and said.canonical == target.canonical:
                # 按月足额发放到位, for 按月发放
                return case.kept()
            return self._often.read(case, clean, quantities, dates)
        if not quantities and (fact := self._as_long(case, dates)):
            return fact
        if dates and target.after and not quantities:
            return self._by_a_day(case, clean, target.after)
        if not quantities or case.is_dated:
            return self._reached(case, clean, dates[-1].end if dates else 0)
        is_times = target.unit == self._time and not self._marks.isdisjoint(clean)
        if target.kind is Kind.SCHEDULE or is_times:
            return self._often.read(case, clean, quantities, dates)
        return self._without_number(case, clean, quantities) or self._quantity(case, quantities)

    def _point(self, case: Case, clean: str) -> Point:
        """How a point between two numbers is meant: 2022.12 is a month where a time is due."""
        if self._unit(case.target) is self._p.scanner.units.ratio:
            return "ratio"
        is_stretch = case.target.dimension == "time" and _MONTHS.match(clean)
        return "date" if case.is_dated or is_stretch else "decimal"

    def _without_number(self, case: Case, clean: str, found: list[Quantity]) -> Actual | None:
        """486处实现巡查全覆盖, for a share: what words say of it, where no number does."""
        unit = self._unit(case.target)
        if unit is None or any(q.unit is None or q.unit.dimension == unit.dimension for q in found):
            return None
        value = self._implied(case, clean)
        return None if value is None else case.fact(value, unit)

    def _dated(
        self, case: Case, clean: str, dates: list[DateSpan], quantities: list[Quantity]
    ) -> Actual | None:
        """The day when it was done; or all along: 12个月, for 1月至12月."""
        if case.target.start is not None and self._units.fill(quantities, case.target):
            return case.kept()
        days = self._finished.days(clean, dates, case.measure)
        if len({day.last for day in days}) > 1:
            raise case.error(
                "里面有几个日期，不知道以哪个为准；请只填做完的那一天", "holds several days; one"
            )
        if not days:
            return None
        if "%" not in case.promised and self._finished.is_part(clean, days[0], quantities):
            raise case.error(
                "到那一天只做完了一部分；请填全部做完的那一天",
                "only a part was done by that day; the day when all was done is due",
            )
        return Actual("deadline", case.text, date=days[0].last, place=case.place)

    def _as_long(self, case: Case, dates: list[DateSpan]) -> Actual | None:
        """2022年1月至12月, for a promise of 1年: so many months."""
        unit, months = self._unit(case.target), dates[0].months if len(dates) == 1 else None
        month = self._units.month(unit) if unit is not None and months else None
        return case.fact(Decimal(months), month) if month and months else None

    @staticmethod
    def _by_a_day(case: Case, clean: str, event: str) -> Actual:
        """2022年5月 says nothing of 合同签订后4个月内, but 2022年5月按期交付 does."""
        if says_in_time(clean):
            return case.kept()
        due = f"{plain(case.target.value)}{case.target.unit or ''}"
        raise case.error(
            f"目标从“{event}”起算，只有日期看不出用了多久；请填用了多久，如 {due}",
            f"the promise counts from '{event}', so a day alone does not tell; enter how long it "
            f"took, such as {due}",
        )

    @staticmethod
    def _counts(quantity: Quantity) -> bool:
        """A stray Chinese numeral without unit or comparator (统一) is no fact."""
        return not quantity.spoken or quantity.unit is not None or quantity.explicit

    def _reached(self, case: Case, clean: str, behind: int = 0) -> Actual:
        """已完成, 达标: the text says that the promise was kept, and no more.

        `behind`: where a day ends that says only by when it was not: 截至12月31日尚未完成.
        """
        value = self._implied(case, clean)
        if value is not None:
            return case.fact(value, self._unit(case.target))
        judgement = self._judging.of_number(case, clean, behind)
        if judgement is Judgement.ACHIEVED:
            return case.kept()
        if judgement is not None and case.is_dated:
            # A day that has not come yet cannot be given: 未完成 is an answer of its own.
            return Actual("qualitative", case.text, judgement=judgement, place=case.place)
        due = case.due
        raise case.error(f"这里要填{due[0]}", f"{due[1]} is due here")

    def _implied(self, case: Case, clean: str) -> Decimal | None:
        """What words say without a number: 无 and 未发生 are 0 of something bad, 全覆盖 is 100%."""
        if case.target.value is None:
            return None
        counts = case.target.dimension in ("count", "ratio", None)
        none_is_good = case.target.direction == "lower" or not case.target.value
        if none_is_good and counts and self._judgements.says_none(clean):
            return Decimal(0)
        implied = self._p.wordings.implied(clean)
        if [each.unit for each in implied] != [case.target.unit]:
            return None
        # 未全覆盖, 基本全覆盖
        return None if self._judgements.weakens(clean[: implied[0].span[0]]) else implied[0].value

    def _quantity(self, case: Case, quantities: list[Quantity]) -> Actual:
        unit = self._unit(case.target)
        found, fits, told = self._whole(case, quantities, unit)
        quantity = self._of_target(case, found, unit)
        self._refusals.refuse(case, quantity)
        self._refuse_other_unit(case, quantity)
        if fits and self._reservations.is_beyond(case.text, quantity, case.target):
            return case.kept()
        periods = 1 if fits else self._units.periods(quantity, case.target, unit)
        if periods is None:
            raise case.error(*UNCLEAR)
        meant = self._meant(case, quantity, unit, fits=fits)
        quantity = quantity if meant is quantity.unit else replace(quantity, unit=meant)
        value = -quantity.value if self._turns_round(case, quantity) else quantity.value
        if not fits:
            told += self._units.about_periods(found, case.target, unit, periods)
        notes = (*told, *self._reservations.about(case, quantity, found.unit))
        vague = quantity.approximate
        fact = case.fact(value / periods, quantity.unit, approximate=vague, notes=notes)
        fact = fact if periods == 1 else replace(fact, raw=(value, Decimal(periods)))
        return self._allowances.applied(case.target, fact)

    def _whole(
        self, case: Case, quantities: list[Quantity], unit: Measured | None
    ) -> tuple[Quantity, bool, tuple[Words, ...]]:
        """The number that is the fact, put together where it stands in parts; whether its unit
        compares with that of the promise; and what to say of how it was taken.
        """
        whole = self._compounds.product(case, quantities, unit)
        if whole is None:
            try:
                found, fits = self._found(case, quantities, unit)
            except ActualsError:
                whole = self._compounds.total(case, quantities, unit)
                if whole is None:
                    raise
        if whole is not None:
            return whole[0], True, (whole[1],)
        end = self._compounds.end(case, found)
        return (found, fits, ()) if end is None else (end[0], fits, (end[1],))

    def _found(
        self, case: Case, quantities: list[Quantity], unit: Measured | None
    ) -> tuple[Quantity, bool]:
        """The number that is the fact, and whether its unit compares with that of the promise."""
        if len(quantities) > 1:
            quantities = self._choosing.candidates(case, quantities)
        fitting = [
            q for q in quantities if q.unit and unit and self._units.fit(q.unit, unit, case.about)
        ]
        if len(fitting) > 1:
            fitting = self._choosing.in_its_unit(case, fitting, unit)
        if not fitting and case.target.dimension == "money":  # 2.86亿，完成95.3%
            fitting = [q for q in quantities if q.unit is None and self._ends_in_power(case, q)]
        found = self._choosing.one(case, fitting or quantities)
        if found is None:
            raise case.several()
        return found, bool(fitting)

    def _meant(
        self, case: Case, quantity: Quantity, due: Measured | None, *, fits: bool
    ) -> Measured | None:
        """The unit that a number is in, given that of the promise; `fits`: the two compare."""
        given = quantity.unit
        if given is None or (not fits and self._units.is_part(given, due)):
            return self._assumed(case, quantity, due)
        if not fits and given != due:
            return self._other(case, quantity, due)
        if due is None or given is due or not self._units.stands_for(given, due, case.about):
            return given
        return self._p.scanner.units.named(given.name.partition("/")[0]) if given.per else due

    def _turns_round(self, case: Case, quantity: Quantity) -> bool:
        """下降5%, answered by 上升2%: the promised change of the other sign; or by -6%."""
        promised = case.target.change or self._p.change_in(case.measure)
        if promised is None or case.target.dimension not in ("ratio", "point"):
            return False
        stated = self._p.targets(case.text)[0].change
        if stated is None:
            return promised == "decrease" and quantity.value < 0
        return stated != promised

    def _of_target(self, case: Case, quantity: Quantity, unit: Measured | None) -> Quantity:
        """完成年初目标的98%: so much of the target, where that is no percentage itself."""
        target = case.target
        is_share = quantity.unit is not None and quantity.unit.name == "%"
        is_other = (unit is None or unit.dimension != "ratio") and target.direction != "lower"
        if not (is_share and is_other and target.value is not None and target.upper is None):
            return quantity
        if not self._of_target_words.search(case.clause(quantity)):
            return quantity
        return replace(quantity, value=target.value * quantity.value / 100, unit=unit)

    def _other(self, case: Case, quantity: Quantity, due: Measured | None) -> Measured | None:
        """The unit of a number in another unit than the promise's: none of anything is none."""
        given = quantity.unit
        assert given is not None
        is_count = given.dimension == "count"
        if not quantity.value and is_count and due is not None and due.dimension == "count":
            return due
        if due is not None and self._units.is_quicker(quantity, due, case.target):
            return due
        if due is None:
            if self._units.is_alike(quantity.value, given, case.target):
                return given if is_count else None  # 4个, for 4; 12个月, for 12
            raise case.error(
                f"目标没有写单位，无法与“{given.name}”比较；请只填数字",
                f"the target has no unit to compare '{given.name}' with; enter the bare number",
            )
        raise case.error(
            f"单位“{given.name}”不能换算成“{due.name}”；请按“{due.name}”填写",
            f"'{given.name}' does not convert into '{due.name}'; enter it in '{due.name}'",
        )

    def _refuse_other_unit(self, case: Case, quantity: Quantity) -> None:
        """118.6元, where 120万元 was promised: the wrong unit, or nearly nothing."""
        given = quantity.unit
        if given is None or given.key != "money" or case.target.dimension != "money":
            return
        if given.name == case.target.unit:
            return  # written like the promise, it is meant, however far off
        other = self._units.better(quantity.value, given, case.target)
        if other is not None:
            raise case.error(
                f"与目标相差悬殊，单位可能不是“{given.name}”而是“{other}”；请核对单位",
                f"it is far off the target; the unit may be '{other}' and not '{given.name}'",
            )

    def _assumed(self, case: Case, quantity: Quantity, unit: Measured | None) -> Measured | None:
        """The target's unit for a bare number, unless that would be a guess.

        Raises:
            ActualsError: for `0.92` against `90%`, and where another unit of the same dimension
                fits the target better.
        """
        if unit is None:
            return None
        value, target = quantity.value, case.target
        if unit.key == "money" and self._ends_in_power(case, quantity):
            return self._p.scanner.units.money  # 498.76万 of money is 万元
        if unit is self._p.scanner.units.ratio:
            raise case.error("这里要填比值，如 1:18", "a ratio such as 1:18 is due here")
        if unit.name == "%" and 0 < value <= 1 and (target.value or 0) > 1:
            share = plain(value * 100)
            raise case.error(
                f"目标是百分数，“{plain(value)}”可能是 {share}%，也可能是 {plain(value)}%；"
                f"请写明，如 {share}%",
                f"the target is a percentage; {plain(value)} may mean {share}% or "
                f"{plain(value)}%; write {share}%",
            )
        written = self._units.as_written(case, value, unit)
        if written is not None:
            return written
        other = self._units.better(value, unit, target)
        if other is not None:
            raise case.error(
                f"没有写单位：按“{unit.name}”与目标相差悬殊，也可能是“{other}”；请连单位一起填写",
                f"no unit given: in '{unit.name}' it is far off the target, it may be in "
                f"'{other}'; write the unit too",
            )
        return unit

    def _ends_in_power(self, case: Case, quantity: Quantity) -> bool:
        return case.text[quantity.until - 1] in self._powers

    def _unit(self, target: Target) -> Measured | None:
        return self._p.scanner.units.named(target.unit) if target.unit else None
