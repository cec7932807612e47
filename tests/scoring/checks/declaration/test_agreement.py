"""Names, columns and numbers of a form that contradict one another."""

from tests.scoring.checks.declaration.fragments import found, fragment, said


def test_three_numbers_for_one_thing_are_one_finding() -> None:
    rows = [("产出质量指标", f"公众满意度≥{value}%") for value in (90, 95, 98)]
    assert len(said(rows, "values-differ")) == 1


def test_several_contradictions_of_a_row_are_one_finding() -> None:
    rows = [("产出数量指标", "走访人数（人次）", "≥", "≤50", "户")]
    (finding,) = found([fragment(rows)], "columns-differ")
    assert finding.words.zh == (
        "“走访人数（人次）”：性质一栏是“≥”，指标值里写的是“≤”；名称里的单位是“人次”，单位一栏是“户”。"
    )
    assert finding.place == "申报表.txt:1"


def test_what_contradicts_itself_is_not_told_again_as_what_follows_from_it() -> None:
    rows = [("产出时效指标", "发放及时率", "定性", "100", "%")]
    assert len(said(rows, "columns-differ")) == 1
    assert said(rows, "not-measurable") == []


def test_a_number_within_a_name_tells_which_ones_are_meant() -> None:
    assert said([("产出数量指标", "60岁以上老人体检人数", "≥300人")], "values-differ") == []
