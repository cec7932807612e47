"""What is wrong or doubtful in a scored form. One check a class; its docstring is its page."""

from typing import Annotated, Final

from pydantic import Field

from scoring.checks.execution_range import ExecutionLow, ExecutionOverBudget
from scoring.checks.over_achievement import OverAchievement
from scoring.checks.reason_missing import ReasonMissing

Check = Annotated[
    ReasonMissing | OverAchievement | ExecutionOverBudget | ExecutionLow,
    Field(discriminator="check"),
]

CHECKS: Final = {
    "reason-missing": ReasonMissing,
    "over-achievement": OverAchievement,
    "execution-over-budget": ExecutionOverBudget,
    "execution-low": ExecutionLow,
}
