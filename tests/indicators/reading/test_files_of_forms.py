"""A filled form is read the same from every kind of file, and whatever stands in its cells."""

import io
from collections.abc import Callable, Sequence

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import EvalengineError
from indicators.model import Form
from indicators.reading import document_of, read_document
from indicators.reading.tables import Grid, Paragraph
from tests.indicators.reading.papers import (
    GOALS,
    HEAD,
    HEADER,
    MONEY,
    PLAIN,
    TITLE,
    Plain,
    Written,
    amounts,
    form_in,
    forms_in,
    grid,
    indicator_rows,
    lines,
    rows_of,
    selfevaluation,
)
from tests.indicators.reading.remade import Box, OfficialForm, as_docx, as_html, as_xlsx


def _official() -> OfficialForm:
    blocks = selfevaluation()
    form = OfficialForm([block.text for block in blocks if isinstance(block, Paragraph)])
    [table] = [block for block in blocks if isinstance(block, Grid)]
    form.boxes = [Box(c.text, c.row, c.column, c.colspan, c.rowspan) for c in table.cells]
    return form


KINDS: dict[str, Callable[[Sequence[OfficialForm]], bytes]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "html": lambda forms: as_html(forms).encode(),
}


def _without_places(form: Form) -> tuple[object, ...]:
    return (
        *(form.kind, form.layout, form.department, form.implementing_unit, form.project, form.year),
        *(rows_of(form), amounts(form), form.goal, form.goal_actual, form.declared),
        *(form.fields, tuple(finding.check for finding in form.findings)),
        form.budget and tuple((each.name, each.executed) for each in form.budget.parts),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_from_every_kind_of_file(kind: str) -> None:
    data = KINDS[kind]([_official(), _official()])
    first, second = read_document(document_of(data, path=f"自评表.{kind}"))
    due = _without_places(form_in(selfevaluation()))
    assert _without_places(first) == due
    assert _without_places(second) == due


def test_two_forms_below_one_another_on_a_sheet() -> None:
    """The sheet is taken apart at its titles."""
    forms = read_document(
        document_of(as_xlsx([_official(), _official()], sheet_each=False), path="a.xlsx")
    )
    assert [rows_of(form) for form in forms] == [list(PLAIN)] * 2


def test_a_table_within_a_table() -> None:
    """An outer table only places the form on the page."""
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    outer.paragraphs[0].text = f"{TITLE}（2022年度）"
    inner = outer.add_table(rows=len(PLAIN) + 2, cols=9)
    rows = [["项目名称", "示例项目", *[""] * 7], ["绩效指标", *HEADER], *(["", *r] for r in PLAIN)]
    for row, texts in zip(inner.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    [form] = read_document(document_of(file.getvalue(), path="a.docx"))
    assert rows_of(form) == list(PLAIN)
    assert (form.project, form.year) == ("示例项目", 2022)


# ── any form ─────────────────────────────────────────────────────────────────────────────────────

WORDS = st.text("年月底前完成次保安；、，。“”（）()%<≥-= 0129AB", max_size=12).map(
    # The first character keeps it from being a label, a heading, a filler, or blank.
    lambda text: f"甲{text}".strip()
)
POINTS = st.decimals(0, 50, places=1).map(str)
LEVELS = st.sampled_from(
    [
        *(("产出指标", name) for name in ("数量指标", "质量指标", "时效指标", "成本指标")),
        *(("效益指标", name) for name in ("经济效益指标", "社会效益指标", "可持续影响指标")),
        ("满意度指标", "服务对象满意度指标"),
    ]
)


def _written(rows: list[tuple[tuple[str, str], str, str, str, str, str, str]]) -> list[Plain]:
    """The rows in the order of their levels, as a form has them."""
    return [(*row[0], *row[1:]) for row in sorted(rows, key=lambda row: row[0])]


ANY_ROWS = st.lists(
    st.tuples(LEVELS, WORDS, WORDS, WORDS, POINTS, POINTS, WORDS), min_size=1, max_size=9
).map(_written)


@given(ANY_ROWS, st.integers(0, 9), st.booleans(), st.booleans())
def test_any_form_is_read_back(rows: list[Plain], cut: int, repeat: bool, flat: bool) -> None:
    """Merged or not, in one piece or cut at any row, with its header again or without."""
    table: list[Sequence[Written]] = [*indicator_rows(rows)]
    if flat or cut:
        table = [["绩效指标", *HEADER], *(["", *row] for row in rows)]
    total: Sequence[Written] = [("总分", 6), "100", "88", ""]
    at = 1 + min(cut, len(rows) - 1) if cut else 0
    pieces = [table[:at], table[at:]] if at > 1 else [table]
    if repeat and len(pieces) > 1:
        pieces[1] = [table[0], *pieces[1]]
    pieces[0] = [*HEAD, *MONEY, *GOALS, *pieces[0]]
    pieces[-1] = [*pieces[-1], total]
    form = form_in(lines(TITLE, "（2022年度）"), [grid(*piece) for piece in pieces])
    assert rows_of(form) == rows
    assert str(form.declared.total) == "88"


WORD = st.sampled_from(
    [
        *(
            "",
            "甲",
            "12.5",
            "—",
            "100%",
            TITLE,
            "（2022年度）",
            "项目名称",
            "主管部门",
            "总分",
            "合计",
        ),
        *(
            "绩效指标",
            "长期绩效指标",
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
        ),
        *("分值", "得分", "产出指标", "数量指标", "预算执行率", "项目资金（万元）", "年度资金总额"),
        *("年初预算数", "全年执行数", "执行率", "年度总体目标", "预期目标", "实际完成情况", "小计"),
        *("project", "level1", "target", "indicator", "actual", "year", "其他说明的问题", "注：乙"),
    ]
)
CELL = st.one_of(WORD, st.tuples(WORD, st.integers(1, 4), st.integers(1, 4)))


@given(st.lists(st.lists(CELL, min_size=1, max_size=7), min_size=1, max_size=14), st.booleans())
def test_any_table_is_read_or_refused(rows: list[list[Written]], titled: bool) -> None:
    """Words of forms thrown together, cells merged at random: an error with words, or forms."""
    try:
        forms = forms_in(lines(TITLE) if titled else [], grid(*rows))
    except EvalengineError as error:
        assert all(problem.words.zh for problem in error.problems)  # noqa: PT017
    else:
        assert forms
