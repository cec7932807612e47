"""Re-checks a long table of any size, part by part, into a folder of Parquet tables."""

import gc
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from evalengine.batch.engines import local, warm_up
from evalengine.bulk.memory import RowMemory
from evalengine.bulk.projects import check_part
from evalengine.bulk.tables import TEXTS, PartTables, copies_of, tables_of
from evalengine.rechecking import Standards
from evalengine.wording import RECHECKING
from indicators.bulk.plan import Part, plan, read_part
from indicators.bulk.source import Source, open_source
from indicators.errors import UsageError
from indicators.foreign import reason_of
from indicators.grammar import parser
from indicators.progress import watched

TABLES = ("rows", "findings", "projects")
WHOLE = "copies.parquet"
ROWS = 15_000
"""Rows of a part, about: what a process holds of the table at a time."""

_LONG_LIVED = 50_000
"""So many new objects are made before old ones are looked through: those remembered stay."""


@dataclass(frozen=True, slots=True)
class Task:
    """One part, and all that a process needs to re-check it into the folder `out`."""

    source: Source
    part: Part
    standard: str | None
    lexicon: Path | None
    out: Path


def recheck_table(
    table: Path,
    out: Path,
    *,
    standard: str | None = None,
    lexicon: Path | None = None,
    rows: int = ROWS,
    workers: int | None = None,
) -> tuple[str, ...]:
    """Re-check a long table into the folder `out`: `rows/`, `findings/`, `projects/`, `copies`.

    Args:
        table: a Parquet file or a folder of them, a CSV file or a workbook.
        out: a folder that is not there, or empty; it appears when all is done.
        standard: id or path of a standard; `auto` (unless told) selects one for each project.
        lexicon: a local file of words, added to the shipped ones.
        rows: of a part, about.
        workers: processes; as many as there are cores, unless told.

    Returns: the names of columns that mean nothing to us.

    Raises:
        DocumentError: if the table cannot be read, or its projects do not stand together.
        StandardError, RuleFileError: if the standard or the lexicon is wrong.
        UsageError: if the folder holds something, or cannot be written.
    """
    parser(lexicon)
    Standards(standard).check()
    if workers != 1:
        warm_up([__name__])
    with _appearing(out) as unfinished, tempfile.TemporaryDirectory() as work:
        source = open_source(table, Path(work))
        parts = plan(source, rows=rows)
        tasks = [Task(source, part, standard, lexicon, unfinished) for part in parts]
        with local(sum(part.rows for part in parts), workers) as engine:
            for _ in zip(watched(tasks, RECHECKING), engine.map(recheck_task, tasks), strict=True):
                pass
        _write_copies(unfinished, Path(source.name).name)
        return source.unused


def recheck_task(task: Task) -> None:
    """Re-check one part and write its tables."""
    gc.set_threshold(_LONG_LIVED)
    table = read_part(task.part, list(task.source.columns.values()))
    memory = _memory(task.standard, task.lexicon)
    name = Path(task.source.name).name
    checked = check_part(table, task.source.columns, memory, row=task.part.row, file=name)
    _write(task.out, task.part.number, tables_of(checked))


def _write(out: Path, number: int, tables: PartTables) -> None:
    for kind in (*TABLES, "texts"):
        target = out / kind / f"part-{number:05}.parquet"
        target.parent.mkdir(exist_ok=True)
        pq.write_table(getattr(tables, kind), target, compression="zstd")


@cache
def _memory(standard: str | None, lexicon: Path | None) -> RowMemory:
    """What this process remembers from part to part."""
    return RowMemory(Standards(standard), lexicon)


def _write_copies(out: Path, file: str) -> None:
    """Find the copies among the texts of all parts, which are needed no longer."""
    folder = out / "texts"
    texts = _TextsOf(folder)
    pq.write_table(copies_of(texts.hashes(), texts.texts, file), out / WHOLE)
    shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class _TextsOf:
    """The texts that the parts left, read only as far as needed."""

    folder: Path

    def hashes(self) -> pa.Table:
        """The projects with the short names of their texts."""
        return pq.read_table(self.folder, columns=[n for n in TEXTS.names if n != "key"])

    def texts(self, hashes: Sequence[str]) -> list[str]:
        """The texts of these short names."""
        table = pq.read_table(self.folder, columns=["hash", "key"])
        known = dict(zip(table["hash"].to_pylist(), table["key"].to_pylist(), strict=True))
        return [known[each] for each in hashes]


@contextmanager
def _appearing(out: Path) -> Iterator[Path]:
    """A folder beside `out` that takes its place when all went well.

    Raises:
        UsageError: if `out` holds something, or cannot be written.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError.at(
            str(out),
            "已经存在，而且不是空文件夹；请换一个文件夹。",
            "there is something already; name a new or empty folder.",
        )
    try:
        unfinished = Path(tempfile.mkdtemp(dir=out.absolute().parent, prefix=f".{out.name}-"))
    except OSError as error:
        reason = reason_of(error)
        raise UsageError.at(
            str(out),
            f"不能写在这里（{reason.zh}）。",
            f"cannot be written here ({reason.en}).",
        ) from error
    try:
        yield unfinished
        unfinished.chmod(0o755)
        if out.exists():
            out.rmdir()
        unfinished.replace(out)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
