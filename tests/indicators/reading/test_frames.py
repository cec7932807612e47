"""How sheets are laid out: the rows in which a cell begins, their addresses and extents."""

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of
from indicators.reading.frames import Merge, Outline, Slot, frame_of, letters_of

DOCUMENT = document_of(b"x", path="a.xlsx")
NOTHING: frozenset[int] = frozenset()


def test_letters() -> None:
    assert [letters_of(n) for n in (0, 25, 26, 51, 52, 701, 702, 16383)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD")
    ]


def test_an_empty_row_shows_only_below_others_and_as_a_part_of_what_is_merged() -> None:
    merges = Merge(0, 0, 0, 1), Merge(1, 0, 3, 0), Merge(5, 0, 5, 1)
    frame = frame_of(Outline(merges, (1, 4), NOTHING, NOTHING, 7, 2, 2), DOCUMENT)
    assert frame.rows == [1, 2, 3, 4, 5]  # 0 is empty and the first, 6 empty and not merged
    assert frame.merged[1] == [Slot(1, 0, 0, "A2", 3, 1), Slot(1, 1, 1, "B2", 1, 1)]
    assert frame.merged[5] == [Slot(5, 0, 0, "A6", 1, 2)]


def test_an_extent_counts_only_rows_in_which_a_cell_begins() -> None:
    merges = Merge(0, 0, 2, 0), Merge(1, 1, 2, 1)
    frame = frame_of(Outline(merges, (0, 1), NOTHING, NOTHING, 3, 2, 2), DOCUMENT)
    assert frame.rows == [0, 1]  # in the third row, all is covered
    assert [slot.rowspan for row in (0, 1) for slot in frame.merged[row]] == [2, 1, 1]


def test_what_is_hidden_takes_no_place() -> None:
    frame = frame_of(
        Outline((Merge(0, 0, 2, 2),), (1,), frozenset([0]), frozenset([0]), 3, 3, 3), DOCUMENT
    )
    assert frame.columns == [(1, "B"), (2, "C")]
    assert frame.rows == [1]
    assert frame.merged[1] == [Slot(0, 0, 0, "B2", 1, 2)]


def test_so_much_is_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 10)
    outline = Outline((Merge(0, 0, 3, 3),), (0,), NOTHING, NOTHING, 4, 4, 4)
    with pytest.raises(DocumentError, match="合并超过"):
        frame_of(outline, DOCUMENT)
