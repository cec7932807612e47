"""What was asked beyond the score is told together, and nothing where nothing was asked."""

from evalengine.reports.asked import asked_data, asked_lines
from evalengine.whatif import NOTHING_ASKED, WhatIf, contrasts, sensitivities
from scoring.register import find
from tests.evalengine.factories import STANDARD, evaluation


def test_nothing_was_asked() -> None:
    assert asked_lines(NOTHING_ASKED, "zh") == []
    assert asked_data(NOTHING_ASKED) == {}


def test_both_questions() -> None:
    projects = (evaluation(),)
    whatif = WhatIf(
        contrasts(projects, find("cn-mof-2020-10")), sensitivities(projects, find(STANDARD))
    )
    assert list(asked_data(whatif)) == ["against", "sensitivity"]
    lines = asked_lines(whatif, "zh")
    assert lines[1].startswith("对照 cn-mof-2020-10")
    assert any(line.startswith("敏感性：") for line in lines)
