"""The file of clues, and what is refused in it."""

import pytest

from indicators.errors import RuleFileError
from indicators.rulefile import loads
from scoring.comparison.clues import HERE, Priorities, priorities
from scoring.comparison.measures import measured
from tests.scoring.comparison.samples import item, project, tables

TEXT = (HERE / "priority.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("full: 10\n", "full: 0.1\n"),
        ("measure: declared_gap", "measure: nonsense"),
        ("    over: 130\n", ""),
    ],
)
def test_mistakes_are_refused(before: str, after: str) -> None:
    with pytest.raises(RuleFileError, match=r"priority\.yaml:"):
        loads(TEXT.replace(before, after, 1), Priorities, name="priority.yaml")


def test_every_measure_has_a_clue_and_every_clue_a_measure() -> None:
    found = measured(tables([project("a", 1)], [item("a", 1)]), priorities())
    assert set(found.columns) == {clue.measure for clue in priorities().clues}
