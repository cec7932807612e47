"""填报: what was filled in as actual, reason and evidence, whatever the points are."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from indicators.errors import Words
from indicators.model import Actual, Comparator, Direction, Finding, Kind, Target, plain
from indicators.spelling import folded
from scoring.checks.declaration.rows import ends_with, listed, place_of, quoted
from scoring.recheck.checks.check import RowsCheck, WholeCheck
from scoring.recheck.model import FormCheck, RowCheck
from scoring.standard import Standard

_NO_REASON = frozenset(("", "无", "/", "-", "—", "0", "无偏差", "不适用"))
_HUNDRED = Decimal(100)


def _numbers(row: RowCheck) -> Iterator[tuple[Target, Actual]]:
    """The promises of a number with their facts, where both have one in the same unit."""
    for target, fact in zip(row.row.indicator.targets, row.row.facts, strict=True):
        if isinstance(fact, Words) or target.kind is not Kind.QUANTITATIVE:
            continue
        if None not in (target.value, fact.value) and target.unit == fact.unit:
            yield target, fact


class DeviationUnexplained(RowsCheck):
    """丢了分或没有完成，却没有偏差原因.

    What it checks: every row that missed its target, or has less than all points, gives a reason,
    where the form has a column for it.
    Example: 94 of 100人, 11.75 of 12.5 points, 偏差原因 empty.
    Source: notes of the self-evaluation forms of 2016 and later; software practice [IA-self].
    """

    NAME: ClassVar = "deviation-unexplained"
    WHY: ClassVar = Words(
        "没有原因和措施，明年还会这样。", "without a cause and a remedy it will happen again."
    )
    MEND: ClassVar = Words("写明原因和改进措施。", "give the cause and what will be done.")

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """One finding a row."""
        indicator = row.row.indicator
        reason = indicator.deviation_reason
        if reason is None or folded(reason) not in _NO_REASON:
            return
        lost = None not in (row.declared, indicator.max_points) and (
            (row.declared or Decimal(0)) < (indicator.max_points or Decimal(0))
        )
        if lost or row.met is False:
            name = quoted(row.row.name)
            yield self.finding(
                row.row.place,
                Words(
                    f"“{name}”没有完成或没有得满分，没有写偏差原因。",
                    f"'{name}' missed its target or lost points, and gives no reason.",
                ),
            )


class FarAboveTarget(RowsCheck):
    """超额完成太多.

    What it checks: more-is-better targets whose actual is at or above `from` percent of them.
    Example: target 12次, actual 96次 (800%).
    Source: practice [LT-js] (reason at 130%), [PD-14] no. 5 (noted, no deduction).
    """

    NAME: ClassVar = "far-above-target"
    WHY: ClassVar = Words(
        "目标可能定得过低；10号要求分析原因，没有规定扣分的办法。",
        "the target may have been too low; the cause is to be analysed, no deduction is laid down.",
    )
    MEND: ClassVar = Words(
        "说明原因，并提高下一年的目标。", "give the cause, and raise next year's target."
    )

    from_: Decimal = Field(alias="from", gt=100)

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """One finding a promise."""
        for target, fact in _numbers(row):
            value, done = target.value or Decimal(0), fact.value or Decimal(0)
            if not _more_is_better(target) or value <= 0 or done * 100 < value * self.from_:
                continue
            name, times = quoted(row.row.name), plain((done * 100 / value).quantize(Decimal(1)))
            yield self.finding(
                row.row.place,
                Words(
                    f"“{name}”目标 {target.phrase}，实际 {quoted(fact.text)}，为目标的 {times}%。",
                    f"'{name}': {quoted(fact.text)} is {times}% of {target.phrase}.",
                ),
            )


def _more_is_better(target: Target) -> bool:
    if target.comparator in (Comparator.GE, Comparator.GT):
        return True
    return target.comparator is Comparator.EQ and target.direction is Direction.HIGHER


class ActualsEqualTargets(WholeCheck):
    """实际完成值处处恰好等于目标.

    What it checks: not every counted row (at least `least` of them; targets of 100% and of zero do
    not count) reports exactly its target.
    Example: 1.2万亩 for 1.2万亩, 3.45万亩 for 3.45万亩, 16.3万亩 for 16.3万亩, 85% for 85%.
    Source: forms published in 2017–2024, as read row by row; `least` is our choice.
    """

    NAME: ClassVar = "actuals-equal-targets"
    WHY: ClassVar = Words(
        "很少有事情处处分毫不差；可能是照抄目标。",
        "few things turn out exact everywhere; the targets may have been copied.",
    )
    MEND: ClassVar = Words("填真实的完成值，备好佐证。", "give real figures, with evidence.")

    least: int = Field(ge=2)

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a form."""
        pairs = [
            (target, fact, row)
            for row in checked.rows
            if not row.row.is_money
            for target, fact in _numbers(row)
            if target.value and not (target.unit == "%" and target.value == _HUNDRED)
        ]
        if len(pairs) < self.least or any(t.value != f.value for t, f, _ in pairs):
            return
        names = listed([quoted(row.row.name) for _, _, row in pairs])
        yield self.finding(
            place_of(checked.declared.form),
            Words(
                f"{len(pairs)} 项有数字的指标，实际值都恰好等于目标：{names.zh}。",
                f"all {len(pairs)} counted targets were met to the digit: {names.en}.",
            ),
        )


class EvidenceMissing(RowsCheck):
    """没有佐证材料.

    What it checks: where the form has a column for evidence, every row with points names some.
    Example: 佐证材料 empty, 10 of 10 points.
    Source: re-check of a district [PD-14] no. 1: no evidence, no points.
    """

    NAME: ClassVar = "evidence-missing"
    WHY: ClassVar = Words("没有佐证，得分无从核实。", "without evidence nothing can be verified.")
    MEND: ClassVar = Words("补充佐证材料。", "name the evidence.")

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """One finding a row."""
        if row.row.is_money or row.row.evidence is None or row.row.evidence.strip():
            return
        if row.declared:
            name = quoted(row.row.name)
            yield self.finding(
                row.row.place,
                Words(f"“{name}”没有佐证材料。", f"'{name}' names no evidence."),
            )


class CountedInForm(RowsCheck):
    """定性的目标当成了定量的.

    What it checks: a percentage under a name that measures nothing (its end is none of
    `measures`), or a percentage as the answer to a target in words.
    Example: 促进教育事业健康发展 ≥100%; 有效提升 ← 100%.
    Source: findings of a re-check [PD-mz]: formally quantitative, in substance qualitative.
    """

    NAME: ClassVar = "counted-in-form"
    WHY: ClassVar = Words(
        "没有分子分母的百分数，只是把“做到了”写成数字。",
        "a percentage of nothing only says 'done' in figures.",
    )
    MEND: ClassVar = Words(
        "写明百分数怎样计算，或改为定性指标分档评价。",
        "say how the percentage is computed, or judge it as a promise in words.",
    )

    measures: tuple[str, ...]

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """One finding a row."""
        indicator = row.row.indicator
        if not indicator.targets or row.row.is_money:
            return
        name, answer = quoted(row.row.name), folded(indicator.actual_text or "")
        if all(target.kind is Kind.QUALITATIVE for target in indicator.targets):
            if answer.endswith("%"):
                words = Words(
                    f"“{name}”的目标是文字“{quoted(indicator.target_text)}”，实际填“{quoted(answer)}”。",
                    f"'{name}' promises '{quoted(indicator.target_text)}' and reports '{answer}'.",
                )
                yield self.finding(row.row.place, words)
        elif self._measures_nothing(row):
            words = Words(
                f"“{name}”填 {indicator.targets[0].phrase}，名称里没有可以计算的量。",
                f"'{name}' has {indicator.targets[0].phrase}, but names nothing to be computed.",
            )
            yield self.finding(row.row.place, words)

    def _measures_nothing(self, row: RowCheck) -> bool:
        indicator = row.row.indicator
        [target, *more] = indicator.targets
        is_share = target.unit == "%" or (target.unit is None and target.value == _HUNDRED)
        named = ends_with(self.measures, indicator.name, target.measure)
        return is_share and not more and bool(indicator.name) and not named and not target.change
