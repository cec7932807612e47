"""Made-up projects and items (示例), as the tables of comparison."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from scoring.comparison.tables import ITEMS, PROJECTS, Tables

WAN = 1_000_000
"""Fen of one 万元."""


def project(key: str, total: int, **given: Any) -> dict[str, Any]:
    """A project with its total in cents; everything else is ordinary unless given."""
    usual = {
        "project_id": key,
        "project": f"示例项目{key}",
        "department": "示例局",
        "region": None,
        "year": 2023,
        "standard": "cn-mof-2020-10",
        "budget": 100 * WAN,
        "executed": 100 * WAN,
        "execution_points": 1000,
        "execution_max": 1000,
        "total": total,
        "low": total,
        "high": total,
        "status": "final",
        "grade": "优" if total >= 9000 else "良",
        "declared_total": None,
    }
    return {**usual, **given}


def item(key: str, points: int, most: int = 1000, **given: Any) -> dict[str, Any]:
    """An item of project `key` with its points in cents."""
    usual = {
        "project_id": key,
        "item": "1.1",
        "category": "output.quantity",
        "indicator": "培训人数",
        "kind": "quantitative",
        "target": "≥100人",
        "actual": "100人",
        "target_value": Decimal(100),
        "actual_value": Decimal(100),
        "direction": "higher",
        "max_points": most,
        "points": points,
        "low": points,
        "high": points,
        "met": points == most,
        "declared_points": None,
        "reason": "",
        "place": "示例.xlsx!B2",
    }
    return {**usual, **given}


def projects(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of projects."""
    return pd.DataFrame(list(rows), columns=list(PROJECTS)).astype(PROJECTS)


def items(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of items."""
    return pd.DataFrame(list(rows), columns=list(ITEMS)).astype(ITEMS)


def tables(first: Sequence[dict[str, Any]], second: Sequence[dict[str, Any]]) -> Tables:
    """Both tables."""
    return Tables(projects(*first), items(*second))
