"""The doubts about what a document holds and does not show, or shows otherwise than it holds it.

As in `doubts`, the name of a check lasts; its words may change.
"""

from indicators.model import Finding
from indicators.places import Place
from indicators.reading.doubting import doubt


def hidden_cells(place: Place, rows: str, columns: str) -> Finding:
    """Rows and columns of a sheet that hold something, but do not show."""
    return doubt(
        "hidden-cells",
        place,
        f"隐藏的单元格（行：{rows or '无'}；列：{columns or '无'}）未读取；"
        "属于申报表的，请取消隐藏。",
        f"hidden cells (rows: {rows or 'none'}; columns: {columns or 'none'}) were not read; "
        "unhide what belongs to the form.",
    )


def hidden_row(place: Place, text: str) -> Finding:
    """Rows of a Word table that hold something, but do not show."""
    return doubt(
        "hidden-row",
        place,
        f"表格里有隐藏的行（“{text}”），未读取；属于申报表的，请取消隐藏。",
        f"hidden rows of this table ('{text}') were not read; unhide what belongs to the form.",
    )


def outside_cells(place: Place, text: str) -> Finding:
    """Text of a table in a web page that stands in no cell."""
    return doubt(
        "outside-cells",
        place,
        f"表格里有不在任何格中的文字（“{text}”），未读取；网页可能已损坏，请核对。",
        f"text of this table outside of its cells ('{text}') was not read; the page may be "
        "damaged, please check.",
    )


def hidden_sheet(place: Place, name: str) -> Finding:
    """A hidden sheet that holds a form."""
    return doubt(
        "hidden-sheet",
        place,
        f"隐藏的工作表“{name}”里有绩效目标表，未读取；需要读的，请取消隐藏。",
        f"the hidden sheet '{name}' holds a form, which was not read; unhide it if it counts.",
    )


def struck_out(place: Place, text: str) -> Finding:
    """Text with a line through it."""
    return doubt(
        "struck-out",
        place,
        f"划了删除线的文字（{text}）视为已删除，未读取；仍然有效的，请去掉删除线。",
        f"text that is struck out ({text}) counts as deleted and was not read; remove the line "
        "through what is still valid.",
    )


def symbol_unknown(place: Place, symbols: str) -> Finding:
    """Characters that only a font of symbols can show."""
    return doubt(
        "symbol-unknown",
        place,
        f"符号字体里的字符（{symbols}）不知道是什么，读作“〓”；请改用普通字符，如“≥”。",
        f"characters of a symbol font ({symbols}) are not known, and read as 〓; type common "
        "characters instead, such as ≥.",
    )


def format_unread(place: Place, code: str, cells: str) -> Finding:
    """Numbers whose format is not understood."""
    return doubt(
        "format-unread",
        place,
        f"单元格 {cells} 的数字格式“{code}”看不懂，按存着的数字读取，与显示的可能不同；请核对。",
        f"the number format '{code}' of {cells} is not understood; the numbers were read as they "
        "are stored, which may not be what shows. Please check.",
    )
