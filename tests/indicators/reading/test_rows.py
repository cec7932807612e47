"""The indicator table: its header, merged level names, split rows, rows that nobody filled."""

from indicators.forms import is_title, layout_of
from indicators.places import Place
from indicators.reading.header import find_header
from indicators.reading.rows import IndicatorTable, read_table
from indicators.reading.tables import Cell, Grid, Row
from indicators.reading.text import read_text
from tests.indicators.reading.dumps import HEADER, cell, row

PROJECT = layout_of("project_declaration")
AT = Place("a.docx")


def _rows(dump: str) -> tuple[Row, ...]:
    [grid] = read_text(dump, "a.txt", is_title=is_title)
    assert isinstance(grid, Grid)
    return grid.rows


def _table(rows: tuple[Row, ...]) -> IndicatorTable:
    header = find_header(rows, PROJECT)
    assert header is not None
    return read_table(rows, header, PROJECT)


def _read(dump: str) -> list[tuple[str, str, str]]:
    return [(one.level1, one.level2, one.text) for one in _table(_rows(dump)).rows]


def _checks(dump: str) -> list[tuple[str, str]]:
    return [(found.check, found.severity.value) for found in _table(_rows(dump)).findings]


BODY = (
    row("", "产出指标", "产出数量指标", "100人")
    + row("", "", "产出质量指标", "合格")
    + row("", "效益指标", "社会效益指标", "提升")
)
READ = [
    ("产出指标", "产出数量指标", "100人"),
    ("产出指标", "产出质量指标", "合格"),
    ("效益指标", "社会效益指标", "提升"),
]


def test_level_names_are_carried_down() -> None:
    assert _read(row(*HEADER) + BODY) == READ


def test_the_table_ends_at_a_label_of_the_form() -> None:
    dump = row(*HEADER) + BODY + row("其他说明的问题", "", "无", "")
    table = _table(_rows(dump))
    assert len(table.rows) == 3
    assert table.end == 4


def test_the_table_ends_at_a_label_that_is_not_known() -> None:
    dump = row(*HEADER) + BODY + row("审核意见", "", "同意", "") + row("", "", "甲", "乙")
    table = _table(_rows(dump))
    assert len(table.rows) == 3
    assert table.end == 4


def test_a_header_in_two_halves() -> None:
    split = cell(HEADER[0]) + "\n" + "".join(map(cell, HEADER[1:])) + "\n"
    assert _read(split + BODY) == READ
    split = row(*HEADER[:2]) + row(*HEADER[2:])
    assert _read(split + BODY) == READ


def test_a_repeated_header_is_skipped() -> None:
    head, _, rest = BODY.partition(row("", "", "产出质量指标", "合格"))
    again = row(*HEADER)
    assert _read(row(*HEADER) + head + again + row("", "", "产出质量指标", "合格") + rest) == READ


def test_no_header() -> None:
    assert find_header(_rows(row("一级指标", "指标值") + BODY), PROJECT) is None
    assert find_header(_rows(BODY), PROJECT) is None


def test_a_row_split_behind_level_1() -> None:
    """Lines 135–138 of the real document."""
    split = row("", "效益指标") + row("社会效益指标", "提升")
    assert _read(row(*HEADER) + split) == [("效益指标", "社会效益指标", "提升")]
    assert _checks(row(*HEADER) + split) == [("row-joined", "info")]


def test_a_row_split_into_its_cells() -> None:
    split = "".join(row(text) for text in ("", "效益指标", "社会效益指标", "提升"))
    assert _read(row(*HEADER) + split) == [("效益指标", "社会效益指标", "提升")]


def test_rows_that_nobody_filled() -> None:
    for filler in ("…", "……", "...", "", "。。。"):
        dump = row(*HEADER) + BODY + row("", "", filler, "")
        assert _read(dump) == READ
        assert _checks(dump) == []
    assert _read(row(*HEADER) + BODY + row("", "", "…", "指标1：")) == READ


def test_a_filled_row_below_dots_is_read() -> None:
    dump = row(*HEADER) + BODY + row("", "", "…", "甲")
    assert _read(dump)[-1] == ("效益指标", "…", "甲")


def test_an_indicator_left_empty() -> None:
    dump = row(*HEADER) + row("", "产出指标", "产出数量指标", "") + BODY
    assert _read(dump) == READ
    assert _checks(dump) == [("indicator-empty", "warning")]


def test_a_row_cut_before_its_text() -> None:
    dump = row(*HEADER) + BODY + "\t\n\t\n\t环境效益指标\n"
    assert _read(dump) == READ
    assert _checks(dump) == [("indicator-cut", "error")]


def test_more_cells_than_the_header() -> None:
    dump = row(*HEADER) + row("", "产出指标", "产出数量指标", "1、甲", "2、乙")
    assert _read(dump) == [("产出指标", "产出数量指标", "1、甲\n2、乙")]
    assert _checks(dump) == [("row-too-long", "warning")]


def test_level_2_is_carried_down_below_the_same_level_1_only() -> None:
    columns = ("一级指标", "二级指标", "三级指标", "指标值")
    dump = (
        row(*columns)
        + row("产出指标", "数量指标", "甲", "1个")
        + row("", "", "乙", "2个")
        + row("效益指标", "", "丙", "3个")
    )
    assert [(one.level1, one.level2, one.name, one.text) for one in _table(_rows(dump)).rows] == [
        ("产出指标", "数量指标", "甲", "1个"),
        ("产出指标", "数量指标", "乙", "2个"),
        ("效益指标", "", "丙", "3个"),
    ]


def test_columns_of_their_own_for_nature_and_unit() -> None:
    columns = ("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "责任星级")
    dump = row(*columns) + row("产出指标", "数量指标", "培训人数", "≥", "100", "人", "科室")
    [one] = _table(_rows(dump)).rows
    assert (one.name, one.nature, one.text, one.unit) == ("培训人数", "≥", "100", "人")
    assert one.others == (("责任星级", "科室"),)
    assert _checks(dump) == [("column-unknown", "warning")]


def test_level_3_alone_holds_the_target() -> None:
    dump = row("一级指标", "二级指标", "三级指标") + row("产出指标", "数量指标", "培训100人")
    [one] = _table(_rows(dump)).rows
    assert (one.name, one.text) == (None, "培训100人")


def test_merged_cells_of_a_reader_that_knows_spans() -> None:
    """The same table as Word or Excel give it: 绩效指标 and 产出指标 span the rows below."""
    grid = Grid(
        (
            Cell("绩效指标", 0, 0, AT, rowspan=3),
            Cell("一级\n指标", 0, 1, AT),
            Cell("二级指标", 0, 2, AT),
            Cell("指标值", 0, 3, AT, colspan=2),
            Cell("产出\n指标", 1, 1, AT, rowspan=2),
            Cell("数量指标", 1, 2, AT),
            Cell("100人", 1, 3, AT, colspan=2),
            Cell("质量指标", 2, 2, AT),
            Cell("合格", 2, 3, AT, colspan=2),
            Cell("其他说明的问题", 3, 0, AT, colspan=3),
            Cell("无", 3, 3, AT, colspan=2),
        )
    )
    table = _table(grid.rows)
    assert [(one.level1, one.level2, one.text) for one in table.rows] == [
        ("产出指标", "数量指标", "100人"),
        ("产出指标", "质量指标", "合格"),
    ]
    assert (table.end, table.findings) == (3, [])


def _split(*cells: Cell) -> IndicatorTable:
    """A table whose value spans two columns, with one row."""
    header = (
        Cell("绩效指标", 0, 0, AT, rowspan=2),
        Cell("一级指标", 0, 1, AT),
        Cell("二级指标", 0, 2, AT, colspan=2),
        Cell("三级指标", 0, 4, AT),
        Cell("指标值", 0, 5, AT, colspan=2),
        Cell("实际完成值", 0, 7, AT, colspan=2),
        Cell("产出指标", 1, 1, AT),
    )
    rows = Grid((*header, *cells)).rows
    layout = layout_of("project_selfevaluation")
    found = find_header(rows, layout)
    assert found is not None
    return read_table(rows, found, layout)


def test_a_value_in_two_cells_below_one_heading() -> None:
    table = _split(
        Cell("数量指标", 1, 2, AT, colspan=2),
        Cell("养护里程", 1, 4, AT),
        Cell("≥100", 1, 5, AT),
        Cell("公里", 1, 6, AT),
        Cell("98.5", 1, 7, AT),
        Cell("公里", 1, 8, AT),
    )
    [one] = table.rows
    assert (one.name, one.text, one.texts["actual"]) == ("养护里程", "≥100\n公里", "98.5\n公里")
    assert table.findings == []


def test_a_cell_below_no_heading_is_kept_and_told() -> None:
    table = _split(
        Cell("数量指标", 1, 2, AT),
        Cell("新增", 1, 3, AT),
        Cell("里程", 1, 4, AT),
        Cell("3", 1, 5, AT),
    )
    [one] = table.rows
    assert (one.level2, one.name, one.text, one.others) == (
        "数量指标",
        "里程",
        "3",
        (("", "新增"),),
    )
    [finding] = table.findings
    assert (finding.check, "“新增”" in finding.words.zh) == ("cell-stray", True)


def test_places() -> None:
    [first, second, _] = _table(_rows(row(*HEADER) + BODY)).rows
    assert [str(first.place), str(second.place)] == ["a.txt:9", "a.txt:14"]
    assert str(second.level1_place) == "a.txt:7"
