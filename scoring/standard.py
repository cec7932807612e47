"""The schema of a standard (评分标准): identity, points, rules, bands, grades, policies, examples.

A standard is data: it chooses methods of `scoring.methods` and gives their parameters. It holds no
expressions, names no files, and runs nothing.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from indicators.model import Comparator, Direction
from indicators.rulefile import Rule, fault
from scoring.case import ItemKind
from scoring.checks import Check
from scoring.grades import Grades
from scoring.judgement import Bands, squeeze
from scoring.methods import METHODS, Method
from scoring.methods.deadline import Deadline
from scoring.methods.deduction import Deduction
from scoring.model import StandardRef
from scoring.provenance import Source, Sourced
from scoring.rounding import Rounding
from scoring.weights import EXECUTION, Weights

OPEN = "open"

Object = Literal["project", "department", "transfer", "policy"]
"""What a standard judges."""

Purpose = Literal["self_evaluation", "review", "evaluation", "monitoring", "target_audit"]
"""What it judges for."""


class Valid(Rule):
    """From when to when a standard is in force; `open`, written out, where no end is known."""

    from_: dt.date = Field(alias="from")
    until: dt.date | Literal["open"]


class BudgetYears(Rule):
    """The budget years that a standard judges, both included."""

    from_: int = Field(alias="from", ge=1949, le=2200)
    until: int | Literal["open"]

    def hold(self, year: int) -> bool:
        """Whether `year` is one of them."""
        return self.from_ <= year and (self.until == OPEN or year <= int(self.until))


class AppliesTo(Rule):
    """What a standard is for.

    `region` is an ISO 3166 code (`CN`, `CN-BJ`), or `INT`; `region_names` are the names by which a
    department of the region is known.
    """

    region: str
    region_names: tuple[str, ...] = ()
    objects: tuple[Literal["project", "department", "transfer", "policy"], ...] = Field(
        min_length=1
    )
    purpose: Literal["self_evaluation", "review", "monitoring", "target_audit", "evaluation"]


class For(Rule):
    """Which items a rule judges. What is left out does not matter; lists name alternatives.

    `category` takes codes or their beginnings; `words` must stand in the measure or the name.
    """

    kind: tuple[ItemKind, ...] = ()
    category: tuple[str, ...] = ()
    comparator: tuple[Comparator, ...] = ()
    direction: tuple[Direction, ...] = ()
    dimension: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether anything but the kind is asked for."""
        return any((self.category, self.comparator, self.direction, self.dimension, self.words))


class ScoringRule(Sourced):
    """One rule: which items (`for`) are judged by which method (`use`).

    `needs_evidence`: without evidence (佐证材料) the item has no points.
    """

    id: str
    title: str
    title_en: str
    for_: For = Field(alias="for", default=For())
    use: Method
    needs_evidence: bool = False

    @model_validator(mode="after")
    def _method_can_judge_the_kind(self) -> "ScoringRule":
        for kind in self.for_.kind or ItemKind:
            if kind not in self.use.kinds:
                able = "、".join(name for name, method in METHODS.items() if kind in method.kinds)
                raise fault(
                    f"方法 {self.use.method} 不能用于 {kind.value}；可用的方法：{able}",
                    f"method {self.use.method} cannot judge kind {kind.value}; these can: {able}",
                )
        return self


class Execution(Sourced):
    """预算执行率: executed ÷ budget, judged by a method like any other item."""

    denominator: Literal["initial_budget", "annual_budget"]
    use: Method

    @model_validator(mode="after")
    def _method_can_judge_money(self) -> "Execution":
        if ItemKind.QUANTITATIVE not in self.use.kinds:
            raise fault(
                f"方法 {self.use.method} 不能用于金额",
                f"method {self.use.method} cannot judge an amount of money",
            )
        return self


class NotApplicable(Sourced):
    """What becomes of the points of what does not apply.

    `rescale`: it is left out, and the total is scaled up to the whole. `siblings`: the rest of the
    row, else of the category, shares its points; those of a whole category go to the other
    categories of indicators, in proportion.
    """

    policy: Literal["rescale", "siblings"]


class Given(Rule):
    """The situation of an example, in one of five shapes.

    `target` and `actual`, as they stand in forms, of an item in `category` with `max_points`
    (`share`: the share of the points that is claimed; `raw`: numerator and denominator in place
    of the actual); `budget` and `executed` of the execution item; the `total` of a form; the
    categories of its `rows`; or the `answers` to such rows, each promise being one in words, the
    budget spent in full.
    """

    target: str | None = None
    actual: str = ""
    max_points: Decimal = Decimal(10)
    category: str = "output.quantity"
    share: Decimal | None = None
    raw: tuple[Decimal, Decimal] | None = None
    evidence: str = "有"
    budget: Decimal | None = None
    executed: Decimal | None = None
    total: Decimal | None = None
    rows: tuple[str, ...] | None = None
    answers: dict[str, str] | None = None

    @model_validator(mode="after")
    def _one_shape(self) -> "Given":
        shapes = (self.target, self.executed, self.total, self.rows, self.answers)
        if sum(shape is not None for shape in shapes) != 1:
            raise fault(
                "given 写 target、executed、total、rows、answers 之一",
                "`given` has one of target, executed, total, rows, answers",
            )
        return self


class Expected(Rule):
    """What an example must come to: points (and the rule), an error, a grade, or shares."""

    points: Decimal | None = None
    rule: str | None = None
    refused: bool = False
    grade: str | None = None
    shares: dict[str, Decimal] | None = None


class Example(Sourced):
    """A worked example, by which the standard proves itself.

    `proves` names the parts that it is about (`rounding`, `grades.gates.…`), where its shape does
    not say so already.
    """

    name: str
    given: Given
    expect: Expected
    proves: tuple[str, ...] = ()

    def is_about(self, key: str) -> bool:
        """Whether it is about the part `key` of its standard (see `StandardFile.parts`)."""
        given, expect = self.given, self.expect
        if key in self.proves:
            return True
        if expect.rule is not None:
            return key == f"rules.{expect.rule}"
        if given.rows is not None:
            return key.startswith("weights")
        if given.executed is not None:
            return key == "execution"
        if given.answers is not None:
            return False
        return key == ("levels" if expect.refused else "grades")


class StandardFile(Sourced):
    """What stands in the file of a standard."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    title_en: str
    issuer: str
    issued_as: str
    status: Literal["official", "trial", "repealed", "practice", "form"]
    extends: str
    source: Source
    valid: Valid
    budget_years: BudgetYears
    applies_to: AppliesTo
    weights: Weights
    execution: Execution | None = None
    levels: Bands
    rules: tuple[ScoringRule, ...] = Field(min_length=1)
    not_applicable: NotApplicable
    rounding: Rounding
    grades: Grades
    checks: tuple[Check, ...] = ()
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _parts_fit_together(self) -> "StandardFile":
        if (EXECUTION in self.weights.points) != (self.execution is not None):
            raise fault(
                "execution 与 weights 中 execution 的分值要同时写",
                "`execution` and its points in `weights` go together: give both",
            )
        ids = [rule.id for rule in self.rules]
        if len(set(ids)) < len(ids):
            raise fault("有两条规则 id 相同", "two rules have the same id")
        self._check_every_kind_is_judged()
        self._check_band_names()
        return self

    def _check_every_kind_is_judged(self) -> None:
        wide = [rule.for_ for rule in self.rules if not rule.for_.narrow]
        for kind in ItemKind:
            if not any(kind in (rule.kind or ItemKind) for rule in wide):
                raise fault(
                    f"没有规则能用于所有 {kind.value} 的指标；请加一条不带其他条件的规则",
                    f"no rule judges every item of kind {kind.value}; add one",
                )

    def _check_band_names(self) -> None:
        names = {band.name for band in self.levels.bands}
        for rule in self.rules:
            for name in rule.use.bands if isinstance(rule.use, Deadline) else ():
                if name not in names:
                    known = ", ".join(sorted(names))
                    raise fault(
                        f"规则 {rule.id}：没有名为 {name} 的档；现有 {known}",
                        f"rule {rule.id}: no band is named {name}; there are {known}",
                    )


class Standard(StandardFile):
    """A standard as loaded: its file, and the hash by which records name it.

    `sha256` is that of the file's bytes, followed by those of the files that it extends.
    """

    sha256: str

    @property
    def ref(self) -> StandardRef:
        """How results name this standard."""
        return StandardRef(self.id, self.title, self.sha256)

    def cite(self, part: Sourced) -> Source:
        """The source of `part`, or else of the whole standard."""
        return part.source or self.source

    def parts(self) -> Iterator[tuple[str, Sourced]]:
        """Every part that can carry a source, with its key in the file."""
        for key in ("weights", "execution", "levels", "not_applicable", "rounding", "grades"):
            part = getattr(self, key)
            if part is not None:
                yield key, part
        for number, alternative in enumerate(self.weights.alternatives, 1):
            yield f"weights.alternatives.{number}", alternative
        for gate in self.grades.gates:
            yield f"grades.gates.{gate.name}", gate
        for rule in self.rules:
            yield f"rules.{rule.id}", rule

    @property
    def fault_words(self) -> frozenset[str]:
        """All words, without white space, by which its tables of deductions name faults."""
        tables = [rule.use.faults for rule in self.rules if isinstance(rule.use, Deduction)]
        return frozenset(
            squeeze(word)
            for fault in (each for table in tables for each in table)
            for word in (fault.name, fault.title, fault.title_en, *fault.aliases)
        )

    def unverified(self) -> list[tuple[str, Source]]:
        """The parts whose text was not seen, with what is said about their source."""
        cited = ((key, self.cite(part)) for key, part in self.parts())
        return [(key, source) for key, source in cited if not source.verified]
