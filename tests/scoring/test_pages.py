"""docs/rules.md is what the files of the standards say; every standard proves its own parts."""

import pytest

from scoring.methods import METHODS
from scoring.pages import lines_of, own_parts, page
from scoring.register import SHIPPED, ids, shipped
from scoring.standard import Standard
from tests.scoring.rules_page import PAGE, cases

WHOLE = page(cases())


def test_the_file_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == WHOLE


@pytest.mark.parametrize("id_", ids())
def test_every_standard_is_listed(id_: str) -> None:
    assert f"\n## {id_}\n" in WHOLE


@pytest.mark.parametrize("name", METHODS)
def test_every_method_is_listed(name: str) -> None:
    assert f"| `{name}` | " in WHOLE


@pytest.mark.parametrize("standard", shipped(), ids=lambda standard: standard.id)
def test_every_part_of_a_standard_is_proved_by_an_example(standard: Standard) -> None:
    known = [*standard.examples, *cases().get(standard.id, ())]
    parts = [key for key, _ in own_parts(standard)]
    assert [key for key in parts if not any(each.is_about(key) for each in known)] == []


@pytest.mark.parametrize("standard", shipped(), ids=lambda standard: standard.id)
def test_what_an_example_proves_is_a_part(standard: Standard) -> None:
    known = {key for key, _ in standard.parts()}
    proved = [key for each in cases().get(standard.id, ()) for key in each.proves]
    assert [key for key in proved if key not in known] == []


def test_parts_are_found_in_their_lines() -> None:
    text = (SHIPPED / "us-omb-part.yaml").read_text("utf-8").splitlines()
    lines = lines_of("us-omb-part")
    assert text[lines["weights"] - 1] == "weights:"
    assert "id: question" in text[lines["rules.question"] - 1]
    assert "unmet" in text[lines["grades.gates.results_not_demonstrated"] - 1]
