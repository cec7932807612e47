"""What may stand in the lexicon's files."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from indicators.grammar.lexicon import PARTS, default
from indicators.grammar.schema import Implied, LexiconFile, UnitRule


def test_every_part_of_the_lexicon_has_a_schema() -> None:
    assert set(LexiconFile.model_fields) == set(PARTS)


@pytest.mark.parametrize("factor", ["10000", "2000/3", "0.01"])
def test_factors_are_exact(factor: str) -> None:
    assert UnitRule.model_validate({"factor": factor}).factor == factor


@pytest.mark.parametrize("factor", ["0", "-1", "1/0", "ten"])
def test_a_factor_is_a_positive_number(factor: str) -> None:
    with pytest.raises(ValidationError):
        UnitRule.model_validate({"factor": factor})


def test_an_implied_value_is_a_decimal() -> None:
    rule = {"id": "x", "value": "100", "unit": "%", "direction": "higher", "patterns": ["全"]}
    assert Implied.model_validate(rule).value == Decimal(100)


def test_every_rule_of_the_lexicon_has_its_own_id() -> None:
    data = default().data
    for part, name in (
        ("comparators", "before"),
        ("comparators", "after"),
        ("qualitative", "references"),
        ("qualitative", "implied"),
        ("qualitative", "no_promise"),
    ):
        ids = [rule["id"] for rule in data[part][name]]
        assert len(set(ids)) == len(ids)
