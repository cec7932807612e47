"""The schema of numerals.yaml."""

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from indicators.grammar.lexicon import HERE
from indicators.grammar.numerals_schema import Numerals


def test_a_sign_is_one_character() -> None:
    text = (HERE / "numerals.yaml").read_text("utf-8").replace("sign: 上,", "sign: 上下,")
    with pytest.raises(RuleFileError, match=r"numerals\.yaml:\d+: at_least.*一个字符"):
        rulefile.loads(text, Numerals, name="numerals.yaml")


def test_without_its_signs_nothing_is_typed_for_a_point() -> None:
    assert rulefile.loads("point: [点]", Numerals, name="x.yaml").typed_points.signs == []
