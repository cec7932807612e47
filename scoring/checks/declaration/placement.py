"""归类: does the promise stand under the indicator where it belongs?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Kind, Target
from indicators.rulefile import Rule
from indicators.taxonomy import category_title
from indicators.wordlists import Dimension, WordList
from scoring.checks.declaration.check import CategoryCode, FormCheck
from scoring.checks.declaration.rows import (
    COUNTED,
    ends_with,
    has_word,
    listed,
    promise,
    quoted,
)


class Placement(Rule):
    """What does not belong under `categories` but under `belongs`.

    A promise is meant if everything that is named fits: its kind, its dimension, its unit, what its
    measure `starts` and `ends` with; and none of the words of `unless` is in its measure.
    """

    categories: list[CategoryCode]
    belongs: CategoryCode
    kinds: list[Kind] = []
    dimensions: list[Dimension] = []
    units: WordList = []
    starts: WordList = []
    ends: WordList = []
    unless: WordList = []

    def fits(self, row: Indicator, target: Target) -> bool:
        """Whether `target` is such a promise."""
        return (
            row.category in self.categories
            and (not self.kinds or target.kind in self.kinds)
            and (not self.dimensions or target.dimension in self.dimensions)
            and (not self.units or target.unit in self.units)
            and (not self.starts or self._starts(target.measure, row.name))
            and (not self.ends or ends_with(self.ends, target.measure, row.name))
            and not has_word(self.unless, target.measure, row.name)
        )

    def _starts(self, *names: str | None) -> bool:
        return any(name.startswith(tuple(self.starts)) for name in names if name)


class WrongCategory(FormCheck):
    """内容不属于所在的二级指标.

    What it checks: no promise fits one of `placements`.
    Example: 年租金130万元 under 产出数量指标; it is a cost.
    Source: a level 3 that does not fit its level 2 gets no points in the re-check ([PD-14],
    criterion 10).
    """

    NAME: ClassVar = "wrong-category"
    WHY: ClassVar = Words(
        "放错了类别，分值就给错了地方；有的地方复核时，与二级指标不符的按 0 分处理。",
        "points go to the wrong kind; some re-checks give none to what does not fit its level 2.",
    )
    MEND: ClassVar = Words(
        "移到它所属的指标下，这一行写本类的内容。",
        "move it to where it belongs, and write here what belongs here.",
    )

    placements: list[Placement]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a row and category."""
        for row in form.indicators:
            strays: dict[str, list[str]] = defaultdict(list)
            for target in row.targets:
                belongs = self._belongs(row, target)
                if belongs:
                    strays[belongs].append(promise(row, target))
            for belongs, promises in strays.items():
                yield self.finding(row.place, _words(row, promises, belongs))

    def _belongs(self, row: Indicator, target: Target) -> str | None:
        if target.kind not in COUNTED:
            return None
        fitting = (each.belongs for each in self.placements if each.fits(row, target))
        return next(fitting, None)


def _words(row: Indicator, promises: list[str], belongs: str) -> Words:
    what, title, under = listed(promises), category_title(belongs), quoted(row.level2 or row.level1)
    return Words(
        f"{what.zh}写在“{under}”下，应归到“{title.zh}”。",
        f"{what.en} stands under '{under}', but belongs to '{title.en}'.",
    )
