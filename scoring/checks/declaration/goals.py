"""目标与指标: do the numbers of the goal agree with those of the indicators?"""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Kind, Target
from indicators.wordlists import WordList
from scoring.checks.declaration.check import FormCheck
from scoring.checks.declaration.rows import bare, counted, label, measure, promise, text_key

_COMPARED = 100
"""Numbers of a goal that are held against the indicators; no honest goal has more."""


class GoalDiffers(FormCheck):
    """绩效目标里的数字与指标对不上.

    What it checks: where the goal promises a number and an indicator measures the same thing in the
    same unit, one of the indicators has that number. Two names are of one thing if, without an
    `idle` word at the end, they are equal, one is the end of the other (`least` characters or
    more) or keeps its characters in their order (`least_inside`), and both or none have each word
    of `apart` (重大隐患整改率 is not 隐患整改率). About numbers (约) are left alone.
    Example: 验收合格率达到100% in the goal, 验收合格率≥95% among the indicators.
    Source: practice of goal audits [IA-sem], contradictions; indicators break the goal down.
    """

    NAME: ClassVar = "goal-differs"
    WHY: ClassVar = Words(
        "指标是目标的分解；两处的数字不一样，就不知道该按哪个考核。",
        "indicators break the goal down; with two numbers nobody knows which one counts.",
    )
    MEND: ClassVar = Words(
        "核对后改成一致的数字。", "find out which one is right, and write it in both places."
    )

    least: int = Field(ge=1)
    least_inside: int = Field(ge=1)
    idle: WordList
    apart: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a number of the goal that the indicators contradict."""
        for aim in form.goal_targets[:_COMPARED]:
            key = self._key(aim.measure or "")
            if aim.kind is not Kind.QUANTITATIVE or aim.approximate or not key:
                continue
            rows = [(row, t) for row, t in counted(form) if self._is_same(aim, key, row, t)]
            if rows and all(target.canonical != aim.canonical for _, target in rows):
                yield self.finding(rows[0][0].place, _words(aim, *rows[0]))

    def _is_same(self, aim: Target, key: str, row: Indicator, target: Target) -> bool:
        """Whether the goal and an indicator count the same thing in units that compare."""
        if target.approximate or target.dimension != aim.dimension:
            return False
        if target.unit != aim.unit and aim.dimension in (None, "count"):
            return False
        other = self._key(measure(row, target))
        if not other or (target.change or None) != aim.change:
            return False
        if any((word in key) != (word in other) for word in self.apart):
            return False
        short, long = sorted((key, other), key=len)
        is_end = long.endswith(short) and len(short) >= self.least
        is_inside = len(short) >= self.least_inside and _keeps(long, short)
        return key == other or is_end or is_inside

    def _key(self, name: str) -> str:
        key = text_key(bare(name))
        return next((key.removesuffix(each) for each in self.idle if key.endswith(each)), key)


def _keeps(long: str, short: str) -> bool:
    """Whether `long` has all characters of `short`, in their order: 维修工程 of 维修饮水工程."""
    rest = iter(long)
    return all(sign in rest for sign in short)


def _words(aim: Target, row: Indicator, target: Target) -> Words:
    said, stands = f"{aim.measure} {aim.phrase}", promise(row, target)
    return Words(
        f"绩效目标里是“{said}”，“{label(row)}”里却是“{stands}”。",
        f"the goal says '{said}', but '{label(row)}' says '{stands}'.",
    )
