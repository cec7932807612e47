"""What is asked about the rows and the projects of a table, as `evalengine score` asks it of forms.

Rows have the ids of their findings (docs/checks.md), projects have sentences.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from indicators.bulk.texts import Ints, Texts, repeats
from indicators.model import Actual, Finding, Target
from scoring.checks import CHECKS
from scoring.checks.execution_range import ExecutionLow, ExecutionOverBudget
from scoring.checks.over_achievement import OverAchievement
from scoring.checks.reason_missing import ReasonMissing
from scoring.standard import Standard

OF_MONEY = (ExecutionOverBudget, ExecutionLow)
"""The checks that ask about the money of a project, not about a row."""

MOST_TOLD = 3
"""Sentences about one project that are told in full: a table of them would grow without end."""

_BETWEEN = ";"
_ASKED = ("figure-in-doubt", "over-achievement", "reason-missing")
_WORDS = [
    _BETWEEN.join(name for bit, name in enumerate(_ASKED) if code >> bit & 1) or None
    for code in range(1 << len(_ASKED))
]


class Asking:
    """Asks by the checks of a standard."""

    def __init__(self, standard: Standard) -> None:
        checks = standard.checks
        self._far = [check for check in checks if isinstance(check, OverAchievement)]
        self._money = [check for check in checks if isinstance(check, OF_MONEY)]
        self.asks_about_money = bool(self._money)
        self._wants_reason = any(isinstance(check, ReasonMissing) for check in checks)

    def is_far(self, target: Target, actual: Actual) -> bool:
        """Whether a fact is so far above its promise that a check asks about it."""
        more = target.value is not None and actual.value is not None
        return more and any(check.finds(target, actual) for check in self._far)

    def of_rows(self, *, doubtful: Any, far: Any, missed: Any, reasoned: Any) -> Any:
        """The ids of the findings of rows.

        Args:
            doubtful: whose figure leaves something to ask (约90%).
            far: whose fact is far above the promise.
            missed: whose promise was not kept, though it could bring points.
            reasoned: which give a reason for the deviation.
        """
        excused = reasoned & any(check.unless_reason for check in self._far)
        lacks = missed & ~reasoned & self._wants_reason
        codes = sum(
            (each.astype(np.int8) << bit)
            for bit, each in enumerate((doubtful, far & ~excused, lacks))
        )
        return np.array(_WORDS, object)[codes]

    def of_money(self, executed: str, budget: str, unit: str) -> list[str]:
        """What is asked about the money of a project, given its plain amounts."""
        amounts = Decimal(executed), Decimal(budget)
        found = (check.told(*amounts, unit) for check in self._money)
        return [words.zh for words in found if words is not None]


def ids(findings: Iterable[Finding]) -> str | None:
    """The ids of the findings of one row."""
    return _BETWEEN.join(sorted({each.check for each in findings})) or None


def is_of_money(finding: Finding) -> bool:
    """Whether a finding is about the money of a project."""
    return CHECKS.get(finding.check) in OF_MONEY


def repeated(said: Sequence[Texts], project: Ints, numbers: Ints, counted: Any) -> dict[int, str]:
    """By its number what to say of a project in which rows stand twice, of those that count."""
    first = repeats(said, project)
    told: dict[int, list[str]] = {}
    for at in np.flatnonzero((first != np.arange(len(first))) & counted).tolist():
        row, above = numbers[at], numbers[first[at]]
        words = f"第 {row} 行与第 {above} 行完全相同 row {row} repeats row {above}"
        told.setdefault(int(project[at]), []).append(words)
    return {number: listed(words, "行") for number, words in told.items()}


def listed(words: list[str], each: str) -> str:
    """Some sentences as one, the first of them in full, and how many more there are of `each`."""
    rest = len(words) - MOST_TOLD
    more = [f"另有 {rest} {each} {rest} more"] if rest > 0 else []
    return "；".join(words[:MOST_TOLD] + more)
