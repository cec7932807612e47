"""The schema of wordings.yaml."""

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from indicators.grammar.worded import RULES
from indicators.grammar.wording_schema import Wordings


def test_a_wrong_expression_is_named_with_its_line() -> None:
    text = RULES.read_text("utf-8").replace('- "^(?:均', '- "((?:均', 1)
    with pytest.raises(RuleFileError, match=r"wordings\.yaml:\d+: not_done.*正则表达式"):
        rulefile.loads(text, Wordings, name="wordings.yaml")


def test_no_list_is_empty() -> None:
    head, rest = RULES.read_text("utf-8").split("in_time:", 1)
    text = f"{head}in_time: []\n{rest[rest.index('none:') :]}"
    with pytest.raises(RuleFileError, match="至少应有 1 项"):
        rulefile.loads(text, Wordings, name="wordings.yaml")
