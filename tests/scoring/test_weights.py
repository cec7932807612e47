"""Points of categories make the total, and are shared out to the last cent."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from indicators.errors import RuleFileError, StandardError
from scoring.register import find
from scoring.weights import Weights, apportion, load_weights, owner

D = Decimal
FORM_2016 = find("cn-selfeval-2016").weights


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (5000, [1, 1, 1, 1], [1250, 1250, 1250, 1250]),
        (1250, [1, 1], [625, 625]),
        (10000, [1, 1, 1], [3334, 3333, 3333]),
        (3000, [1] * 7, [429, 429, 429, 429, 428, 428, 428]),
        (9000, [50, 30], [5625, 3375]),
        (100, [1, 2, 4], [14, 29, 57]),
        (100, [0, 0], [0, 0]),
        (100, [], []),
    ],
)
def test_apportion(total: int, weights: list[int], shares: list[int]) -> None:
    """100 by 1:2:4 is 14.28…, 28.57…, 57.14…: the cent left over goes to 28.57."""
    assert apportion(total, weights) == shares


def test_owner_is_the_longest_beginning() -> None:
    codes = ["output", "output.quality", "benefit"]
    assert owner("output.quality", codes) == "output.quality"
    assert owner("output.cost", codes) == "output"
    assert owner("outputs", codes) is None


def test_a_category_may_count_as_another() -> None:
    assert FORM_2016.counted("cost.economic") == "output.cost"
    assert FORM_2016.counted("benefit.social") == "benefit.social"


def test_override() -> None:
    points = FORM_2016.overridden({"output": D(60), "benefit": D(20)})
    assert points == {"execution": 10, "output": 60, "benefit": 20, "satisfaction": 10}


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"output": "60"}, "合计 110"),
        ({"outptu": "50"}, "是不是“output”"),
        ({"output": "-10", "benefit": "90"}, "-10"),
        ({"output": "NaN"}, "NaN"),
        ({"output": "49.995", "benefit": "30.005"}, "两位小数"),
    ],
)
def test_override_that_is_refused(weights: dict[str, str], words: str) -> None:
    with pytest.raises(StandardError) as caught:
        FORM_2016.overridden({code: D(value) for code, value in weights.items()})
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "points",
    [{"output": 90}, {"output": 110, "benefit": -10}, {"output": 0}, {"output": "99.999"}],
)
def test_points_that_do_not_make_the_total(points: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Weights.model_validate({"total": 100, "points": points})


def test_first_alternative_that_holds() -> None:
    weights = Weights.model_validate(
        {
            "total": 100,
            "points": {"output": 60, "benefit": 30, "satisfaction": 10},
            "alternatives": [
                {"if": {"absent": ["satisfaction"]}, "points": {"output": 60, "benefit": 40}},
                {"if": {"present": ["benefit"]}, "points": {"output": 50, "benefit": 50}},
            ],
        }
    )
    assert weights.points_for({"output.quality"}) == {"output": 60, "benefit": 40}
    everything = {"benefit.social", "satisfaction.beneficiary"}
    assert weights.points_for(everything) == {"output": 50, "benefit": 50}
    assert weights.points_for({"satisfaction.beneficiary"}) == weights.points


def test_points_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "points.yaml"
    path.write_text("points: {output: 40.5}\nnote: why\n", encoding="utf-8")
    assert load_weights(path) == {"output": D("40.5")}
    path.write_text("output: 40\n", encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"points\.yaml:1: output：没有这个键"):
        load_weights(path)
