"""Tables of every kind, and broken ones."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.bulk import source as opening
from indicators.bulk.source import open_source
from indicators.errors import DocumentError
from tests.evalengine.batch.tables import HEAD, csv, lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_of_any_encoding(tmp_path: Path, encoding: str) -> None:
    source = open_source(csv(tmp_path, *lines("A"), encoding=encoding), tmp_path)
    table = pq.read_table(source.files[0])
    assert table[source.columns["actual"]].to_pylist() == ["94人次", "10人", "95%"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_title_above_and_other_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "t.csv"
    head = HEAD.replace("budget", '"budget\n（万元）"')
    text = "\n".join(['"示例县，项目自评\n汇总"', "", head, *lines("A")]).replace(",", delimiter)
    path.write_text(text, encoding)
    source = open_source(path, tmp_path)
    table = pq.read_table(source.files[0])
    assert table[source.columns["actual"]].to_pylist() == ["94人次", "10人", "95%"]
    assert source.columns["annual"] == "budget\n（万元）"


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


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({name: ["x"] * 99 for name in HEAD.split(",")}), path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(DocumentError, match="Parquet"):
        open_source(path, tmp_path)


def test_a_file_of_huge_row_groups_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_OF_GROUP", 5)
    monkeypatch.setattr(opening, "_ROWS", 4)
    table = pa.table(
        {name: [f"{name}{n}" for n in range(13)] for name in [*HEAD.split(","), "备注"]}
    )
    for name, size in (("a", 9), ("b", 5)):
        pq.write_table(table, tmp_path / f"{name}.parquet", row_group_size=size)
    work = tmp_path / "work"
    work.mkdir()
    source = open_source(tmp_path, work)
    rewritten, kept = map(pq.ParquetFile, source.files)
    assert kept.num_row_groups == 3
    assert [rewritten.metadata.row_group(at).num_rows for at in range(4)] == [4, 4, 1, 4]
    names = list(source.columns.values())
    assert rewritten.read(names).equals(table.select(names))


def test_workbooks_are_read_below_the_names_of_their_columns(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "示例：二〇二三年度指标完成情况")
        for at, row in enumerate([HEAD, *lines("A")], 1):
            sheet.write_row(at, 0, row.split(","))
    table = pq.read_table(open_source(path, tmp_path).files[0])
    assert table["actual"].to_pylist() == ["94人次", "10人", "95%"]
