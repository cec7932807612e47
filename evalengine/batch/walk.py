"""Walks a table part by part into a folder: whole parts only, in a pool of processes."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import file_digest
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from evalengine import settings
from evalengine.batch.partition import score_part
from evalengine.batch.rules import Rules
from indicators.bulk.plan import ROWS, Part, plan, read_part
from indicators.bulk.source import Source, open_source
from indicators.errors import UsageError, Words
from indicators.progress import watched

SCHEMA = "evalengine/batch/1"
TABLES = ("items", "projects", "rejects")
MANIFEST, LOCK = "manifest.json", ".lock"
SCORING = Words("计分", "scoring")


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows and projects of a table, and what became of them."""

    rows: int
    scored: int
    rejected: int
    projects: int
    graded: int


@dataclass(frozen=True, slots=True)
class Task:
    """One part, and all that a process needs to score it into the folder `out`."""

    source: Source
    part: Part
    rules: Rules
    out: Path


def run_batch(
    table: Path,
    out: Path,
    rules: Rules,
    *,
    resume: bool = False,
    rows: int = ROWS,
    workers: int | None = None,
) -> Counts:
    """Score the table into the folder `out`; its tables are `items`, `projects`, `rejects`.

    Args:
        table: the long table.
        out: a folder that is new or empty, or, with `resume`, that of an interrupted run.
        rules: by what to judge.
        resume: go on where an interrupted run of the same input and rules stopped.
        rows: of a part, about.
        workers: processes; as many as there are cores, unless told.

    Raises:
        DocumentError, StandardError, RuleFileError: if table or rules are wrong.
        UsageError: if the folder holds another run, or one that goes on now.
    """
    print_of_rules = {"standard": rules.standard.sha256, "missing": rules.missing}
    with _locked(out), tempfile.TemporaryDirectory(dir=out, prefix=".work-") as work:
        lexicon = _digest(rules.lexicon) if rules.lexicon else None
        asked = {
            "schema": SCHEMA,
            "engine": settings.engine(),
            "input": _inputs(table),
            **print_of_rules,
            "lexicon": lexicon,
            "rows": rows,
        }
        _check_folder(out, asked, resume=resume)
        source = open_source(table, Path(work))
        parts = plan(source, rows=rows)
        _write_json(out / MANIFEST, {**asked, "parts": len(parts)})
        tasks = [Task(source, part, rules, out) for part in parts]
        _run_all([task for task in tasks if not _counted(out, task.part).is_file()], workers)
        counts = [json.loads(_counted(out, part).read_text("utf-8")) for part in parts]
    return Counts(*(sum(each[name] for each in counts) for name in Counts.__slots__))


def score_task(task: Task) -> None:
    """Score one part and write its tables, its counts last: those say that it is whole."""
    table = read_part(task.part, list(task.source.columns.values()))
    name = Path(task.source.name).name
    scored = score_part(table, task.source.columns, task.rules, row=task.part.row, file=name)
    for kind in TABLES:
        target = _path(task.out, kind, task.part)
        target.parent.mkdir(exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            pq.write_table(getattr(scored, kind), unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    totals = scored.projects["total"]
    counts = Counts(
        table.num_rows,
        scored.items.num_rows,
        scored.rejects.num_rows,
        scored.projects.num_rows,
        len(totals) - totals.null_count,
    )
    _write_json(_counted(task.out, task.part), asdict(counts))


def _run_all(tasks: Sequence[Task], workers: int | None) -> None:
    count = min(workers or os.cpu_count() or 1, len(tasks))
    if count <= 1:
        for task in watched(tasks, SCORING):
            score_task(task)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        try:
            for future in watched([pool.submit(score_task, task) for task in tasks], SCORING):
                future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _path(out: Path, kind: str, part: Part) -> Path:
    return out / kind / f"part-{part.number:05}.parquet"


def _counted(out: Path, part: Part) -> Path:
    return out / "counts" / f"part-{part.number:05}.json"


def _check_folder(out: Path, asked: dict[str, Any], *, resume: bool) -> None:
    """Refuse older parts, unless they are those of an interrupted run of the same."""
    manifest = out / MANIFEST
    older = [name for name in (*TABLES, "counts", MANIFEST) if (out / name).exists()]
    if not older:
        return
    if not resume:
        raise UsageError.at(
            str(out),
            "文件夹里已有成批评价的结果；请换一个文件夹，或用 --resume 接着算。",
            "the folder holds results of an older run; take another, or go on with --resume.",
        )
    try:
        before = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError):
        before = {}
    changed = [name for name, value in asked.items() if before.get(name) != value]
    if changed:
        listed = "、".join(changed)
        raise UsageError.at(
            "--resume",
            f"与中断的那次不同：{listed}；请换一个文件夹重新计算。",
            f"not what was interrupted ({', '.join(changed)}); take another folder.",
        )


def _inputs(table: Path) -> list[list[str]]:
    """The files of a table with their hashes."""
    files = sorted(table.glob("*.parquet")) if table.is_dir() else [table]
    return [[file.name, _digest(file)] for file in files if file.is_file()]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    unfinished.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    unfinished.replace(path)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Keep the folder to this run; the lock of a run that was killed goes with its process."""
    import fcntl  # noqa: PLC0415 -- POSIX only

    try:
        out.mkdir(exist_ok=True)
        file = (out / LOCK).open("w")
    except OSError as error:
        raise UsageError.at(
            str(out),
            f"不能写入这个文件夹（{error.strerror}）。",
            f"the folder cannot be written ({error.strerror}).",
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError.at(
                str(out),
                "另一次成批评价正在写这个文件夹；请等它结束，或换一个文件夹。",
                "another run is writing into this folder; wait, or take another one.",
            ) from error
        for rest in out.glob(".work-*"):
            shutil.rmtree(rest, ignore_errors=True)
        yield
