"""The engine agrees with the oracle in fractions on random and adversarial rows, small and huge."""

import numpy as np
import pytest

from benchmarks import scoring_oracle as oracle
from benchmarks.scoring import MIX, cents, due_cents, due_grades, grade_of, sums
from benchmarks.scoring_peers import columns, spreadsheet
from benchmarks.scoring_rows import frame, make
from scoring import find, project_totals, score_frame

STANDARD = find(str(MIX))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_wrong_cent_and_no_wrong_grade(seed: int) -> None:
    rows = make(20_000, seed)
    items, due = frame(rows), np.array(list(due_cents(rows)))
    scores = score_frame(items, STANDARD)
    assert scores["reason"].dropna().tolist() == []
    np.testing.assert_array_equal(cents(scores["points"]), due)
    totals = project_totals(items, scores, STANDARD)
    assert totals["grade"].tolist() == due_grades(due, rows).tolist()


def test_the_rows_are_hard_for_floats() -> None:
    """A spreadsheet gets hundreds of them wrong, and some grades."""
    rows = make(20_000, 1)
    due = np.array(list(due_cents(rows)))
    floats = spreadsheet(columns(rows))
    assert np.count_nonzero(np.rint(floats * 100) != due) > 300
    assert (floats >= 0).all()
    theirs = [grade_of(total) for total in sums(floats, rows).tolist()]
    assert theirs != due_grades(due, rows).tolist()


def test_the_oracle_by_hand() -> None:
    """8 of 10, 79.99 of 100; 12 for at most 10; 94 of 100 at 5% a step; 26.4 of 33; half a cent."""
    assert oracle.points("output.quantity", ">=", 1000, 1000, 800, 1000) == 800
    assert oracle.points("output.quality", ">=", 10000, 10000, 5999, 1000) == 0
    assert oracle.points("output.timeliness", "<=", 1000, 1000, 1200, 1000) == 800
    assert oracle.points("output.cost", ">=", 10000, 10000, 9400, 1000) == 900
    assert oracle.points("satisfaction.beneficiary", ">=", 3300, 3300, 2640, 1300) == 975
    assert oracle.points("output.quantity", ">=", 800, 800, 100, 100) == 13
    assert oracle.points("benefit.economic", ">", 100, 100, 100, 500) == 0
    assert oracle.judged("partly_achieved", 750) == 525
    assert [oracle.grade(total) for total in (9000, 8999, 5999)] == ["优", "良", "差"]
