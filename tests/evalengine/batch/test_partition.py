"""Parts of a table: points, totals, rejects; columns and forms agree."""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from benchmarks.longtable import write
from evalengine.batch.partition import score_part
from evalengine.batch.rules import Rules
from evalengine.batch.schemas import Scored
from indicators.bulk.plan import plan, read_part
from indicators.bulk.source import open_source
from tests.evalengine.batch.tables import RULES, lines, opened


def _scored(folder: Path, *rows: str) -> Scored:
    source, table = opened(folder, *rows)
    return score_part(table, source.columns, RULES, file="t.csv")


def test_points_total_and_grade(tmp_path: Path) -> None:
    scored = _scored(tmp_path, *lines("A", "B"))
    assert scored.items["points"].to_pylist() == [Decimal(n) for n in (47, 30, 10)] * 2
    assert scored.items["row"].to_pylist() == [1, 2, 3, 4, 5, 6]
    assert scored.projects["total"].to_pylist() == [Decimal(95)] * 2
    assert scored.projects["way"].to_pylist() == ["columns"] * 2


def test_what_cannot_be_scored_is_rejected_with_its_reason(tmp_path: Path) -> None:
    scored = _scored(tmp_path, *lines("A"), *lines("B", actual=""))
    assert scored.items.num_rows + scored.rejects.num_rows == 6
    assert scored.rejects["row"].to_pylist() == [4]
    assert "没有填实际完成值" in scored.rejects["reason"].to_pylist()[0]
    assert scored.projects["total"].to_pylist() == [Decimal(95), None]


def test_points_that_do_not_make_the_total(tmp_path: Path) -> None:
    scored = _scored(tmp_path, *lines("A")[:2])
    assert "分值合计 90.00" in scored.projects["reason"].to_pylist()[0]


@pytest.mark.parametrize("seed", [1, 2])
def test_columns_and_forms_agree_and_parts_do_not_matter(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.parquet"
    write(path, rows=600, distinct=300, seed=seed)
    source = open_source(path, tmp_path)

    def run(rows: int) -> list[Scored]:
        parts = plan(source, rows=rows)
        names = list(source.columns.values())
        return [score_part(read_part(p, names), source.columns, RULES, row=p.row) for p in parts]

    (whole,) = run(10_000)
    assert set(whole.projects["way"].to_pylist()) == {"columns"}
    for pieces in (run(400), run(100)):
        assert len(pieces) > 1
        for name in ("items", "projects", "rejects"):
            together = pa.concat_tables([getattr(piece, name) for piece in pieces])
            assert together.equals(getattr(whole, name))
    monkeypatch.setattr(Rules, "by_form", property(lambda _: True))
    (slow,) = run(10_000)
    assert slow.items.equals(whole.items)
    assert slow.projects.drop(["way"]).equals(whole.projects.drop(["way"]))


def test_rows_that_stand_there_twice_are_told(tmp_path: Path) -> None:
    again = lines("B")
    scored = _scored(tmp_path, *lines("A"), *again, again[0], *[again[1]] * 3)
    none, told = scored.projects["findings"].to_pylist()
    assert none is None
    assert told.startswith("第 7 行与第 4 行完全相同 row 7 repeats row 4；第 8 行与第 5 行")
    assert told.endswith("；另有 1 行 1 more")
    assert "分值合计" in scored.projects["reason"].to_pylist()[1]


def test_the_same_row_in_another_project_is_none(tmp_path: Path) -> None:
    rows = ["A,甲,2023,100,80,产出指标,数量指标,培训人次,≥100人次,94人次,50"]
    rows += [",,2023,100,80,产出指标,数量指标,培训人次,≥100人次,94人次,50"]
    rows += [rows[0].replace("A,甲", "B,乙"), rows[1]]
    first, second = _scored(tmp_path, *rows).projects["findings"].to_pylist()
    assert first is None
    assert second is None


def test_a_row_of_its_own_points_is_not_rejected_for_its_project(tmp_path: Path) -> None:
    """Nobody says what was spent: no total, and the rows stand; codes are told in words."""
    rows = [row.replace(",100,80,", ",100,,") for row in lines("A", actual="-5人次")]
    scored = _scored(tmp_path, *rows)
    assert scored.items["row"].to_pylist() == [2, 3]
    [why] = scored.rejects["reason"].to_pylist()
    assert "负" in why
    assert "执行数" in scored.projects["reason"].to_pylist()[0]


def test_reasons_do_not_grow_with_the_rows(tmp_path: Path) -> None:
    rows = [row.replace(",50", ",10000") for row in lines("A", actual="好") * 40]
    scored = _scored(tmp_path, *rows)
    assert scored.rejects.num_rows >= 40
    assert max(map(len, scored.rejects["reason"].to_pylist())) < 400
    assert max(map(len, scored.projects["reason"].to_pylist())) < 400
