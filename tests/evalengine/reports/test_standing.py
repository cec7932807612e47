"""A comparison as lines of a terminal."""

from evalengine.reports.standing import MOST, comparison_lines
from tests.evalengine.reports.comparisons import comparison


def test_places_and_reasons() -> None:
    lines = comparison_lines(comparison(3), "zh")
    assert any("89.99" in line and "示例项目1" in line for line in lines)
    assert any(line.split()[:4] == ["1", "示例项目1", "45万元", "20.0"] for line in lines)


def test_a_long_list_says_how_much_is_left_out() -> None:
    assert "…… 另有 3 行" in comparison_lines(comparison(MOST + 3), "zh")
    assert "… 3 more" in comparison_lines(comparison(MOST + 3), "en")
