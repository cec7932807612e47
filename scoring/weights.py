"""分值: the points of categories, rows and promises; they always sum to the total, to the cent."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, model_validator

from indicators import rulefile
from indicators.errors import Problem, StandardError, Words
from indicators.rulefile import Rule, fault
from indicators.spelling import nearest, perhaps
from scoring.provenance import Sourced
from scoring.rounding import to_cents

EXECUTION: Final = "execution"
"""The category of the item 预算执行率, which is no indicator row."""


class Condition(Rule):
    """When other points hold: no row of the form is of `absent`, and each of `present` has one."""

    absent: tuple[str, ...] = ()
    present: tuple[str, ...] = ()

    def holds(self, categories: set[str]) -> bool:
        """Whether it holds for a form whose rows are of `categories` (full codes)."""
        return all(_any_below(code, categories) for code in self.present) and not any(
            _any_below(code, categories) for code in self.absent
        )


class Alternative(Sourced):
    """Points that take the place of the usual ones where the condition holds."""

    if_: Condition = Field(alias="if")
    points: dict[str, Decimal]


class Weights(Sourced):
    """The points of each category, summing to `total`.

    A category is a code of the taxonomy or the beginning of one (`output`, `output.quality`).
    `counts_as` tells where rows belong whose category this standard does not know
    (`cost: output.cost`). The first of `alternatives` whose condition holds is taken. Of the rows
    of a category in `choose_one` the unit answers one; the others do not count. `aggregate: worst`
    makes the worst item's share of its points that of the total, as lamps do.
    """

    total: Decimal = Field(gt=0)
    points: dict[str, Decimal] = Field(min_length=1)
    counts_as: dict[str, str] = {}
    alternatives: tuple[Alternative, ...] = ()
    choose_one: tuple[str, ...] = ()
    aggregate: Literal["sum", "worst"] = "sum"

    @model_validator(mode="after")
    def _points_make_the_total(self) -> "Weights":
        for points in (self.points, *(other.points for other in self.alternatives)):
            words = _mistake(points, self.total)
            if words is not None:
                raise fault(*words)
        return self

    def counted(self, category: str) -> str:
        """The category as this standard counts it: `cost.economic` may be `output.cost`."""
        code = category
        while code:
            if code in self.counts_as:
                return self.counts_as[code]
            code = code.rpartition(".")[0]
        return category

    def alternative_for(self, categories: set[str]) -> Alternative | None:
        """The alternative that holds for a form with rows of `categories`, if any does."""
        return next((other for other in self.alternatives if other.if_.holds(categories)), None)

    def points_for(self, categories: set[str]) -> dict[str, Decimal]:
        """The points that hold for a form with rows of `categories`."""
        alternative = self.alternative_for(categories)
        return self.points if alternative is None else alternative.points

    def overridden(
        self, weights: Mapping[str, Decimal], usual: Mapping[str, Decimal] | None = None
    ) -> dict[str, Decimal]:
        """The `usual` points (those of the standard, unless given) with `weights` in their place.

        Raises:
            StandardError: if a category is unknown, a number is no number of points, or all of
                them do not make the total.
        """
        usual = self.points if usual is None else usual
        problems = [
            Problem("weights", words)
            for code, value in weights.items()
            if (words := self._refusal(code, value, usual)) is not None
        ]
        if problems:
            raise StandardError(problems)
        points = {**usual, **weights}
        mistake = _mistake(points, self.total)
        if mistake is not None:
            raise StandardError([Problem("weights", mistake)])
        return points

    def _refusal(self, code: str, value: Decimal, usual: Mapping[str, Decimal]) -> Words | None:
        if code not in usual:
            known = "、".join(usual)
            hint = perhaps(nearest(code, usual))
            return Words(
                f"本标准没有类别“{code}”{hint.zh}。可用的类别：{known}。",
                f"no category '{code}' in this standard{hint.en}. Known: {', '.join(usual)}.",
            )
        if not value.is_finite() or value < 0 or value > self.total:
            return Words(
                f"{code} 的分值 {value} 不合要求；请填 0 到 {self.total} 的数。",
                f"{value} points for {code} are not possible; give 0 to {self.total}.",
            )
        return None


class WeightsFile(Rule):
    """A file of points a category, in place of those of a standard; `note` says why."""

    points: dict[str, Decimal] = Field(min_length=1)
    note: str = ""


def load_weights(path: Path) -> dict[str, Decimal]:
    """The points a category that stand in the file at `path`.

    Raises:
        RuleFileError: if it cannot be read or is wrong, with its line.
    """
    return rulefile.load(path, WeightsFile).points


def _mistake(points: Mapping[str, Decimal], total: Decimal) -> Words | None:
    """Why `points` cannot be the points of a standard."""
    for code, value in points.items():
        if not value.is_finite() or value < 0:
            return Words(
                f"{code} 的分值 {value} 不合要求。", f"{value} points for {code}: 0 or more."
            )
        try:
            to_cents(value)
        except ValueError:
            return Words(
                f"{code} 的分值 {value} 超过两位小数。",
                f"{code}: {value} has more than two decimals.",
            )
    found = sum(points.values())
    if found != total:
        parts = " + ".join(f"{code} {value}" for code, value in points.items())
        return Words(
            f"各类分值合计 {found}，应为 {total}（{parts}）；请调整。",
            f"the points make {found}, not {total} ({parts}); adjust them.",
        )
    return None


def _any_below(code: str, categories: set[str]) -> bool:
    return any(is_below(category, code) for category in categories)


def is_below(category: str, code: str) -> bool:
    """Whether `category` is `code` or a part of it (`output.quality` of `output`)."""
    return category == code or category.startswith(f"{code}.")


def owner(category: str, codes: Sequence[str]) -> str | None:
    """Which of `codes` the category belongs to: the longest that it is a part of."""
    owners = [code for code in codes if is_below(category, code)]
    return max(owners, key=len, default=None)


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """`total` whole cents shared out in proportion to `weights`, to the last cent.

    Largest remainder: each gets the whole cents of its share, the cents left over go one by one
    to the largest fractions, the earlier first where they are equal. All weights zero: no shares.
    """
    whole = sum(weights)
    if len(weights) == 1 and whole:
        return [total]
    if whole == 0:
        return [0] * len(weights)
    shares = [divmod(total * weight, whole) for weight in weights]
    left_over = total - sum(cents for cents, _ in shares)
    by_rest = sorted(range(len(shares)), key=lambda i: -shares[i][1])
    favoured = set(by_rest[:left_over])
    return [cents + (i in favoured) for i, (cents, _) in enumerate(shares)]
