"""Tables of actuals that people type: which columns they need, and whose rows they are."""

from decimal import Decimal

from indicators.pairing.typed import TypedRow, read_typed
from indicators.reading import document_of
from indicators.reading.tables import Grid, Paragraph
from tests.indicators.reading.papers import selfevaluation
from tests.indicators.reading.remade import Box, OfficialForm, as_html


def _typed(text: str) -> list[TypedRow]:
    return read_typed(document_of(text.encode(), path="表.csv")).rows


def test_names_and_values() -> None:
    rows = _typed(
        "项目名称,指标名称,实际完成值,偏差原因\n甲,保安人数,94人,离职\n,合格率,97%,\n乙,面积,5亩,\n"
    )
    assert [(row.project, row.name, row.actual, row.reason) for row in rows] == [
        ("甲", "保安人数", "94人", "离职"),
        ("甲", "合格率", "97%", ""),
        ("乙", "面积", "5亩", ""),
    ]
    assert rows[0].place == "表.csv:2"


def test_ids_and_confirmations() -> None:
    [row] = _typed("编号,指标名称,指标值,实际完成值,确认\n3.1,保安人数,≥100人,94人,是\n")
    assert (row.item, row.confirm, row.target, row.words) == (
        "3.1",
        "是",
        "≥100人",
        "保安人数 ≥100人",
    )


def test_a_bare_number_is_in_the_unit_of_its_own_column() -> None:
    rows = _typed(
        "指标名称,实际完成值,单位\n里程,130,里\n面积,0.29万平方米,亩\n合格率,96%,%\n人数,5,—\n"
    )
    assert [row.actual for row in rows] == ["130里", "0.29万平方米", "96%", "5"]


def test_money_is_told_by_its_name() -> None:
    rows = _typed("指标名称,实际完成值,备注\n全年执行数（万元）,95,\n调整后预算数,100,\n人数,3,\n")
    assert [row.money for row in rows] == ["executed", "annual", ""]


def test_a_title_above_names_the_project() -> None:
    page = "<p>示例项目</p><table><tr><td>序号</td><td>指标名称</td><td>实际完成值</td></tr>"
    page += "<tr><td>1</td><td>人数</td><td>3</td></tr></table>"
    [row] = read_typed(document_of(f"<html>{page}</html>".encode(), path="a.html")).rows
    assert (row.project, row.name) == ("示例项目", "人数")


def test_a_filled_form_is_a_table_of_actuals_too() -> None:
    blocks = selfevaluation()
    form = OfficialForm([block.text for block in blocks if isinstance(block, Paragraph)])
    form.boxes = [
        Box(cell.text, cell.row, cell.column, cell.colspan, cell.rowspan)
        for block in blocks
        if isinstance(block, Grid)
        for cell in block.cells
    ]
    rows = read_typed(document_of(as_html([form]).encode(), path="自评表.html")).rows
    first = rows[0]
    assert (first.project, first.name, first.actual) == ("示例项目", "培训人数", "94人")
    assert (first.max_points, first.declared_points) == (Decimal(25), Decimal("23.5"))
    assert [(row.money, row.actual) for row in rows[-2:]] == [
        ("executed", "114.00万元"),
        ("annual", "120.00万元"),
    ]


def test_no_table_of_actuals() -> None:
    assert _typed("项目,指标名称,指标值\n甲,人数,3\n") == []
    assert _typed("关于开会的通知\n") == []
