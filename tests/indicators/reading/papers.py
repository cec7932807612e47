"""Tables for tests, written cell by cell as a web page does: each goes to the next free place."""

from collections.abc import Iterable, Sequence

from indicators.model import Form
from indicators.places import Place
from indicators.reading.document import document_of
from indicators.reading.form import read_blocks
from indicators.reading.tables import Block, Cell, Grid, Paragraph

FILE = "示例.xlsx"

Written = str | tuple[str, int] | tuple[str, int, int]
"""A cell: its text, how many columns it spans, how many rows."""


def grid(*rows: Sequence[Written], file: str = FILE) -> Grid:
    """The table of these rows; what a cell above reaches over is left out of the row below."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for number, row in enumerate(rows):
        column = 0
        for written in row:
            text, colspan, rowspan = (written, 1, 1) if isinstance(written, str) else _full(written)
            while (number, column) in taken:
                column += 1
            place = Place(file, "表1", cell=f"{chr(65 + column)}{number + 1}")
            cells.append(Cell(text, number, column, place, rowspan, colspan))
            taken |= {
                (number + down, column + right)
                for down in range(rowspan)
                for right in range(colspan)
            }
            column += colspan
    return Grid(tuple(cells))


def _full(written: tuple[str, int] | tuple[str, int, int]) -> tuple[str, int, int]:
    return (*written, 1) if len(written) == 2 else written


def lines(*texts: str, file: str = FILE) -> list[Block]:
    """Paragraphs."""
    return [Paragraph(text, Place(file, "表1", cell="A1")) for text in texts]


def forms_in(*blocks: Block | Iterable[Block]) -> list[Form]:
    """The forms of a document with these blocks."""
    every = [b for each in blocks for b in ([each] if isinstance(each, Paragraph | Grid) else each)]
    return read_blocks(every, document_of(b"x", path=FILE))


def form_in(*blocks: Block | Iterable[Block]) -> Form:
    """The only form of a document with these blocks."""
    [form] = forms_in(*blocks)
    return form


# ── a self-evaluation as departments fill it in (示例) ───────────────────────────────────────────

TITLE = "项目支出绩效自评表"

HEAD: tuple[Sequence[Written], ...] = (
    [("项目名称", 3), ("示例项目", 6)],
    [("主管部门", 3), "某市某局", "实施单位", ("某市某局某中心", 4)],
)
MONEY: tuple[Sequence[Written], ...] = (
    [
        ("项目资金\n（万元）", 2, 5),
        *("", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    ],
    ["年度资金总额", "100.00", "120.00", "114.00", "10", "95.00%", "9.5"],
    ["其中：当年财政拨款", "100.00", "100.00", "100.00", "—", "100%", "—"],
    ["上年结转资金", "0", "20.00", "14.00", "—", "70%", "—"],
    ["其他资金", "", "", "", "—", "", "—"],
)
GOALS: tuple[Sequence[Written], ...] = (
    [("年度总体目标", 1, 2), ("预期目标", 4), ("实际完成情况", 4)],
    [("培训100人，\n建成2个站点。", 4), ("培训94人，\n建成2个站点。", 4)],
)
HEADER: Sequence[str] = [
    *("一级指标", "二级指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "得分"),
    "偏差原因分析\n及改进措施",
]
Plain = tuple[str, str, str, str, str, str, str, str]
"""Level 1, level 2, name, target, actual, points that can be had, points, reason."""

PLAIN: tuple[Plain, ...] = (
    ("产出指标", "数量指标", "培训人数", "≥100人", "94人", "25", "23.5", "生源不足"),
    ("产出指标", "数量指标", "站点数量", "2个", "2个", "10", "10", ""),
    ("产出指标", "质量指标", "培训合格率", "≥95%", "97%", "15", "15", ""),
    ("效益指标", "社会效益指标", "就业率", "≥60%", "66%", "30", "30", ""),
    ("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "92%", "10", "10", ""),
)


def merged(rows: Sequence[Sequence[str]]) -> list[list[Written]]:
    """These rows with their level names merged down, as official forms have them."""
    found = []
    for at, row in enumerate(rows):
        cells: list[Written] = []
        for level in (1, 2):
            above = rows[at - 1][:level] if at else ()
            if row[:level] != above:
                below = next(
                    (n for n in range(at, len(rows)) if rows[n][:level] != row[:level]), None
                )
                cells.append((row[level - 1], 1, (len(rows) if below is None else below) - at))
        found.append([*cells, *row[2:]])
    return found


def indicator_rows(
    rows: Sequence[Sequence[str]] = PLAIN, header: Sequence[Written] = HEADER
) -> list[list[Written]]:
    """The indicator table with 绩效指标 at its left."""
    return [[("绩\n效\n指\n标", 1, len(rows) + 1), *header], *merged(rows)]


TOTAL: Sequence[Written] = [("总分", 6), "100", "98.00", "等级：优"]


def selfevaluation(*, title: Sequence[str] = (TITLE, "（2022年度）")) -> list[Block]:
    """The whole form."""
    return [*lines(*title), grid(*HEAD, *MONEY, *GOALS, *indicator_rows(), TOTAL)]


# ── what was read, in short ──────────────────────────────────────────────────────────────────────


def rows_of(form: Form) -> list[tuple[str, ...]]:
    """The indicators of a form in the shape of `PLAIN`."""
    return [
        (
            *(one.level1, one.level2, one.name or "", one.target_text, one.actual_text or ""),
            *(str(one.max_points), str(one.declared_points), one.deviation_reason or ""),
        )
        for one in form.indicators
    ]


def amounts(form: Form) -> tuple[str, str, str, str]:
    """Budget of the start of the year, after changes, executed; and their unit."""
    budget = form.budget
    assert budget is not None
    return str(budget.amount), str(budget.annual), str(budget.executed), budget.unit
