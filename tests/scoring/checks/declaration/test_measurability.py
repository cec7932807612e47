"""Verifiable or not: what the case files do not say."""

from scoring.checks.declaration.check import Level
from scoring.checks.declaration.measurability import NotMeasurable
from tests.scoring.checks.declaration.fragments import found, fragment


def test_the_example_of_the_category_says_how_to_mend_it() -> None:
    check = NotMeasurable(severity=Level.ERROR, categories={"output.quality": "合格率≥95%"})
    form = fragment([("产出质量指标", "提高效率"), ("产出数量指标", "多办事")])
    (finding,) = check.findings(form)
    assert (finding.place, finding.severity) == ("申报表.txt:1", "error")
    assert finding.mend is not None
    assert "合格率≥95%" in finding.mend.zh


def test_a_long_text_is_quoted_briefly() -> None:
    (finding,) = found([fragment([("产出质量指标", "提高" * 5000)])], "not-measurable")
    assert len(finding.words.zh) < 100
