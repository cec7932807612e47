"""The files of a run and their hashes."""

from pathlib import Path

from evalengine.batch.inputs import digest, inputs_of

KNOWN = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""Of the bytes `abc` (FIPS 180-2)."""


def test_inputs_are_known_by_their_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"abc")
    assert digest(path) == KNOWN
    assert inputs_of(tmp_path) == inputs_of(path) == [["a.parquet", KNOWN]]


def test_files_in_folders_of_a_folder_count_too(tmp_path: Path) -> None:
    path = tmp_path / "year=2023" / "a.parquet"
    path.parent.mkdir()
    path.write_bytes(b"abc")
    assert inputs_of(tmp_path) == [["year=2023/a.parquet", KNOWN]]
