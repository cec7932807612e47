"""合理: can the promised number be meant as it is written?"""

from collections.abc import Iterator
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Comparator, Finding, Form, Indicator, Target
from indicators.wordlists import Dimension, WordList
from scoring.checks.declaration.check import FormCheck
from scoring.checks.declaration.rows import (
    WHOLE,
    bare,
    counted,
    ends_with,
    has_word,
    names_of,
    promise,
)
from scoring.checks.declaration.spending import SpendingCheck

AT_LEAST = (Comparator.GE, Comparator.GT)
AT_MOST = (Comparator.LE, Comparator.LT)
TIMES = ("time", "workday")
_HEAD = 32
"""So many characters at the end of a name are looked at."""


class PercentageOver100(FormCheck):
    """不可能超过 100% 的比例定得超过了 100%.

    What it checks: shares (measures that end with one of `shares`, and not with one of
    `unlimited`) promise at most 100%. Growth and completion may exceed it.
    Example: 满意度≥120%; 合格率＞100%.
    Source: practice of goal audits [IA-decl]: percentage target over 100.
    """

    NAME: ClassVar = "percentage-over-100"
    WHY: ClassVar = Words(
        "整体的一部分不会多于整体，这个目标永远达不到。",
        "a part is never more than the whole: this target cannot be reached.",
    )
    MEND: ClassVar = Words("改成不超过 100% 的数。", "promise 100% or less.")

    shares: WordList
    unlimited: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a promise."""
        for row, target in counted(form):
            if self._is_impossible(row, target):
                words = Words(
                    f"“{promise(row, target)}”超过了 100%。",
                    f"'{promise(row, target)}' is more than 100%.",
                )
                yield self.finding(row.place, words)

    def _is_impossible(self, row: Indicator, target: Target) -> bool:
        if target.dimension != "ratio" or target.change or target.canonical is None:
            return False
        above = target.canonical > WHOLE or (
            target.canonical == WHOLE and target.comparator is Comparator.GT
        )
        names = names_of(row, target)
        return above and ends_with(self.shares, *names) and not ends_with(self.unlimited, *names)


class CostAtLeast(SpendingCheck):
    """成本指标写成了“不少于”.

    What it checks: money promised as a cost has no ≥ or >, unless the project brings it in or saves
    it (`gains`, `savings`; but for names that end with one of `costs`), or each is given it by a
    fixed rate (`rates`, by the piece or with one of `by_the_piece`: 补助标准≥500元/人).
    Example: 项目总成本≥80万元.
    Source: practice of goal audits [IA-decl]: cost indicator with ≥ or >.
    """

    NAME: ClassVar = "cost-at-least"
    WHY: ClassVar = Words(
        "成本是要控制的；照这样写，花得越多得分越高。",
        "costs are to be kept low; written this way, spending more earns more points.",
    )
    MEND: ClassVar = Words("把≥改成≤，或写“控制在……以内”。", "write ≤ instead of ≥.")

    rates: WordList
    by_the_piece: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a promise."""
        for row, target in counted(form):
            is_cost = is_cost_category(row.category) and target.dimension in ("money", None)
            wrong_way = target.comparator in AT_LEAST and target.explicit and not target.change
            is_fine = self.is_gained(row, target) or self._is_fixed(row, target)
            if is_cost and wrong_way and not is_fine:
                words = Words(
                    f"成本指标“{promise(row, target)}”写成了不少于。",
                    f"the cost '{promise(row, target)}' is promised as at least.",
                )
                yield self.finding(row.place, words)

    def _is_fixed(self, row: Indicator, target: Target) -> bool:
        names = names_of(row, target)
        each = target.per is not None or has_word(self.by_the_piece, *names)
        return each and has_word(self.rates, *names)


class OutputAtMost(FormCheck):
    """越多越好的写成了“不超过”.

    What it checks: outputs of `dimensions`, whatever holds one of `growing`, and shares that end
    with one of `shares` have no ≤ or <, unless they hold one of the words of `limited`: what is
    rightly kept low, and what is bad.
    Example: 开展巡查≤100次; 满意度≤90%.
    Source: practice of goal audits [IA-sem].
    """

    NAME: ClassVar = "output-at-most"
    BEHIND: ClassVar = ("columns-differ",)
    WHY: ClassVar = Words(
        "照这样写，一件不做也算完成，做得越多反而越不达标。",
        "written this way, doing nothing keeps the promise, and doing much breaks it.",
    )
    MEND: ClassVar = Words(
        "产出写“≥”；确实要控制的（如会议次数），归到成本指标。",
        "write ≥ for an output; what is to be kept low belongs to the costs.",
    )

    dimensions: list[Dimension]
    shares: WordList
    growing: WordList
    limited: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a promise."""
        for row, target in counted(form):
            if self._is_much_better(row, target):
                words = Words(
                    f"越多越好的“{promise(row, target)}”写成了不超过。",
                    f"'{promise(row, target)}' is promised as at most, though more is better.",
                )
                yield self.finding(row.place, words)

    def _is_much_better(self, row: Indicator, target: Target) -> bool:
        if target.comparator not in AT_MOST or target.change:
            return False
        names = names_of(row, target)
        is_output = row.category == "output.quantity" or has_word(self.growing, *names)
        is_meant = (
            ends_with(self.shares, *names)
            if target.dimension == "ratio"
            else is_output and target.dimension in self.dimensions
        )
        said = row.target_text[slice(*target.span)]  # 控制在120人以内
        return is_meant and not has_word(self.limited, *names, said)


class FailureAtLeast(FormCheck):
    """越少越好的事写成了“不少于”.

    What it checks: measures that end with one of `failures`, bare or with one of `tails` behind,
    have no ≥ or >, and are not promised to be 100%. A share of them is meant only where its name
    ends with one of `rates` (重大隐患100% may be what is dealt with); a number of them not where it
    is `handled` (查处违规行为≥50起), unless it ends with one of `slow`, as what is handled late;
    nothing that has one of `unless`.
    Example: 逾期率≥100%.
    Source: practice of goal audits [IA-sem], contradictions.
    """

    NAME: ClassVar = "failure-at-least"
    WHY: ClassVar = Words(
        "方向写反了：越差得分越高。", "the direction is turned round: doing worse earns more."
    )
    MEND: ClassVar = Words(
        "把≥改成≤，或改用它的反面（“按期完成率≥100%”）。",
        "write ≤ instead of ≥, or measure the opposite (按期完成率).",
    )

    failures: WordList
    tails: WordList
    rates: WordList
    handled: WordList
    slow: WordList
    unless: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a promise."""
        for row, target in counted(form):
            if _is_much(target) and self._is_failure(row, target):
                words = Words(
                    f"“{promise(row, target)}”：越少越好的事写成了越多越好。",
                    f"'{promise(row, target)}': less is better, but much is promised.",
                )
                yield self.finding(row.place, words)

    def _is_failure(self, row: Indicator, target: Target) -> bool:
        names = [bare(name) for name in names_of(row, target)]
        if has_word(self.unless, *names):
            return False
        if target.dimension == "ratio":
            names = [name for name in names if name.endswith(tuple(self.rates))]
        elif target.dimension not in TIMES:
            is_late = any(self._ends_with(self.slow, name) for name in names)
            if has_word(self.handled, *names) and not is_late:
                return False
        return any(self._ends_with(self.failures, name) for name in names)

    def _ends_with(self, words: list[str], name: str) -> bool:
        """Whether the head of a name is a failure: 违规 of 违规行为次数, not of 违规行为查处率."""
        name = name[-_HEAD:]
        while name and not name.endswith(tuple(words)):
            tail = max((each for each in self.tails if name.endswith(each)), key=len, default=name)
            name = name.removesuffix(tail)
        return bool(name)


def _is_much(target: Target) -> bool:
    if target.change or not target.value:
        return False
    all_of_them = target.dimension == "ratio" and target.canonical == WHOLE
    is_all = all_of_them and target.comparator is Comparator.EQ
    return target.comparator in AT_LEAST or is_all


def is_cost_category(category: str) -> bool:
    """Whether a category code is one of the costs, which some standards have as a level 1."""
    return category == "output.cost" or category.startswith("cost.")
