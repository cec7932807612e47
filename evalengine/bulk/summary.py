"""What a re-check in bulk comes to: counts, and the projects whose totals are farthest off."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.model import Severity
from scoring.recheck.model import Verdict

SHOWN = 20
"""So many projects are named."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A project whose declared total is not the one computed."""

    project: str
    department: str
    declared: Decimal
    declared_grade: str
    computed: Decimal
    computed_grade: str

    @property
    def difference(self) -> Decimal:
        """Declared less computed: above zero, the unit gave itself too much."""
        return self.declared - self.computed


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a folder of results.

    `forms` were re-checked, `left_out` could not be, for instance because of `why`; `verdicts`
    count rows, the money among them, `counts` findings; `regraded` projects have another grade than
    declared; `gaps` are those farthest off, above the points of the rule first.
    """

    forms: int
    left_out: int
    why: str
    verdicts: dict[Verdict, int]
    counts: dict[Severity, int]
    copies: int
    standards: dict[str, int]
    regraded: int
    gaps: tuple[Gap, ...]

    @property
    def rows(self) -> int:
        """All rows with a verdict."""
        return sum(self.verdicts.values())

    def has_any(self, least: Severity) -> bool:
        """Whether anything was found that is as severe as `least`, or more; or left out."""
        found = any(count and each.rank <= least.rank for each, count in self.counts.items())
        return found or self.left_out > 0


def summary_of(folder: Path) -> Summary:
    """The summary of a folder that `recheck_table` wrote."""
    projects = pq.read_table(folder / "projects")
    left = projects.filter(pc.field("reason").is_valid())
    checked = projects.filter(pc.field("reason").is_null())
    groups = _groups(pq.read_table(folder / "copies.parquet"))
    counts = {each: _total(checked, each.value) for each in Severity}
    for severity in groups:
        counts[Severity(severity)] += 1
    standards = checked["standard"].value_counts().to_pylist()
    return Summary(
        forms=checked.num_rows,
        left_out=left.num_rows,
        why=left["reason"][0].as_py() if left.num_rows else "",
        verdicts={each: _total(checked, each.value) for each in Verdict},
        counts=counts,
        copies=len(groups),
        standards={each["values"]: each["counts"] for each in standards},
        regraded=_regraded(checked),
        gaps=_gaps(checked),
    )


def _total(table: pa.Table, column: str) -> int:
    return pc.sum(table[column]).as_py() or 0


def _groups(copies: pa.Table) -> list[str]:
    """The severity of each group of copies."""
    known = zip(copies["group"].to_pylist(), copies["severity"].to_pylist(), strict=True)
    return list(dict(known).values())


def _regraded(projects: pa.Table) -> int:
    """How many have another grade than declared: one finding each says so."""
    differ = pc.not_equal(projects["declared_grade"], projects["computed_grade"])
    return pc.sum(differ).as_py() or 0


def _gaps(projects: pa.Table) -> tuple[Gap, ...]:
    both = pc.and_(projects["declared_total"].is_valid(), projects["computed_total"].is_valid())
    known = projects.filter(both)
    gap = pc.subtract(known["declared_total"], known["computed_total"])
    wide = known.append_column("gap", gap).filter(pc.not_equal(gap, Decimal(0)))
    first = wide.sort_by([("gap", "descending"), ("row", "ascending")]).slice(0, SHOWN)
    return tuple(
        Gap(
            row["project"],
            row["department"] or "",
            row["declared_total"],
            row["declared_grade"] or "—",
            row["computed_total"],
            row["computed_grade"] or "—",
        )
        for row in first.to_pylist()
    )


def summary_data(summary: Summary) -> dict[str, Any]:
    """The document that `evalengine recheck TABLE --format json` prints of a table in bulk."""
    return {
        "schema": "evalengine/recheck-table/1",
        "forms": summary.forms,
        "left_out": summary.left_out,
        "rows": summary.rows,
        "verdicts": {each.value: count for each, count in summary.verdicts.items()},
        "counts": {each.value: count for each, count in summary.counts.items()},
        "copies": summary.copies,
        "standards": summary.standards,
        "regraded": summary.regraded,
        "gaps": [
            {
                "project": each.project,
                "department": each.department,
                "declared_total": f"{each.declared.normalize():f}",
                "declared_grade": each.declared_grade,
                "computed_total": f"{each.computed.normalize():f}",
                "computed_grade": each.computed_grade,
            }
            for each in summary.gaps
        ],
    }
