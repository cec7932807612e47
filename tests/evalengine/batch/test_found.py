"""What is found, as columns."""

from decimal import Decimal

from evalengine.batch.found import Found, Projects


def test_nothing_is_found_at_first() -> None:
    found = Found.nothing(2)
    assert found.points.tolist() == [0, 0]
    assert not found.scored.any()
    assert found.findings.tolist() == [None, None]


def test_sums_of_projects_without_a_grade_are_null() -> None:
    projects = Projects.nothing(2)
    projects.total[:] = 9020, 5000
    projects.grade[0], projects.reason[1] = "优", "没有预算"
    table = projects.table()
    assert table["total"].to_pylist() == [Decimal("90.20"), None]
    assert table["reason"].to_pylist() == [None, "没有预算"]
