"""The file of settings, and what is refused in it."""

import pytest

from indicators.errors import RuleFileError
from indicators.rulefile import loads
from scoring.comparison.settings import HERE, Settings, settings

TEXT = (HERE / "comparison.yaml").read_text("utf-8")


def test_the_shipped_settings_are_valid() -> None:
    assert settings().sizes[0].from_fen == 0
    assert settings().sizes[1].from_fen == 100_000_000


def test_sizes_that_do_not_ascend_are_refused_with_their_line() -> None:
    text = TEXT.replace("from: 500}", "from: 50}")
    with pytest.raises(RuleFileError, match=r"comparison\.yaml:8: sizes"):
        loads(text, Settings, name="comparison.yaml")
