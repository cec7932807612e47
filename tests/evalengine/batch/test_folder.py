"""The folder of a run."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evalengine.batch.folder import Folder, digest, inputs_of, locked
from indicators.errors import UsageError

ASKED = {"standard": "a", "rows": 3}


def test_a_part_is_whole_once_its_counts_are_there(tmp_path: Path) -> None:
    folder = Folder(tmp_path, ("items",))
    assert not folder.has(0)
    folder.write(0, {"items": pa.table({"row": [1, 2]})}, {"rows": 2})
    assert folder.has(0)
    assert folder.counts(0) == {"rows": 2}
    assert pq.read_table(tmp_path / "items").num_rows == 2


def test_older_parts_are_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path, ("items",))
    folder.check(ASKED, resume=False)
    folder.declare(ASKED)
    with pytest.raises(UsageError, match="--resume"):
        folder.check(ASKED, resume=False)
    folder.check(ASKED, resume=True)
    with pytest.raises(UsageError, match="standard"):
        folder.check(ASKED | {"standard": "b"}, resume=True)


def test_two_runs_into_one_folder_are_refused(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(UsageError, match="另一次"), locked(tmp_path):
        pass


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    left = [tmp_path / ".work-1" / "t", tmp_path / "items" / ".part-00001.parquet.7.part"]
    for path in left:
        path.parent.mkdir()
        path.touch()
    with locked(tmp_path):
        assert not any(path.exists() for path in left)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不能写入"), locked(tmp_path / "none" / "out"):
        pass


def test_inputs_are_known_by_their_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-2
    assert digest(path) == known
    assert inputs_of(tmp_path) == inputs_of(path) == [["a.parquet", known]]
