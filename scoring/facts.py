"""Gathers what is known before judging: promises with their facts, money, what does not count."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from indicators.errors import ActualsError, Problem, Words
from indicators.model import Actual, Actuals, Form
from scoring.execution import Money, missing_money, money_of
from scoring.items import Aside, Item
from scoring.model import Missing
from scoring.standard import Standard
from scoring.weights import EXECUTION, is_below


@dataclass(frozen=True, slots=True)
class Facts:
    """The promises with their facts, the money, and what could not be read."""

    items: Sequence[Item]
    not_chosen: Collection[str]
    money: Money | None
    missing_money: Problem | None
    problems: Sequence[Problem]

    @property
    def incomplete(self) -> bool:
        """Whether any fact was not given."""
        return self.missing_money is not None or any(
            item.is_missing and item.id not in self.not_chosen for item in self.items
        )

    def aside(self, item: Item, missing: Missing) -> Aside | None:
        """Why `item` is not judged; None if it is, or if its fact is missing and must not be."""
        if item.does_not_apply:
            return "not_applicable"
        if item.id in self.not_chosen:
            return "not_chosen"
        if not item.is_missing or missing == "refuse":
            return None
        return "missing_zero" if missing == "zero" else "missing_exclude"

    def excluded(self, missing: Missing) -> Collection[str]:
        """The ids of what is not judged, `execution` among them."""
        left_out = ("not_applicable", "not_chosen", "missing_exclude")
        out = {item.id for item in self.items if self.aside(item, missing) in left_out}
        no_budget = self.money is not None and self.money.planned == 0
        if no_budget or (missing == "exclude" and self.missing_money is not None):
            out.add(EXECUTION)
        return out


def gather(form: Form, actuals: Actuals, standard: Standard) -> Facts:
    """The facts of a form; what could not be read is in `problems`."""
    items = [
        Item(id_, row, target, actuals.by_item.get(id_) or Actual.missing(), row.category, 0)
        for id_, row, target in form.items()
    ]
    problems = _strangers(form, actuals)
    spare = _not_chosen(items, standard)
    money = None
    if standard.execution is not None:
        try:
            money = money_of(form, actuals, standard.execution.denominator)
        except ActualsError as error:
            return Facts(items, spare, None, None, [*problems, *error.problems])
    is_due = standard.execution is not None and money is None
    unknown = missing_money(form, actuals) if is_due else None
    return Facts(items, spare, money, unknown, problems)


def _not_chosen(items: Sequence[Item], standard: Standard) -> set[str]:
    """The promises of unanswered rows where the standard lets the unit choose one row."""
    spare: set[str] = set()
    for code in standard.weights.choose_one:
        own = [i for i in items if is_below(standard.weights.counted(i.category), code)]
        answered = {item.row.number for item in own if not item.is_missing}
        spare |= {item.id for item in own if answered and item.row.number not in answered}
    return spare


def _strangers(form: Form, actuals: Actuals) -> list[Problem]:
    """Facts that answer no promise of the form."""
    known = {id_ for id_, _, _ in form.items()}
    return [
        Problem(
            fact.place or actuals.place,
            Words(
                f"编号 {id_} 不对应“{form.title}”的任何承诺；请删去，或换成本项目的填报表。",
                f"id {id_} answers no promise of '{form.title}'; delete it or take the right file.",
            ),
        )
        for id_, fact in actuals.by_item.items()
        if id_ not in known
    ]
