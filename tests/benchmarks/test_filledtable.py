"""Generated self-evaluations: fifteen rows a form, and what units give themselves."""

from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks import filledtable


def test_declared_points_are_those_of_their_way(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    assert filledtable.write(path, forms=60, distinct=500, inflated=0.5) == 60 * 15
    rows = pq.read_table(path).to_pylist()
    for row in rows:
        given, due, most = (row[n] for n in ("declared_points", "oracle_points", "max_points"))
        assert given <= most
        if row["inflated"]:
            assert given == most
        else:
            assert abs(given - due) <= Decimal("0.50")
    inflated = {row["project_id"] for row in rows if row["inflated"]}
    assert 15 < len(inflated) < 45
    assert not any(
        row["deviation_reason"] for row in rows if row["oracle_points"] == row["max_points"]
    )
