"""Tables saved as text: delimiters, quotes, encodings, lines."""

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.csv import delimiter_of, read_csv
from indicators.reading.document import document_of
from indicators.reading.tables import Grid
from tests.indicators.reading.dumps import REAL


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("甲,乙,丙\n丁,,\n", ","),
        ("甲\t乙\t丙\n\t丁\t戊\n", "\t"),
        ("甲;乙;丙\n丁;;\n", ";"),
        ('"甲,\n乙",丙,丁\n戊,己,庚\n辛,,\n', ","),
        ("第一句, 第二句。\n第三句。\n", None),
        ("\t项目名称\n\t保安服务费, 全年, 足额\n\n", None),
        ("", None),
    ],
)
def test_what_divides_the_columns(text: str, delimiter: str | None) -> None:
    assert delimiter_of(text) == delimiter


def test_the_real_dump_is_no_table() -> None:
    assert delimiter_of(REAL.read_text("utf-8")) is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_rows_are_equally_wide_and_know_their_lines(encoding: str) -> None:
    text = '甲,"乙\n二",丙\r\n\r\n丁\r\n'
    document = document_of(text.encode(encoding), path="a.csv")
    (grid,) = read_csv(document, ",")
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["甲", "乙\n二", "丙"],
        ["丁", "", ""],
    ]
    assert [str(row.place) for row in grid.rows] == ["a.csv:1", "a.csv:4"]


def test_a_line_that_cannot_be_read() -> None:
    document = document_of(("甲,乙,丙\n" + "丁" * 200_000 + ",,\n").encode(), path="a.csv")
    with pytest.raises(DocumentError) as caught:
        read_csv(document, ",")
    assert caught.value.problems[0].where == "a.csv:2"


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 5)
    with pytest.raises(DocumentError, match="超过 5 格"):
        read_csv(document_of("甲,乙,丙\n丁,戊,己\n".encode()), ",")
