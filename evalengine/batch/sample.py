"""Full records of some projects of a table, always the same ones, as of single forms."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from evalengine.batch.folder import Folder
from evalengine.batch.forms import judge_sheet, sheet_of
from evalengine.batch.rules import Rules
from evalengine.output import replacing
from evalengine.record import Evaluation, InputFile, records_data
from indicators.bulk.plan import Part, read_part
from indicators.bulk.source import Source
from indicators.bulk.texts import Texts, starts
from indicators.errors import Words
from indicators.progress import watched

RECORDS = "records.json"
EXPLAINING = Words("写记录", "writing records")


def write_sample(
    folder: Folder,
    source: Source,
    parts: Sequence[Part],
    rules: Rules,
    *,
    size: int,
    inputs: Sequence[Sequence[str]],
) -> None:
    """Write the records of `size` projects with a total, or of all, beside the tables.

    The choice depends on how many there are, and not on how the table was cut.
    """
    graded = [folder.counts(part.number)["graded"] for part in parts]
    ends = list(accumulate(graded))
    chosen = random.Random(0).sample(range(sum(graded)), min(size, sum(graded)))  # noqa: S311
    files = tuple(InputFile(name, digest) for name, digest in inputs)
    records: list[Evaluation] = []
    for part, end, count in watched(list(zip(parts, ends, graded, strict=True)), EXPLAINING):
        own = sorted(one - end + count for one in chosen if end - count <= one < end)
        if own:
            records += _records(folder, source, part, rules, own, files)
    with replacing(folder.out / RECORDS) as path:
        path.write_text(json.dumps(records_data(records), ensure_ascii=False, indent=1), "utf-8")


def _records(
    folder: Folder,
    source: Source,
    part: Part,
    rules: Rules,
    chosen: Sequence[int],
    inputs: tuple[InputFile, ...],
) -> Iterator[Evaluation]:
    """The records of those projects of a part that are `chosen` among its graded ones."""
    projects = pq.read_table(folder.path("projects", part.number), columns=["total", "standard"])
    graded = np.flatnonzero(projects["total"].is_valid())
    table = read_part(part, list(source.columns.values()))
    said = {what: Texts.of(table[name]) for what, name in source.columns.items()}
    first, _ = starts(said)
    ends = [*first[1:].tolist(), part.rows]
    numbers = np.arange(part.row, part.row + part.rows) + 1
    for number in graded[list(chosen)].tolist():
        rows = range(int(first[number]), ends[number])
        file = Path(source.name).name
        sheet = sheet_of(said, rows, numbers, names=source.columns, file=file)
        named = projects["standard"][number].as_py() if rules.automatic else rules.named
        judged = judge_sheet(sheet, replace(rules, named=named)).evaluation
        assert judged is not None, "a project with a total is judged as a form too"
        yield replace(judged, case=replace(judged.case, inputs=inputs))
