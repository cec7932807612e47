"""Reads what a filled form claims: the points of its rows, of the execution item, the total."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from indicators.grammar import read_number
from indicators.model import Declared, Finding
from indicators.places import Place
from indicators.reading import doubts
from indicators.reading.amounts import MoneyTable
from indicators.reading.rows import IndicatorRow, TotalRow
from indicators.spelling import folded
from indicators.taxonomy import category_of, head_of

EXECUTION = "execution"

_REMEMBERED = 4096
"""Points are few: so many texts of them are read once."""

_NOTHING = re.compile(r"[-—–/\\]*|无|不适用")
"""What stands, folded, where no number is due."""

_GRADE = re.compile(r"(?:等级|结论|等次)[为是]?:?([^:,;。\d]{1,6})")
_POINTS_IN_LABEL = re.compile(r"\(([0-9.]+)分")


@dataclass(slots=True)
class Claims:
    """Reads numbers of points, and gathers the doubts about them."""

    findings: list[Finding]

    def points(self, text: str, place: Place, column: str) -> Decimal | None:
        """The points in a cell, `9.5分` or `10%` too; None if there are none."""
        return self._points(text, place, column, doubts.points_unreadable)

    def max_points(self, texts: Mapping[str, str], place: Place) -> Decimal | None:
        """The points that can be had (分值), among the texts of a row."""
        text = texts.get("max_points", "")
        return self._points(text, place, "分值", doubts.max_points_unreadable)

    def _points(
        self, text: str, place: Place, column: str, unreadable: Callable[..., Finding]
    ) -> Decimal | None:
        found, is_nothing = _points_in(text)
        if found is None and not is_nothing:
            self.findings.append(unreadable(place, column, text))
        return found

    def declared(
        self,
        money: MoneyTable | None,
        execution: IndicatorRow | None,
        total: TotalRow | None,
        grade: str,
    ) -> Declared:
        """The result that the form claims, from its money table, its row of the execution rate
        and its total.
        """
        most, had, rate = self._of_money(money)
        if execution:
            texts, at = execution.texts, execution.where
            most = self.max_points(texts, at("max_points")) if most is None else most
            had = self.points(texts.get("points", ""), at("points"), "得分") if had is None else had
            rate = rate or texts.get("actual", "")
        return Declared(
            execution_max=most,
            execution_points=had,
            execution_rate=rate,
            total_max=self.points(total.max_points, total.place, "分值") if total else None,
            total=self.points(total.points, total.place, "总分") if total else None,
            grade=grade or _grade_in(total.remarks if total else ()),
        )

    def _of_money(self, money: MoneyTable | None) -> tuple[Decimal | None, Decimal | None, str]:
        """Points that can be had and were had for the execution, and its rate as written."""
        whole = money.whole if money else None
        if money is None or whole is None:
            return None, None, ""
        texts, at = whole.texts, whole.where
        most = self.max_points(texts, at("max_points"))
        if most is None and (printed := _POINTS_IN_LABEL.search(folded(money.lead))):
            most = read_number(printed[1])
        had = self.points(texts.get("points", ""), at("points"), "得分")
        return most, had, texts.get("rate", "")


@lru_cache(maxsize=_REMEMBERED)
def _points_in(text: str) -> tuple[Decimal | None, bool]:
    """The points that a text gives, and whether it says that there are none."""
    words = folded(text)
    if _NOTHING.fullmatch(words):
        return None, True
    return read_number(words.removesuffix("分").removesuffix("%")), False


def is_execution(row: IndicatorRow) -> bool:
    """Whether a row is about the rate of execution (预算执行率) and not an indicator."""
    levels = {head_of(row.level1), category_of(row.level1, row.level2)}
    if EXECUTION in levels:
        return True
    return levels == {""} and category_of("", row.name or row.text) == EXECUTION


def _grade_in(remarks: Sequence[str]) -> str:
    """The grade in the row of the total: `等级：优`."""
    found = (_GRADE.search(folded(remark)) for remark in remarks)
    return next((match[1] for match in found if match), "")
