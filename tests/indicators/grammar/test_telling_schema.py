"""The schema of telling.yaml."""

import re

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from indicators.grammar.lexicon import HERE
from indicators.grammar.telling_schema import Telling

RULES = HERE / "telling.yaml"
_FIXED = re.compile(r"[^\\.^$*+?{}\[\]|()](?![*?{])")
_GROUP = re.compile(r"\((?:[^()\[\]]|\[[^\]]*\])*\)")


def test_a_wrong_expression_is_named_with_its_line() -> None:
    text = RULES.read_text("utf-8").replace("ahead: [", 'ahead: ["(力争", ', 1)
    with pytest.raises(RuleFileError, match=r"telling\.yaml:\d+: ahead.*正则表达式"):
        rulefile.loads(text, Telling, name="telling.yaml")


def test_every_expression_begins_with_a_fixed_character() -> None:
    """Only then is a text without any of them passed over at once."""
    telling = rulefile.loads(RULES.read_text("utf-8"), Telling, name="telling.yaml")
    for name in Telling.model_fields.keys() - {"facts"}:  # which are words
        whole = "|".join(getattr(telling, name))
        assert re.compile(whole).search("，。") is None
        for expression in getattr(telling, name):
            outside, groups = expression, 1
            while groups:
                outside, groups = _GROUP.subn("_", outside)
            assert all(map(_FIXED.match, [expression, *outside.split("|")[1:]])), expression
