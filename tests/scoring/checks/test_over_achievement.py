"""Far above the target is a doubt about the target, from the percentage that the standard names."""

import pytest

from scoring.checks.over_achievement import OverAchievement
from scoring.register import find
from scoring.scorer import score
from tests.scoring.factories import ACHIEVED, D, done, facts, form, promised, row

CHECK = OverAchievement.model_validate({"check": "over-achievement", "from": D(130)})
FORM = form(
    row(1, "output.quantity", promised(">=", "100")),
    row(2, "output.cost", promised("<=", "100", direction="lower")),
    row(3, "output.quality"),
)


@pytest.mark.parametrize(
    ("actual", "places"), [("129.99", []), ("130", ["form.txt:1"]), ("500", ["form.txt:1"])]
)
def test_from_130_percent(actual: str, places: list[str]) -> None:
    actuals = facts(FORM, {"1.1": done(actual), "2.1": done("10"), "3.1": ACHIEVED})
    judged_form = score(FORM, actuals, find("cn-mof-2020-10"))
    assert [f.place for f in CHECK.findings(judged_form, FORM, actuals)] == places
    assert judged_form.items[0].points == judged_form.items[0].max_points


def test_the_standard_of_2020_runs_it() -> None:
    actuals = facts(FORM, {"1.1": done("130"), "2.1": done("10")})
    found = score(FORM, actuals, find("cn-mof-2020-10")).findings
    assert [(f.check, f.severity) for f in found] == [("over-achievement", "info")]
