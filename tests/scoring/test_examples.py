"""The examples in a standard's file are run, and one that does not hold is named."""

from decimal import Decimal
from pathlib import Path

import pytest

from indicators.grammar import parse_targets, read_actual
from indicators.rulefile import parse, read_text
from scoring import find, shipped
from scoring.examples import check_examples
from scoring.standard import Example, Standard
from tests.scoring.samples import SELF_2016

CASES = sorted((Path(__file__).parents[1] / "cases" / "standards").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_situations_beyond_the_examples_in_the_files(path: Path) -> None:
    """A file of situations is named by its standard, and has the shape of `examples`."""
    data, _ = parse(read_text(path), name=path.name)
    cases = tuple(Example.model_validate(each) for each in data)
    standard = find(path.stem).model_copy(update={"examples": cases})
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
