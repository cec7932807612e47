"""The first sheet of the fill-in workbook: instructions, examples, and the list of projects."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalengine.reports.hints import INSTRUCTIONS
from evalengine.reports.paper import BLUE, HEI, SafeSheet, Styles, put, row_height, set_page
from indicators.pairing.sheet import CONTENTS, FURNITURE

WIDTHS = (10, 20, 6, 44, 14, 24, 12, 26, 22)
"""Two hidden columns (form id, title), then the seven that are seen."""

LEFT, RIGHT = 2, len(WIDTHS) - 1
EXAMPLE_HEADINGS = (
    "例",
    "应完成",
    "单位",
    "实际完成值",
    "得分比例",
    "偏差原因及改进措施",
    "佐证材料",
)
LIST_HEADINGS = ("序号", "项目（点击打开）", "未填项数", "预算金额")


@dataclass(frozen=True, slots=True)
class Entry:
    """One project in the list: its form, its sheet, and the cells of it that must be filled."""

    form_id: str
    title: str
    sheet: str
    budget: str
    due: str
    empty: int


def write_cover(
    sheet: SafeSheet,
    styles: Styles,
    entries: Sequence[Entry],
    *,
    examples: Sequence[tuple[str, ...]],
    source: str,
    note: str,
) -> None:
    """Write instructions, examples and the list of projects."""
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, None, {"hidden": True} if column < LEFT else {})
    sheet.write_string(0, 0, CONTENTS)
    sheet.set_row(0, None, None, {"hidden": True})
    row = _write_instructions(sheet, styles, 1, source=source, note=note)
    row = _write_examples(sheet, styles, row, examples)
    _write_list(sheet, styles, row, entries)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.hide_gridlines(2)
    sheet.activate()
    set_page(sheet, landscape=True, footer=source)


def _write_instructions(
    sheet: SafeSheet, styles: Styles, row: int, *, source: str, note: str
) -> int:
    """Title, remark and instructions; gives the next free row."""
    title = styles.make(font_name=HEI, font_size=16, border=0)
    put(sheet, (row, LEFT, row, RIGHT), "项目绩效完成情况填报表　填写说明", title)
    sheet.set_row(row, 32)
    plain = styles.make(border=0, align="left", font_size=11)
    loud = styles.make(border=0, align="left", font_size=11, bold=True, font_color="#C00000")
    lines = [(note, loud)] if note else []
    lines += [(line, plain) for line in INSTRUCTIONS]
    lines.append((f"本表按申报表“{source}”生成，承诺以申报表为准。", plain))
    for text, style in lines:
        row += 1
        put(sheet, (row, LEFT, row, RIGHT), text, style)
        sheet.set_row(row, row_height([(text, sum(WIDTHS[LEFT:]))], line=16))
    return row + 2


def _write_examples(
    sheet: SafeSheet, styles: Styles, row: int, examples: Sequence[tuple[str, ...]]
) -> int:
    """A small table of answers as they may look; gives the next free row."""
    for column, heading in enumerate(EXAMPLE_HEADINGS, LEFT):
        sheet.write_string(row, column, heading, styles.make(font_name=HEI, bg_color=BLUE))
    for number, example in enumerate(examples, 1):
        row += 1
        cells = (str(number), *example)
        for column, text in enumerate(cells, LEFT):
            sheet.write_string(row, column, text, styles.make(italic=True, num_format="@"))
        widths = WIDTHS[LEFT:]
        sheet.set_row(row, row_height(zip(cells, widths, strict=True)))
    return row + 2


def _write_list(sheet: SafeSheet, styles: Styles, row: int, entries: Sequence[Entry]) -> None:
    """The projects, each linked to its sheet, with a live count of what is not filled in yet."""
    for column, heading in enumerate(LIST_HEADINGS, LEFT):
        sheet.write_string(row, column, heading, styles.make(font_name=HEI, bg_color=BLUE))
    sheet.write_string(row, 0, FURNITURE)
    link = styles.make(align="left", font_color="#1F4E79", underline=1)
    for number, entry in enumerate(entries, 1):
        row += 1
        sheet.write_string(row, 0, entry.form_id)
        sheet.write_string(row, 1, entry.title)
        sheet.write_number(row, LEFT, number, styles.make())
        sheet.write_url(row, LEFT + 1, f"internal:'{entry.sheet}'!A1", link, entry.title)
        formula = f"=COUNTBLANK('{entry.sheet}'!{entry.due})"
        sheet.write_formula(row, LEFT + 2, formula, styles.make(), entry.empty)
        sheet.write_string(row, LEFT + 3, entry.budget, styles.make(align="right"))
        sheet.set_row(row, row_height([(entry.title, WIDTHS[LEFT + 1])]))
