"""The rule file of the checks: which there are, how severe each is, its thresholds and words."""

from pathlib import Path
from typing import Any

from pydantic import ConfigDict

from indicators import rulefile
from indicators.errors import RuleFileError
from indicators.wordlists import WithLexicon
from scoring.checks.declaration.agreement import ColumnsDiffer, ValuesDiffer
from scoring.checks.declaration.check import Check
from scoring.checks.declaration.completeness import CategoryAbsent, GoalMissing, PlaceholderText
from scoring.checks.declaration.copies import CopiedBetweenProjects, RepeatedInForm
from scoring.checks.declaration.dates import DateImpossible, DeadlineOutsideYear
from scoring.checks.declaration.goals import GoalDiffers
from scoring.checks.declaration.measurability import (
    NotMeasurable,
    PointsElsewhere,
    VagueWordsOnly,
)
from scoring.checks.declaration.money import CostOverBudget
from scoring.checks.declaration.placement import WrongCategory
from scoring.checks.declaration.precision import (
    ApproximateTarget,
    ComparatorMissing,
    ManyPromises,
    UnitMissing,
)
from scoring.checks.declaration.sense import (
    CostAtLeast,
    FailureAtLeast,
    OutputAtMost,
    PercentageOver100,
)
from scoring.checks.declaration.sums import PartsDifferFromTotal, ProjectsDifferFromDepartment

SHIPPED = Path(__file__).parents[1] / "declaration.yaml"


class DeclarationRules(rulefile.Rule):
    """All checks of a declaration, by name, in the order in which they are explained."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    goal_missing: GoalMissing
    goal_differs: GoalDiffers
    category_absent: CategoryAbsent
    placeholder_text: PlaceholderText
    not_measurable: NotMeasurable
    vague_words_only: VagueWordsOnly
    points_elsewhere: PointsElsewhere
    unit_missing: UnitMissing
    comparator_missing: ComparatorMissing
    approximate_target: ApproximateTarget
    many_promises: ManyPromises
    percentage_over_100: PercentageOver100
    cost_at_least: CostAtLeast
    output_at_most: OutputAtMost
    failure_at_least: FailureAtLeast
    columns_differ: ColumnsDiffer
    values_differ: ValuesDiffer
    date_impossible: DateImpossible
    deadline_outside_year: DeadlineOutsideYear
    repeated_in_form: RepeatedInForm
    copied_between_projects: CopiedBetweenProjects
    wrong_category: WrongCategory
    cost_over_budget: CostOverBudget
    parts_differ_from_total: PartsDifferFromTotal
    projects_differ_from_department: ProjectsDifferFromDepartment

    def checks(self) -> tuple[Check, ...]:
        """The checks, in their order."""
        return tuple(check for _, check in self)


def load_rules(local: Path | None = None, *, lexicon: Path | None = None) -> DeclarationRules:
    """The shipped rules, or these with what a local file says instead.

    A local file names checks and the parameters that differ; a list takes the place of the
    shipped one. `severity: off` leaves a check out. The words of `lexicon`, a user's own, join the
    lists that come from the shipped lexicon.

    Raises:
        RuleFileError: with file and line, if the local file is wrong.
    """
    shipped, lines = rulefile.parse(rulefile.read_text(SHIPPED), name=SHIPPED.name)
    merged, name = shipped, SHIPPED.name
    if local is not None:
        data, lines = rulefile.parse(rulefile.read_text(local), name=str(local))
        if not isinstance(data, dict):
            raise RuleFileError.at(
                f"{local}:1",
                "应为“检查名: 参数”，如 not-measurable: {severity: error}。",
                "names of checks with parameters are due, as not-measurable: {severity: error}.",
            )
        name = str(local)
        merged = shipped | {check: _over(shipped.get(check), own) for check, own in data.items()}
    words = WithLexicon(lexicon=lexicon)
    return rulefile.check(merged, DeclarationRules, lines=lines, name=name, context=words)


def _over(shipped: Any, own: Any) -> Any:
    """The parameters of one check: the local ones over the shipped ones."""
    return {**shipped, **own} if isinstance(shipped, dict) and isinstance(own, dict) else own
