"""What may stand in `priority.yaml`: the clues, and how much each counts."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from indicators.errors import Words
from indicators.rulefile import Rule, fault, load

HERE = Path(__file__).parent

Measure = Literal[
    "declared_gap",
    "attainment_gap",
    "lowered_share",
    "over_share",
    "equal_share",
    "judged_full_share",
    "copied_share",
    "same_scores",
    "unexplained_share",
    "round_share",
]


class Clue(Rule):
    """One clue: which measure, from where it counts, from where it counts in full, how much."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str = Field(min_length=1)
    title_en: str = Field(min_length=1)
    measure: Measure
    points: Decimal = Field(gt=0)
    from_: Decimal = Field(alias="from")
    full: Decimal
    unit: str
    over: Decimal | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _grows(self) -> "Clue":
        if self.full <= self.from_:
            raise fault("full 要大于 from", "`full` must be above `from`")
        if (self.measure == "over_share") != (self.over is not None):
            raise fault("over 只用于 over_share", "`over` goes with over_share")
        return self

    @property
    def words(self) -> Words:
        """The title in both languages."""
        return Words(self.title, self.title_en)


class Outlier(Rule):
    """When a project stands out among its peers, and what that counts."""

    measures: tuple[Measure, ...]
    least_peers: int = Field(ge=3)
    z: Decimal = Field(gt=0)
    points: Decimal = Field(gt=0)


class Copied(Rule):
    """When two texts are the same by more than chance."""

    least_characters: int = Field(ge=1)
    projects: int = Field(ge=2)


class Priorities(Rule):
    """All of `priority.yaml`."""

    clues: tuple[Clue, ...] = Field(min_length=1)
    outlier: Outlier
    copied: Copied

    @property
    def over(self) -> Decimal:
        """From what achievement on, in percent, a target counts as far over-achieved."""
        return next(
            (clue.over for clue in self.clues if clue.over is not None), Decimal("Infinity")
        )


@cache
def priorities() -> Priorities:
    """The shipped clues.

    Raises:
        RuleFileError: with file and line, if the file was changed and is no longer valid.
    """
    return load(HERE / "priority.yaml", Priorities)
