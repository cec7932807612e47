"""By what a table is judged."""

from pathlib import Path

import pytest

from evalengine.batch.rules import Rules
from indicators.errors import UsageError
from tests.evalengine.batch.tables import RULES


def test_execution_has_the_points_of_the_standard() -> None:
    assert RULES.execution == 1000
    assert RULES.text == ""


def test_points_that_depend_on_other_rows_go_by_form() -> None:
    assert not RULES.by_form
    assert Rules("cn-mof-2021-101").by_form


def test_results_depend_on_the_standard_or_on_all_that_may_be_selected() -> None:
    assert RULES.fingerprint == RULES.standard.sha256
    assert RULES.standard.sha256 in Rules("auto").fingerprint
    assert Rules("auto").automatic


def test_other_rules_of_the_same_name_are_refused(tmp_path: Path) -> None:
    """As on a machine of a cluster that has another file in that place."""
    lexicon = tmp_path / "words.yaml"
    lexicon.write_text("units: {}\n", "utf-8")
    rules = Rules("cn-mof-2020-10", lexicon=lexicon).anywhere
    rules.check()
    lexicon.write_text("units: {}\n# changed\n", "utf-8")
    with pytest.raises(UsageError, match="同一份文件"):
        rules.check()
