"""What belongs to a quantity and stands beside it: unit, comparator, what it is counted by.

In brackets before it (数量(套)：3), in the columns of its row, in the next clause (控制在预算内),
or before its words (每亩补助300元, 每日不少于16小时).
"""

import re
from dataclasses import replace
from functools import cached_property

from indicators.grammar.comparators import ENDS
from indicators.grammar.deadlines import Deadlines
from indicators.grammar.directions import Directions
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.measures import clause_end
from indicators.grammar.neighbours import Neighbours
from indicators.grammar.qualitative import Wordings
from indicators.grammar.shares import Shares
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Measured, Units, by
from indicators.model import Comparator, Direction

_UNIT_AHEAD = re.compile(r"\(([^()]{1,6})\)[ :]*(?![^ :])$")
_MIRRORED = re.compile(r" ?([≤<≥>])=?(?! ?[\d.])")
_MIRROR = {"≤": Comparator.GE, "<": Comparator.GT, "≥": Comparator.LE, ">": Comparator.LT}
_BY_SIDE = {Direction.HIGHER: Comparator.GE, Direction.LOWER: Comparator.LE}
"""90%≤满意度: a sign behind the number tells what the measure is to it."""


class Completions:
    """The words of a lexicon that tell what belongs to a quantity."""

    def __init__(
        self,
        lexicon: Lexicon,
        units: Units,
        wordings: Wordings,
        deadlines: Deadlines,
        directions: Directions,
    ) -> None:
        words = lexicon.data["qualitative"]
        self.units = units
        self.wordings = wordings
        self.deadlines = deadlines
        self.directions = directions
        self.powers = tuple(lexicon.data["numerals"]["powers"])
        self.shares = Shares(lexicon, units)
        self.money = re.compile(
            any_of([*words["spent_money"], *words["fixed_rate"], *words["sums"]])
        )


class Completing:
    """Completes the quantities of one cell."""

    def __init__(
        self, words: Completions, text: str, near: Neighbours, category: str | None
    ) -> None:
        self._p = words
        self._text = text
        self._near = near
        self._category = category

    def is_needless(self, quantity: Quantity) -> bool:
        """Whether nothing can be added to `quantity`, which is the whole cell."""
        unit = quantity.unit
        if unit is None or unit.name in self._p.units.ambiguous:
            return False
        says_nothing = self._near.comparator is None and not self._near.is_approximate
        return quantity.explicit or says_nothing

    def of(self, around: Surroundings, quantity: Quantity) -> Quantity:
        """`quantity` with what the neighbouring columns or the next clause say of it."""
        if quantity.unit is None:
            quantity = self._with_unit(around, quantity)
        if quantity.unit is not None and quantity.unit.name in self._p.units.ambiguous:
            words = self._text[around.floor : quantity.start]
            about = (words, self._near.name or "", self._text)
            unit = self._p.units.meant(quantity.unit, quantity.value, *about)
            quantity = replace(quantity, unit=unit)
        if quantity.unit is None or quantity.unit.dimension != "count":
            quantity = self._per(around, quantity)
        return quantity if quantity.explicit else self._with_comparator(quantity)

    def _with_comparator(self, quantity: Quantity) -> Quantity:
        """90%≤满意度, 88万元，控制在预算内; or the comparator of a neighbouring column."""
        near, p = self._near, self._p
        if mirrored := _MIRRORED.match(self._text, quantity.end):
            comparator = _MIRROR[mirrored[1]]
            if ENDS.match(self._text, mirrored.end()):  # 98%≥ with nothing behind is a slip
                side = p.directions.of(quantity, None, near.name, self._category)
                comparator = _BY_SIDE.get(side, comparator)
            return replace(
                quantity, comparator=comparator, explicit=True, end=mirrored.end(), rule="mirrored"
            )
        if near.is_approximate:
            return replace(quantity, approximate=True)
        if near.comparator is not None:
            return replace(quantity, comparator=near.comparator, explicit=True, rule=near.rule)
        if quantity.unit and quantity.unit.dimension == "money":
            after = clause_end(self._text, quantity.end) + 1
            if p.wordings.caps(self._text, after) or p.wordings.caps(self._text, quantity.end):
                return replace(quantity, comparator=Comparator.LE, explicit=True, rule="cap")
        return quantity

    def _with_unit(self, around: Surroundings, quantity: Quantity) -> Quantity:
        """`quantity` with a unit that stands apart from it: in brackets, in a column, implied."""
        near, p = self._near, self._p
        ahead = _UNIT_AHEAD.search(self._text, around.floor, quantity.start)
        unit = (p.units.named(ahead[1]) if ahead else None) or near.unit or self._money(quantity)
        base = p.units.money
        if unit is not None and base is not None and unit.name in p.powers and self._is_about_money:
            unit = p.units.named(unit.name + base.name)  # 补助金额, in 万
        if unit is None:
            unit = p.shares.unit(around, quantity, near)
        elif (percent := p.shares.in_percent(quantity, near)) is not None:
            return replace(quantity, unit=unit, value=percent, is_share=True)
        return replace(quantity, unit=unit) if unit else quantity

    def _money(self, quantity: Quantity) -> Measured | None:
        """万 and 亿 after an amount are 元 where the cell is about money: `项目成本≤620万`."""
        if self._text[quantity.until - 1 : quantity.until] not in self._p.powers:
            return None
        return self._p.units.money if self._is_about_money else None

    @cached_property
    def _is_about_money(self) -> bool:
        is_cost = (self._category or "").endswith("cost")
        about = f"{self._near.name or ''}{self._text}"
        return is_cost or self._p.money.search(about) is not None

    def _per(self, around: Surroundings, quantity: Quantity) -> Quantity:
        """每亩补助300元, 每人每月500元, 620万/月, 每日16小时: what an amount is counted by."""
        units = self._p.units
        unit = quantity.unit or (units.money if self._is_about_money else None)
        if unit is None or unit.per:
            return quantity
        if unit.dimension != "money":
            return self._by_period(around, quantity, unit)
        rated, end = units.rated(unit, self._text, quantity.until)
        if rated is not None:
            return replace(quantity, unit=rated, until=end, end=max(quantity.end, end))
        rated = units.each_before(unit, self._text, around.floor, quantity.start)
        return replace(quantity, unit=rated) if rated is not None else quantity

    def _by_period(self, around: Surroundings, quantity: Quantity, unit: Measured) -> Quantity:
        """每日不少于16小时; not the days that something may take from then on: 每月结束后10日内."""
        p, text = self._p, self._text
        is_amount = unit.dimension in p.units.amounts
        period = p.wordings.counts_by(text[around.floor : quantity.start]) if is_amount else None
        if period is None or p.deadlines.event(text, quantity, around.floor) is not None:
            return quantity
        return replace(quantity, unit=by(unit, period))
