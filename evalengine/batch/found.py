"""What is found about the rows and the projects of a part: columns, filled in step by step."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from evalengine.batch.schemas import decimals
from indicators.bulk.texts import Ints

_WORDS = ("grade", "way", "reason", "findings")


@dataclass(slots=True)
class Found:
    """What is known of every row and of every project, filled in step by step."""

    points: Ints
    most: Ints
    scored: Any
    met: Any
    method: Any
    rule: Any
    reason: Any
    findings: Any

    @classmethod
    def nothing(cls, rows: int) -> "Found":
        """No row has points yet."""
        none = (np.full(rows, None, object) for _ in range(5))
        points, most = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
        return cls(points, most, np.zeros(rows, bool), *none)


@dataclass(slots=True)
class Projects:
    """What is known of every project: sums in cents where there is a total, else why there is none.

    `way` tells how it was judged; it is None as long as it was not.
    """

    points: Ints
    max_points: Ints
    total: Ints
    grade: Any
    way: Any
    reason: Any
    findings: Any

    @classmethod
    def nothing(cls, count: int) -> "Projects":
        """None was judged yet."""
        sums = (np.zeros(count, np.int64) for _ in range(3))
        return cls(*sums, *(np.full(count, None, object) for _ in range(4)))

    def table(self) -> dict[str, pa.Array]:
        """Their columns; sums without a grade are null."""
        graded = pa.array(pd.notna(self.grade))
        sums = {name: decimals(getattr(self, name)) for name in ("points", "max_points", "total")}
        return {
            **{name: pc.if_else(graded, exact, None) for name, exact in sums.items()},
            **{name: pa.array(getattr(self, name), pa.string()) for name in _WORDS},
        }
