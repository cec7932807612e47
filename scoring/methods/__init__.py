"""计分方法: how points follow from a promise and its fact. One a file; none knows another."""

from typing import Annotated, Final

from pydantic import Field

from scoring.methods.bands import Bands
from scoring.methods.days_late import DaysLate
from scoring.methods.deadline import Deadline
from scoring.methods.deduction import Deduction
from scoring.methods.equality import Equality
from scoring.methods.levels import Levels
from scoring.methods.linear_reverse import LinearReverse
from scoring.methods.manual import Manual
from scoring.methods.rank import Rank
from scoring.methods.ratio import Ratio
from scoring.methods.steps import Steps
from scoring.methods.tolerance import Tolerance
from scoring.methods.yes_no import YesNo

AnyMethod = (
    Ratio
    | LinearReverse
    | Steps
    | Bands
    | Tolerance
    | Equality
    | YesNo
    | Deadline
    | DaysLate
    | Levels
    | Rank
    | Deduction
    | Manual
)

Counting = Ratio | LinearReverse | Steps | Bands | Tolerance | Equality | YesNo
"""The methods with a `law` of whole numbers, which reads the same for columns of them."""

Answering = YesNo | Deadline | Levels | Deduction
"""The methods that know what `share` of the points an answer in words is worth."""

Method = Annotated[AnyMethod, Field(discriminator="method")]

METHODS: Final[dict[str, type[AnyMethod]]] = {
    "ratio": Ratio,
    "linear_reverse": LinearReverse,
    "steps": Steps,
    "bands": Bands,
    "tolerance": Tolerance,
    "equality": Equality,
    "yes_no": YesNo,
    "deadline": Deadline,
    "days_late": DaysLate,
    "levels": Levels,
    "rank": Rank,
    "deduction": Deduction,
    "manual": Manual,
}
"""Every method by its name, in the order in which the documentation lists them."""
