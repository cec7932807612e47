"""Remembers rows: what says the same is read and judged once, wherever it stands."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from evalengine.rechecking import Standards, declared_row
from indicators.grammar import parse_targets
from indicators.model import Budget, Indicator
from indicators.places import Place
from indicators.reading.longforms import ReadRow, read_row
from indicators.reading.rows import IndicatorRow
from scoring.recheck import load_rules
from scoring.recheck.forms import recheck_row
from scoring.recheck.model import RowCheck
from scoring.standard import Standard

MOST_TEXTS = 50_000
"""So many promises are remembered, those that were met last."""

MOST_ROWS = 10_000
"""So many rows, with all that was found in them."""

NOWHERE = Place("")
_BUDGET = "budget"


@dataclass(slots=True)
class KnownRow:
    """A row as read, and the verdicts on it by the standards (their hashes) that were asked."""

    read: ReadRow
    year: int | None
    checks: dict[str, RowCheck] = field(default_factory=dict)


class RowMemory:
    """Reads and judges rows, each that says something new once; they stand nowhere.

    `standards` choose and re-check; `lexicon` is a local file of words.
    """

    def __init__(self, standards: Standards, lexicon: Path | None = None) -> None:
        self.standards = standards
        self._lexicon = lexicon
        self._checks = load_rules().checks.of_rows()
        self._parse = lru_cache(MOST_TEXTS)(parse_targets)
        self._known = lru_cache(MOST_ROWS)(self._read_new)

    def row(self, row: IndicatorRow, year: int | None, budget: Budget | None) -> KnownRow:
        """What `row` says in a form of this year and budget."""
        said = (row.level1, row.level2, row.name, row.nature, row.unit, row.text)
        known = self._known(said, tuple(row.texts.items()), year)
        indicator = known.read.indicator
        if indicator and budget and any(target.to == _BUDGET for target in indicator.targets):
            return KnownRow(self._read(row, year, budget), year)
        return known

    def check(self, known: KnownRow, standard: Standard) -> RowCheck:
        """The verdict on a row, with what was found in it."""
        key = standard.sha256
        if key not in known.checks:
            assert known.read.indicator is not None
            own = declared_row(known.read.indicator, known.year, standard, self._lexicon)
            rechecker = self.standards.rechecker(standard)
            known.checks[key] = recheck_row(own, rechecker, self._checks)
        return known.checks[key]

    def _read_new(
        self,
        said: tuple[str, str, str | None, str | None, str | None, str],
        texts: tuple[tuple[str, str], ...],
        year: int | None,
    ) -> KnownRow:
        row = IndicatorRow(*said, NOWHERE, NOWHERE, dict(texts))
        return KnownRow(self._read(row, year, None), year)

    def _read(self, row: IndicatorRow, year: int | None, budget: Budget | None) -> ReadRow:
        return read_row(row, year=year, budget=budget, lexicon=self._lexicon, parse=self._parse)


def placed(check: RowCheck, indicator: Indicator) -> RowCheck:
    """The verdict on a row that stands where `indicator` stands."""
    findings = tuple(replace(found, place=indicator.place) for found in check.findings)
    return replace(check, row=replace(check.row, indicator=indicator), findings=findings)
