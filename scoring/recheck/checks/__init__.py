"""What is wrong or doubtful in a filled self-evaluation. One check a class; its docstring is its
page.
"""

from collections.abc import Iterator

from pydantic import ConfigDict

from indicators.rulefile import Rule
from scoring.checks.declaration.check import Check, Level
from scoring.recheck.checks.answers import (
    ActualsEqualTargets,
    CountedInForm,
    DeviationUnexplained,
    EvidenceMissing,
    FarAboveTarget,
)
from scoring.recheck.checks.check import RowsCheck, WholeCheck
from scoring.recheck.checks.copies import CopiedForms
from scoring.recheck.checks.money import RateNotAmounts, ResultsWithoutMoney, SpentOverBudget
from scoring.recheck.checks.sums import (
    GradeChanges,
    GradeNotOfTotal,
    LevelPointsDiffer,
    PointsNotTotal,
    TotalNotSum,
)
from scoring.recheck.checks.verdicts import (
    NothingComputable,
    PointsByOtherRule,
    PointsDiffer,
    PointsNotComputable,
    PointsRounded,
)


class Checks(Rule):
    """All checks by name, in the order in which they are explained."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    points_differ: PointsDiffer
    points_by_other_rule: PointsByOtherRule
    points_rounded: PointsRounded
    points_not_computable: PointsNotComputable
    nothing_computable: NothingComputable
    points_not_total: PointsNotTotal
    level_points_differ: LevelPointsDiffer
    total_not_sum: TotalNotSum
    grade_not_of_total: GradeNotOfTotal
    grade_changes: GradeChanges
    rate_not_amounts: RateNotAmounts
    spent_over_budget: SpentOverBudget
    results_without_money: ResultsWithoutMoney
    deviation_unexplained: DeviationUnexplained
    far_above_target: FarAboveTarget
    actuals_equal_targets: ActualsEqualTargets
    evidence_missing: EvidenceMissing
    counted_in_form: CountedInForm
    copied_forms: CopiedForms

    def of_rows(self) -> tuple[RowsCheck, ...]:
        """The checks of single rows that are not switched off."""
        return tuple(check for check in self._active() if isinstance(check, RowsCheck))

    def of_wholes(self) -> tuple[WholeCheck, ...]:
        """The checks of whole forms that are not switched off."""
        return tuple(check for check in self._active() if isinstance(check, WholeCheck))

    def all(self) -> tuple[Check, ...]:
        """Every check, in the order of the file."""
        return tuple(check for _, check in self)

    def _active(self) -> Iterator[Check]:
        return (check for check in self.all() if check.severity is not Level.OFF)
