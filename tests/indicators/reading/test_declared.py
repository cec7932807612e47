"""What a filled form claims: numbers of points as people write them, the total, the grade."""

from decimal import Decimal

import pytest

from indicators.places import Place
from indicators.reading.declared import Claims, is_execution
from indicators.reading.rows import IndicatorRow, TotalRow

AT = Place("a.docx")


def _row(level1: str, level2: str, name: str | None = None, **texts: str) -> IndicatorRow:
    return IndicatorRow(level1, level2, name, None, None, "100%", AT, AT, texts)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("10", "10"),
        (" 9.5分", "9.5"),
        ("１０", "10"),
        ("12.50", "12.50"),
        ("10%", "10"),
        ("0", "0"),
    ],
)
def test_points(text: str, points: str) -> None:
    claims = Claims([])
    assert str(claims.points(text, AT, "得分")) == points
    assert claims.findings == []


@pytest.mark.parametrize("text", ["", "—", "-", "/", "不适用", "——"])
def test_no_points(text: str) -> None:
    claims = Claims([])
    assert claims.points(text, AT, "得分") is None
    assert claims.findings == []


@pytest.mark.parametrize("text", ["满分", "约10", "10+2", "好"])
def test_points_that_are_none(text: str) -> None:
    claims = Claims([])
    assert claims.points(text, AT, "得分") is None
    [finding] = claims.findings
    assert (finding.check, text in finding.words.zh) == ("points-unreadable", True)


def test_points_that_can_be_had_have_a_doubt_of_their_own() -> None:
    """Without them nothing can be shared out, so that the scorer must know them."""
    claims = Claims([])
    assert claims.max_points({"max_points": "abc"}, AT) is None
    assert [finding.check for finding in claims.findings] == ["max-points-unreadable"]


def test_the_total_and_its_grade() -> None:
    total = TotalRow("100", "91.5", ("自评等级为：优秀",), AT)
    found = Claims([]).declared(None, None, total, "")
    assert (found.total_max, found.total, found.grade) == (Decimal(100), Decimal("91.5"), "优秀")
    assert Claims([]).declared(None, None, total, "良").grade == "良"
    assert Claims([]).declared(None, None, TotalRow("", "", ("见附件",), AT), "").grade == ""


def test_the_row_of_the_execution_rate() -> None:
    row = _row("预算执行率", "", None, max_points="10", points="9.5", actual="95%")
    found = Claims([]).declared(None, row, None, "")
    assert (found.execution_max, found.execution_points) == (Decimal(10), Decimal("9.5"))
    assert found.execution_rate == "95%"


def test_which_rows_are_about_the_execution() -> None:
    assert is_execution(_row("预算执行率", "预算执行率", "资金执行率"))
    assert is_execution(_row("预算执行率（10分）", ""))
    assert is_execution(_row("", "", "预算执行率"))
    assert not is_execution(_row("产出指标", "时效指标", "预算执行率"))
    assert not is_execution(_row("产出指标", "数量指标", "培训"))
    assert not is_execution(_row("过程", "预算执行", "预算完成率"))
