"""Small Parquet files are read like tables saved as text; large ones are refused with advice."""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.errors import DocumentError
from indicators.reading import limits, read_forms

COLUMNS = {
    "project": ["示例", "示例"],
    "year": pa.array([2023, 2023], pa.int16()),
    "level1": pa.array(["产出指标", None]).dictionary_encode(),
    "level2": ["数量指标", "质量指标"],
    "target": ["≥10台", " ≥95%\u0007"],
    "actual": ["10台", None],
    "max_points": [Decimal("12.50"), Decimal("37.50")],
}


def _write(path: Path, columns: dict[str, object]) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_a_small_table_is_read(tmp_path: Path) -> None:
    (form,) = read_forms(_write(tmp_path / "t.parquet", COLUMNS))
    one, two = form.indicators
    assert (form.project, form.year) == ("示例", 2023)
    assert (one.max_points, one.place, one.actual_text) == (Decimal("12.5"), "t.parquet:1", "10台")
    assert (two.level1, two.target_text, two.actual_text) == ("产出指标", "≥95%", "")


def test_a_long_table_is_for_other_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 13)
    with pytest.raises(DocumentError, match=r"evalengine batch.*recheck"):
        read_forms(_write(tmp_path / "t.parquet", COLUMNS))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = _write(tmp_path / "t.parquet", COLUMNS)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DocumentError, match="已损坏"):
        read_forms(path)


def test_lists_in_cells_are_told(tmp_path: Path) -> None:
    path = _write(tmp_path / "t.parquet", {**COLUMNS, "others": [[1], [2]]})
    with pytest.raises(DocumentError):
        read_forms(path)
