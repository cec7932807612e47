"""A self-evaluation (示例) with other headings than usual, or with rows that stand askew."""

from collections.abc import Sequence

import pytest

from indicators.model import Form, Severity
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
    form_in,
    grid,
    indicator_rows,
    lines,
    rows_of,
)


def _form(*rows: Sequence[Written]) -> Form:
    return form_in(lines(TITLE, "（2022年度）"), grid(*HEAD, *MONEY, *GOALS, *rows))


def _with_column(heading: str, text: str) -> list[list[Written]]:
    """The table with a column more, right of the targets."""
    rows = [[*row[:4], text, *row[4:]] for row in PLAIN]
    return indicator_rows(rows, [*HEADER[:4], heading, *HEADER[4:]])


def test_the_target_after_changes_counts() -> None:
    form = _form(*_with_column("调整后指标值", "≥90人"), [("总分", 7), "100", "98.00", ""])
    assert {one.target_text for one in form.indicators} == {"≥90人"}
    told = [found for found in form.findings if found.check == "target-adjusted"]
    assert len(told) == len(PLAIN)
    assert "按调整后的“≥90人”读取，调整前是“≥100人”" in told[0].words.zh


@pytest.mark.parametrize("text", ["", "…", "/", "未调整"])
def test_a_target_that_was_not_changed(text: str) -> None:
    form = _form(*_with_column("调整后指标值", text), [("总分", 7), "100", "98.00", ""])
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])


def test_only_targets_after_changes() -> None:
    form = _form(*indicator_rows(PLAIN, [*HEADER[:3], "调整后指标值", *HEADER[4:]]), TOTAL)
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])


def test_an_unknown_column_where_the_targets_should_be() -> None:
    form = _form(*indicator_rows(PLAIN, [*HEADER[:3], "完成标杆", *HEADER[4:]]), TOTAL)
    assert (rows_of(form), checks(form)) == (list(PLAIN), ["target-column-guessed"])
    assert "“完成标杆”一列按指标值读取" in form.findings[0].words.zh


def test_names_read_as_promises_while_a_column_is_not_known() -> None:
    rows = [[*row[:3], "重要", *row[4:]] for row in PLAIN]
    form = _form(*indicator_rows(rows, [*HEADER[:3], "轻重", *HEADER[4:]]), TOTAL)
    assert [one.target_text for one in form.indicators] == [row[2] for row in PLAIN]
    assert checks(form) == ["column-unknown", "target-column-missing"]
    assert form.findings[1].severity is Severity.ERROR
    assert "不认得的列（轻重）" in form.findings[1].words.zh


def test_years_in_the_headings() -> None:
    rows = [[*row[:3], "80人", *row[3:]] for row in PLAIN]
    header = [*HEADER[:3], "2021年实际完成值", "2022年指标值", "2022年完成值", *HEADER[5:]]
    form = _form(*indicator_rows(rows, header), [("总分", 7), "100", "98.00", ""])
    assert (rows_of(form), checks(form)) == (list(PLAIN), ["column-unknown"])
    assert form.indicators[0].others == (("2021年实际完成值", "80人"),)


def test_rows_that_lack_the_cell_at_their_left() -> None:
    """The label 绩效指标 was merged over fewer rows than there are."""
    table = indicator_rows()
    table[0][0] = ("绩效指标", 1, 4)
    form = _form(*table, TOTAL)
    assert (rows_of(form), checks(form)) == (list(PLAIN), ["row-shifted"])
    assert "从“效益指标”起" in form.findings[0].words.zh


def test_indicators_behind_the_end_of_their_table() -> None:
    form = _form(*indicator_rows()[:4], TOTAL, ["效益指标", "社会效益指标", "就业率", "≥60%"])
    found = next(one for one in form.findings if one.check == "indicators-behind")
    assert found.severity is Severity.ERROR
    assert "“效益指标 社会效益指标 就业率 ≥60%”" in found.words.zh


def test_subtotals_by_name() -> None:
    subtotal: list[Written] = [("产出指标小计", 5), "50", "48.5", ""]
    table = indicator_rows()
    table[0][0] = ("绩效指标", 1, 7)
    form = _form(*table[:4], subtotal, *table[4:], TOTAL)
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])


def test_where_a_row_across_stands() -> None:
    note = [("以上为产出，以下为效益", 8)]
    table = indicator_rows()
    table[0][0] = ("绩效指标", 1, 7)
    form = _form(*table[:4], note, *table[4:], TOTAL)
    [found] = [one for one in form.findings if one.check == "row-unread"]
    assert found.place == "示例.xlsx!表1!B14"


@pytest.mark.parametrize("line", ["第1页 共2页", "第 1 页", "- 1 -"])
def test_the_number_of_a_page_within_the_table(line: str) -> None:
    table = [["绩效指标", *HEADER], *(["", *row] for row in PLAIN)]
    form = _form(*table[:3], [(line, 9)], table[0], *table[3:], TOTAL)
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])
    form = _form(*table[:3], [line, *[""] * 8], *table[3:], TOTAL)
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])


@pytest.mark.parametrize("nothing", ["无", "不适用", "/", "——"])
def test_an_indicator_that_the_project_does_not_have(nothing: str) -> None:
    row = ["", "效益指标", "生态效益指标", nothing, *[""] * 5]
    table = [["绩效指标", *HEADER], *(["", *row] for row in PLAIN)]
    form = _form(*table[:5], row, *table[5:], TOTAL)
    [one] = [each for each in form.indicators if each.level2 == "生态效益指标"]
    assert [target.kind for target in one.targets] == ["not_applicable"]


def test_the_form_with_its_goals_at_the_left_of_the_indicators() -> None:
    table = indicator_rows()
    table[0][0] = ("年度绩效目标1\n（80分）", 1, 6)
    assert rows_of(_form(*table, TOTAL)) == list(PLAIN)


def test_where_an_empty_indicator_stands() -> None:
    """In its own row, not where the merged cell at its left begins."""
    rows = [*PLAIN[:3], ("产出指标", "成本指标", "", "", "", "", "", ""), *PLAIN[3:]]
    [found] = _form(*indicator_rows(rows), TOTAL).found("indicator-empty")
    assert found.place == "示例.xlsx!表1!C14"


def test_the_unit_of_money_above_its_own_table() -> None:
    title = lines(TITLE, "（2022年度）")
    money = grid(
        ["资金来源", "年初预算数", "全年预算数", "全年执行数"], ["年度资金总额", "1", "2", "2"]
    )
    form = form_in(title, grid(*HEAD), lines("单位：元"), money, grid(*indicator_rows(), TOTAL))
    assert form.budget is not None
    assert (form.budget.unit, checks(form)) == ("元", [])


def test_level_1_under_another_heading_and_none_at_all() -> None:
    """指标类别 is level 1; without any, level 2 tells that no part of the form is missing."""
    form = _form(*indicator_rows(PLAIN, ["指标类别", *HEADER[1:]]), TOTAL)
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])
    form = _form(HEADER[1:], *(row[1:] for row in PLAIN))
    assert [one.category for one in form.indicators][-1] == "satisfaction.beneficiary"
    assert checks(form) == ["form-end-missing"]


def test_two_columns_of_targets() -> None:
    form = _form(*_with_column("年初目标值", "≥90人"), [("总分", 7), "100", "98.00", ""])
    assert (rows_of(form), checks(form)) == (list(PLAIN), ["column-twice"])
    assert "“年初目标值”和“年度指标值”两列是同一内容" in form.findings[0].words.zh


def test_no_column_of_answers() -> None:
    rows = [[*row[:4], *row[5:]] for row in PLAIN]
    form = _form(
        *indicator_rows(rows, [*HEADER[:4], *HEADER[5:]]), [("总分", 5), "100", "98.00", ""]
    )
    assert checks(form) == ["actual-column-missing"]


def test_target_and_answer_below_one_heading() -> None:
    above: list[Written] = [
        *((text, 1, 2) for text in HEADER[:3]),
        ("指标值", 2),
        *((t, 1, 2) for t in HEADER[5:]),
    ]
    total: list[Written] = [("总分", 5), "100", "98.00", ""]
    form = _form(above, ["目标", "实际"], *map(list, PLAIN), total)
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])
