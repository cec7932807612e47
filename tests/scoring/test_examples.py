"""The examples in a standard's file are run, and one that does not hold is named."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets, read_actual
from scoring import find, shipped
from scoring.examples import check_examples
from scoring.standard import Standard
from tests.scoring.rules_page import cases
from tests.scoring.samples import SELF_2016


@pytest.mark.parametrize("id_", cases())
def test_situations_beyond_the_examples_in_the_files(id_: str) -> None:
    """A file of situations is named by its standard, and has the shape of `examples`."""
    standard = find(id_).model_copy(update={"examples": cases()[id_]})
    assert check_examples(standard, parse=parse_targets, read=read_actual) == ()


@pytest.mark.parametrize("standard", shipped(), ids=lambda standard: standard.id)
def test_the_examples_of_every_shipped_standard_hold(standard: Standard) -> None:
    assert check_examples(standard, parse=parse_targets, read=read_actual) == ()


def test_an_example_that_does_not_hold_says_what_came_out() -> None:
    first = SELF_2016.examples[0]
    wrong = first.model_copy(
        update={"expect": first.expect.model_copy(update={"points": Decimal("9.99")})}
    )
    standard = SELF_2016.model_copy(update={"examples": (wrong,)})
    (problem,) = check_examples(standard, parse=parse_targets, read=read_actual)
    assert first.name in problem.words.zh
    assert "9.99" in problem.words.zh
    assert "11.75" in problem.words.zh
