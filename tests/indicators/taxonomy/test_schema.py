"""Mistakes in categories.yaml are named with their line."""

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from indicators.taxonomy.schema import Taxonomy

GOOD = """\
heads:
  output: {zh: 产出, en: Output, also: []}
categories:
  output.quantity: {zh: 数量, en: Quantity, also: []}
"""


def _problems(text: str) -> str:
    with pytest.raises(RuleFileError) as caught:
        rulefile.loads(text, Taxonomy, name="a.yaml")
    return str(caught.value)


def test_good() -> None:
    assert rulefile.loads(GOOD, Taxonomy, name="a.yaml").categories["output.quantity"].under == []


def test_a_category_below_an_unknown_head() -> None:
    assert "benefit" in _problems(GOOD.replace("output.quantity", "benefit.social"))
    assert "cost" in _problems(GOOD.replace("en: Quantity,", "en: Quantity, under: [cost],"))


def test_a_wrong_code_or_key() -> None:
    assert _problems(GOOD.replace("output.quantity", "产出.数量")).startswith("a.yaml:4")
    assert "also、en、under、zh" in _problems(GOOD.replace("en: Quantity", "eng: Quantity"))
