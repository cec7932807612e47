"""A wrong word is refused with all right ones, and the nearest of them."""

import pytest

from evalengine.choices import check_choice
from indicators.errors import UsageError


def test_a_right_word_passes() -> None:
    assert check_choice("--format", "json", ("table", "json")) == "json"


def test_a_wrong_word_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        check_choice("--format", "jsom", ("table", "json"))
    (problem,) = caught.value.problems
    assert problem.said("zh") == "--format: 不能是“jsom”（是不是“json”？）。可用：table、json。"
    assert problem.said("en") == (
        "--format: cannot be 'jsom' (did you mean 'json'?). Allowed: table, json."
    )
