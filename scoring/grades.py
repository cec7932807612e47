"""等级 (grades): which grade a total earns, and how far it is to the next ones."""

from collections.abc import Sequence
from decimal import Decimal

from pydantic import Field, model_validator

from indicators.rulefile import Rule, fault
from scoring.model import Grade, ItemScore, Margin
from scoring.provenance import Sourced
from scoring.same_unit import whole_numbers
from scoring.weights import is_below
from scoring.whole import Whole


class GradeBand(Rule):
    """One grade: lasting name, titles, lower bound `from` (included).

    `to` repeats the upper bound where the standard prints one; it is only checked.
    """

    name: str
    title: str
    title_en: str
    from_: Decimal = Field(alias="from")
    to: Decimal | None = None

    @property
    def grade(self) -> Grade:
        """The grade as a result shows it."""
        return Grade(self.name, self.title, self.title_en, self.from_)


class GateCondition(Rule):
    """When a gate shuts: an item of a category in `unmet` was not kept or not answered, or the
    points of a category in `below` are less than that percentage of what it could bring.
    """

    unmet: tuple[str, ...] = ()
    below: dict[str, Decimal] = {}

    def holds(self, items: Sequence[ItemScore]) -> bool:
        """Whether it holds for these items."""
        return any(_unmet(code, items) for code in self.unmet) or any(
            _below(code, least, items) for code, least in self.below.items()
        )


class Gate(Sourced):
    """A grade that takes the place of the one of the total, whatever the total is."""

    if_: GateCondition = Field(alias="if")
    name: str
    title: str
    title_en: str

    @property
    def grade(self) -> Grade:
        """The grade as a result shows it."""
        return Grade(self.name, self.title, self.title_en, Decimal(0))


class Grades(Sourced):
    """The grades of a standard, best first; each reaches up to the lower bound of the next better.

    `whole_points`: the table is printed in whole points (90–100, 80–89 …), so the total is
    rounded half up to whole points before it is graded. The first of `gates` that shuts overrides
    the table.
    """

    whole_points: bool = False
    bands: tuple[GradeBand, ...] = Field(min_length=2)
    gates: tuple[Gate, ...] = ()

    @model_validator(mode="after")
    def _bands_fit_together(self) -> "Grades":
        for better, worse in zip(self.bands, self.bands[1:], strict=False):
            if worse.from_ >= better.from_:
                raise fault(
                    f"等级 {better.name} 与 {worse.name} 重叠；请从高到低排列，from 递减",
                    f"grades {better.name} and {worse.name} overlap; best first, `from` descends",
                )
            self._check_printed_bound(better, worse)
        if self.bands[-1].from_ != 0:
            raise fault(
                f"等级 {self.bands[-1].name} 之下有空隙，最低一级应为 from: 0",
                f"there is a hole below grade {self.bands[-1].name}; the last is from: 0",
            )
        for words in ([b.name for b in self.bands], [b.title for b in self.bands]):
            if len(set(words)) < len(words):
                raise fault("有两个等级同名", "two grades have the same name or title")
        return self

    def _check_printed_bound(self, better: GradeBand, worse: GradeBand) -> None:
        if worse.to is None:
            return
        due = better.from_ - 1 if self.whole_points else better.from_
        if worse.to != due:
            wrong = ("重叠", "overlap") if worse.to > due else ("之间有空隙", "leave a hole")
            raise fault(
                f"等级 {better.name} 与 {worse.name} {wrong[0]}，应为 to: {due}",
                f"grades {better.name} and {worse.name} {wrong[1]}; to: {due} is due",
            )

    def grade(self, total: Decimal) -> Grade:
        """The grade of `total`."""
        return self._band(self._graded(total)).grade

    def gate(self, items: Sequence[ItemScore]) -> Gate | None:
        """The gate that shuts for these items, if any."""
        return next((gate for gate in self.gates if gate.if_.holds(items)), None)

    def margin(self, total: Decimal) -> Margin:
        """How far `total` is above the lower bound of its grade, and below the next grade.

        None for the lowest grade, and for the highest. In a table of whole points, a total that
        was rounded up stands closer to the bound by what was rounded.
        """
        place = self.bands.index(self._band(self._graded(total)))
        above = self.least(self.bands[place - 1].grade) - total if place > 0 else None
        lowest = place == len(self.bands) - 1
        return Margin(None if lowest else total - self.least(self.bands[place].grade), above)

    def least(self, grade: Grade) -> Decimal:
        """The least total that earns `grade`."""
        return grade.lower - _HALF if self.whole_points else grade.lower

    def _graded(self, total: Decimal) -> Decimal:
        return (total + _HALF).to_integral_value("ROUND_FLOOR") if self.whole_points else total

    def _band(self, total: Decimal) -> GradeBand:
        return next((band for band in self.bands if total >= band.from_), self.bands[-1])


def _unmet(code: str, items: Sequence[ItemScore]) -> bool:
    """Whether an item of the category was missed, or could have had points but was not judged."""
    own = [item for item in items if is_below(item.category, code)]
    return any(
        is_unkept(item.working.met is False, item.working.met is None, item.max_points)
        for item in own
    )


def _below(code: str, least: Decimal, items: Sequence[ItemScore]) -> bool:
    """Whether the category has less than `least` percent of its points."""
    own = [item for item in items if is_below(item.category, code)]
    most = sum(item.max_points for item in own)
    return bool(falls_short(sum(item.points for item in own), most, least))


def is_unkept(missed: Whole, unjudged: Whole, max_points: Whole) -> Whole:
    """Whether an item was missed, or could have had points but was not judged."""
    return missed | (unjudged & (max_points > 0))


def falls_short(points: Whole, max_points: Whole, least: Decimal) -> Whole:
    """Whether the points are less than `least` percent of what could be had."""
    share, hundred = whole_numbers(least, _HUNDRED)
    return points * hundred < max_points * share


_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
