"""What judging gives: the working of every point, the score of an item, of a project, its grade.

All points and amounts are exact `Decimal`s. The working travels with the answer: reports print
it, tests compare it, nobody computes it a second time.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from indicators.errors import Words
from indicators.model import Finding
from indicators.quick import quick_to_make

Missing = Literal["refuse", "zero", "exclude"]
"""What becomes of a fact that was not given: it stops the work, has no points, does not count."""

MISSING: Final = "missing_"
"""How the rules begin that take the place of one where no fact was given."""


NO_EVIDENCE: Final = Words("没有佐证材料，不得分", "no evidence: no points")
"""Why an item has no points where its rule wants evidence and there is none."""


@quick_to_make
@dataclass(frozen=True, slots=True)
class Working:
    """How the points of one item came about.

    `rule` is the rule of the standard that was chosen, `passed_over` the rules before it with why
    each did not apply; `formula` shows the numbers put in (`6.25 × 48 ÷ 60 = 5.00`); `cite` is the
    clause, `verified` whether its text was seen; `low` and `high` bound the points that the
    standard leaves open to judgement (both equal `points` where it leaves nothing open).
    """

    rule: str
    method: str
    formula: str
    points: Decimal
    low: Decimal
    high: Decimal
    cite: str
    verified: bool
    words: Words
    achievement: str | None = None
    met: bool | None = None
    passed_over: tuple[tuple[str, Words], ...] = ()
    notes: tuple[Words, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether no fact was given, so that the user's choice made the points, and no clause."""
        return self.method.startswith(MISSING)

    @property
    def is_unproved(self) -> bool:
        """Whether all points were lost for want of evidence, whatever was achieved."""
        return self.words == NO_EVIDENCE

    @property
    def takes_part(self) -> bool:
        """Whether its promise is among those that may be kept: judged, or without a fact."""
        return self.met is not None or self.rule == f"{MISSING}zero"


@quick_to_make
@dataclass(frozen=True, slots=True)
class ItemScore:
    """The points of one promise (`id` as in `Indicator.items`), with its words and its working.

    `share` says how its points come from those of its category; `inputs` are the numbers, dates or
    judgements that were put in, by name (`due`, `done`, `unit`, `done_canonical` …).
    """

    id: str
    category: str
    level1: str
    level2: str
    indicator: str
    measure: str | None
    target: str
    actual: str
    max_points: Decimal
    working: Working
    declared_points: Decimal | None = None
    deviation_reason: str = ""
    evidence: str = ""
    place: str = ""
    share: Words | None = None
    inputs: tuple[tuple[str, str], ...] = ()

    @property
    def points(self) -> Decimal:
        """The points that were had."""
        return self.working.points


@dataclass(frozen=True, slots=True)
class ExecutionScore:
    """预算执行率: money executed of money planned, and its points. Amounts are in `unit`.

    An amount is None where nobody gave it, or what was given could not be read.
    """

    budget: Decimal | None
    executed: Decimal | None
    unit: str
    rate: str
    max_points: Decimal
    working: Working


@dataclass(frozen=True, slots=True)
class Grade:
    """等级: lasting name (`excellent`), the title the standard prints (`优秀`), lower bound."""

    name: str
    title: str
    title_en: str
    lower: Decimal


@dataclass(frozen=True, slots=True)
class Margin:
    """How far the total is above the lower bound of its grade, and below the next grade."""

    to_lower_grade: Decimal | None
    to_higher_grade: Decimal | None


@dataclass(frozen=True, slots=True)
class StandardRef:
    """Which standard judged: id, title and the SHA-256 of its file."""

    id: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Subtotal:
    """Points had and points that could be had in one level-1 category, e.g. `output` (产出指标)."""

    category: str
    title: Words
    points: Decimal
    max_points: Decimal


@quick_to_make
@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way from the points of categories to the grade, in words.

    `name`: `weights`, `note`, `rounding`, `sum`, `grade`, `distance`. `cite` is the clause behind
    it, where there is one, and `verified` whether its text was seen.
    """

    name: str
    words: Words
    cite: str = ""
    verified: bool | None = None


@quick_to_make
@dataclass(frozen=True, slots=True)
class ProjectScore:
    """The whole judgement of one form. `status` is `final`, or `provisional` where the user chose
    to go on with something missing. `steps` tell how total and grade came about.
    """

    status: str
    form_id: str
    project: str | None
    department: str
    year: int | None
    standard: StandardRef
    items: tuple[ItemScore, ...]
    execution: ExecutionScore | None
    subtotals: tuple[Subtotal, ...]
    total: Decimal
    grade: Grade
    margin: Margin
    findings: tuple[Finding, ...] = ()
    notes: tuple[Words, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def points(self) -> Decimal:
        """The points that were had; the total is more where they were scaled up to the whole."""
        had = sum((item.points for item in self.items), Decimal(0))
        return had + (self.execution.working.points if self.execution else Decimal(0))

    @property
    def max_points(self) -> Decimal:
        """The points that could be had, of all items and the execution item together."""
        whole = sum((item.max_points for item in self.items), Decimal(0))
        return whole + (self.execution.max_points if self.execution else Decimal(0))
