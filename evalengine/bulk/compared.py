"""The results of a re-check in bulk as the tables that a comparison needs."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evalengine.comparing import Doubt, Found
from indicators.errors import DocumentError, Words
from indicators.model import Severity
from scoring.comparison.tables import ITEMS, PROJECTS, Tables

MOST_FINDINGS = 20_000
"""So many findings go into a comparison, the severest first; the folder has all."""

_TEXT: Any = "string[pyarrow]"
_CENTS = 100


def is_results(path: Path) -> bool:
    """Whether `path` is a folder of results."""
    return all((path / name).is_dir() for name in ("rows", "projects", "findings"))


def found_in(folder: Path) -> Found:
    """The projects of a folder of results, those that have a recomputed total.

    An item is a row, with its points as recomputed; what could not be computed counts as declared.

    Raises:
        DocumentError: if the folder is damaged.
    """
    try:
        every = pq.read_table(folder / "projects").sort_by("row")
        rows = pq.read_table(folder / "rows")
        findings, left = _findings(folder / "findings")
    except (pa.ArrowException, OSError) as error:
        raise DocumentError.at(
            str(folder),
            "不是完整的复核结果；请重新复核。",
            "no whole results of a re-check; run it again.",
        ) from error
    keys = _keys(every)
    is_known = every["computed_total"].is_valid().to_numpy()
    owner = np.searchsorted(every["row"].to_numpy(), rows["row"].to_numpy(), side="right") - 1
    kept = is_known[owner]
    tables = Tables(
        _projects(every, keys)[is_known].reset_index(drop=True),
        _items(rows.filter(pa.array(kept)), keys[owner[kept]]),
    )
    notes = (*_notes(int((~is_known).sum()), left), *_about_unchecked(every, is_known))
    return Found(tables, _doubts(findings, every, keys, is_known), notes)


def _keys(projects: pa.Table) -> Any:
    """What names each project: its id, with its row where that stands for several."""
    ids = pc.fill_null(projects["project_id"], "").to_pandas()
    numbers = projects["row"].to_pandas().astype(str)
    is_alone = (ids != "") & ~ids.duplicated(keep=False)
    return ids.where(is_alone, ids + "#" + numbers).to_numpy(object)


def _cents(column: pa.ChunkedArray) -> Any:
    """Points as whole cents; nothing is missing."""
    hundredths = pc.round(pc.multiply(column.cast(pa.float64()), float(_CENTS)))
    return hundredths.cast(pa.int64()).to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)


def _projects(table: pa.Table, keys: Any) -> pd.DataFrame:
    cents = {
        "total": "computed_total",
        **{name: name for name in ("low", "high", "execution_points", "execution_max")},
        "declared_total": "declared_total",
    }
    found: dict[str, Any] = {
        "project_id": keys,
        "grade": table["computed_grade"].to_pandas(),
        "status": "final",
        **{name: _cents(table[column]) for name, column in cents.items()},
    }
    for name in ("project", "department", "region", "year", "standard", "budget", "executed"):
        found[name] = table[name].to_pandas(
            types_mapper={pa.int64(): pd.Int64Dtype(), pa.int32(): pd.Int64Dtype()}.get
        )
    frame = pd.DataFrame(found, columns=list(PROJECTS))
    sums = ["total", "low", "high"]
    frame[sums] = frame[sums].fillna(0)  # of those that are left out
    return frame.astype(PROJECTS)


def _items(rows: pa.Table, keys: Any) -> pd.DataFrame:
    declared, computed = _cents(rows["declared_points"]), _cents(rows["computed_points"])
    points = computed.fillna(declared).fillna(0)
    most = _cents(rows["max_points"]).fillna(0)
    found: dict[str, Any] = {
        "project_id": pd.array(keys, _TEXT),
        "item": pd.array(rows["number"].cast(pa.string()).to_pandas(), _TEXT),
        "max_points": most,
        "points": points,
        "low": _cents(rows["low"]).fillna(points),
        "high": _cents(rows["high"]).fillna(points),
        "met": rows["met"].to_pandas().astype("boolean"),
        "declared_points": declared,
        "target_value": _numbers(rows["target_value"]),
        "actual_value": _numbers(rows["actual_value"]),
    }
    for name in ("category", "indicator", "kind", "target", "actual", "direction", "reason"):
        found[name] = pd.array(rows[name].to_pandas(), _TEXT)
    frame = pd.DataFrame(found, columns=list(ITEMS))
    known = {name: kind for name, kind in ITEMS.items() if kind != "string"}
    return frame.astype(known)


def _numbers(column: pa.ChunkedArray) -> Any:
    """Numbers written out, as exact numbers, those that are equal as one."""
    codes, texts = pd.factorize(column.to_pandas())
    values = np.array([*map(Decimal, texts), None], object)
    return values[codes]


def _findings(folder: Path) -> tuple[pa.Table, int]:
    """The severest findings, and how many there are beside them."""
    table = pq.read_table(folder, columns=["project_id", "project", "place", "severity", "message"])
    places = pc.index_in(table["severity"], pa.array([each.value for each in Severity]))
    first = pc.sort_indices(
        pa.table({"severity": places, "at": np.arange(table.num_rows)}),
        sort_keys=[("severity", "ascending"), ("at", "ascending")],
    )[:MOST_FINDINGS]
    return table.take(first), max(table.num_rows - MOST_FINDINGS, 0)


def _doubts(findings: pa.Table, projects: pa.Table, keys: Any, is_known: Any) -> tuple[Doubt, ...]:
    """The findings about projects that are compared."""
    said = zip(projects["project_id"].to_pylist(), projects["project"].to_pylist(), strict=True)
    named = {pair: key for pair, key, known in zip(said, keys, is_known, strict=True) if known}
    return tuple(
        Doubt(
            named[row["project_id"], row["project"]], row["severity"], row["place"], row["message"]
        )
        for row in findings.to_pylist()
        if (row["project_id"], row["project"]) in named
    )


def _about_unchecked(projects: pa.Table, is_known: Any) -> tuple[Words, ...]:
    """Points that nobody could recompute count as declared: there a total is a claim."""
    points = projects["unchecked_points"].filter(pa.array(is_known))
    some = pc.sum(pc.greater(points, Decimal(0))).as_py() or 0
    if not some:
        return ()
    most = f"{(pc.sum(points).as_py() or Decimal(0)).normalize():f}"
    return (
        Words(
            f"{some} 个项目共有 {most} 分无法核对，按自评计入总分；名次和范围没有算进可能的出入。",
            f"in {some} projects {most} points could not be checked and count as declared: places "
            "and their ranges take no account of what they may be worth.",
        ),
    )


def _notes(unknown: int, findings: int) -> tuple[Words, ...]:
    notes = []
    if unknown:
        notes.append(
            Words(
                f"{unknown} 个项目没有复算的总分，不参加比较。",
                f"{unknown} projects without a recomputed total are left out.",
            )
        )
    if findings:
        notes.append(
            Words(
                f"疑点只列最重的 {MOST_FINDINGS} 条，另有 {findings} 条见复核结果的 findings。",
                f"the severest {MOST_FINDINGS} findings are listed, {findings} more stand in the "
                "findings of the re-check.",
            )
        )
    return tuple(notes)
