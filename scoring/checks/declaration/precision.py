"""明确: is the number stated so that two people read the same?"""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Target
from indicators.wordlists import Dimension, WordList
from scoring.checks.declaration.check import FormCheck
from scoring.checks.declaration.rows import (
    COUNTED,
    WHOLE,
    counted,
    ends_with,
    label,
    listed,
    measure,
    names_of,
    promise,
    text_key,
)

FROM_NUMBER_ALONE = "bare"
"""Rule id of a promise that the grammar read from a number without any comparator."""


class UnitMissing(FormCheck):
    """目标值没有单位.

    What it checks: every promised number has a unit, in its cell, its name or its column, known or
    not, but for measures that have none (they end with one of `plain`), and for shares, whose bare
    numbers are percentages (满意度≥95).
    Example: 培训农民≥1200, without 人次.
    Source: practice of goal audits [IA-decl].
    """

    NAME: ClassVar = "unit-missing"
    WHY: ClassVar = Words(
        "不知道数的是什么，实际完成值就无法与它比较。",
        "what is counted is unknown, so no actual can be compared with it.",
    )
    MEND: ClassVar = Words("写明单位，如“≥95%”“≥95人次”。", "state the unit: ≥95%, ≥95人次.")

    plain: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a promise."""
        for row, target in counted(form):
            if self._is_bare(row, target):
                words = Words(
                    f"“{promise(row, target)}”没有单位。", f"'{promise(row, target)}' has no unit."
                )
                yield self.finding(row.place, words)

    def _is_bare(self, row: Indicator, target: Target) -> bool:
        is_known = target.unit is not None or target.dimension is not None
        behind = row.target_text[target.span[1] : target.span[1] + 1]
        is_written = bool(row.unit.strip()) or behind.isalpha()
        return not (is_known or is_written or ends_with(self.plain, *names_of(row, target)))


class ComparatorMissing(FormCheck):
    """目标值没有写明是不少于、不超过还是等于.

    What it checks: every number written comes with a comparator, but for those of the dimensions
    `exact`, which say how long something takes, and for 100% and 0, beyond which nothing lies.
    About numbers (约) are told by approximate-target. One finding a form.
    Example: 聘用保安人员100人.
    Source: practice of goal audits; forms of later years have a column for it (指标性质).
    """

    NAME: ClassVar = "comparator-missing"
    WHY: ClassVar = Words(
        "多做少做怎样算没有说定；打分时产出按“越多越好”、成本按“越少越好”理解。",
        "more or less is left open; scoring takes outputs as at least, costs as at most.",
    )
    MEND: ClassVar = Words("在数字前写明≥、≤或=。", "write ≥, ≤ or = in front of the number.")

    exact: list[Dimension]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding for all such promises of the form, at the first of them."""
        bare = [(row, target) for row, target in counted(form) if self._is_bare(target)]
        if bare:
            names = listed([promise(row, target) for row, target in bare])
            words = Words(f"{names.zh}没有写比较符。", f"{names.en}: no comparator.")
            yield self.finding(bare[0][0].place, words)

    def _is_bare(self, target: Target) -> bool:
        from_number_alone = not target.explicit and target.rule == FROM_NUMBER_ALONE
        if not from_number_alone or target.change or target.approximate:
            return False
        is_all = target.dimension == "ratio" and target.canonical == WHOLE
        return not (is_all or target.value == 0 or target.dimension in self.exact)


class ApproximateTarget(FormCheck):
    """目标值写成“约”“左右”.

    What it checks: promised numbers are definite.
    Example: 培训约100人次.
    Source: practice of goal audits [IA-sem], measurability.
    """

    NAME: ClassVar = "approximate-target"
    WHY: ClassVar = Words(
        "差多少算完成没有说定，容易起争议。", "how far off still counts is left open to dispute."
    )
    MEND: ClassVar = Words(
        "写成确定的数，或写明幅度，如“≥100人次”“100±5人次”。",
        "give a definite number or a tolerance: ≥100人次, 100±5人次.",
    )

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a promise."""
        for row, target in counted(form):
            if target.approximate:
                words = Words(
                    f"“{promise(row, target)}”是约数。",
                    f"'{promise(row, target)}' is only approximate.",
                )
                yield self.finding(row.place, words)


class ManyPromises(FormCheck):
    """一行指标里写了许多项目标.

    What it checks: a row has at most `most` promises that can be counted; those of one thing at
    several times (6月底前50%，12月底前100%) are one.
    Example: seven systems of one set each in one row of 产出数量指标.
    Source: points are shared equally over the promises of a row; practice.
    """

    NAME: ClassVar = "many-promises"
    WHY: ClassVar = Words(
        "这一行的分值要平摊到每一项，重要的和不重要的一样轻。",
        "the row's points are shared by all of them; what matters weighs no more than what does "
        "not.",
    )
    MEND: ClassVar = Words(
        "分成几行，或只留最能说明产出的一两项。",
        "split the row, or keep the one or two that show the output best.",
    )

    most: int = Field(ge=1)

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a row."""
        for row in form.indicators:
            number = _number_counted(row)
            if number > self.most:
                words = Words(
                    f"“{label(row)}”一行写了 {number} 项要分别核对的目标。",
                    f"'{label(row)}' holds {number} promises to be verified one by one.",
                )
                yield self.finding(row.place, words)


def _number_counted(row: Indicator) -> int:
    return len({text_key(measure(row, t)) for t in row.targets if t.kind in COUNTED})
