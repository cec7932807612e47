"""The examples of docs/engines.md give the scores of `score_frame` for the whole table."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.scoring import MIX
from benchmarks.scoring_rows import frame, make
from scoring import score_frame
from scoring.table import SCORES
from tests.house.tree import ROOT

EXAMPLES = ROOT / "docs" / "examples"
PAGE = (ROOT / "docs" / "engines.md").read_text("utf-8")
ROWS = 3_000
ENGINES = {"with_polars": "polars", "with_duckdb": "duckdb", "with_spark": "pyspark"}


@pytest.fixture(scope="module")
def items() -> pd.DataFrame:
    """Adversarial rows, some of which cannot be scored, in exact decimals."""
    rows = frame(make(ROWS, 3)).assign(row=range(ROWS))
    rows["target"] = rows["target"].where(rows["row"] % 7 > 0)
    rows["judgement"] = rows["judgement"].where(rows["row"] % 5 > 0)
    for name in ("target", "upper", "actual", "max_points"):
        cents = pa.array(rows[name], from_pandas=True).cast(pa.decimal128(18, 2))
        rows[name] = pd.arrays.ArrowExtensionArray(cents)
    return rows


@pytest.mark.parametrize(
    "script",
    [
        "with_polars",
        "with_duckdb",
        pytest.param("with_spark", marks=pytest.mark.spark),
    ],
)
def test_same_scores_as_on_the_whole(script: str, items: pd.DataFrame, tmp_path: Path) -> None:
    if find_spec(ENGINES[script]) is None:
        pytest.skip(f"{ENGINES[script]} is not installed")
    if script == "with_spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    given, made = tmp_path / "items.parquet", tmp_path / "scores.parquet"
    pq.write_table(pa.Table.from_pandas(items, preserve_index=False), given, row_group_size=700)
    command = [sys.executable, str(EXAMPLES / f"{script}.py"), str(given), str(made), str(MIX)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True, timeout=300)
    got = pq.read_table(made).sort_by("row")
    assert got["row"].to_pylist() == list(range(ROWS))
    scores = pa.Table.from_pandas(score_frame(items, str(MIX)), preserve_index=False)
    assert 0 < scores["reason"].null_count < ROWS  # some are refused, most are scored
    for name in SCORES:
        assert got[name].to_pylist() == scores[name].to_pylist(), name


def test_the_page_shows_every_example_and_column() -> None:
    assert sorted(ENGINES) == sorted(path.stem for path in EXAMPLES.glob("*.py"))
    assert [name for name in ENGINES if f"(examples/{name}.py)" not in PAGE] == []
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(SCORES)
