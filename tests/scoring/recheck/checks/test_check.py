"""What every check of a self-evaluation is."""

import inspect

from scoring.recheck.checks.check import RowsCheck, WholeCheck
from scoring.recheck.rules import load_rules

CHECKS = load_rules().checks


def test_a_check_is_of_rows_or_of_wholes_or_between_forms() -> None:
    both = (*CHECKS.of_rows(), *CHECKS.of_wholes())
    assert all(isinstance(check, RowsCheck | WholeCheck) for check in both)
    others = {check.NAME for check in CHECKS.all()} - {check.NAME for check in both}
    assert others == {CHECKS.copied_forms.NAME}  # between forms


def test_its_name_is_its_key_and_its_docstring_its_page() -> None:
    for key, check in CHECKS:
        assert key.replace("_", "-") == check.NAME
        page = inspect.getdoc(type(check)) or ""
        assert all(part in page for part in ("What it checks:", "Example:", "Source:")), key
