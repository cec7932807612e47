"""What every check of a declaration is: a severity, its reasons, and how it words a finding."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from indicators.errors import Words
from indicators.model import Finding, Form, Severity
from indicators.rulefile import Rule, fault
from indicators.spelling import nearest, perhaps
from indicators.taxonomy import category_codes


class Level(StrEnum):
    """How much a check weighs in the rule file; `off` leaves it out."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


def _known_code(code: str) -> str:
    known = category_codes()
    if code not in known:
        near = perhaps(nearest(code, sorted(known)))
        raise fault(f"没有这个类别代码{near.zh}", f"no such category code{near.en}")
    return code


CategoryCode = Annotated[str, AfterValidator(_known_code)]
"""A code of the taxonomy in a rule file: `output`, `output.quantity`."""


class Check(Rule):
    """One question that is put to declared targets; its parameters stand in the rule file.

    The docstring of a check is its page in `docs/checks.md`: what it asks in Chinese, then what it
    looks at, an example and the source. `WHY` says why it matters, `MEND` how to mend it.
    `BEHIND` names checks that say more: where one of them finds something, this one does not.
    """

    NAME: ClassVar[str]
    BEHIND: ClassVar[tuple[str, ...]] = ()
    WHY: ClassVar[Words]
    MEND: ClassVar[Words]

    severity: Level

    def finding(
        self,
        place: str,
        words: Words,
        *,
        mend: Words | None = None,
        severity: Level | None = None,
    ) -> Finding:
        """What was found at `place`; `mend` and `severity` are the check's unless they differ."""
        level = Severity((severity or self.severity).value)
        return Finding(self.NAME, level, place, words, self.WHY, mend or self.MEND)


class FormCheck(Check):
    """A check of one form at a time."""

    def findings(self, form: Form) -> Iterator[Finding]:
        """What is wrong or doubtful in `form`."""
        raise NotImplementedError


class ComparingCheck(Check):
    """A check that holds the forms of one declaration against one another."""

    def findings(self, forms: Sequence[Form]) -> Iterator[Finding]:
        """What is wrong or doubtful between `forms`."""
        raise NotImplementedError
