"""Makes indicators of rows: what each promises, what it claims, in the light of its form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from indicators.grammar import parse_targets
from indicators.model import Budget, Indicator, Target
from indicators.reading import doubts
from indicators.reading.declared import Claims
from indicators.reading.rows import IndicatorRow
from indicators.taxonomy import category_of

_CENT = Decimal("0.01")

Parse = Callable[..., Sequence[Target]]
"""`parse_targets`, or what stands in for it."""


@dataclass(frozen=True, slots=True)
class IndicatorReader:
    """Reads rows of one form; doubts about their points are gathered in `claims`."""

    year: int | None
    budget: Budget | None
    lexicon: Path | None
    claims: Claims
    parse: Parse = parse_targets

    def read(self, rows: Sequence[IndicatorRow]) -> tuple[Indicator, ...]:
        """The indicators of these rows, numbered from 1."""
        points = self._points(rows)
        return tuple(
            self._indicator(number, row, *claimed)
            for number, (row, claimed) in enumerate(zip(rows, points, strict=True), 1)
        )

    def of_goal(self, text: str) -> tuple[Target, ...]:
        """The promises in the text of the goal."""
        found = parse_targets(text, year=self.year, budget=self.budget, lexicon=self.lexicon)
        return tuple(found) if text.strip() else ()

    def _points(self, rows: Sequence[IndicatorRow]) -> list[tuple[Decimal | None, Decimal | None]]:
        """分值 and 得分 of each row; points that several rows have in common are divided."""
        found: list[tuple[Decimal | None, Decimal | None]] = []
        for shared, group in groupby(rows, key=lambda row: row.shared):
            own = list(group)
            for together in [own] if shared else [[row] for row in own]:
                found += self._claimed(together)
        return found

    def _claimed(self, rows: Sequence[IndicatorRow]) -> list[tuple[Decimal | None, Decimal | None]]:
        """分值 and 得分 of rows that have them in common."""
        first = rows[0]
        most = self.claims.max_points(first.texts, first.where("max_points"))
        had = self.claims.points(first.texts.get("points", ""), first.where("points"), "得分")
        if len(rows) > 1 and most is not None:
            text = first.texts["max_points"]
            self.claims.findings.append(doubts.points_shared(first.place, text, len(rows)))
        return list(zip(_divided(most, len(rows)), _divided(had, len(rows)), strict=True))

    def _indicator(
        self, number: int, row: IndicatorRow, most: Decimal | None, had: Decimal | None
    ) -> Indicator:
        category = category_of(row.level1, row.level2)
        return Indicator(
            number=number,
            level1=row.level1,
            level2=row.level2,
            category=category,
            name=row.name,
            target_text=row.text,
            targets=tuple(
                self.parse(
                    row.text,
                    name=row.name,
                    nature=row.nature,
                    unit=row.unit,
                    category=category or None,
                    year=self.year,
                    budget=self.budget,
                    lexicon=self.lexicon,
                )
            ),
            place=str(row.place),
            max_points=most,
            actual_text=row.texts.get("actual"),
            declared_points=had,
            deviation_reason=row.texts.get("reason"),
            evidence=row.texts.get("evidence"),
            others=row.others,
        )


def _divided(points: Decimal | None, rows: int) -> list[Decimal | None]:
    """The points of each of `rows`, in whole cents; the first get what is left over."""
    if points is None or rows == 1:
        return [points] * rows
    cents, rest = divmod(int(points / _CENT), rows)
    return [(cents + (at < rest)) * _CENT for at in range(rows)]
