"""The rules of benchmarks/scoring.yaml in polars and in DuckDB, exactly: whole numbers throughout.

Each is written as a user of that engine would who knows that floats lose cents: points in cents,
multiply first, divide once, half up. They are held against `score_frame` row by row.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.batch_rows import COMPRESSION, GROUP

if TYPE_CHECKING:
    import polars as pl


def by_polars(given: Path, made: Path) -> None:
    """Stream the file through a lazy query."""
    import polars as pl  # noqa: PLC0415 -- optional

    kind = pl.Decimal(18, 2)
    points = (_polars_cents().cast(kind) * pl.lit("0.01").cast(kind)).cast(kind)
    scored = pl.scan_parquet(given).select("project_id", points=points)
    scored.sink_parquet(made, compression=COMPRESSION, row_group_size=GROUP)


def _polars_cents() -> "pl.Expr":
    """The cents of a row by the rule of its category; polars works out what is shared once."""
    import polars as pl  # noqa: PLC0415 -- optional

    target, actual, sign = pl.col("target"), pl.col("actual"), pl.col("comparator")
    category, answer = pl.col("category"), pl.col("judgement")
    most, none, one = (pl.col("max_points") * 100).cast(pl.Int64), pl.lit(0), pl.lit(1)
    top = _first((sign == "between", pl.col("upper")), other=target)
    up, down = sign.is_in([">=", ">"]), sign.is_in(["<=", "<"])
    short, over = ~down & (actual < target), ~up & (actual > top)
    done = _first((up, actual), (down, target), (short, actual), (over, top), other=one)
    due = _first((up, target), (down, actual), (short, target), (over, actual), other=one)
    above, below = (sign == ">", actual > target), (sign == "<", actual < target)
    met = _first(above, below, other=~short & ~over)
    part = _first((met | (done >= due), most), other=(2 * most * done + due) // (2 * due))
    line = ((2 * most * (2 * top - actual) + top) // (2 * top)).clip(lower_bound=0)
    too_little, too_much = (target - actual) * 20 // target, (actual - top) * 20 // top
    steps = _first((short, too_little), (over, too_much), other=none)
    bands = _first(
        (done >= due, most),
        (5 * done >= 4 * due, (6 * most + 4) // 8),
        (5 * done >= 3 * due, (most + 1) // 2),
        other=none,
    )
    partly = (14 * most + 10) // 20
    judged = _first((answer == "achieved", most), (answer == "partly_achieved", partly), other=none)
    return _first(
        (category == "output.quantity", part),
        (category == "output.quality", _first((~met & (5 * done < 3 * due), none), other=part)),
        (category == "output.timeliness", _first((over, line), other=part)),
        (category == "output.cost", (most - 100 * steps).clip(lower_bound=0)),
        (category == "satisfaction.beneficiary", bands),
        (category == "benefit.economic", _first((met, most), other=none)),
        other=judged,
    )


def _first(*cases: "tuple[pl.Expr, pl.Expr]", other: "pl.Expr") -> "pl.Expr":
    """The value of the first condition that holds; of none, the other."""
    import polars as pl  # noqa: PLC0415 -- optional

    for condition, value in reversed(cases):
        other = pl.when(condition).then(value).otherwise(other)
    return other


DUCKDB = """
WITH bounds AS (
    SELECT *, CAST(max_points * 100 AS BIGINT) AS most,
        CASE WHEN comparator = 'between' THEN upper ELSE target END AS top,
        comparator IN ('>=', '>') AS up, comparator IN ('<=', '<') AS down
    FROM read_parquet(?)
), sides AS (
    SELECT *, NOT down AND actual < target AS short, NOT up AND actual > top AS over
    FROM bounds
), shares AS (
    SELECT *,
        CASE WHEN up THEN actual WHEN down THEN target
             WHEN short THEN actual WHEN over THEN top ELSE 1 END AS done,
        CASE WHEN up THEN target WHEN down THEN actual
             WHEN short THEN target WHEN over THEN actual ELSE 1 END AS due,
        CASE WHEN comparator = '>' THEN actual > target
             WHEN comparator = '<' THEN actual < target
             ELSE NOT short AND NOT over END AS met
    FROM sides
), parts AS (
    SELECT *, CASE WHEN met OR done >= due THEN most
                   ELSE (2 * most * done + due) // (2 * due) END AS part
    FROM shares
), scored AS (
    SELECT project_id, CASE category
        WHEN 'output.quantity' THEN part
        WHEN 'output.quality' THEN
            CASE WHEN NOT met AND 5 * done < 3 * due THEN 0 ELSE part END
        WHEN 'output.timeliness' THEN
            CASE WHEN NOT over THEN part WHEN actual >= 2 * top THEN 0
                 ELSE (2 * most * (2 * top - actual) + top) // (2 * top) END
        WHEN 'output.cost' THEN greatest(0, most - 100 * (
            CASE WHEN short THEN (target - actual) * 20 // target
                 WHEN over THEN (actual - top) * 20 // top ELSE 0 END))
        WHEN 'satisfaction.beneficiary' THEN
            CASE WHEN done >= due THEN most WHEN 5 * done >= 4 * due THEN (6 * most + 4) // 8
                 WHEN 5 * done >= 3 * due THEN (most + 1) // 2 ELSE 0 END
        WHEN 'benefit.economic' THEN CASE WHEN met THEN most ELSE 0 END
        ELSE CASE judgement WHEN 'achieved' THEN most
                 WHEN 'partly_achieved' THEN (14 * most + 10) // 20 ELSE 0 END
    END AS cents
    FROM parts
)
SELECT project_id, CAST(cents AS DECIMAL(16, 0)) * 0.01::DECIMAL(2, 2) AS points FROM scored
"""


def by_duckdb(given: Path, made: Path) -> None:
    """Copy a query over the file into another file."""
    import duckdb  # noqa: PLC0415 -- optional

    duckdb.execute(
        f"COPY ({DUCKDB}) TO '{made}' (FORMAT parquet, COMPRESSION {COMPRESSION})", [str(given)]
    )
