"""Tells money that is spent from money that a project brings in."""

from indicators.model import Indicator, Target
from indicators.wordlists import WordList
from scoring.checks.declaration.check import FormCheck
from scoring.checks.declaration.rows import ends_with, has_word, names_of


class SpendingCheck(FormCheck):
    """A check of money that is spent.

    `gains` are words of money that comes in; `costs` end the names of money
    that goes out whatever else they say (有效控制成本, 销售费用), unless it is what is saved
    (`savings`).
    """

    gains: WordList
    costs: WordList
    savings: WordList

    def is_gained(self, row: Indicator, target: Target) -> bool:
        """Whether the project brings this money in, or saves it."""
        names = names_of(row, target)
        if has_word(self.savings, *names):
            return True
        return has_word(self.gains, *names) and not ends_with(self.costs, target.measure, row.name)
