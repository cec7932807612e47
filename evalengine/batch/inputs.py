"""The files that go into a run, and the hashes that tell whether they are still the same."""

from hashlib import file_digest
from pathlib import Path

from indicators.bulk.source import files_of
from indicators.errors import DocumentError
from indicators.foreign import reason_of


def inputs_of(table: Path) -> list[list[str]]:
    """The files of a table, by their names in it, with their hashes."""
    root = table if table.is_dir() else table.parent
    found = [file for file in files_of(table) if file.is_file()]
    return [[file.relative_to(root).as_posix(), digest(file)] for file in found]


def digest(path: Path) -> str:
    """The SHA-256 of a file.

    Raises:
        DocumentError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = reason_of(error)
        raise DocumentError.at(
            str(path),
            f"读不了这个文件（{reason.zh}）；请检查权限。",
            f"the file cannot be read ({reason.en}); check its permissions.",
        ) from error
