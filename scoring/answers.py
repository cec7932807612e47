"""The answers that an evaluator could have given to an item that is judged, from worst to best."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.errors import Words
from indicators.model import Actual, Judgement, plain
from scoring.judgement import FULL, Band
from scoring.methods.deadline import Deadline
from scoring.methods.deduction import Deduction, Fault
from scoring.methods.levels import Levels
from scoring.methods.manual import Manual
from scoring.model import ItemScore
from scoring.standard import Standard

GRID: Final = 100
"""Shares are told in hundredths of a percent."""


class Answer(NamedTuple):
    """One answer: what it is called, the judgement that it stands for, and its share in percent."""

    title: Words
    judgement: Judgement | None = None
    share: Decimal | None = None

    @property
    def words(self) -> Words:
        """The answer as people say it: `部分达成预期指标 78.39%`."""
        if self.share is None:
            return self.title
        share = f"{plain(self.share)}%"
        return Words(f"{self.title.zh} {share}".strip(), f"{self.title.en} {share}".strip())

    def instead_of(self, actual: Actual) -> Actual:
        """The fact, had this been answered. A date stays as it is."""
        share = None if self.share is None else self.share / FULL
        if actual.date is not None or not self.title.zh:
            return replace(actual, share=share)
        given = {"text": self.title.zh, "judgement": self.judgement, "share": share}
        return replace(actual, kind="qualitative", **given)  # type: ignore[arg-type]


def answers(item: ItemScore, actual: Actual, standard: Standard) -> Sequence[Answer]:
    """The possible answers to `item`; none where numbers and dates alone decide."""
    methods = {rule.id: rule.use for rule in standard.rules}
    method = methods.get(item.working.rule)
    match method:
        case Manual():
            return [Answer(Words("", ""), share=Decimal(n) / GRID) for n in range(100 * GRID + 1)]
        case Deduction():
            return [_fault(each) for each in sorted(method.faults, key=lambda f: -f.deduct)]
        case Levels():
            return _shares(standard.levels.bands)
        case Deadline() if actual.date is None:
            return _shares(standard.levels.bands)
        case Deadline() if item.working.met is False:
            return _shares([standard.levels.named(method.late)])
    return ()


def _fault(fault: Fault) -> Answer:
    return Answer(Words(fault.title, fault.title_en))


def _shares(bands: Iterable[Band]) -> list[Answer]:
    """Every share of every band, the worst first."""
    return [
        Answer(Words(band.title, band.title_en), band.judgement, Decimal(n) / GRID)
        for band in sorted(bands, key=lambda band: band.from_)
        for n in range(int(band.from_ * GRID), int(band.to * GRID) + band.holds(band.to))
    ]
