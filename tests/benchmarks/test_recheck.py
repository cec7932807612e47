"""The measure of the re-check, on the published rows: they must not get worse."""

from benchmarks.recheck import PUBLISHED, cases

CASES = list(cases(PUBLISHED))


def test_every_published_row_is_judged_as_it_was_understood() -> None:
    assert [case.data["indicator"] for case in CASES if not case.right] == []


def test_the_partial_rows_are_not_lost_among_the_full_ones() -> None:
    partial = [case for case in CASES if case.is_partial]
    assert len(CASES) == 86
    assert len(partial) == 23
