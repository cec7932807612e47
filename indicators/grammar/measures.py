"""What a quantity measures, in the text's own words: 年租金 (130万元), (500人) 参加军训."""

import re

from indicators.grammar.lexicon import Lexicon, Table

_BOUNDARY = "，,。；;\n:!?！？"
_BOUNDARIES = re.compile(f"[{_BOUNDARY}]")
REACH = 200
"""No word further away than so many characters belongs to a number; keeps long texts linear."""
_MARKS = re.compile(f"[{_BOUNDARY}()、]")
_SPLIT = re.compile(r"[、和及与]|以及")
_HEADS = ("率", "度", "进度")
"""A phrase that one of these ends names a measure: 预算执行率 points to no budget."""

_NO_LEAD = ("及时", "将近", "对口", "对外", "并发", "共享", "共同", "共建")
"""Words that only begin like a lead."""

_TURNS = re.compile(r"分别|依次")
_IN_TURN = re.compile(r"(?:分别|依次)[^、，,]{0,3}$")
_TRIM = " ，,。；;\n:!?()[]“”\"'、的-×*+≤≥<>="


class Measures:
    """Finds measures by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lead = lexicon.words("qualitative", "measure_lead")
        self._tail = lexicon.words("qualitative", "measure_tail")
        self._light = lexicon.words("qualitative", "light_verbs")
        self._generic = frozenset(lexicon.data["qualitative"]["generic_measures"])
        self._references = Table((phrase, to) for phrase, to, _ in lexicon.references)
        self._apart = lexicon.words("comparators", "apart")

    def before(self, text: str, floor: int, at: int) -> str:
        """The measure that ends at `at`; nothing before `floor` belongs to it."""
        start, end = clause_start(text, floor, at), at
        if start and text[start - 1] == ":" and not text[start:end].strip(_TRIM):
            end = start - 1
            start = clause_start(text, floor, end)
        measure = self.strip(text[start:end])
        opened = text.rfind("(", start, end)
        if opened < 0 or ")" in text[opened:end]:
            return measure
        # 建立台账(数量1套): a word in the bracket that only says "quantity" gives way to the name.
        inner = self.strip(text[opened + 1 : end])
        outer = self.strip(text[start:opened])
        return outer if outer and (not inner or inner in self._generic) else inner or outer

    def behind(self, text: str, end: int, ceiling: int, *, verbs: bool = False) -> str:
        """The measure that follows at `end`; empty where a mark follows instead.

        `verbs`: a light verb (进行, 完成) may open it, as behind a deadline.
        """
        mark = _MARKS.search(text, end, ceiling)
        words = text[end : mark.start() if mark else ceiling].strip()
        if not words:
            return ""
        if not verbs and self._light.starting(words, 0):
            return ""
        words = self._without_lead(words.strip(_TRIM)).strip(_TRIM)
        return "" if words in self._lead and not verbs else words

    def strip(self, words: str) -> str:
        """`words` freed from what says nothing of the measure: 完成, 本项目, 按合同签订, 指标."""
        words = words.strip(_TRIM)
        while words:
            rest = self._without_lead(words)
            tail = self._tail.ending(rest, len(rest))
            if tail is not None and tail != rest:
                rest = rest[: -len(tail)]
            rest = rest.strip(_TRIM)
            if rest == words:
                break
            words = rest
        return "" if words in self._lead else words

    def _without_lead(self, words: str) -> str:
        if words.startswith(_NO_LEAD):
            return words
        lead = self._lead.starting(words, 0) or self._apart.starting(words, 0)
        if lead is not None and words[len(lead) : len(lead) + 1] not in ("", "(", *_HEADS):
            return words[len(lead) :]
        phrase = self._references.starting(words, 0)
        if phrase is not None:
            rest = words[len(phrase) :]
            if rest.startswith(_HEADS):
                return words
            return rest.removeprefix("签订").removeprefix("规定").removeprefix("约定") or words
        return words

    @staticmethod
    def deals_out(text: str) -> bool:
        """Whether some numbers of `text` may go to their measures in turn."""
        return _TURNS.search(text) is not None

    def dealt_out(self, words: str) -> list[str]:
        """产品合格率、优良率分别(达到100%、85%): the measures that the numbers go to in turn."""
        match = _IN_TURN.search(words)
        if match is None:
            return []
        parts = [self.strip(part) for part in _SPLIT.split(words[: match.start()])]
        return parts if len(parts) > 1 and all(parts) else []

    def shared(self, measure: str) -> list[str]:
        """公众满意度、政府满意度: the measures that share one number, if they end alike."""
        parts = [part.strip(_TRIM) for part in _SPLIT.split(measure)]
        if len(parts) < 2 or not all(parts) or len({part[-1] for part in parts}) != 1:
            return [measure]
        return parts


def clause_start(text: str, floor: int, at: int) -> int:
    """Where the clause that holds `at` begins, `floor` at the earliest."""
    floor = max(floor, at - REACH)
    while at > floor and text[at - 1] not in _BOUNDARY:
        at -= 1
    return at


def clause_end(text: str, at: int) -> int:
    """Where the clause that holds `at` ends."""
    stop = min(len(text), at + REACH)
    boundary = _BOUNDARIES.search(text, at, stop)
    return boundary.start() if boundary else stop
