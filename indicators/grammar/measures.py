"""What a quantity measures, in the text's own words: 年租金 (130万元), (500人) 参加军训."""

import re

from indicators.grammar.lexicon import Lexicon, Table, any_of

_BOUNDARY = "，,。；;\n:!?！？"
_BOUNDARIES = re.compile(f"[{_BOUNDARY}]")
REACH = 200
"""No word further away than so many characters belongs to a number; keeps long texts linear."""
_MARKS = re.compile(f"[{_BOUNDARY}()、]")
_TRIM = " ，,。；;\n:!?()[]“”\"'、-×*+≤≥<>="


class Measures:
    """Finds measures by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lead = lexicon.words("qualitative", "measure_lead")
        words = lexicon.data["qualitative"]
        # 节约 is no tail 约, nor 行为 a tail 为.
        whole = [*lexicon.data["comparators"]["not_approximate"], *words["not_tail"]]
        tail = words["measure_tail"]
        self._tail = Table([*((word, True) for word in tail), *((word, False) for word in whole)])
        self._light = lexicon.words("qualitative", "light_verbs")
        self._generic = frozenset(lexicon.data["qualitative"]["generic_measures"])
        self._references = Table((phrase, to) for phrase, to, _ in lexicon.references)
        # A phrase that one of these ends names a measure: 预算执行率 points to no budget.
        self._heads = tuple(words["heads"])
        self._not_led = frozenset(["", "(", *self._heads])
        self._no_lead = tuple(words["not_lead"])
        self._agreed = lexicon.words("qualitative", "agreed")
        self._shared_heads = lexicon.words("qualitative", "shared_heads")
        # 及时率 begins with no 及 that joins.
        self._splits = re.compile(f"(?!{any_of(self._no_lead)})(?:{any_of(words['joins'])})")
        self._turns = lexicon.pattern("qualitative", "in_turn")
        self._in_turn = re.compile(f"(?:{self._turns.pattern})[^、，,]{{0,3}}$")
        self._trim = _TRIM + "".join(words["measure_particles"])
        self._apart = lexicon.words("comparators", "apart")
        self._may_lead = self._lead.first_signs.union(
            self._apart.first_signs, self._references.first_signs
        )

    def before(self, text: str, floor: int, start: int, at: int) -> str:
        """The measure that ends at `at`; nothing before `floor` belongs to it.

        `start` is where the clause of `at` begins.
        """
        end = at
        if start and text[start - 1] == ":" and not text[start:end].strip(self._trim):
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
        if end >= ceiling:
            return ""
        mark = _MARKS.search(text, end, ceiling)
        words = text[end : mark.start() if mark else ceiling].strip()
        if not words:
            return ""
        if not verbs and self._light.starting(words, 0):
            return ""
        words = self._without_lead(words.strip(self._trim)).strip(self._trim)
        return "" if words in self._lead and not verbs else words

    def strip(self, words: str) -> str:
        """`words` freed from what says nothing of the measure: 完成, 本项目, 按合同签订, 指标."""
        written, words = words, words.strip(self._trim)
        while words and (words[0] in self._may_lead or words[-1] in self._tail.last_signs):
            rest = self._without_lead(words)
            tail = self._tail.ending(rest, len(rest))
            if tail is not None and self._tail[tail] and tail != rest:
                rest = rest[: -len(tail)]
            rest = rest.strip(self._trim)
            if rest == words:
                break
            words = rest
        return "" if words in self._lead else _quoted(written, words)

    def _without_lead(self, words: str) -> str:
        if words.startswith(self._no_lead):
            return words
        lead = self._lead.starting(words, 0) or self._apart.starting(words, 0)
        if lead is not None and words[len(lead) : len(lead) + 1] not in self._not_led:
            return words[len(lead) :]
        phrase = self._references.starting(words, 0)
        if phrase is not None:
            rest = words[len(phrase) :]
            if rest.startswith(self._heads):
                return words
            agreed = self._agreed.starting(rest, 0) or ""
            rest = rest[len(agreed) :]
            return words if not rest or rest in self._generic else rest  # 预算批复数
        return words

    def deals_out(self, text: str) -> bool:
        """Whether some numbers of `text` may go to their measures in turn."""
        return self._turns.search(text) is not None

    def dealt_out(self, words: str) -> list[str]:
        """产品合格率、优良率分别(达到100%、85%): the measures that the numbers go to in turn."""
        match = self._in_turn.search(words)
        if match is None:
            return []
        parts = [self.strip(part) for part in self._splits.split(words[: match.start()])]
        return parts if len(parts) > 1 and all(parts) else []

    def before_turn(self, words: str) -> str:
        """低保标准分别(不低于630元/月和5040元/年): the one measure that several numbers are of."""
        match = self._in_turn.search(words)
        return self.strip(words[: match.start()]) if match else ""

    def shared(self, measure: str) -> list[str]:
        """公众满意度、政府满意度: the measures that share one number, if they end alike."""
        parts = [part.strip(self._trim) for part in self._splits.split(measure)]
        if len(parts) < 2 or not all(parts):
            return [measure]
        head = self._shared_heads.ending(parts[-1], len(parts[-1]))
        if head and not any(part.endswith(head) for part in parts[:-1]):
            return [*(part + head for part in parts[:-1]), parts[-1]]
        return parts if len({part[-1] for part in parts}) == 1 else [measure]


def _quoted(written: str, words: str) -> str:
    """`words` with the one quotation mark that was taken from its end: “两癌”筛查."""
    more = words.count("“") - words.count("”")
    if more not in (1, -1):
        return words
    at = written.find(words)
    if more > 0:
        return words + "”" if written.startswith("”", at + len(words)) else words
    return "“" + words if written[:at].endswith("“") else words


def clause_start(text: str, floor: int, at: int) -> int:
    """Where the clause that holds `at` begins, `floor` at the earliest."""
    floor = max(floor, at - REACH)
    if _BOUNDARIES.search(text, floor, at) is None:
        return floor
    while text[at - 1] not in _BOUNDARY:
        at -= 1
    return at


def clause_end(text: str, at: int) -> int:
    """Where the clause that holds `at` ends."""
    stop = min(len(text), at + REACH)
    boundary = _BOUNDARIES.search(text, at, stop)
    return boundary.start() if boundary else stop
