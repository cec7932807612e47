"""Promised changes: 同比增长5%, 较上年下降3个百分点, 由85%提高到90%."""

import re
from dataclasses import dataclass

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity

_NEAR = 8


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` is `increase` or `decrease`; `baseline` is what the text compares with; `at` is where
    its words begin, so that what stands before them is the measure.
    """

    kind: str
    baseline: str | None
    at: int


class Changes:
    """Reads changes by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["qualitative"]
        baseline = "|".join([any_of(words["baselines"]), *words["baseline_patterns"]])
        tails, to = any_of(words["change_tails"]), "|".join(words["change_to"])
        rising, falling = any_of(words["increase"]), any_of(words["decrease"])
        self._change = re.compile(
            rf"(?:(?P<base>{baseline})[^，,。；;\n]{{0,4}}?)?"
            rf"(?:(?P<up>{rising})|(?P<down>{falling}))(?:{tails})?$"
        )
        self._named = re.compile(
            rf"(?:(?P<up>{rising})|(?P<down>{falling}))(?:{any_of(words['heads'])})?$"
        )
        falls_to = any_of(words["falls_to"])
        self._falls = re.compile(rf"(?:(?:{falling})(?:{tails})?(?:{to})|{falls_to})$")
        self._moves = re.compile(any_of([*words["increase"], *words["decrease"]]))
        self._rises, self._drops = re.compile(rising), re.compile(falling)
        self._how = re.compile(
            rf"(?:{baseline}|{rising}|{falling}|{lexicon.data['units']['each']}.)+"
        )

    def of(self, around: Surroundings, quantity: Quantity) -> Change | None:
        """The change whose size `quantity` is; None where it is no change."""
        text, start = around.text, around.start
        if not self._moves.search(text, start, quantity.start):
            return None
        match = self._change.search(text[start : quantity.start].rstrip())
        if match is None:
            return None
        unit = quantity.unit
        is_share = unit is not None and unit.dimension in ("ratio", "point")
        if match["base"] is None and not is_share and not self._goes_on(around, match.start()):
            return None
        begin = match.start("base") if match["base"] else match.start(match.lastgroup or 0)
        kind = "increase" if match["up"] else "decrease"
        return Change(kind, match["base"], start + begin)

    @staticmethod
    def _goes_on(around: Surroundings, at: int) -> bool:
        """Whether the words of change, `at` in the clause, follow a number: 120项(增加)30项."""
        before = around.tokens[around.index - 1] if around.index and not at else None
        return isinstance(before, Quantity) and before.end == around.start

    def way(self, words: str) -> str | None:
        """The one kind of change that `words` tell of: 稳步提高."""
        others, drops = self._drops.subn("", words)  # 负增长 is no growth
        rises = self._rises.search(others) is not None
        if rises == bool(drops):
            return None
        return "increase" if rises else "decrease"

    def named(self, name: str) -> str | None:
        """Whether a name ends with a word of change, or its rate: 收入增长, 下降率."""
        match = self._named.search(name)
        return ("increase" if match["up"] else "decrease") if match else None

    def falls_to(self, text: str, quantity: Quantity) -> bool:
        """Whether `quantity` is what something falls to: 由40分钟缩短到(25分钟), 降至5%."""
        return self._falls.search(text, max(0, quantity.at - _NEAR), quantity.at) is not None

    def says_only_how(self, measure: str) -> bool:
        """Whether a measure only tells how something changes, or by what it is counted."""
        return self._how.fullmatch(measure) is not None
