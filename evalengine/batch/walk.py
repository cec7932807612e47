"""Walks a table part by part into a folder: whole parts only, in many processes."""

import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evalengine import settings
from evalengine.batch.ahead import read_ahead
from evalengine.batch.automatic import score_automatic
from evalengine.batch.cluster import DASK, cluster
from evalengine.batch.engines import Engine, local, warm_up
from evalengine.batch.folder import Folder, locked
from evalengine.batch.inputs import digest, inputs_of
from evalengine.batch.partition import score_part
from evalengine.batch.rules import Rules
from evalengine.batch.sample import write_sample
from indicators.bulk.plan import ROWS, Part, plan, read_part
from indicators.bulk.source import Source, open_source
from indicators.errors import DocumentError, UsageError, Words
from indicators.progress import watched

SCHEMA = "evalengine/batch/1"
TABLES = ("items", "projects", "rejects")
LOCAL = "local"
SCORING = Words("计分", "scoring")


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows and projects of a table, and what became of them; `doubtful` projects and `asked` rows
    have findings. `unused` are columns that mean nothing.
    """

    rows: int
    scored: int
    rejected: int
    projects: int
    graded: int
    doubtful: int
    asked: int
    unused: tuple[str, ...] = ()


SUMMED = Counts.__slots__[:-1]
"""What is counted part by part."""


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
    sample: int = 0,
    engine: str = LOCAL,
) -> Counts:
    """Score the table into the folder `out`; its tables are `items`, `projects`, `rejects`.

    Args:
        table: the long table.
        out: a folder that is new or empty, or, with `resume`, that of an interrupted run.
        rules: by what to judge.
        resume: go on where an interrupted run of the same input and rules stopped.
        rows: of a part, about.
        workers: processes; as many as there are cores, unless told.
        sample: write the full records of so many projects too.
        engine: `local`, `dask` or `dask=ADDRESS`; where the work is done changes no row.

    Raises:
        DocumentError, StandardError, RuleFileError: if table or rules are wrong.
        UsageError: if the folder holds another run, or one that goes on now, or cannot be written.
    """
    _check_engine(engine)
    folder = Folder(out, TABLES)
    asked: dict[str, Any] = {
        "schema": SCHEMA,
        "engine": settings.engine(),
        "standard": rules.fingerprint,
        "missing": rules.missing,
        "lexicon": digest(rules.lexicon) if rules.lexicon else None,
        "rows": rows,
    }
    if engine == LOCAL and workers != 1:
        warm_up([__name__])
    with locked(out), tempfile.TemporaryDirectory(dir=out, prefix=".work-") as work:
        asked["input"] = inputs_of(table)
        folder.check(asked, resume=resume)
        source = open_source(table, Path(work))
        parts = plan(source, rows=rows)
        left = [part for part in parts if not folder.has(part.number)]
        size = sum(part.rows for part in left)
        with _started(engine, size, workers, Path(work), source.files) as running:
            folder.declare(asked | {"parts": len(parts)})
            score_parts(source, left, rules, out, running, work=Path(work))
        if sample:
            write_sample(folder, source, parts, rules, size=sample, inputs=asked["input"])
        counts = [folder.counts(part.number) for part in parts]
    sums = {name: sum(each[name] for each in counts) for name in SUMMED}
    return Counts(**sums, unused=source.unused)


def _check_engine(engine: str) -> None:
    name, sign, address = engine.partition("=")
    if engine != LOCAL and (name != DASK or bool(sign) != bool(address)):
        raise UsageError.at(
            "--engine",
            f"没有“{engine}”；可用：local、dask、dask=tcp://主机:端口。",
            f"there is no '{engine}': local, dask or dask=tcp://HOST:PORT.",
        )


def _started(
    engine: str, rows: int, workers: int | None, work: Path, files: Sequence[str]
) -> AbstractContextManager[Engine]:
    if engine == LOCAL:
        return local(rows, workers)
    return cluster(engine.partition("=")[2] or None, workers, work.resolve(), files)


def score_parts(
    source: Source, parts: Sequence[Part], rules: Rules, out: Path, engine: Engine, *, work: Path
) -> None:
    """Score parts into the folder `out`; what several processes share goes to the folder `work`."""
    rules, out, work = rules.anywhere, out.resolve(), work.resolve()
    source = replace(source, files=tuple(str(Path(file).resolve()) for file in source.files))
    if engine.workers > 1 and parts:
        read_ahead(source, parts, rules, engine, work / "items")
        rules = replace(rules, ahead=work / "items")
    tasks = [Task(source, part, rules, out) for part in parts]
    for _ in zip(watched(tasks, SCORING), engine.map(score_task, tasks), strict=True):
        pass


def score_task(task: Task) -> None:
    """Score one part and write its tables."""
    task.rules.check()
    table = read_part(task.part, list(task.source.columns.values()))
    name = Path(task.source.name).name
    if table.num_rows != task.part.rows:
        raise DocumentError.at(
            task.source.name,
            "表在计算途中变了；请用不再改动的表重新计算。",
            "the table changed while it was read; run again on one that stays as it is.",
        )
    score = score_automatic if task.rules.automatic else score_part
    scored = score(table, task.source.columns, task.rules, row=task.part.row, file=name)
    totals, findings = (scored.projects[name] for name in ("total", "findings"))
    counts = Counts(
        table.num_rows,
        scored.items.num_rows,
        scored.rejects.num_rows,
        scored.projects.num_rows,
        len(totals) - totals.null_count,
        len(findings) - findings.null_count,
        scored.items.num_rows - scored.items["findings"].null_count,
    )
    tables = {kind: getattr(scored, kind) for kind in TABLES}
    counted = {name: getattr(counts, name) for name in SUMMED}
    Folder(task.out, TABLES).write(task.part.number, tables, counted)
