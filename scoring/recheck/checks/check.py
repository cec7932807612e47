"""What the checks of a self-evaluation are: questions put to its rows, and to the whole form."""

from collections.abc import Iterator

from indicators.model import Finding
from scoring.checks.declaration.check import Check
from scoring.recheck.model import FormCheck, RowCheck
from scoring.standard import Standard


class RowsCheck(Check):
    """A check of one row at a time. It adds findings and changes no points."""

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """What is wrong or doubtful in the row."""
        raise NotImplementedError


class WholeCheck(Check):
    """A check of the form as a whole. It adds findings and changes no points."""

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """What is wrong or doubtful in the form."""
        raise NotImplementedError
