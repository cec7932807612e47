"""The header of the indicator table: one row or several, one table or two side by side."""

from collections.abc import Sequence

from indicators.forms import layout_of
from indicators.reading.header import Header, banner, find_header, header_at, one_line
from tests.indicators.reading.papers import HEADER, Written, grid

FILLED = layout_of("project_selfevaluation")
DECLARED = layout_of("project_declaration")

LEVELS = ["一级指标", "二级指标", "三级指标"]


def _found(*rows: Sequence[Written]) -> Header:
    header = find_header(grid(*rows).rows, FILLED)
    assert header is not None
    return header


def test_one_row() -> None:
    header = _found(["项目名称", "甲"], [("绩效指标", 1, 3), *HEADER])
    assert (header.start, header.end, header.lead, header.width) == (1, 2, "绩效指标", 9)
    assert list(header.columns.items()) == [
        *(("level1", 1), ("level2", 2), ("name", 3), ("target", 4), ("actual", 5)),
        *(("max_points", 6), ("points", 7), ("reason", 8)),
    ]
    assert (header.unknown, header.others, header.long_term) == ((), (), {})


def test_two_rows_with_merged_cells() -> None:
    """年度指标值 over nature, value and unit; what stands below it comes first."""
    header = _found(
        [*((text, 1, 2) for text in LEVELS), ("年度指标值", 3), ("实际完成值", 1, 2)],
        ["指标性质", "数值", "计量单位"],
        ["产出指标", "数量指标", "培训", "≥", "100", "人", "94"],
    )
    assert header.end == 2
    assert {key: header.columns[key] for key in ("nature", "unit", "actual")} == {
        "nature": 3,
        "unit": 5,
        "actual": 6,
    }


def test_two_rows_without_merged_cells() -> None:
    """The cells below the other headings are empty."""
    header = _found(
        [*LEVELS, ("指标值", 3), "实际完成值"],
        ["", "", "", "指标性质", "指标值", "计量单位", ""],
        ["产出指标", "数量指标", "培训", "≥", "100", "人", "94"],
    )
    assert (header.end, header.columns["target"], header.columns["nature"]) == (2, 4, 3)


def test_a_first_part_without_a_name_of_its_own_is_the_value() -> None:
    header = _found(
        [*((text, 1, 2) for text in LEVELS), ("实际完成值", 2), ("年度指标值", 1, 2)],
        ["数据", "说明"],
        ["产出指标", "数量指标", "培训", "94人", "缺6人", "100人"],
    )
    assert header.columns["actual"] == 3
    assert header.others == (("实际完成值/说明", 4),)
    assert header.unknown == ()


def test_the_value_may_stand_behind_its_sign() -> None:
    """符号, 数值 and 单位 below 年度指标值: a name of its own has only the first and the last."""
    header = _found(
        [*((text, 1, 2) for text in LEVELS), ("年度指标值", 3), ("实际完成值", 1, 2)],
        ["符号", "数值", "单位"],
        ["产出指标", "数量指标", "培训", "≥", "100", "人", "94"],
    )
    assert (header.columns["name"], header.columns["nature"]) == (2, 3)
    assert (header.columns["target"], header.columns["unit"]) == (4, 5)
    assert header.stand_in == ""


def test_a_part_of_the_targets_may_be_that_after_changes() -> None:
    header = _found(
        [*((text, 1, 2) for text in LEVELS), ("年度指标值", 2), ("实际完成值", 1, 2)],
        ["年初设定", "年中调整"],
        ["产出指标", "数量指标", "培训", "100人", "90人", "94人"],
    )
    assert (header.columns["target"], header.columns["adjusted"]) == (3, 4)


def test_names_below_the_label_of_the_table() -> None:
    """绩效指标 is the label at the left, but behind the levels it is the heading of the names."""
    header = _found(
        ["一级指标", "二级指标", "绩效指标", "指标值"], ["产出指标", "数量指标", "培训", "100人"]
    )
    assert (header.columns["name"], header.lead) == (2, "")
    header = _found(["绩效指标", *LEVELS, "指标值"], ["", "产出指标", "数量指标", "培训", "100人"])
    assert (header.columns["name"], header.lead) == (3, "绩效指标")


def test_values_below_a_merged_heading_are_no_headings() -> None:
    """三级指标 over two columns, each row with two cells there."""
    header = _found(
        ["一级指标", "二级指标", ("三级指标", 2), "年度指标值"],
        ["产出指标", "数量指标", "培训", "人数", "100人"],
    )
    assert header.end == 1


def test_two_tables_side_by_side() -> None:
    columns = ["二级指标", "三级指标", "指标值"]
    header = _found(
        [("实施期绩效指标", 4), ("年度绩效指标", 3)], ["一级指标", *columns, *columns], ["产出"] * 7
    )
    # The row of periods alone is no header; the row below it is.
    assert header.columns == {"level1": 0, "level2": 4, "name": 5, "target": 6}
    assert header.long_term == {"level1": 0, "level2": 1, "name": 2, "target": 3}


def test_the_period_above_the_columns_decides_which_side_is_the_year() -> None:
    columns = ["二级指标", "指标值"]
    rows = grid(
        [("一级指标", 1, 2), ("年度绩效指标", 2), ("长期绩效指标", 2)],
        [*columns, *columns],
        ["产出", "数量", "1个", "数量", "3个"],
    ).rows
    header = find_header(rows, DECLARED)
    assert header is not None
    assert header.columns == {"level1": 0, "level2": 1, "target": 2}
    assert header.long_term == {"level1": 0, "level2": 3, "target": 4}


def test_a_table_of_the_long_term() -> None:
    rows = grid([("长期绩效指标", 1, 2), *LEVELS, "指标值"], ["产出", "数量", "甲", "1个"]).rows
    header = find_header(rows, DECLARED)
    assert header is not None
    assert header.is_long_term
    rows = grid([("长期绩效指标", 4)], [*LEVELS, "指标值"], ["产出", "数量", "甲", "1个"]).rows
    header = find_header(rows, DECLARED)
    assert header is not None
    assert (header.start, header.is_long_term) == (1, True)


def test_unknown_and_repeated_columns() -> None:
    header = _found([*HEADER[:7], "得分", "督办\n意见"])
    assert header.others == (("得分", 7), ("督办意见", 8))
    assert [text for text, _ in header.unknown] == ["督办意见"]


def test_no_header() -> None:
    assert find_header(grid(["一级指标", "指标值"], ["甲", "乙"]).rows, FILLED) is None
    assert find_header(grid(["产出指标", "数量指标", "100人"]).rows, FILLED) is None
    assert find_header(grid(["一级指标", *["二级指标"] * 50, "指标值"]).rows, FILLED) is None
    assert header_at(grid(["甲"], [*HEADER]).rows, 0, FILLED) is None


def test_banners_and_lines() -> None:
    [row] = grid(["", ("长期绩效指标", 2)]).rows
    assert banner(row) == "长期绩效指标"
    assert banner(grid(["甲", "乙"]).rows[0]) == ""
    assert one_line("年度\n 指标值 ") == "年度指标值"
