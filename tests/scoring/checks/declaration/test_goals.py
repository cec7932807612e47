"""The numbers of a goal beside those of the indicators."""

from tests.scoring.checks.declaration.fragments import found, fragment


def test_the_finding_stands_at_the_indicator() -> None:
    form = fragment([("产出质量指标", "验收合格率≥95%")], goal="验收合格率达到100%")
    (finding,) = found([form], "goal-differs")
    assert finding.place == "申报表.txt:1"
    assert "验收合格率 ≥100%" in finding.words.zh


def test_a_goal_without_numbers_contradicts_nothing() -> None:
    form = fragment([("产出质量指标", "验收合格率≥95%")], goal="提高工程质量，确保验收合格")
    assert found([form], "goal-differs") == []
