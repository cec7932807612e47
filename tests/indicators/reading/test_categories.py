"""Level names that are not known, or stand where they do not belong, leave a doubt."""

from indicators.places import Place
from indicators.reading.categories import about_category
from indicators.reading.rows import IndicatorRow

AT = Place("a.docx")


def _checks(level1: str, level2: str) -> list[str]:
    row = IndicatorRow(level1, level2, None, None, None, "甲", AT, AT)
    return [finding.check for finding in about_category(row)]


def test_doubts() -> None:
    assert _checks("产出指标", "数量指标") == []
    assert _checks("效益指标", "数量指标") == ["category-misplaced"]
    assert _checks("产出指标", "指标九") == ["category-unknown"]
