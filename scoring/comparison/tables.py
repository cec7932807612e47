"""Records → two tables: projects, and the items of each. The only place that knows their columns.

Points are whole cents and money whole fen (1/100 元), so that sums are exact; what is not known is
missing (`pd.NA`), never zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from indicators.errors import DocumentError
from indicators.model import plain
from scoring.rounding import to_cents
from scoring.same_unit import YUAN

PROJECTS = {
    "project_id": "string",
    "project": "string",
    "department": "string",
    "region": "string",
    "year": "Int64",
    "standard": "string",
    "budget": "Int64",
    "executed": "Int64",
    "execution_points": "Int64",
    "execution_max": "Int64",
    "total": "int64",
    "low": "int64",
    "high": "int64",
    "grade": "string",
    "status": "string",
    "declared_total": "Int64",
}
"""A project a row. `low` and `high` bound the total that the judgements leave open; `status` is
`provisional` where something was missing.
"""

ITEMS = {
    "project_id": "string",
    "item": "string",
    "category": "string",
    "indicator": "string",
    "kind": "string",
    "target": "string",
    "actual": "string",
    "target_value": "object",
    "actual_value": "object",
    "direction": "string",
    "max_points": "int64",
    "points": "int64",
    "low": "int64",
    "high": "int64",
    "met": "boolean",
    "declared_points": "Int64",
    "reason": "string",
    "place": "string",
}
"""An item a row. The two values are Decimals in the base unit of one dimension, or None."""

_FEN = 2


@dataclass(frozen=True, slots=True)
class Tables:
    """The two tables, joined by `project_id`."""

    projects: pd.DataFrame
    items: pd.DataFrame


def tables_of(records: Iterable[Mapping[str, Any]]) -> Tables:
    """The tables of evaluation records (section 3 of docs/contract.md).

    Raises:
        DocumentError: if two records are of one project and one year.
    """
    found = list(records)
    _refuse_twins(found)
    projects = [_project(record) for record in found]
    items = [item for record in found for item in _items(record)]
    return Tables(_frame(projects, PROJECTS), _frame(items, ITEMS))


def _frame(rows: list[dict[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(dict(columns))


def _refuse_twins(records: list[Mapping[str, Any]]) -> None:
    seen: set[str] = set()
    for record in records:
        key = str(record["form_id"])
        if key in seen:
            title = record["project"] or record["department"]
            raise DocumentError.at(
                str(title),
                f"同一个项目（{title}，{record['year']} 年）给了两份记录；请只留一份。",
                f"two records of one project ({title}, {record['year']}); keep one.",
            )
        seen.add(key)


def _project(record: Mapping[str, Any]) -> dict[str, Any]:
    execution = record["execution"] or {}
    total = _cents(record["total"])
    low, high = _spread(record, total or 0)
    declared = [_cents(item["declared_points"]) for item in record["items"]]
    return {
        "project_id": record["form_id"],
        "project": record["project"] or record["department"],
        "department": record["department"],
        "region": record.get("region"),
        "year": record["year"],
        "standard": record["standard"]["id"],
        "budget": fen_of(_number(execution.get("budget")), execution.get("unit")),
        "executed": fen_of(_number(execution.get("executed")), execution.get("unit")),
        "execution_points": _cents(execution.get("points")),
        "execution_max": _cents(execution.get("max_points")),
        "total": total,
        "low": low,
        "high": high,
        "grade": record["grade"],
        "status": record["status"],
        "declared_total": _declared(record, declared),
    }


def _declared(record: Mapping[str, Any], rows: list[int | None]) -> int | None:
    """The total that the unit claims: as printed, else the sum if every row has its points."""
    if record.get("declared_total") is not None:
        return _cents(record["declared_total"])
    if not rows or any(points is None for points in rows):
        return None
    execution = record["execution"] or {}
    claimed = execution.get("declared_points", execution.get("points"))
    return sum(points or 0 for points in rows) + (_cents(claimed) or 0)


def _spread(record: Mapping[str, Any], total: int) -> tuple[int, int]:
    """The lowest and the highest total that the judgements leave open."""
    items = record["items"]
    earned = sum(_cents(item["points"]) or 0 for item in items)
    execution = _cents((record["execution"] or {}).get("points")) or 0
    low = sum(_cents(item["low"]) or 0 for item in items) - earned
    high = sum(_cents(item["high"]) or 0 for item in items) - earned
    scale = earned + execution
    if scale in (0, total):
        return total + low, total + high
    return total + low * total // scale, total - -high * total // scale


def _items(record: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    targets = _targets(record)
    actuals = record["case"]["actuals"]["by_item"]
    for item in record["items"]:
        target, actual = targets.get(item["id"], {}), actuals.get(item["id"], {})
        comparable = target.get("dimension") == actual.get("dimension")
        yield {
            "project_id": record["form_id"],
            "item": item["id"],
            "category": item["category"],
            "indicator": item["indicator"],
            "kind": target.get("kind"),
            "target": item["target"],
            "actual": item["actual"],
            "target_value": _number(target.get("canonical")),
            "actual_value": _number(actual.get("canonical")) if comparable else None,
            "direction": target.get("direction"),
            "max_points": _cents(item["max_points"]),
            "points": _cents(item["points"]),
            "low": _cents(item["low"]),
            "high": _cents(item["high"]),
            "met": item["met"],
            "declared_points": _cents(item["declared_points"]),
            "reason": item["deviation_reason"],
            "place": item["place"],
        }


def _targets(record: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The promises of a record, by the ids of its items."""
    return {
        f"{row['number']}.{number}": target
        for row in record["case"]["form"]["indicators"]
        for number, target in enumerate(row["targets"], 1)
    }


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _cents(text: str | None) -> int | None:
    return None if text is None else to_cents(Decimal(text))


def fen_of(amount: Decimal | None, unit: str | None) -> int | None:
    """Money in whole fen; a fraction of a fen is cut off, for it orders nothing."""
    if amount is None or unit not in YUAN:
        return None
    return int(amount.scaleb(YUAN[unit] + _FEN))


def points_text(cents: int) -> str:
    """Points as people write them: 9020 → `90.20`."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def money_text(fen: int) -> str:
    """Money in 万元, without trailing zeros."""
    return f"{plain(Decimal(fen).scaleb(-6))}万元"
