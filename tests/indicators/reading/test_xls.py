"""Old workbooks: merged ranges, formats, hidden cells; locked, broken and huge ones are refused."""

from types import SimpleNamespace

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of, open_document
from indicators.reading.frames import Merge
from indicators.reading.xls import extract, read_xls
from tests.indicators.reading.dumps import ARCHIVE

FORMS = ARCHIVE / "remade" / "xicheng-2019-forms.xls"
CELLS = ARCHIVE / "remade" / "cells.xls"


def _refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read_xls(document_of(data, path="a.xls"))
    return caught.value.problems[0].words.zh


def test_sheets_with_their_merged_ranges() -> None:
    sheets = read_xls(open_document(FORMS))
    assert [sheet.name for sheet in sheets] == [f"表{number}" for number in range(1, 11)]
    assert sheets[1].rows[0][0] == "项目支出绩效目标申报表"
    assert Merge(0, 0, 0, 7) in sheets[1].merges


def test_cells_as_they_show() -> None:
    first, hidden = read_xls(open_document(CELLS))
    assert first.rows[:2] == (
        ("92%", "99.55%", "100人", "2019年12月", "2019-12-31", "756"),
        ("85%", "甲", "TRUE", "红字", "两边", ""),
    )
    assert (first.hidden_rows, first.hidden_columns) == (frozenset([2]), frozenset([6]))
    assert (first.is_hidden, hidden.is_hidden) == (False, True)


def test_a_password() -> None:
    """The record of the author's name becomes the one that announces encryption."""
    data = FORMS.read_bytes()
    assert "打开密码" in _refused(data.replace(b"\x5c\x00\x70\x00", b"\x2f\x00\x70\x00", 1))


def test_a_broken_workbook() -> None:
    data = FORMS.read_bytes()
    assert "已损坏" in _refused(data[:3000])
    assert "已损坏" in _refused(data[:512] + bytes(len(data) - 512))


def test_a_million_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 100)
    with pytest.raises(DocumentError, match="超过 100 格"):
        extract(open_document(FORMS))


def test_a_date_that_is_none() -> None:
    from indicators.reading.xls import _text

    book = SimpleNamespace(datemode=0, xf_list=[], format_map={})
    cell = SimpleNamespace(ctype=3, value=1e9, xf_index=None)
    assert _text(book, cell) == "1000000000"


def test_what_is_struck_out() -> None:
    """Font 1 has a line through it: of A1 the first five characters, of B1 the whole cell."""
    from indicators.reading.xls import _struck

    fonts = [SimpleNamespace(struck_out=0), SimpleNamespace(struck_out=1)]
    styles = [SimpleNamespace(font_index=number, format_key=0) for number in (0, 1)]
    book = SimpleNamespace(font_list=fonts, xf_list=styles, format_map={}, datemode=0)
    values = [(1, "119公里121公里", 0), (2, 2900.0, 1), (1, "甲", 0), (1, "119公里121公里", 1)]
    cells = [SimpleNamespace(ctype=k, value=value, xf_index=style) for k, value, style in values]
    runs = {(0, 0): [(0, 1), (5, 0)], (0, 3): [(5, 0)]}
    sheet = SimpleNamespace(ncols=4, rich_text_runlist_map=runs)
    assert list(_struck(book, sheet, [cells])) == [
        (0, 0, "121公里", "119公里"),
        (0, 1, "", "2900"),
        (0, 3, "121公里", "119公里"),
    ]
