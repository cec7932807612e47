"""docs/rules.md is what the files of the standards say; every standard proves its own parts."""

from pathlib import Path

import pytest

from scoring.methods import METHODS
from scoring.pages import page
from scoring.register import ids

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_file_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page()


@pytest.mark.parametrize("id_", ids())
def test_every_standard_is_listed(id_: str) -> None:
    assert f"\n## {id_}\n" in page()


@pytest.mark.parametrize("name", METHODS)
def test_every_method_is_listed(name: str) -> None:
    assert f"| `{name}` | " in page()
