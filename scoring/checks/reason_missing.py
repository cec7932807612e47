"""偏差原因未填 (reason-missing): points were lost and the form does not say why."""

from collections.abc import Iterator
from typing import Literal

from indicators.errors import Words
from indicators.model import Actuals, Finding, Form, Severity
from indicators.rulefile import Rule
from scoring.model import ItemScore, ProjectScore


class ReasonMissing(Rule):
    """偏差原因未填.

    What it checks: every item that did not keep its promise, or lost points, gives a reason.
    Why: the form asks for 偏差原因分析及改进措施; without it the form is sent back.
    Example: 94 of 100 guards, 11.75 of 12.50 points, no reason.
    Better: “6 人中途离职，已于次年 1 月补齐”.
    Source: notes of the self-evaluation forms of 2016 and later.
    """

    check: Literal["reason-missing"]
    severity: Severity = Severity.WARNING

    def findings(self, score: ProjectScore, form: Form, actuals: Actuals) -> Iterator[Finding]:
        """The items without a reason."""
        for item in score.items:
            if _lost(item) and not item.deviation_reason.strip():
                yield Finding("reason-missing", self.severity, item.place, _words(item))


def _lost(item: ItemScore) -> bool:
    missed = item.working.met is False and item.max_points > 0
    return missed and not item.working.is_missing


def _words(item: ItemScore) -> Words:
    name = item.measure or item.indicator or item.level2
    points = f"{item.points}/{item.max_points}"
    if item.working.is_unproved:
        return Words(
            f"“{name}”没有佐证材料（{points} 分），也没有填写偏差原因；请补充佐证或原因。",
            f"'{name}' has neither evidence ({points} points) nor a reason; add one of the two.",
        )
    return Words(
        f"“{name}”未达到目标（{points} 分），没有填写偏差原因；请补充原因和改进措施。",
        f"'{name}' missed its target ({points} points) without a reason; "
        "state the cause and what will be done.",
    )
