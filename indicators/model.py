"""The nouns that the wings exchange: places, promises, facts, forms. Frozen, and plain values.

Numbers are `Decimal`, dates are `datetime.date`; absence has a name (`Actual.missing`), so that
no `None` enters a calculation unseen. The normal forms are those of `docs/contract.md`.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Final

from indicators.errors import Words
from indicators.quick import quick_to_make, replaced


class Kind(StrEnum):
    """What sort of promise a target is."""

    QUANTITATIVE = "quantitative"
    DEADLINE = "deadline"
    SCHEDULE = "schedule"
    REFERENCE = "reference"
    QUALITATIVE = "qualitative"
    NOT_APPLICABLE = "not_applicable"


class Comparator(StrEnum):
    """How the fact must stand to the promised value."""

    GE = ">="
    GT = ">"
    EQ = "="
    LE = "<="
    LT = "<"
    BETWEEN = "between"


SIGNS = {
    Comparator.GE: "≥",
    Comparator.GT: ">",
    Comparator.EQ: "=",
    Comparator.LE: "≤",
    Comparator.LT: "<",
    Comparator.BETWEEN: "",
}

REFERENCES = {
    "contract": "合同",
    "budget": "预算",
    "plan": "计划",
    "standard": "标准",
    "actual": "实际",
}


class Direction(StrEnum):
    """Which side of the promised value is good."""

    HIGHER = "higher"
    LOWER = "lower"
    EXACT = "exact"


class Judgement(StrEnum):
    """达成 / 部分达成 / 未达成: the answer to a promise that has no number."""

    ACHIEVED = "achieved"
    PARTLY = "partly_achieved"
    NOT = "not_achieved"


class Severity(StrEnum):
    """How much a finding weighs, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest: what findings are sorted by."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt about a form, its targets or its scores; the walk goes on.

    `check` is the lasting name of the check (`weights-not-100`). `words` say what was found; where
    they do not say it all, `why` says why it matters and `mend` how to mend it.
    """

    check: str
    severity: Severity
    place: str
    words: Words
    why: Words | None = None
    mend: Words | None = None


@quick_to_make
@dataclass(frozen=True, slots=True)
class Target:
    """One promise, in the normal form of the contract (section 1 of `docs/contract.md`).

    `value` and `upper` are as written, in `unit`; `canonical` and `canonical_upper` are the same
    in the base unit of `dimension` (元, 小时, 平方米, 1 for a ratio …). `span` counts code points
    of the text given to the parser. `rule` is the id of the lexicon rule that produced it.
    """

    kind: Kind
    measure: str | None = None
    comparator: Comparator | None = None
    explicit: bool = False
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    dimension: str | None = None
    canonical: Decimal | None = None
    canonical_upper: Decimal | None = None
    direction: Direction | None = None
    approximate: bool = False
    change: str | None = None
    baseline: str | None = None
    per: str | None = None
    date: dt.date | None = None
    start: dt.date | None = None
    after: str | None = None
    to: str | None = None
    span: tuple[int, int] = (0, 0)
    rule: str = ""
    notes: tuple[Words, ...] = ()

    @property
    def phrase(self) -> str:
        """The promise in a few words, as forms print it: `<48小时`, `≥10000次`, `2019-12-31前`.

        Empty for a qualitative promise, whose words are the text itself.
        """
        about = "约" if self.approximate else ""
        unit = self.unit or ""
        if self.kind is Kind.SCHEDULE:
            times = f"{plain(self.value)}{unit or '次'}"
            return f"每{self.per}{times}" if self.value else f"按{self.per}"
        if self.kind is Kind.DEADLINE and self.date is not None:
            start = f"{self.start}至" if self.start else ""
            return f"{start}{self.date}前"
        if self.kind is Kind.DEADLINE:
            return f"{self.after or ''}后{plain(self.value)}{unit}内"
        if self.kind is Kind.REFERENCE:
            return f"按{REFERENCES.get(self.to or '', self.to or '')}"
        if self.value is None:
            return "不适用" if self.kind is Kind.NOT_APPLICABLE else ""
        if self.comparator is Comparator.BETWEEN:
            return f"{about}{plain(self.value)}～{plain(self.upper)}{unit}"
        sign = SIGNS[self.comparator or Comparator.EQ] if self.explicit else ""
        return f"{sign}{about}{plain(self.value)}{unit}"


def plain(value: Decimal | None) -> str:
    """A number as people write it: no exponent, no trailing zeros (`Decimal("1E+2")` → `100`)."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@quick_to_make
@dataclass(frozen=True, slots=True)
class Actual:
    """What was achieved for one target, read from one cell by the same grammar as targets.

    `kind` is `quantitative` (value, unit, canonical), `deadline` (date), `qualitative`
    (judgement, and the share of the points claimed, where given), `reached` (已完成, 达标: the
    text says only that the target was met), `not_applicable` or `missing`.
    `raw` are the two data items (numerator, denominator) from which a value is computed, where
    they were given instead of it. `reason` is 偏差原因, `evidence` 佐证材料; `place` says where the
    cell stands; `notes` what is doubtful in it (约90%, 95%以上), which is judged as it stands.
    """

    kind: str
    text: str = ""
    value: Decimal | None = None
    unit: str | None = None
    dimension: str | None = None
    canonical: Decimal | None = None
    approximate: bool = False
    date: dt.date | None = None
    judgement: Judgement | None = None
    share: Decimal | None = None
    reason: str = ""
    evidence: str = ""
    place: str = ""
    raw: tuple[Decimal, Decimal] | None = None
    notes: tuple[Words, ...] = ()

    @classmethod
    def missing(cls, text: str = "", *, place: str = "") -> "Actual":
        """The fact that no fact was given (未填报)."""
        return cls(kind="missing", text=text, place=place)


@dataclass(frozen=True, slots=True)
class Actuals:
    """All facts of one project: by item id, and the budget executed.

    `executed` is in `unit`, which is that of the form's budget unless the cell says otherwise;
    so is `annual`, the budget after changes in the year (全年预算数), where there were any. `goal`
    says in words what became of the year's goal.
    """

    form_id: str
    by_item: dict[str, Actual]
    executed: Decimal | None = None
    unit: str = "万元"
    place: str = ""
    annual: Decimal | None = None
    goal: str = ""


@dataclass(frozen=True, slots=True)
class BudgetPart:
    """One source of the money (财政拨款, 上年结转), in the unit of its budget; None: not given."""

    name: str
    amount: Decimal | None = None
    annual: Decimal | None = None
    executed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """The money of a project: 年初预算数 declared, 全年预算数 adjusted, 全年执行数 executed.

    All in `unit`; `parts` are its sources, where the form tells them apart.
    """

    amount: Decimal
    unit: str = "万元"
    annual: Decimal | None = None
    executed: Decimal | None = None
    place: str = ""
    parts: tuple[BudgetPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """What a filled form claims as its result, beside the `declared_points` of its rows.

    The points of the execution item with its rate as written, the total with what could be had,
    and the grade as written. None, or no text: the form does not say.
    """

    execution_max: Decimal | None = None
    execution_points: Decimal | None = None
    execution_rate: str = ""
    total_max: Decimal | None = None
    total: Decimal | None = None
    grade: str = ""


NOTHING_DECLARED = Declared()


@quick_to_make
@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of a form: 三级指标, as written, with the promises read from it.

    `number` counts the rows of the form from 1; `category` is a code of the taxonomy
    (`output.quality`). `named` are the promises that the name itself makes (建设气象站（30个）),
    `contradictions` tells where its columns contradict one another, `unit` is the unit column as
    written. The other fields behind `place` are filled where the form has those columns.
    """

    number: int
    level1: str
    level2: str
    category: str
    name: str | None
    target_text: str
    targets: tuple[Target, ...]
    place: str
    max_points: Decimal | None = None
    actual_text: str | None = None
    declared_points: Decimal | None = None
    deviation_reason: str | None = None
    evidence: str | None = None
    others: tuple[tuple[str, str], ...] = ()
    named: tuple[Target, ...] = ()
    contradictions: tuple[Words, ...] = ()
    unit: str = ""

    def items(self) -> list[tuple[str, Target]]:
        """The promises with their ids (`"3.1"`: first promise of the third row)."""
        return [(f"{self.number}.{i}", target) for i, target in enumerate(self.targets, 1)]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a form comes from: file name, SHA-256 of its bytes, sheet or page, first line."""

    file: str
    sha256: str
    part: str | None = None
    line: int | None = None


AMOUNTS_UNREADABLE: Final = {
    "amount": "budget-unreadable",
    "annual": "annual-budget-unreadable",
    "executed": "executed-unreadable",
}
MAX_POINTS_UNREADABLE: Final = "max-points-unreadable"
"""Checks of findings that something is written, but cannot be read: it is not simply missing."""


@quick_to_make
@dataclass(frozen=True, slots=True)
class Form:
    """One official form as read: head, goal, budget, indicators, and all that had to be guessed.

    `kind`: `project_declaration`, `department_declaration`, `project_selfevaluation` … ; `layout`
    is the printed form that it is most like (`selfevaluation-2019`).
    `fields` keeps every labelled cell of the head in order, so that nothing is lost; labels that
    hold names or telephone numbers of persons stay in the form and out of records.
    `goal_targets` are the promises in the text of the goal, which stands at `goal_place`;
    `goal_actual` says what came of it;
    `declared` what the unit claims as its result; `long_term_goal` and `long_term` are the goal and
    the indicators of more than the year, which are not judged in it.
    """

    kind: str
    department: str
    project: str | None
    year: int | None
    budget: Budget | None
    manager: str | None
    goal: str
    indicators: tuple[Indicator, ...]
    source: Source
    findings: tuple[Finding, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    occurrence: int = 1
    layout: str = ""
    project_id: str = ""
    implementing_unit: str = ""
    region: str = ""
    goal_actual: str = ""
    long_term_goal: str = ""
    long_term: tuple[Indicator, ...] = ()
    goal_targets: tuple[Target, ...] = ()
    goal_place: str = ""
    declared: Declared = NOTHING_DECLARED

    @property
    def id(self) -> str:
        """A short name that stays the same when the declaration is read again.

        Made from kind, year, department and project, and the id of the project where the form
        gives one; `occurrence` tells twins in one file apart.
        """
        parts = (self.kind, str(self.year), self.department, self.project or "", self.project_id)
        key = "|".join(parts if self.project_id else parts[:-1])
        digest = sha256(key.encode("utf-8")).hexdigest()[:8]
        return digest if self.occurrence == 1 else f"{digest}-{self.occurrence}"

    @property
    def title(self) -> str:
        """What to call the form in a sentence: the project, or else the department."""
        return self.project or self.department

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that forbid going on: a part of the form is not there."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    def found(self, *checks: str) -> list[Finding]:
        """The findings of these checks, in the order of the form."""
        return [each for each in self.findings if each.check in checks]

    def items(self) -> list[tuple[str, Indicator, Target]]:
        """Every promise of the form with its id and its row, in the order of the form."""
        return [(key, row, target) for row in self.indicators for key, target in row.items()]

    def with_occurrence(self, occurrence: int) -> "Form":
        """The same form, marked as the n-th of its name in its file."""
        return replaced(self, occurrence=occurrence)
