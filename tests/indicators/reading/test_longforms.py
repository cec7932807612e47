"""A long table gives a form for each project; what is missing or does not fit is named."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from indicators.errors import DocumentError
from indicators.model import Form
from indicators.reading import document_of, read_document
from tests.indicators.reading.dumps import checks
from tests.indicators.reading.papers import Written, forms_in, grid, lines, selfevaluation

HEADER = (
    *("project_id", "project", "department", "year", "budget", "executed", "level1", "level2"),
    *("indicator", "target", "actual", "max_points", "declared_points"),
)
A = ("p1", "示例项目甲", "某市某局", "2022", "100", "95")
B = ("p2", "示例项目乙", "某市某局", "2022", "50", "50")
ROWS = (
    (*A, "产出指标", "数量指标", "培训人数", "≥100人", "94人", "60", "56.4"),
    (*A, "效益指标", "社会效益指标", "就业率", "≥60%", "66%", "30", "30"),
    (*B, "产出指标", "数量指标", "站点数量", "2个", "2个", "90", "90"),
)


def _forms(*rows: Sequence[str], header: Sequence[str] = HEADER) -> list[Form]:
    return forms_in(grid(header, *rows))


def _csv(*rows: Sequence[str]) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def test_a_form_a_project() -> None:
    first, second = _forms(*ROWS)
    assert (first.kind, first.layout) == ("project_selfevaluation", "long-table")
    assert (first.project_id, first.project, first.department, first.year) == (
        *("p1", "示例项目甲", "某市某局", 2022),
    )
    assert [(one.level1, one.category, one.name) for one in first.indicators] == [
        ("产出指标", "output.quantity", "培训人数"),
        ("效益指标", "benefit.social", "就业率"),
    ]
    one = first.indicators[0]
    assert (one.target_text, one.actual_text, one.max_points, one.declared_points) == (
        *("≥100人", "94人", Decimal(60), Decimal("56.4")),
    )
    assert [target.phrase for target in one.targets] == ["≥100人"]
    assert first.budget is not None
    assert (first.budget.annual, first.budget.executed) == (Decimal(100), Decimal(95))
    assert [len(second.indicators), second.project] == [1, "示例项目乙"]
    assert [checks(form) for form in (first, second)] == [["budget-unit-guessed"], []]


def test_what_cannot_be_read_is_quoted_with_its_cell() -> None:
    """The second row of the sheet; columns E, F and L."""
    row = (*A[:4], "-5", "85%", *ROWS[0][6:11], "abc", "56.4")
    (form,) = _forms(row)
    found = {each.check: (each.place, each.words.zh) for each in form.findings}
    for check, cell, words in (
        ("annual-budget-unreadable", "E2", "“全年预算数”写的是“-5”"),
        ("executed-unreadable", "F2", "“全年执行数”写的是“85%”"),
        ("max-points-unreadable", "L2", "“分值”写的是“abc”"),
    ):
        assert words in found[check][1]
        assert found[check][0].endswith(cell)


def test_chinese_names_and_a_title_above() -> None:
    header = (
        *(
            "项目名称",
            "主管部门",
            "预算年度",
            "年初预算数（元）",
            "全年预算数（元）",
            "全年执行数（元）",
        ),
        *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    )
    row = ("甲", "某局", "2022年度", "90", "100", "95", *ROWS[0][6:])
    [form] = forms_in(grid([("各项目自评情况", 13)], header, row))
    assert form.budget is not None
    assert (form.budget.amount, form.budget.annual, form.budget.unit) == (
        *(Decimal(90), Decimal(100), "元"),
    )
    assert (form.year, checks(form)) == (2022, [])


def test_the_same_from_a_csv_file() -> None:
    forms = read_document(document_of(_csv(HEADER, *ROWS), path="长表.csv"))
    assert [form.project for form in forms] == ["示例项目甲", "示例项目乙"]
    assert forms[1].indicators[0].place == "长表.csv:4"


def test_merged_and_empty_cells_belong_to_the_project_above() -> None:
    rows: list[Sequence[Written]] = [
        [*((text, 1, 2) for text in A), ("产出指标", 1, 2), *ROWS[0][7:]],
        ["质量指标", "合格率", "≥95%", "97%", "10", "10"],
    ]
    merged = forms_in(grid(HEADER, *rows))
    empty = _forms(ROWS[0], ("",) * 6 + ("", "质量指标", "合格率", "≥95%", "97%", "10", "10"))
    for forms in (merged, empty):
        [form] = forms
        assert [(one.level1, one.level2) for one in form.indicators] == [
            ("产出指标", "数量指标"),
            ("产出指标", "质量指标"),
        ]


def test_rows_of_a_project_that_do_not_stand_together() -> None:
    first, second = _forms(ROWS[0], ROWS[2], ROWS[1])
    assert len(first.indicators) == 2
    assert checks(first) == ["rows-apart", "budget-unit-guessed"]
    assert "示例项目甲" in first.findings[0].words.zh
    assert first.findings[0].place.endswith("A4")
    assert checks(second) == []


def test_a_project_whose_rows_differ() -> None:
    other = (*A[:4], "120", *ROWS[1][5:])
    [form] = _forms(ROWS[0], other)
    assert form.budget is not None
    assert form.budget.annual == Decimal(100)
    assert checks(form) == ["values-differ", "budget-unit-guessed"]


def test_projects_of_one_name_without_ids() -> None:
    header = HEADER[1:]
    rows = [row[1:] for row in ROWS[:2]]
    other = ("示例项目甲", "另一局", *rows[0][2:])
    first, second = _forms(*rows, other, header=header)
    assert (first.department, second.department) == ("某市某局", "另一局")


def test_the_execution_rate_is_no_indicator() -> None:
    rate = (*A, "预算执行率", "预算执行率", "资金执行率", "100%", "95%", "10", "9.5")
    [form] = _forms(*ROWS[:2], rate)
    assert len(form.indicators) == 2
    assert (form.declared.execution_max, form.declared.execution_points) == (
        *(Decimal(10), Decimal("9.5")),
    )


def test_columns_of_their_own_are_kept() -> None:
    [form] = _forms((*ROWS[0], "属实"), header=(*HEADER, "复核意见"))
    assert form.indicators[0].others == (("复核意见", "属实"),)
    assert checks(form)[0] == "column-unknown"


def test_a_declaration_has_no_actuals() -> None:
    [form] = _forms(ROWS[0][:10], header=HEADER[:10])
    assert form.kind == "project_declaration"
    assert form.indicators[0].actual_text is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("target", "目标数值", "缺少“年度指标值”（target）一列；最接近的现有列是“目标数值”"),
        ("level1", "一级名称", "缺少“一级指标”（level1）一列；最接近的现有列是“一级名称”"),
    ],
)
def test_a_missing_column_names_the_nearest(old: str, new: str, said: str) -> None:
    also = {"target": "indicator", "level1": "level2"}[old]
    header = [new if name == old else "甲" if name == also else name for name in HEADER]
    with pytest.raises(DocumentError) as caught:
        _forms(*ROWS, header=header)
    [problem] = caught.value.problems
    assert said in problem.words.zh
    assert new in problem.words.en


def test_nothing_below_the_header() -> None:
    with pytest.raises(DocumentError, match="长表的表头下面没有指标"):
        _forms()


def test_a_form_is_no_long_table() -> None:
    """项目名称 stands at the left of a form, not above a column."""
    with pytest.raises(DocumentError, match="没有找到绩效目标表"):
        forms_in(lines("通知"), grid(["项目名称", "甲"], ["项目名称", "乙"]))


def test_a_list_of_workings_beside_forms_is_no_long_table() -> None:
    """A sheet that names projects, but lacks what a long table needs, hinders no form."""
    workings = grid(
        ("项目", "编号", "指标", "完成值", "分值", "得分"), ("甲", "1.1", "乙", "3", "5", "5")
    )
    [form] = forms_in(selfevaluation(), workings)
    assert form.layout == "selfevaluation-2019"
    with pytest.raises(DocumentError, match="长表缺少"):
        forms_in(workings)


def test_a_row_that_only_names_the_project_says_what_it_costs() -> None:
    """A heading row: the project and its money; the rows below leave these blank."""
    blank = ("", "", "", "", "", "")
    rows = [(*A, "", "", "", "", "", "", ""), *((*blank, *row[6:]) for row in ROWS[:2]), ROWS[2]]
    first, second = _forms(*rows)
    assert (first.project_id, len(first.indicators)) == ("p1", 2)
    assert first.budget is not None
    assert (first.budget.amount, first.budget.executed) == (Decimal(100), Decimal(95))
    assert second.project_id == "p2"


def test_a_row_that_names_another_project_without_any_indicator_is_none() -> None:
    total = ("", "合计", "", "2022", "150", "145", "", "", "", "", "", "", "")
    assert [form.project_id for form in _forms(*ROWS, total)] == ["p1", "p2"]


def test_a_header_that_is_printed_again_is_no_project() -> None:
    assert [form.project_id for form in _forms(*ROWS[:2], HEADER, ROWS[2])] == ["p1", "p2"]


def test_the_year_and_the_unit_above_the_table() -> None:
    """On lines of their own, or in rows across the table; what a row says counts more."""
    header = ("项目名称", "预算数", "一级指标", "二级指标", "三级指标", "指标值")
    row = ("甲", "100", "产出指标", "数量指标", "培训人数", "≥100人")
    above = ("某局2022年度绩效目标汇总表", "单位：元")
    for blocks in (
        [*lines(*above), grid(header, row)],
        [grid(*([(text, 6)] for text in above), header, row)],
    ):
        [form] = forms_in(blocks)
        assert form.year == 2022
        assert form.budget is not None
        assert (form.budget.amount, form.budget.unit) == (Decimal(100), "元")
    [form] = forms_in(lines(*above), grid(("年度", *header), ("2021", *row)))
    assert form.year == 2021
