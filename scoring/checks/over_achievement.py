"""超额完成 (over-achievement): the actual is far above the target, so the target may be too low."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import Field

from indicators.errors import ActualsError, Words
from indicators.model import Actual, Actuals, Finding, Form, Severity, Target
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare
from scoring.case import COUNTED, kind_of
from scoring.model import ProjectScore


class OverAchievement(Rule):
    """超额完成.

    What it checks: more-is-better items whose actual is at or above `from` percent of the target
    (of a target of zero: at or above `zero_target_from`), `unless_reason`: without a reason.
    Why: a target that was set too low says nothing; 10号 wants the cause analysed.
    Example: target ≥100, actual 180. No points are taken away.
    Better: say in 偏差原因 why it was so much, and set next year's target accordingly.
    Source: 财预〔2020〕10号; from which percentage on is practice.
    """

    check: Literal["over-achievement"]
    from_: Decimal = Field(alias="from", gt=100)
    zero_target_from: Decimal | None = None
    unless_reason: bool = False
    severity: Severity = Severity.INFO

    def findings(self, score: ProjectScore, form: Form, actuals: Actuals) -> Iterator[Finding]:
        """The items that are far above their targets."""
        scored = {item.id: item for item in score.items}
        for key, row, target in form.items():
            actual = actuals.by_item.get(key)
            done = _comparison(target, actual) if actual else None
            if done is None or not self._is_far_above(done):
                continue
            if self.unless_reason and scored[key].deviation_reason.strip():
                continue
            words = self._words(target.measure or row.name or row.level2, done)
            yield Finding("over-achievement", self.severity, scored[key].place, words)

    def finds(self, target: Target, actual: Actual) -> bool:
        """Whether a fact is far above its promise."""
        done = _comparison(target, actual)
        return done is not None and self._is_far_above(done)

    def _is_far_above(self, done: Comparison) -> bool:
        if done.high is not None or done.low is None:
            return False
        actual, low = done.figure(done.actual), done.figure(done.low)
        if low == 0:
            return self.zero_target_from is not None and actual >= self.zero_target_from
        return low > 0 and actual * 100 >= low * self.from_

    def _words(self, name: str, done: Comparison) -> Words:
        actual, target = done.read(done.actual), done.read(done.low or 0)
        return Words(
            f"“{name}”实际 {actual}，目标 {target}，远超目标；请说明原因，并核对目标是否定得过低。",
            f"'{name}': actual {actual}, target {target}, far above it; "
            "say why, and check whether the target was too low.",
        )


def _comparison(target: Target, actual: Actual) -> Comparison | None:
    if actual.value is None or kind_of(target) not in COUNTED:
        return None
    try:
        return compare(target, actual)
    except ActualsError:
        return None  # the scorer has refused it already, or the item was left out
