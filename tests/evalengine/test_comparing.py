"""The flow of a comparison, on the records of the real document."""

import json
from pathlib import Path

import pytest

from evalengine.cli import run
from evalengine.comparing import (
    Comparison,
    Found,
    compare_found,
    compare_records,
    comparison_data,
)
from indicators.errors import DocumentError, UsageError
from scoring.comparison.tables import Tables, points_text
from tests.evalengine.factories import STANDARD
from tests.evalengine.samples import ACTUALS, DECLARATION, GUARDS, PROJECTS


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("comparing") / "记录.json"
    source = ["score", str(DECLARATION), "--actuals", str(ACTUALS), "--standard", STANDARD]
    assert run([*source, "-o", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def found(record: Path) -> Comparison:
    return compare_records([record], against="cn-practice-linear")


def test_every_project_has_its_place(found: Comparison) -> None:
    assert found.ranking["rank"].tolist() == list(range(1, PROJECTS + 1))
    totals = found.ranking["total"].tolist()
    assert totals == sorted(totals, reverse=True)
    guards = found.ranking[found.ranking["project"] == GUARDS]
    assert [points_text(total) for total in guards["total"]] == ["90.20"]


def test_the_same_projects_by_another_standard(found: Comparison) -> None:
    assert found.against is not None
    other = found.against.ranks.set_index("project")
    # 2 × target is the zero of the linear rule, so what is missed loses more or as much
    assert (other["total_other"] <= other["total"]).all()
    assert list(other.loc[GUARDS, ["grade", "grade_other"]]) == ["优秀", "优"]


def test_a_year_is_not_the_year_before_itself(record: Path) -> None:
    """Nobody promised less than he had already done, if both are the same year."""
    found = compare_records([record], previous=[record])
    assert found.years == []
    assert [words.zh for words in found.warnings] == [
        f"{PROJECTS} 个项目的“上年”不早于今年（相同或更晚），没有逐年比较；请核对 --previous。"
    ]


def test_the_data_is_json_with_points_as_text(found: Comparison) -> None:
    data = json.loads(json.dumps(comparison_data(found), ensure_ascii=False))
    assert data["schema"] == "evalengine/comparison/1"
    assert data["projects"][5]["total"] == "90.20"
    assert data["against"]["standard"] == "cn-practice-linear"
    assert {each["category"] for each in data["weights"]} == {
        *("output", "benefit", "satisfaction", "execution"),
    }
    assert len(data["priority"]) == PROJECTS


def test_one_project_cannot_be_compared(record: Path, tmp_path: Path) -> None:
    document = json.loads(record.read_text("utf-8"))
    one = tmp_path / "一.json"
    one.write_text(json.dumps(document["records"][0]), encoding="utf-8")
    with pytest.raises(UsageError, match="只有一个项目"):
        compare_records([one])


def test_a_record_given_twice_is_refused(record: Path) -> None:
    with pytest.raises(DocumentError, match="给了两份记录"):
        compare_records([record, record])


def test_projects_of_several_standards_are_told_of(found: Comparison) -> None:
    assert found.warnings == ()
    projects = found.tables.projects.copy()
    projects.loc[0, "standard"] = "cn-other"
    again = compare_found(Found(Tables(projects, found.tables.items)), name="t")
    assert f"用了 2 份评分标准（{STANDARD}、cn-other）" in again.warnings[0].zh
