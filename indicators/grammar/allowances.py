"""Facts that miss the letter of a promise and keep it all the same: 318人 for 326人左右."""

import re
from dataclasses import replace
from decimal import Decimal

from indicators.errors import Words
from indicators.grammar.lexicon import Lexicon
from indicators.model import Actual, Direction, Judgement, Target, plain

_TIMES = ("time", "workday")


class Allowances:
    """Allows them by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._percent = Decimal(lexicon.data["comparators"]["about_within"])
        self._quick: re.Pattern[str] = lexicon.pattern("qualitative", "quick")

    def applied(self, target: Target, fact: Actual) -> Actual:
        """`fact`, which keeps its promise where it comes close enough, with a note that says so."""
        why = self._why(target, fact)
        if why is None:
            return fact
        return replace(fact, judgement=Judgement.ACHIEVED, notes=(*fact.notes, why))

    def _why(self, target: Target, fact: Actual) -> Words | None:
        due, done = target.canonical, fact.canonical
        if due is None or done is None or target.dimension != fact.dimension:
            return None
        said = f"{plain(fact.value)}{fact.unit or ''}"
        if target.approximate and target.upper is None and self._is_about(target, due, done):
            return Words(
                f"目标是约数，“{said}”与它相差不到 {plain(self._percent)}%，按做到计；请核对。",
                f"the promise is approximate and {said} is within {plain(self._percent)}% of it; "
                "taken as kept. Please check.",
            )
        is_quick = target.dimension in _TIMES and self._quick.search(target.measure or "")
        if is_quick and target.upper is not None and done < due:
            return Words(
                f"目标是一个时间范围，“{said}”比它还短，按做到计；请核对。",
                f"{said} is less time than the range that was promised; taken as kept. Please "
                "check.",
            )
        return None

    def _is_about(self, target: Target, due: Decimal, done: Decimal) -> bool:
        """Whether a number falls short of an approximate one by little."""
        short = done - due if target.direction == Direction.LOWER else due - done
        if target.direction == Direction.EXACT:
            short = abs(done - due)
        return 0 < short * 100 <= due * self._percent
