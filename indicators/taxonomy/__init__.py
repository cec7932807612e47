"""Names of 一级/二级 indicators and the category codes that they mean."""

from indicators.taxonomy.names import (
    belongs,
    category_codes,
    category_named,
    category_of,
    category_title,
    head_of,
    without_points,
)

__all__ = [
    "belongs",
    "category_codes",
    "category_named",
    "category_of",
    "category_title",
    "head_of",
    "without_points",
]
