"""Blank cells of a workbook are left out; what holds anything stays where it is."""

import io
import zipfile

import pytest

from indicators.reading import farcells
from indicators.reading.archives import open_archive
from indicators.reading.document import document_of
from indicators.reading.farcells import without_blank_cells

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
SHARED = "<sst><si><t>甲</t></si><si><t xml:space='preserve'> \u3000</t></si><si/></sst>"


def _slim(cells: str) -> str:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(SHEET, f"<sheetData>{cells}</sheetData>")
        archive.writestr(TEXTS, SHARED)
    document = document_of(file.getvalue(), path="a.xlsx")
    made = without_blank_cells(open_archive(document), [SHEET])
    assert made.path == "a.xlsx"
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.read(TEXTS).decode() == SHARED
        return archive.read(SHEET).decode().removeprefix("<sheetData>").removesuffix("</sheetData>")


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A9"/>',
        '<c r="A9" s="3"></c>',
        '<c r="A9" t="s"><v>1</v></c>',
        '<c r="A9" t="s"><v>2</v></c>',
        '<c r="A9" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>',
        '<c r="A9" t="str"><v>&#10;\xa0</v></c>',
    ],
)
def test_blank_cells(cell: str) -> None:
    kept = '<c r="A1" t="s"><v>0</v></c>'
    assert _slim(kept + cell) == kept


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A9"><v>0</v></c>',
        '<c r="A9"><f>B1</f></c>',
        '<c r="A9" t="inlineStr"><is><t>乙</t></is></c>',
        '<c r="A9"><v>1</v></c>',  # the number one, not the text of that number
    ],
)
def test_cells_that_hold_something(cell: str) -> None:
    assert _slim(cell) == cell


def test_cells_that_do_not_tell_their_place_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them moves those behind it."""
    assert _slim('<c/><c r="B1"/>') == '<c/><c r="B1"/>'
    monkeypatch.setattr(farcells, "_LARGEST", 5)
    assert _slim('<c r="B1"/>') == '<c r="B1"/>'
