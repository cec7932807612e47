"""Tables of every kind, and broken ones."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.bulk.source import open_source
from indicators.errors import DocumentError
from tests.evalengine.batch.tables import HEAD, csv, lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_of_any_encoding(tmp_path: Path, encoding: str) -> None:
    source = open_source(csv(tmp_path, *lines("A"), encoding=encoding), tmp_path)
    table = pq.read_table(source.files[0])
    assert table[source.columns["actual"]].to_pylist() == ["94人次", "10人", "95%"]


def test_mixed_encodings_are_refused(tmp_path: Path) -> None:
    path = csv(tmp_path, *lines("A"))
    path.write_bytes(path.read_bytes() + b"\xff\xff\xff\n")
    with pytest.raises(DocumentError, match="编码"):
        open_source(path, tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEAD.replace("max_points", "max_pints") + "\n", "utf-8")
    with pytest.raises(DocumentError, match="max_points"):
        open_source(path, tmp_path)


def test_a_column_of_lists_is_refused(tmp_path: Path) -> None:
    names = HEAD.split(",")
    table = pa.table({name: [["x"]] if name == "target" else ["x"] for name in names})
    pq.write_table(table, tmp_path / "t.parquet")
    with pytest.raises(DocumentError, match="target"):
        open_source(tmp_path / "t.parquet", tmp_path)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(b"PAR1 no table PAR1")
    with pytest.raises(DocumentError, match="Parquet"):
        open_source(tmp_path / "t.parquet", tmp_path)
