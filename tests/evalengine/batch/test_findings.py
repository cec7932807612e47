"""What is asked about rows and projects: by columns as by forms."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from evalengine.batch.findings import Asking, repeated
from evalengine.batch.partition import score_part
from evalengine.batch.rules import Rules
from evalengine.batch.schemas import Scored
from indicators.bulk.source import open_source
from indicators.bulk.texts import Texts
from scoring.checks.over_achievement import OverAchievement
from scoring.register import shipped
from tests.evalengine.batch.tables import RULES

ROWS = [
    "{p},示例{p},2023,100,{spent},产出指标,数量指标,培训人次,≥100人次,{actual},50,{why}",
    "{p},示例{p},2023,100,{spent},效益指标,社会效益指标,就业人数,≥10人,10人,30,",
    "{p},示例{p},2023,100,{spent},满意度指标,服务对象满意度指标,满意度,≥90%,95%,10,",
]
"""A project of which one row is varied."""

HEAD = (
    "project_id,project,year,budget,executed,level1,level2,indicator,target,actual,max_points,"
    "deviation_reason"
)


def _table(folder: Path, *projects: dict[str, str]) -> Path:
    usual = {"spent": "80", "actual": "100人次", "why": ""}
    rows = [
        row.format(p=name, **{**usual, **changed})
        for name, changed in zip("ABCDEFGH", projects, strict=False)
        for row in ROWS
    ]
    path = folder / "t.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", "utf-8")
    return path


CASES: list[tuple[dict[str, str], str | None]] = [
    ({}, None),
    ({"actual": "94人次"}, "reason-missing"),
    ({"actual": "94人次", "why": "两期因故取消"}, None),
    ({"actual": "130人次"}, "over-achievement"),  # 130% of the target, from which on it is asked
    ({"actual": "129人次"}, None),
    ({"actual": "约94人次"}, "figure-in-doubt;reason-missing"),
    ({"actual": "约200人次"}, "figure-in-doubt;over-achievement"),
]


@pytest.fixture(params=["columns", "forms"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "forms":
        monkeypatch.setattr(Rules, "by_form", property(lambda _: True))
    return str(request.param)


def _scored(folder: Path, projects: list[dict[str, str]]) -> Scored:
    source = open_source(_table(folder, *projects), folder)
    return score_part(pq.read_table(source.files[0]), source.columns, RULES, file="t.csv")


def test_rows_have_the_ids_of_their_findings(tmp_path: Path, way: str) -> None:
    scored = _scored(tmp_path, [changed for changed, _ in CASES])
    assert scored.projects["way"].to_pylist() == [way] * len(CASES)
    assert scored.items["findings"].to_pylist()[::3] == [found for _, found in CASES]


def test_projects_are_asked_about_their_money(tmp_path: Path, way: str) -> None:
    scored = _scored(tmp_path, [{"spent": "100"}, {"spent": "100.01"}])
    assert scored.projects["way"].to_pylist() == [way] * 2
    none, told = scored.projects["findings"].to_pylist()
    assert none is None
    assert told == "执行数 100.01万元 超过预算数 100万元；请核对，或填写调整后的全年预算数。"


def test_a_reason_excuses_what_is_far_above_where_the_standard_says_so() -> None:
    standard = next(
        each
        for each in shipped()
        if any(isinstance(c, OverAchievement) and c.unless_reason for c in each.checks)
    )
    no, both = np.array([False, False]), np.array([False, True])
    found = Asking(standard).of_rows(doubtful=no, far=~no, missed=no, reasoned=both)
    assert found.tolist() == ["over-achievement", None]
    found = Asking(RULES.standard).of_rows(doubtful=no, far=~no, missed=no, reasoned=both)
    assert found.tolist() == ["over-achievement"] * 2


def test_rows_that_do_not_count_repeat_none() -> None:
    said = [Texts(["", "x"], np.array([1, 1, 0, 0]))]
    project, numbers = np.zeros(4, np.int64), np.arange(4) + 1
    counted = np.array([True, True, False, False])
    words = "第 2 行与第 1 行完全相同 row 2 repeats row 1"
    assert repeated(said, project, numbers, counted) == {0: words}
