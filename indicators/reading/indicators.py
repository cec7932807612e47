"""Makes indicators of rows: what each promises, what it claims, in the light of its form."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from indicators.grammar import contradicted, parse_targets
from indicators.model import Budget, Indicator, Target
from indicators.reading import doubts
from indicators.reading.declared import Claims
from indicators.reading.rows import IndicatorRow
from indicators.taxonomy import category_of

_CENT = Decimal("0.01")
_DIGIT = re.compile(r"\d")

_LIST_MARK = re.compile(
    r"\s*(?:指标\s*[0-9一二三四五六七八九十]{1,2}\s*[:：、.．]?|[（(]?[0-9]{1,2}[)）、.．]|[①-⑳])\s*"
)
_POINTS_BEHIND = re.compile(r"\s*[（(]([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*分[)）]\s*$", re.ASCII)

_SHORTEST_NAME = 4
"""A line with fewer characters and no number before it may be a piece of a wrapped name."""

_COUNTED = frozenset(("quantitative", "deadline"))

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
        if "max_points" not in first.texts:
            return _points_in_name(first.name or "")
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
        name = _POINTS_BEHIND.sub("", row.name or "") or None
        beside = {"name": name, "nature": row.nature, "unit": row.unit}
        about = {"category": category or None, "year": self.year, "lexicon": self.lexicon}
        named = self._named(name or "", about)
        text = self._text(row, name or "", named)
        targets = self._targets(text, beside, about)
        return Indicator(
            number=number,
            level1=row.level1,
            level2=row.level2,
            category=category,
            name=row.name,
            target_text=text,
            targets=targets,
            place=str(row.place),
            max_points=most,
            actual_text=row.texts.get("actual"),
            declared_points=had,
            deviation_reason=row.texts.get("reason"),
            evidence=row.texts.get("evidence"),
            others=row.others,
            named=named,
            unit=row.unit or "",
            contradictions=contradicted(text, targets, **beside, lexicon=self.lexicon),
        )

    def _named(self, name: str, about: dict[str, Any]) -> tuple[Target, ...]:
        """The promises that a name makes itself; few names have a number."""
        return tuple(self.parse(name, **about)) if _DIGIT.search(name) else ()

    def _text(self, row: IndicatorRow, name: str, named: Sequence[Target]) -> str:
        """The target as written; where its cell is empty, the name, if it promises something that
        can be counted: with a comparator, or at its end (培训40期, not 5分钟到场率).
        """
        is_promise = _is_counted(named) and (
            any(target.explicit for target in named) or named[-1].span[1] == len(name)
        )
        if row.text.strip() or not is_promise:
            return row.text
        self.claims.findings.append(doubts.target_in_name(row.place, name))
        return name

    def _targets(
        self, text: str, beside: dict[str, Any], about: dict[str, Any]
    ) -> tuple[Target, ...]:
        """The promises of a row; where names and targets stand line by line, each with its name."""
        for_all = {**beside, **about, "budget": self.budget}
        lines = paired_lines(beside["name"] or "", text)
        by_line = [
            (self.parse(line.text, **{**for_all, "name": line.name}), line.start) for line in lines
        ]
        if by_line and all(_is_counted(own) for own, _ in by_line):
            return tuple(_moved(target, start) for own, start in by_line for target in own)
        return tuple(self.parse(text, **for_all))


def _points_in_name(name: str) -> Decimal | None:
    """The points that stand behind a name, where they have no column: 养护里程（20分）."""
    found = _POINTS_BEHIND.search(name)
    return Decimal(found[1]) if found else None


class PairedLine(NamedTuple):
    """A line of a target, the name beside it, and where it begins in the whole text."""

    text: str
    name: str
    start: int


def paired_lines(name: str, text: str) -> list[PairedLine]:
    """The lines of a target with the names beside them; none, unless there are as many, and each
    name is a name of its own and not a piece of a wrapped one.
    """
    names, texts = name.split("\n"), text.split("\n")
    if len(names) != len(texts) or len(names) == 1:
        return []
    own = [_LIST_MARK.sub("", one).strip().rstrip("；;。") for one in names]
    are_marked = all(map(_LIST_MARK.match, names))
    if not all(len(one) >= (1 if are_marked else _SHORTEST_NAME) for one in own):
        return []
    starts = [sum(len(before) + 1 for before in texts[:at]) for at in range(len(texts))]
    return [PairedLine(*each) for each in zip(texts, own, starts, strict=True)]


def _is_counted(targets: Sequence[Target]) -> bool:
    """Whether a line makes promises that can be counted, and no other."""
    return bool(targets) and all(target.kind in _COUNTED for target in targets)


def _moved(target: Target, start: int) -> Target:
    first, last = target.span
    return replace(target, span=(first + start, last + start))


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
