"""Answers that give their number in parts: 建议11件、提案9件; 培训2期，每期60人; 每月2-3次."""

import re
from dataclasses import replace
from decimal import Decimal

from indicators.errors import Words
from indicators.grammar.answer import Case
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Measured
from indicators.model import Comparator, Direction, plain

_WORD = 2
"""So many characters before a number tell which part of the measure it counts."""

_ADDS_UP = frozenset(["count", "money", "area", "length", "mass", "volume"])

Whole = tuple[Quantity, Words]
"""The number that the parts make, and what to say about it."""


class Compounds:
    """Puts parts together, where the answer says plainly how, by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._each: str = lexicon.data["units"]["each"]
        self._joins = lexicon.pattern("qualitative", "joins")
        counts = any_of(lexicon.data["units"]["counts"])
        self._of_each = re.compile(rf"{self._each}(?P<of>{counts})\D{{0,4}}$")

    def product(self, case: Case, quantities: list[Quantity], due: Measured | None) -> Whole | None:
        """60人 in each of 2期, where people were promised: 120人."""
        if len(quantities) != _WORD or due is None or due.per or self._each in case.about:
            return None
        for each, many in (quantities, quantities[::-1]):
            if {each.comparator, many.comparator} != {Comparator.EQ} or many.unit is None:
                continue
            if self._counted_by(case, each, due) == many.unit.name:
                value = each.value * many.value
                vague = each.approximate or many.approximate
                found = replace(each, value=value, unit=due, approximate=vague)
                parts = f"{plain(each.value)} × {plain(many.value)}"
                return found, _put_together(parts, found)
        return None

    def _counted_by(self, case: Case, each: Quantity, due: Measured) -> str | None:
        """Of what a number is said: 期, for 每期60人 and for 60人/期."""
        unit = each.unit
        if unit is None:
            return None
        if unit.per is not None:
            return unit.per if unit.key == f"{due.key}/{unit.per}" else None
        found = self._of_each.search(case.clause(each)) if unit.key == due.key else None
        return found["of"] if found else None

    def total(self, case: Case, quantities: list[Quantity], due: Measured | None) -> Whole | None:
        """建议11件、提案9件, where 建议、提案 are counted together: 20件."""
        measure = case.measure
        if due is None or due.dimension not in _ADDS_UP or not self._joins.search(measure):
            return None
        names = [case.named(quantity)[-_WORD:] for quantity in quantities]
        are_parts = all(len(name) == _WORD and name in measure for name in names)
        if not are_parts or len(set(names)) < len(names):
            return None
        alike = all(q.unit is not None and q.unit.key == due.key for q in quantities)
        if not alike or any(q.comparator is not Comparator.EQ for q in quantities):
            return None
        value = sum((_in(q, due) for q in quantities), Decimal(0))
        found = replace(quantities[0], value=value, unit=due)
        return found, _put_together(" + ".join(plain(_in(q, due)) for q in quantities), found)

    @staticmethod
    def end(case: Case, quantity: Quantity, times: Decimal = Decimal(1)) -> Whole | None:
        """The worse end of a range, where even that keeps the promise: 2次 of 2-3次, for ≥2次; or
        for so much in the year, if the range is of something that the year holds so many `times`.
        """
        target, unit = case.target, quantity.unit
        if quantity.comparator is not Comparator.BETWEEN or unit is None:
            return None
        if unit.dimension != "count" or quantity.rule == "tolerance":
            return None
        is_lower = target.direction == Direction.LOWER
        value = quantity.upper if is_lower else quantity.value
        due = target.canonical
        if value is None or due is None or target.upper is not None:
            return None
        due = due / times
        done = unit.canonical(value)
        if done > due if is_lower else done < due:
            return None
        found = replace(quantity, value=value, upper=None, comparator=Comparator.EQ, explicit=False)
        said = f"{plain(value)}{unit.name}"
        return found, Words(
            f"填的是一个范围，按其中较差的一端“{said}”计；请填确切的数。",
            f"a range was given; its worse end, {said}, counts. Enter the exact figure.",
        )


def _in(quantity: Quantity, due: Measured) -> Decimal:
    """The number in the unit that is due."""
    unit = quantity.unit
    if unit is None or unit.name == due.name:
        return quantity.value
    return unit.canonical(quantity.value) / due.canonical(Decimal(1))


def _put_together(parts: str, found: Quantity) -> Words:
    said = f"{plain(found.value)}{found.unit.name if found.unit else ''}"
    return Words(
        f"填的是几个数，按“{parts} = {said}”计；请核对。",
        f"several numbers were given; taken as {parts} = {said}. Please check.",
    )
