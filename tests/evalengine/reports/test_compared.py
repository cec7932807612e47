"""The listings of a comparison."""

from dataclasses import replace

from evalengine.comparing import Against
from evalengine.reports.compared import _share, doubts, listings, percent, ranking, remarks
from scoring.comparison.ranking import ranked
from tests.evalengine.reports.comparisons import comparison


def test_nothing_empty_and_as_many_cells_as_headings() -> None:
    found = listings(comparison(3, departments=2), "zh")
    assert [each.of for each in found] == [
        *("ranking", "department", "categories", "deciding", "weights", "priority"),
    ]
    for each in found:
        assert each.rows
        assert {len(row) for row in each.rows} == {len(each.headings)}


def test_places_of_one_department_are_those_among_all() -> None:
    rows = ranking(comparison(4, departments=2), "zh", "示例1局").rows
    assert [(row[0], row[4]) for row in rows] == [("2", "示例项目1"), ("4", "示例项目3")]


def test_findings_of_one_department() -> None:
    assert len(doubts(comparison(4, departments=2), "示例1局").rows) == 2
    assert doubts(comparison(1)).rows == (("示例项目0", "注意", "示例.txt:7", "没有写比较符"),)


def test_a_project_without_a_clue_is_not_on_the_list() -> None:
    (listing,) = [each for each in listings(comparison(3), "zh") if each.of == "priority"]
    assert listing.rows == (("1", "示例项目1", "45万元", "20.0", "20.0　自评偏高。"),)


def test_another_standard_beside_it() -> None:
    found = comparison(2)
    other = ranked(found.tables.projects).assign(
        total_other=[8000, 7000], grade_other=["良", "中"], rank_other=[1, 2]
    )
    found = replace(found, against=Against("cn-示例", 0.5, other))
    (listing,) = [each for each in listings(found, "zh") if each.of == "against"]
    assert listing.title.zh == "换用 cn-示例（名次一致 τ 0.50）"
    assert listing.rows[0][1:] == ("90.00", "优", "1", "80.00", "良", "1")


def test_what_everybody_has_is_remarked() -> None:
    found = comparison(3)
    passed = found.deciding.assign(indicator="培训人数")
    words = [each.zh for each in remarks(replace(found, undiscriminating=passed))]
    assert words == ["人人满分的指标：培训人数。"]


def test_percent_rounds_half_up() -> None:
    assert (percent(1, 2000), percent(1, 3), percent(5, 5)) == ("0.1%", "33.3%", "100.0%")


def test_provisional_grades_are_marked() -> None:
    found = comparison(3)
    found.ranking.loc[0, "status"] = "provisional"
    grades = [row[3] for row in ranking(found, "zh").rows]
    assert [grade.endswith("（暂定）") for grade in grades] == [True, False, False]


def test_a_share_that_rounds_to_nothing_has_no_sign() -> None:
    assert [_share(value) for value in (-0.004, 0.004, -0.256)] == ["0%", "0%", "-26%"]
