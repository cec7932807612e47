"""By what a table is judged."""

from evalengine.batch.rules import Rules
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
