"""The folder of a run."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evalengine.batch.folder import Folder, locked
from indicators.errors import UsageError

ASKED = {"standard": "a", "rows": 3}


def test_a_part_is_whole_once_its_counts_are_there(tmp_path: Path) -> None:
    folder = Folder(tmp_path, ("items",))
    assert not folder.has(0)
    folder.write(0, {"items": pa.table({"row": [1, 2]})}, {"rows": 2})
    assert folder.has(0)
    assert folder.counts(0) == {"rows": 2}
    assert pq.read_table(tmp_path / "items").num_rows == 2


def test_a_part_that_lost_a_table_or_its_counts_is_not_whole(tmp_path: Path) -> None:
    folder = Folder(tmp_path, ("items",))
    folder.write(0, {"items": pa.table({"row": [1]})}, {"rows": 1})
    folder.path("items", 0).unlink()
    assert not folder.has(0)
    folder.write(0, {"items": pa.table({"row": [1]})}, {"rows": 1})
    (tmp_path / "counts" / "part-00000.json").write_text("")
    assert not folder.has(0)


def test_older_parts_are_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path, ("items",))
    folder.check(ASKED, resume=False)
    folder.declare(ASKED)
    folder.check(ASKED, resume=False)  # nothing came of it
    folder.write(0, {"items": pa.table({"row": [1, 2]})}, {"rows": 2})
    with pytest.raises(UsageError, match="--resume"):
        folder.check(ASKED, resume=False)
    folder.check(ASKED, resume=True)
    with pytest.raises(UsageError, match="评分标准"):
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


def test_files_of_the_user_stay(tmp_path: Path) -> None:
    mine = tmp_path / "sub" / ".mine.part"
    mine.parent.mkdir()
    mine.touch()
    with locked(tmp_path):
        assert mine.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="上一级文件夹"), locked(tmp_path / "none" / "out"):
        pass
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="这是一个文件"), locked(tmp_path / "file"):
        pass


def test_a_run_of_which_nothing_came_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="x"), locked(tmp_path / "out"):
        raise UsageError.at("x", "x", "x")
    assert not (tmp_path / "out").exists()
