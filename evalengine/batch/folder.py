"""The folder of a run: its lock, its manifest, and tables of which only whole parts are seen."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from evalengine.output import replacing
from indicators.errors import UsageError
from indicators.foreign import reason_of

MANIFEST, LOCK, COUNTS = "manifest.json", ".lock", "counts"

NAMES = {
    "schema": "结果的格式",
    "engine": "evalengine 的版本",
    "standard": "评分标准",
    "missing": "--missing",
    "lexicon": "词库",
    "rows": "每部分的行数",
    "input": "长表",
}
"""What a manifest says, as it is told."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder `out`, which holds the tables of these names part by part."""

    out: Path
    tables: tuple[str, ...]

    def write(self, number: int, tables: dict[str, pa.Table], counts: dict[str, int]) -> None:
        """Write a part, its counts last: those say that it is whole."""
        for kind, table in tables.items():
            target = self.path(kind, number)
            target.parent.mkdir(exist_ok=True)
            with replacing(target) as unfinished:
                pq.write_table(table, unfinished)
        _write_json(self._counted(number), counts)

    def path(self, kind: str, number: int) -> Path:
        """Where a table of a part is."""
        return self.out / kind / _named(number, "parquet")

    def has(self, number: int) -> bool:
        """Whether a part is whole."""
        try:
            self.counts(number)
        except (OSError, ValueError):
            return False
        return all(self.path(kind, number).is_file() for kind in self.tables)

    def counts(self, number: int) -> dict[str, int]:
        """The counts of a part that is whole."""
        found: dict[str, int] = json.loads(self._counted(number).read_text("utf-8"))
        return found

    def check(self, asked: dict[str, Any], *, resume: bool) -> None:
        """Refuse older parts, unless they are those of an interrupted run of what is asked.

        Raises:
            UsageError: if there are any.
        """
        if not any((self.out / name).exists() for name in (*self.tables, COUNTS)):
            return  # a run that ended before its first part left nothing
        if not resume:
            raise UsageError.at(
                str(self.out),
                "文件夹里已有成批评价的结果；请换一个文件夹，或用 --resume 接着算。",
                "the folder holds results of an older run; take another, or go on with --resume.",
            )
        try:
            before = json.loads((self.out / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError):
            before = {}
        changed = [name for name, value in asked.items() if before.get(name) != value]
        if changed:
            listed = "、".join(NAMES.get(name, name) for name in changed)
            raise UsageError.at(
                "--resume",
                f"与中断的那次不同：{listed}；请换一个文件夹重新计算。",
                f"not what was interrupted ({', '.join(changed)}); take another folder.",
            )

    def declare(self, asked: dict[str, Any]) -> None:
        """Write down what the results depend on."""
        _write_json(self.out / MANIFEST, asked)

    def _counted(self, number: int) -> Path:
        return self.out / COUNTS / _named(number, "json")


def _named(number: int, ending: str) -> str:
    return f"part-{number:05}.{ending}"


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    with replacing(path) as unfinished:
        unfinished.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep the folder to this run; the lock of a run that was killed goes with its process.

    Raises:
        UsageError: if another run has it, or it cannot be written (any more).
    """
    if out.exists() and not out.is_dir():
        raise UsageError.at(
            str(out), "这是一个文件；-o 要给一个文件夹。", "this is a file; -o wants a folder."
        )
    if not out.resolve().parent.is_dir():
        raise UsageError.at(
            str(out),
            "没有上一级文件夹；请先建立，或换一个。",
            "there is no folder to put it in; make that first, or take another.",
        )
    is_new = not out.exists()
    try:
        out.mkdir(exist_ok=True)
        with (out / LOCK).open("w") as file:
            _lock(file, out)
            for rest in out.glob(".work-*"):
                shutil.rmtree(rest, ignore_errors=True)
            for part in out.glob("*/.part-*.part"):
                part.unlink(missing_ok=True)
            yield
    except OSError as error:
        reason = reason_of(error)
        raise UsageError.at(
            str(out),
            f"不能写入这个文件夹（{reason.zh}）；写完的部分还在，请检查磁盘空间和权限，"
            "再用 --resume 接着算。",
            f"the folder cannot be written ({reason.en}); whole parts are kept: check disk space "
            "and permissions, then go on with --resume.",
        ) from error
    finally:
        if is_new and [file.name for file in out.glob("*")] == [LOCK]:
            shutil.rmtree(out, ignore_errors=True)  # nothing came of it


def _lock(file: IO[str], out: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise UsageError.at(
            str(out),
            "另一次成批评价正在写这个文件夹；请等它结束，或换一个文件夹。",
            "another run is writing into this folder; wait, or take another one.",
        ) from error
