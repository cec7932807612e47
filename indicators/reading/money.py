"""Reads the budget of a form: the amount as written, in the unit that its label or cell names."""

import re
from collections.abc import Iterable, Sequence

from indicators.grammar import read_number
from indicators.model import Budget, Finding
from indicators.reading import doubts
from indicators.reading.head import Field

_PLAIN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
"""An amount as it is usually written; any other spelling is named."""


def read_budget(fields: Iterable[Field]) -> tuple[Budget | None, list[Finding]]:
    """The budget that the first filled budget field gives, and the doubts about it."""
    filled = [field for field in fields if field.texts]
    if not filled:
        return None, []
    field = filled[0]
    units = field.label.units if field.label else ()
    text, unit = _apart(field.text, units)
    amount = read_number(text)
    if amount is None or amount < 0:
        return None, [doubts.budget_unreadable(field.place, field.name, field.text)]
    findings = []
    if not _PLAIN.fullmatch(text):
        findings.append(doubts.budget_spelling(field.place, field.text, format(amount, "f")))
    unit = unit or field.unit
    if unit is None:
        unit = units[0]
        findings.append(doubts.budget_unit_guessed(field.place, field.name, unit))
    return Budget(amount, unit, place=str(field.place)), findings


def _apart(text: str, units: Sequence[str]) -> tuple[str, str | None]:
    """An amount and the unit written behind it: `756.00万元` → `756.00`, `万元`."""
    for unit in sorted(units, key=len, reverse=True):
        if text.endswith(unit):
            return text.removesuffix(unit).strip(), unit
    return text, None
