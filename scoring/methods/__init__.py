"""计分方法: how points follow from a promise and its fact. One a file; none knows another."""

from typing import Annotated, Final

from pydantic import Field

from scoring.methods.deadline import Deadline
from scoring.methods.levels import Levels
from scoring.methods.ratio import Ratio
from scoring.methods.yes_no import YesNo

Method = Annotated[Ratio | Levels | Deadline | YesNo, Field(discriminator="method")]

METHODS: Final[dict[str, type[Ratio | Levels | Deadline | YesNo]]] = {
    "ratio": Ratio,
    "levels": Levels,
    "deadline": Deadline,
    "yes_no": YesNo,
}
