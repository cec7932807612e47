"""What is re-checked, and what comes of it: the row as declared, its verdict, the whole form."""

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from indicators.errors import Words
from indicators.model import Actual, Finding, Form, Indicator, Kind, Target
from scoring.execution import Money
from scoring.model import Grade, StandardRef, Working
from scoring.weights import EXECUTION


class Verdict(StrEnum):
    """How the points that a unit gave itself stand to those of the standard."""

    AGREES = "agrees"
    ROUNDING = "rounding"
    EXPLAINED = "explained"
    DIFFERS = "differs"
    NOT_COMPUTABLE = "not_computable"


VERDICT_TITLES = {
    Verdict.AGREES: Words("一致", "agrees"),
    Verdict.ROUNDING: Words("只差取整", "rounding only"),
    Verdict.EXPLAINED: Words("另有规则", "another rule"),
    Verdict.DIFFERS: Words("不一致", "differs"),
    Verdict.NOT_COMPUTABLE: Words("无法核对", "cannot be checked"),
}


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """One row of a self-evaluation as read: the indicator, and for each of its promises the fact,
    or the words that say why the fact could not be read.

    The money is such a row too, of the category `execution`; `rate` is the execution rate in
    percent as the form prints it.
    """

    indicator: Indicator
    facts: tuple[Actual | Words, ...]
    rate: Decimal | None = None

    @property
    def is_money(self) -> bool:
        """Whether it is the execution item and no indicator."""
        return self.indicator.category == EXECUTION

    @property
    def evidence(self) -> str | None:
        """What the form says of evidence; None: it has no such column."""
        return self.indicator.evidence

    @property
    def name(self) -> str:
        """What to call the row in a sentence."""
        row = self.indicator
        return row.name or row.target_text or row.level2 or row.level1

    @property
    def place(self) -> str:
        """Where it stands."""
        return self.indicator.place


def money_row(
    money: Money,
    *,
    max_points: Decimal | None,
    declared_points: Decimal | None,
    rate: Decimal | None = None,
) -> DeclaredRow:
    """The execution item of a form as a row: the budget is promised, the spending is the fact."""
    indicator = replace(
        _EXECUTION,
        target_text=money.target.phrase,
        targets=(money.target,),
        place=money.place,
        max_points=max_points,
        actual_text=money.actual.text,
        declared_points=declared_points,
    )
    return DeclaredRow(indicator, (money.actual,), rate=rate)


def unread_money(
    why: Words,
    place: str,
    *,
    max_points: Decimal | None,
    declared_points: Decimal | None,
    rate: Decimal | None = None,
) -> DeclaredRow:
    """The execution item of a form whose amounts say nothing, and why."""
    indicator = replace(
        _EXECUTION, place=place, max_points=max_points, declared_points=declared_points
    )
    return DeclaredRow(indicator, (why,), rate=rate)


_EXECUTION = Indicator(
    number=0,
    level1="",
    level2="预算执行率",
    category=EXECUTION,
    name="预算执行率",
    target_text="",
    targets=(Target(kind=Kind.QUANTITATIVE),),
    place="",
)


@dataclass(frozen=True, slots=True)
class DeclaredForm:
    """One self-evaluation as read: the form, its rows (the money among them), and its bottom line.

    `form.indicators` and `rows` are the same rows; `total` and `grade` are what the unit declares.
    """

    form: Form
    rows: tuple[DeclaredRow, ...]
    total: Decimal | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class RowCheck:
    """The verdict on one row.

    `computed` are the points by the standard: where it leaves a range open (`low` to `high`), the
    declared ones if they lie within, else the nearer end. None: they cannot be computed.
    `cuts` are the ids of the roundings that lead from the rule's points to the declared ones.
    """

    row: DeclaredRow
    verdict: Verdict
    explanation: Words
    computed: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    met: bool | None = None
    workings: tuple[Working, ...] = ()
    cuts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def number(self) -> int:
        """The number of the row in its form; 0 is the money."""
        return self.row.indicator.number

    @property
    def needs_decision(self) -> bool:
        """Whether a reviewer should decide about its points."""
        return self.verdict is not Verdict.AGREES and not self.is_money_left_out

    @property
    def is_money_left_out(self) -> bool:
        """Whether it is the money, to which the form gives no points; they can be computed."""
        return self.row.is_money and self.declared is None and self.computed is not None

    @property
    def declared(self) -> Decimal | None:
        """The points that the unit gave itself."""
        return self.row.indicator.declared_points

    @property
    def difference(self) -> Decimal | None:
        """Declared less computed: above zero, the unit gave itself too much."""
        if self.computed is None or self.declared is None:
            return None
        return self.declared - self.computed

    @property
    def counted(self) -> Decimal | None:
        """The points for the recomputed total: computed, else (nobody can say better) declared."""
        return self.declared if self.computed is None else self.computed


class TotalOf(StrEnum):
    """Where a declared total comes from: printed on the form, or its points added up, with those
    computed for the money where the form gives it none.
    """

    PRINTED = "printed"
    SUMMED = "summed"
    SUMMED_WITH_MONEY = "summed_with_execution"
    NOTHING = "none"


@dataclass(frozen=True, slots=True)
class FormCheck:
    """The verdicts on one form, its bottom line computed anew, and what was found.

    `total` counts what could not be computed as declared; `unchecked` are those points.
    `declared_total` is what the form prints, else the sum of the declared points; so is
    `declared_grade`. `findings` are those about the form as a whole; the rows have their own.
    """

    declared: DeclaredForm
    standard: StandardRef
    rows: tuple[RowCheck, ...]
    total: Decimal
    grade: Grade
    declared_total: Decimal | None
    declared_grade: str | None
    unchecked: Decimal
    findings: tuple[Finding, ...] = ()

    @property
    def declared_from(self) -> TotalOf:
        """Where the declared total comes from."""
        if self.declared_total is None:
            return TotalOf.NOTHING
        if self.declared.total is not None:
            return TotalOf.PRINTED
        is_money_added = any(row.is_money_left_out for row in self.rows)
        return TotalOf.SUMMED_WITH_MONEY if is_money_added else TotalOf.SUMMED

    @property
    def verdicts(self) -> Counter[Verdict]:
        """How many rows have which verdict; money to which the form gives no points has none."""
        return Counter(row.verdict for row in self.rows if not row.is_money_left_out)

    @property
    def is_computed(self) -> bool:
        """Whether any row could be computed, so that total and grade mean something."""
        return any(row.computed is not None for row in self.rows)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """What was found about the form, then what about its rows."""
        return (*self.findings, *(found for row in self.rows for found in row.findings))
