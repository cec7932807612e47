"""Makes indicators of rows: what each promises, what it claims, in the light of its form."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from indicators.grammar import contradicted, parse_targets
from indicators.model import Budget, Indicator, Target
from indicators.reading import doubts
from indicators.reading.declared import Claims
from indicators.reading.rows import IndicatorRow
from indicators.taxonomy import category_of

_CENT = Decimal("0.01")
_DIGIT = re.compile(r"\d")

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
        """分值 and 得分 of each row. One cell of several rows is divided: points that can be had
        equally, points that were had likewise, or by those that can be where these are not shared.
        """
        most = [
            points
            for own in _together(rows, "max_points")
            for points in _divided(self._most(own), [None] * len(own))
        ]
        had: list[Decimal | None] = []
        for own in _together(rows, "points"):
            parts = most[len(had) : len(had) + len(own)]
            both = "max_points" in own[0].shared
            had += _divided(self._had(own), [None] * len(own) if both else parts)
        return list(zip(most, had, strict=True))

    def _most(self, rows: Sequence[IndicatorRow]) -> Decimal | None:
        first = rows[0]
        found = self.claims.max_points(first.texts, first.where("max_points"))
        self._note_shared(rows, "max_points", found)
        return found

    def _had(self, rows: Sequence[IndicatorRow]) -> Decimal | None:
        first = rows[0]
        found = self.claims.points(first.texts.get("points", ""), first.where("points"), "得分")
        if "max_points" not in first.shared:
            self._note_shared(rows, "points", found)
        return found

    def _note_shared(
        self, rows: Sequence[IndicatorRow], column: str, found: Decimal | None
    ) -> None:
        if len(rows) > 1 and found is not None:
            text = rows[0].texts[column]
            self.claims.findings.append(doubts.points_shared(rows[0].place, text, len(rows)))

    def _indicator(
        self, number: int, row: IndicatorRow, most: Decimal | None, had: Decimal | None
    ) -> Indicator:
        category = category_of(row.level1, row.level2)
        beside = {"name": row.name, "nature": row.nature, "unit": row.unit}
        about = {"category": category or None, "year": self.year, "lexicon": self.lexicon}
        targets = tuple(self.parse(row.text, **beside, **about, budget=self.budget))
        return Indicator(
            number=number,
            level1=row.level1,
            level2=row.level2,
            category=category,
            name=row.name,
            target_text=row.text,
            targets=targets,
            place=str(row.place),
            max_points=most,
            actual_text=row.texts.get("actual"),
            declared_points=had,
            deviation_reason=row.texts.get("reason"),
            evidence=row.texts.get("evidence"),
            others=row.others,
            named=self._named(row.name or "", about),
            unit=row.unit or "",
            contradictions=contradicted(row.text, targets, **beside, lexicon=self.lexicon),
        )

    def _named(self, name: str, about: dict[str, Any]) -> tuple[Target, ...]:
        """The promises that a name makes itself; few names have a number."""
        return tuple(self.parse(name, **about)) if _DIGIT.search(name) else ()


def _together(rows: Sequence[IndicatorRow], column: str) -> list[list[IndicatorRow]]:
    """The rows, those with one cell of points between them together."""
    if not any(column in row.shared for row in rows):
        return [[row] for row in rows]
    return [
        group
        for shared, own in groupby(rows, key=lambda row: row.shared.get(column, ""))
        for group in ([list(own)] if shared else [[row] for row in own])
    ]


def _divided(points: Decimal | None, parts: Sequence[Decimal | None]) -> list[Decimal | None]:
    """The points of rows in whole cents, in proportion to `parts`, or equally where one of these is
    not known; the first get what is left over.
    """
    if points is None or len(parts) == 1:
        return [points] * len(parts)
    known = [part for part in parts if part is not None]
    weights = known if len(known) == len(parts) and any(known) else [Decimal(1)] * len(parts)
    cents, whole = int(points / _CENT), sum(weights)
    shares = [int(cents * weight / whole) for weight in weights]
    rest = cents - sum(shares)
    return [(share + (at < rest)) * _CENT for at, share in enumerate(shares)]
