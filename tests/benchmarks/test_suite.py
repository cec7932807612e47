"""The parts of the suite give figures, ours first, each part in a process of its own."""

import decimal
import os
from collections.abc import Iterator

from benchmarks import suite
from benchmarks.figures import Figure
from benchmarks.scoring import OURS
from benchmarks.scoring_peers import NUMPY

TINY = suite.Profile(1, 5_000, 5_000, (), (), 0, 0, 0, 2, 1)


def test_nothing_of_ours_is_wrong() -> None:
    figures = list(suite.of_points(TINY))
    counts = [(each.subject, each.values) for each in figures if each.unit == "wrong"]
    assert [subject for subject, _ in counts] == [OURS, NUMPY, OURS, NUMPY]
    assert counts[0][1] == counts[2][1] == [0]
    assert counts[1][1][0] > 0  # floats lose cents


def test_documents_are_held_against_their_cells() -> None:
    ours, cells, _ = suite.of_documents(TINY)
    assert (ours.measure, ours.goal) == ("2 forms in a workbook", None)
    assert cells.goal == 1 / 3  # at most three times the cells alone


def spoiling(_: suite.Profile) -> Iterator[Figure]:
    """A part whose peer changes the arithmetic of its process."""
    decimal.getcontext().prec = 15
    yield Figure("part", "measure", str(os.getpid()), "s", [1.0])


def test_a_part_spoils_no_other() -> None:
    (figure,) = suite._apart(spoiling, TINY)
    assert figure.subject != str(os.getpid())
    assert decimal.getcontext().prec == 28


def test_memory_on_top_of_the_input() -> None:
    figures = list(suite.of_memory(TINY))
    assert [each.subject for each in figures[:2]] == [OURS, NUMPY]
    assert all(each.values[0] > 0 for each in figures)
