"""docs/coverage.md: every known rule stands in a standard and is proved, or says why not."""

import pytest

from scoring.register import find, ids
from tests.scoring.coverage_page import PAGE, facts, page, proof

PLACES = sorted({at for part in facts() for fact in part["facts"] for at in fact.get("at", ())})


def test_the_file_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_a_rule_has_a_place_or_a_reason() -> None:
    every = [fact for part in facts() for fact in part["facts"]]
    assert [fact["rule"] for fact in every if ("at" in fact) == ("not" in fact)] == []


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_a_part_with_an_example(place: str) -> None:
    id_, key = place.split("#")
    assert key in dict(find(id_).parts())
    assert proof(id_, key) != []


def test_every_standard_is_there_for_a_known_rule() -> None:
    assert {place.split("#")[0] for place in PLACES} == set(ids())
