"""Comparators: which of them, before a number or behind its unit, a quantity is bound by.

A comparator stands before the number or behind the unit (20万人次以上, 控制在50万元以内); a word
behind the unit overrules a weak one before the number (达到8%以上). 以上, 以下 and 以内 include the
number, 超过 and 不满 do not: Civil Code (民法典), art. 1259.
"""

import re

from indicators.grammar.lexicon import Lexicon, Table
from indicators.grammar.tokens import Quantity, back, skip
from indicators.model import Comparator

Means = tuple[str, str]
"""What a word means (a sign, `±`, `~`: says the level, `~~`: about), and the id of its rule."""

ABOUT = "~~"
"""Means, of a word, that the number is approximate."""

_NONE: Means = ("", "")
"""Said of a word that only ends like a comparator."""

_SIGNS = {**{sign.value: sign for sign in Comparator}, "±": Comparator.BETWEEN}
_CLAUSE = re.compile(r"[，,。；;\n、]")
ENDS = re.compile(r"\s*(?:[，,。；;、\n()]|$)")
"""What ends a clause or an item of a row."""

_NAME = 12
"""So many characters before the last name or number may hold a comparator apart from its own."""

_TIMES = ("time", "workday")


class Comparators:
    """Reads comparators by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        part = lexicon.data["comparators"]
        # 违规行为30起 has no 为30, nor 指标下达3亿元 a 达3亿元.
        whole = ((word, _NONE) for word in lexicon.data["qualitative"]["not_tail"])
        self._before = Table([*lexicon.before.meaning.items(), *whole])
        self._after = lexicon.after
        self._time_only = frozenset(part["time_only"])
        self._at_end = frozenset(part["at_end"])
        self._ranks = frozenset(part["ranks"])
        self._rank_units = frozenset(part["rank_units"])
        self._no_rank_behind = frozenset(part["no_rank_behind"])
        self._nature: dict[str, str] = part["nature"]
        self._weak = frozenset(part["weak"])
        # 节约5% is no 约5%: the longest word tells.
        no = ((word, False) for word in part["not_approximate"])
        self._approximate = Table([*((word, True) for word in part["approximate"]), *no])
        self._tolerance = lexicon.words("comparators", "tolerance")
        self._apart = lexicon.pattern("comparators", "apart")
        part = lexicon.data["numerals"]
        self._counts = re.compile(rf"[\d{''.join([*part['digits'], *part['tens']])}]")
        # Most numbers have none of these beside them, and nothing more to ask.
        self._may_follow = self._after.first_signs | {" "}
        self._may_lead = self._before.last_signs.union(
            *(" \n:", self._approximate.last_signs, self._tolerance.last_signs)
        )

    def nature(self, text: str) -> str:
        """What a nature column says: a comparator, `qualitative`, or nothing that matters here."""
        said = ""
        for word in text.split():
            said = self._nature.get(word, "") or said
        return said

    def sign(self, text: str) -> tuple[str, str] | None:
        """The comparator that `text` begins with: its word, and what it means."""
        word = self._before.starting(text, 0)
        if word is None or self._before[word][0] in ("", "~"):
            return None
        return word, self._before[word][0]

    def bind(self, text: str, found: Quantity, floor: int) -> None:
        """Give `found` its comparators; nothing before `floor` is its own."""
        follows = text[found.until : found.until + 1] in self._may_follow
        behind = self._behind(text, found) if follows else None
        if text[found.at - 1 : found.at] in self._may_lead:
            ahead, is_weak = self._ahead(text, found, floor)
        else:
            ahead = self._apart_before(text, floor, found.start)
            is_weak = ahead is None
        means = behind if behind is not None and is_weak else ahead
        if means is None or not _may_limit(found, means[0]):
            return
        sign, found.rule = means
        found.comparator, found.explicit = _SIGNS[sign], True
        if found.upper is not None:
            found.value, found.upper = found.upper, None
        if sign == "±":
            found.value, found.upper = -found.value, found.value

    def _behind(self, text: str, found: Quantity) -> Means | None:
        """The comparator behind the unit; 左右 makes the number approximate."""
        at = skip(text, found.until)
        word = self._after.starting(text, at)
        if word is None:
            return None
        means = self._after[word]
        is_about = means[0] == ABOUT
        if word in self._at_end and not ENDS.match(text, at + len(word)):
            return None  # 5万+, not 10+3
        if word in self._time_only and (found.unit is None or found.unit.dimension not in _TIMES):
            return None
        found.end = at + len(word)
        found.approximate = found.approximate or is_about
        return None if is_about else means

    def _ahead(self, text: str, found: Quantity, floor: int) -> tuple[Means | None, bool]:
        """The comparator before the number, and whether one behind the unit overrules it."""
        at = self._hedged(text, found, floor)
        tolerance = self._tolerance.ending(text, at)
        if tolerance is not None:
            found.start = at - len(tolerance)
            return ("±", "tolerance"), False
        stop = back(text, at - 1) if text[at - 1 : at] == ":" and at > floor else at
        word = self._word(text, stop, floor)
        if word is None or not self._may_rank(text, word, found):
            means = self._apart_before(text, floor, found.start)
            return means, means is None
        found.start = stop - len(word)
        means = self._before[word]
        if means[0] == "~":  # 至少达成100人: the level is said by one word, its side by another
            inner = self._word(text, back(text, found.start), floor)
            if inner is None or self._before[inner][0] == "~" or self._is_rank(inner):
                return None, True  # 汛期前完成100% is no rank
            found.start -= len(inner)
            word, means = inner, self._before[inner]
        return means, word in self._weak

    def _is_rank(self, word: str) -> bool:
        return self._before[word][1] in self._ranks

    def _may_rank(self, text: str, word: str, found: Quantity) -> bool:
        """Whether `word` can stand before `found`: 前3名 and 全省前3, not 前3个月, 前3名选手."""
        if not self._is_rank(word):
            return True
        if found.unit is None:
            return len(word) > 1
        ahead = back(text, found.start)
        if len(word) == 1 and text[ahead - 2 : ahead - 1] in self._no_rank_behind:
            return False  # 汛期前90%
        ends = len(word) > 1 or ENDS.match(text, found.until) is not None
        return ends and found.unit.name in self._rank_units

    def _word(self, text: str, at: int, floor: int) -> str | None:
        """The comparator that ends at `at`, if it is not part of what stands before `floor`."""
        word = self._before.ending(text, at)
        if word is None or at - len(word) < floor or self._before[word] is _NONE:
            return None
        return word

    def _hedged(self, text: str, found: Quantity, floor: int) -> int:
        """Where the number begins, with 约 or 近 before it."""
        at = back(text, found.at)
        while (word := self._approximate.ending(text, at)) and at - len(word) >= floor:
            if not self._approximate[word]:
                break
            at = found.start = back(text, at - len(word))
            found.approximate = True
        return at

    def _apart_before(self, text: str, floor: int, at: int) -> Means | None:
        """至少开展3次: a comparator apart from its number, in the same clause."""
        found = self._last_apart(text, floor, at)
        if found is None and floor:  # 不超过年初预算的5%: a name stands between, and no number
            found = self._last_apart(text, max(0, floor - _NAME), floor)
            if found is None or self._counts.search(text, found.end(), at):
                return None
        if found is None or _CLAUSE.search(text, found.end(), at):
            return None
        return self._before[found.group()]

    def _last_apart(self, text: str, floor: int, at: int) -> "re.Match[str] | None":
        found, last = None, self._apart.search(text, floor, at)
        while last is not None:
            found, last = last, self._apart.search(text, last.end(), at)
        return found


def _may_limit(found: Quantity, sign: str) -> bool:
    """Whether a comparator may bind `found`: a range is bound already, but for a time within which
    something is done (3-5个工作日内), of which its end counts.
    """
    if found.comparator is not Comparator.BETWEEN:
        return True
    is_time = found.unit is not None and found.unit.dimension in _TIMES
    return is_time and found.upper is not None and sign == Comparator.LE.value
