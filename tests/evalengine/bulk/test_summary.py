"""What a folder of results comes to."""

from decimal import Decimal

import pytest

from evalengine.bulk.summary import Summary, summary_data, summary_of
from evalengine.bulk.walk import recheck_table
from indicators.model import Severity
from scoring.recheck.model import Verdict
from tests.evalengine.bulk.tables import ALIKE, PLAIN, UNFILLED, write


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    folder = tmp_path_factory.mktemp("summary")
    table = write(folder / "t.csv", [*PLAIN, *ALIKE, *UNFILLED])
    recheck_table(table, folder / "out", workers=1)
    return summary_of(folder / "out")


def test_counts(summary: Summary) -> None:
    """Two forms of six rows: four agree, 8.5 of 8.57 is cut after half a point, one differs."""
    assert (summary.forms, summary.left_out, summary.rows) == (2, 1, 12)
    assert summary.verdicts[Verdict.DIFFERS] == 2
    assert summary.copies == 1
    assert summary.standards == {"cn-mof-2020-10": 2}


def test_the_farthest_off_are_named(summary: Summary) -> None:
    one, two = summary.gaps
    assert (one.project, two.project) == ("示例项目A", "示例项目B")
    assert one.difference == Decimal("1.93")


def test_it_answers_no_where_something_was_found(summary: Summary) -> None:
    assert summary.has_any(Severity.ERROR)
    assert summary.counts[Severity.ERROR] == 2


def test_plain_data(summary: Summary) -> None:
    data = summary_data(summary)
    assert (data["schema"], data["left_out"]) == ("evalengine/recheck-table/1", 1)
    assert data["gaps"][0]["declared_total"] == "95.58"
