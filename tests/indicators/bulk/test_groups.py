"""Row groups, read piece by piece."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.bulk.groups import pieces, sizes
from indicators.errors import DocumentError


def _written(folder: Path, table: pa.Table, **how: object) -> str:
    path = folder / "t.parquet"
    pq.write_table(table, path, **how)
    return str(path)


def test_a_group_comes_in_pieces(tmp_path: Path) -> None:
    path = _written(tmp_path, pa.table({"a": range(10), "b": range(10)}), row_group_size=7)
    assert sizes(path) == [7, 3]
    found = list(pieces(path, 0, ["b"], rows=3))
    assert [piece.num_rows for piece in found] == [3, 3, 1]
    assert [value for piece in found for value in piece["b"].to_pylist()] == [*range(7)]


def test_some_rows_of_a_group_come_with_their_texts_as_codes(tmp_path: Path) -> None:
    path = _written(tmp_path, pa.table({"a": [*"xxyyz"]}))
    found = list(pieces(path, 0, ["a"], rows=2, first=1, last=4, coded=True))
    assert [piece["a"].to_pylist() for piece in found] == [["x"], ["y", "y"]]
    assert {str(piece.schema.field("a").type.value_type) for piece in found} == {"string"}


def test_a_damaged_page_is_refused(tmp_path: Path) -> None:
    table = pa.table({"a": ["一二三四五六七八"] * 3 + ["x" * 5000]})
    path = Path(_written(tmp_path, table, compression="none", write_page_checksum=True))
    content = bytearray(path.read_bytes())
    content[content.index(b"x" * 4000) + 9] ^= 1
    path.write_bytes(content)
    with pytest.raises(DocumentError, match="第 1 个行组已损坏"):
        list(pieces(str(path), 0, ["a"]))


def test_text_that_is_none_is_refused(tmp_path: Path) -> None:
    broken = pa.array([b"\xff\xfe"], pa.binary()).view(pa.string())
    path = _written(tmp_path, pa.table({"a": broken}))
    with pytest.raises(DocumentError, match="已损坏"):
        list(pieces(path, 0, ["a"]))
