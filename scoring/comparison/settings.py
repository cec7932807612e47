"""The numbers that comparisons need, from `comparison.yaml`."""

from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import Field, field_validator

from indicators.rulefile import Rule, fault, load

HERE = Path(__file__).parent
FULL = 100

_FEN_OF_WAN = 1_000_000


class Size(Rule):
    """A band of budgets, from `from` 万元 on (included)."""

    title: str = Field(min_length=1)
    title_en: str = Field(min_length=1)
    from_: Decimal = Field(alias="from", ge=0)

    @property
    def from_fen(self) -> int:
        """The lower bound in fen."""
        return int(self.from_ * _FEN_OF_WAN)


class Shift(Rule):
    """How far a category's weight is moved, and up to how many projects ranges are exact."""

    shift: Decimal = Field(gt=0, lt=FULL)
    exact_up_to: int = Field(ge=2)


class Similarity(Rule):
    """When two names are taken for one: at least so alike, and by so much more than the next."""

    least: Decimal = Field(gt=0, le=1)
    margin: Decimal = Field(ge=0, le=1)


class Settings(Rule):
    """All of `comparison.yaml`."""

    least_projects: int = Field(ge=2)
    sizes: tuple[Size, ...] = Field(min_length=1)
    weights: Shift
    similarity: Similarity
    lowered_below: Decimal = Field(gt=0, le=FULL)

    @field_validator("sizes")
    @classmethod
    def _ascending(cls, sizes: tuple[Size, ...]) -> tuple[Size, ...]:
        bounds = [size.from_ for size in sizes]
        if bounds[0] != 0 or bounds != sorted(set(bounds)):
            raise fault("from 从 0 起逐档递增", "`from` begins with 0 and ascends")
        return sizes


@cache
def settings() -> Settings:
    """The shipped settings.

    Raises:
        RuleFileError: with file and line, if the file was changed and is no longer valid.
    """
    return load(HERE / "comparison.yaml", Settings)
