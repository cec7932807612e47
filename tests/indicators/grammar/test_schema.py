"""What may stand in the lexicon's files."""

from decimal import Decimal

from indicators.grammar.lexicon import PARTS, default
from indicators.grammar.local import RULES
from indicators.grammar.schema import Implied, LexiconFile


def test_every_part_of_the_lexicon_has_a_schema() -> None:
    assert set(LexiconFile.model_fields) == set(PARTS)


def test_an_implied_value_is_a_decimal() -> None:
    rule = {"id": "x", "value": "100", "unit": "%", "direction": "higher", "patterns": ["全"]}
    assert Implied.model_validate(rule).value == Decimal(100)


def test_every_rule_of_the_lexicon_has_its_own_id() -> None:
    data = default().data
    for part, name in RULES:
        ids = [rule["id"] for rule in data[part][name]]
        assert len(set(ids)) == len(ids)
