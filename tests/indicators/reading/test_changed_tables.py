"""A self-evaluation (示例) is read the same, whatever a department changes in its table."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from indicators.model import Form
from indicators.reading.tables import Block
from tests.indicators.reading import dumps
from tests.indicators.reading.dumps import checks
from tests.indicators.reading.papers import (
    GOALS,
    HEAD,
    HEADER,
    MONEY,
    PLAIN,
    TITLE,
    TOTAL,
    Written,
    amounts,
    form_in,
    forms_in,
    grid,
    indicator_rows,
    lines,
    merged,
    rows_of,
    selfevaluation,
)

POINTS = ["25", "10", "15", "30", "10"]
ABOVE = (TITLE, "（2022年度）")


def _is_sample(form: Form, found: Sequence[str] = ()) -> None:
    """Assert that this is the sample, whatever became of its looks, with only these doubts."""
    assert rows_of(form) == list(PLAIN)
    assert form.project == "示例项目"
    assert (form.declared.total_max, form.declared.total) == (Decimal(100), Decimal("98.00"))
    assert checks(form) == list(found)


def _table(*rows: Sequence[Written]) -> list[Block]:
    """A form with this indicator table."""
    return [*lines(*ABOVE), grid(*HEAD, *MONEY, *GOALS, *rows)]


def test_the_usual_selfevaluation() -> None:
    form = form_in(selfevaluation())
    _is_sample(form)
    assert (form.kind, form.layout, form.year) == (
        *("project_selfevaluation", "selfevaluation-2019", 2022),
    )
    assert (form.department, form.implementing_unit) == ("某市某局", "某市某局某中心")
    assert (form.goal, form.goal_actual) == (
        "培训100人，\n建成2个站点。",
        "培训94人，\n建成2个站点。",
    )
    assert form.budget is not None
    assert (form.budget.amount, form.budget.annual, form.budget.executed) == (
        *(Decimal("100.00"), Decimal("120.00"), Decimal("114.00")),
    )
    assert [(part.name, part.executed) for part in form.budget.parts] == [
        ("其中：当年财政拨款", Decimal("100.00")),
        ("上年结转资金", Decimal("14.00")),
    ]
    declared = form.declared
    assert (declared.execution_max, declared.execution_points) == (Decimal(10), Decimal("9.5"))
    assert (declared.execution_rate, declared.grade) == ("95.00%", "优")
    assert ("项目资金（万元）/上年结转资金/全年执行数", "14.00") in form.fields


# ── what departments change in the table ─────────────────────────────────────────────────────────

LED: list[list[str]] = [["绩效指标", *HEADER], *(["", *row] for row in PLAIN)]
"""Nothing merged, the level names on every row."""


def test_nothing_merged() -> None:
    _is_sample(form_in(_table(*LED, TOTAL)))


def test_level_names_only_in_their_first_rows() -> None:
    rows: list[list[str]] = [["绩效指标", *HEADER]]
    for at, row in enumerate(PLAIN):
        above = PLAIN[at - 1] if at else ("", "")
        level1 = "" if row[0] == above[0] else row[0]
        rows.append(["", level1, "" if row[:2] == above[:2] else row[1], *row[2:]])
    _is_sample(form_in(_table(*rows, TOTAL)))


def test_no_label_at_the_left() -> None:
    total: Sequence[Written] = [("总分", 5), "100", "98.00", "等级：优"]
    _is_sample(form_in(_table([*HEADER], *merged(PLAIN), total)))


def test_level_1_across_above_its_rows() -> None:
    rows: list[Sequence[Written]] = [HEADER]
    for level1 in ("产出指标", "效益指标", "满意度指标"):
        rows.append([(level1, 8)])
        rows += [["", *row[1:]] for row in PLAIN if row[0] == level1]
    _is_sample(form_in(_table(*rows, [("总分", 5), "100", "98.00", ""])))


def test_subtotals_and_notes_are_no_indicators() -> None:
    rows: list[Sequence[Written]] = [*LED[:4], [("小计（50分）", 6), "50", "48.5", ""], *LED[4:]]
    note: Sequence[Written] = [("注：定量指标完成的得满分，未完成的按比例得分。", 9)]
    form = form_in(_table(*rows, TOTAL, note))
    _is_sample(form)
    assert form.fields[-1] == ("注", "定量指标完成的得满分，未完成的按比例得分。")
    across: Sequence[Written] = ["", ("以下为效益类指标，详见附件", 8)]
    _is_sample(form_in(_table(*LED[:4], across, *LED[4:], TOTAL)), ["row-unread"])


def test_a_sum_before_the_total() -> None:
    sums: list[Sequence[Written]] = [
        [("各项得分之和", 6), "90", "88.5", ""],
        [("合计", 6), "90", "88.5", ""],
    ]
    _is_sample(form_in(_table(*LED, *sums, TOTAL)))


def test_points_behind_level_1_differ_from_form_to_form() -> None:
    rows = [[text.replace("效益指标", "效益指标（30分）", 1) for text in row] for row in LED]
    _is_sample(form_in(_table(*LED, TOTAL)))
    for form in forms_in(_table(*LED, TOTAL), _table(*rows, TOTAL)):
        assert checks(form) == []


def test_the_execution_rate_among_the_indicators() -> None:
    row = ["", "预算执行率", "预算执行率", "资金执行率", "100%", "95%", "10", "9.5", ""]
    form = form_in([*lines(*ABOVE), grid(*HEAD, *GOALS, LED[0], row, *LED[1:], TOTAL)])
    _is_sample(form, ["execution-row", "budget-missing"])
    declared = form.declared
    assert (declared.execution_max, declared.execution_points) == (Decimal(10), Decimal("9.5"))
    assert declared.execution_rate == "95%"


def test_points_merged_over_rows_are_divided() -> None:
    rows: list[list[Written]] = [list(row) for row in LED]
    rows[1][6:8] = [("35", 1, 2), ("33.5", 1, 2)]
    rows[2] = [*rows[2][:6], rows[2][8]]
    form = form_in(_table(*rows, TOTAL))
    assert [str(one.max_points) for one in form.indicators[:2]] == ["17.50", "17.50"]
    assert [str(one.declared_points) for one in form.indicators[:2]] == ["16.75", "16.75"]
    assert checks(form) == ["points-shared"]


def test_points_as_people_write_them() -> None:
    rows = [list(row) for row in LED]
    rows[1][6:8] = "25分", "２３.5"
    rows[2][6:8] = "10%", "10.0分"
    form = form_in(_table(*rows, TOTAL))
    assert [str(one.max_points) for one in form.indicators[:2]] == ["25", "10"]
    assert [str(one.declared_points) for one in form.indicators[:2]] == ["23.5", "10.0"]
    rows[1][7] = "满分"
    form = form_in(_table(*rows, TOTAL))
    assert form.indicators[0].declared_points is None
    assert checks(form) == ["points-unreadable"]


def test_columns_beside_the_usual_ones_are_kept() -> None:
    header = [*HEADER[:5], "评分标准", *HEADER[5:], "佐证材料", "复核意见"]
    rows = [[*row[:5], "按比例", *row[5:], "签到表", "属实"] for row in PLAIN]
    form = form_in(_table(*[["绩效指标", *header], *(["", *row] for row in rows)]))
    assert rows_of(form) == list(PLAIN)
    assert {one.evidence for one in form.indicators} == {"签到表"}
    assert {one.others for one in form.indicators} == {
        (("评分标准", "按比例"), ("复核意见", "属实"))
    }
    assert checks(form) == ["column-unknown", "form-end-missing"]


def test_a_second_column_of_points_is_kept_apart() -> None:
    """得分 by the unit, and again by whoever checked it."""
    header = [*HEADER[:7], "得分", HEADER[7]]
    rows = [[*row[:7], "1", row[7]] for row in PLAIN]
    form = form_in(_table(["绩效指标", *header], *(["", *row] for row in rows)))
    assert rows_of(form) == list(PLAIN)
    assert {one.others for one in form.indicators} == {(("得分", "1"),)}


# ── tables that are cut, doubled, or stand together ──────────────────────────────────────────────


@pytest.mark.parametrize("repeated", [[], [LED[0]]])
def test_a_table_cut_by_a_page_break_goes_on(repeated: list[list[str]]) -> None:
    """The level names stay empty where the merged cells were cut."""
    top = grid(*HEAD, *MONEY, *GOALS, *LED[:2])
    bottom = grid(*repeated, ["", "", "", *LED[2][3:]], *LED[3:], TOTAL)
    _is_sample(form_in(lines(*ABOVE), top, bottom))


def test_a_header_repeated_in_one_table() -> None:
    _is_sample(form_in(_table(*LED[:3], LED[0], *LED[3:], TOTAL)))


def test_head_money_and_indicators_in_tables_of_their_own() -> None:
    form = form_in(
        lines(*ABOVE), grid(*HEAD), grid(*MONEY), grid(*GOALS), grid(*indicator_rows(), TOTAL)
    )
    _is_sample(form)
    assert form.budget is not None


def test_many_forms_in_a_file() -> None:
    first, second = forms_in(selfevaluation(), selfevaluation())
    _is_sample(first)
    assert (first.occurrence, second.occurrence) == (1, 2)


def test_forms_below_one_another_without_a_title() -> None:
    rows = (*HEAD, *MONEY, *GOALS, *indicator_rows(), TOTAL)
    first, second = forms_in(lines(*ABOVE), grid(*rows, *rows))
    _is_sample(first)
    _is_sample(second, ["title-missing"])


# ── money in other ways ──────────────────────────────────────────────────────────────────────────


def _money(*rows: Sequence[Written], above: Sequence[str] = ABOVE) -> Form:
    return form_in([*lines(*above), grid(*HEAD, *rows, *GOALS, *indicator_rows(), TOTAL)])


def test_the_unit_of_money() -> None:
    bare = [[("项目资金", 2, 5), *MONEY[0][1:]], *MONEY[1:]]
    assert checks(_money(*bare)) == ["budget-unit-guessed"]
    named = _money(*bare, above=[*ABOVE, "金额单位：元"])
    assert (amounts(named), checks(named)) == (("100.00", "120.00", "114.00", "元"), [])
    in_cells = [["年度资金总额", "100万元", "1200000元", "114万元", "10", "95%", "9.5"]]
    mixed = _money([("项目资金", 2, 2), *MONEY[0][1:]], *in_cells)
    assert amounts(mixed) == ("100", "120.0000", "114", "万元")


def test_one_row_of_money_without_a_name() -> None:
    """执行率 = 执行数 ÷ 调整后预算数, with its points in the heading."""
    form = _money(
        [
            ("预算执行情况（万元）（10分）", 3, 2),
            "预算数（A）",
            "执行数（B）",
            ("执行率（B/A）", 2),
            ("得分", 2),
        ],
        ["100", "95", ("95%", 2), ("9.5", 2)],
    )
    assert amounts(form) == ("100", "None", "95", "万元")
    assert (form.declared.execution_max, form.declared.execution_points) == (
        *(Decimal(10), Decimal("9.5")),
    )
    _is_sample(form)


def test_amounts_that_are_none() -> None:
    row = ["年度资金总额", "—", "120", "另行安排", "10", "", ""]
    form = _money([("项目资金（万元）", 2, 2), *MONEY[0][1:]], row)
    assert amounts(form) == ("120", "120", "None", "万元")
    assert checks(form) == ["executed-unreadable"]
    assert "“全年执行数”写的是“另行安排”" in form.findings[0].words.zh
    assert form.findings[0].place.endswith("F4")


def test_money_in_labelled_cells() -> None:
    form = _money(
        [("全年预算数（万元）", 3), "120", "全年执行数", "118", ("执行率", 2), "98.33%"],
    )
    assert amounts(form) == ("120", "120", "118", "万元")
    assert form.declared.execution_rate == "98.33%"
    _is_sample(form)


def test_goals_in_labelled_cells() -> None:
    goal: Sequence[Written] = [("年度绩效目标", 3), ("培训", 6)]
    became: Sequence[Written] = [("年度目标完成情况", 3), ("已培训", 6)]
    form = form_in([*lines(*ABOVE), grid(*HEAD, *MONEY, goal, became, *indicator_rows(), TOTAL)])
    assert (form.goal, form.goal_actual) == ("培训", "已培训")
    _is_sample(form)


def test_no_money_at_all() -> None:
    assert checks(_money()) == ["budget-missing"]


def test_a_dump_of_a_selfevaluation() -> None:
    """A text dump tells no spans: cells merged across are one, those merged down are empty."""
    plain: list[Sequence[str]] = [
        ("项目名称", "示例项目"),
        ("主管部门", "某市某局", "实施单位", "某中心"),
        ("项目资金（万元）", "", *(str(one) for one in MONEY[0][2:])),
        ("", *(str(one) for one in MONEY[1])),
        ("", *(str(one) for one in MONEY[2])),
        ("年度总体目标", "预期目标", "实际完成情况"),
        ("", "培训100人", "培训94人"),
        ("绩效指标", *(str(one) for one in HEADER)),
        *(("", *row) for row in PLAIN),
        ("总分", "100", "98.00", ""),
    ]
    text = f"{TITLE}\n（2022年度）\n" + "".join(dumps.row(*row) for row in plain)
    [form] = dumps.forms_of(text)
    _is_sample(form)
    assert (form.goal, form.goal_actual) == ("培训100人", "培训94人")
    assert amounts(form) == ("100.00", "120.00", "114.00", "万元")
