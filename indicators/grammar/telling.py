"""What a sentence tells instead of promising it: what was, what there is, why something failed."""

import re
from functools import cached_property
from typing import NamedTuple

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.measures import REACH, clause_end
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity, Token, back

_ENDS = re.compile(r"[。；;\n!?！？]")
_SHARES = ("ratio", "point")
_NOW, _BEFORE = "now", "before"
_KINDS = ("earlier", "what_was", "what_is", "comments", "traits", "rulings", "explains")
_THEN_SAID = re.compile(r"[，,][^，,\d]{4,}(?=[，,]|$)")
"""A clause that counts nothing, behind a number."""


class Sentence(NamedTuple):
    """One sentence: where it begins and ends, where it first tells of what was, of what is ruled
    and of what something is like (at its end: nowhere), and whether it tells of what there is.
    """

    start: int
    end: int
    was: int
    ruled: int
    trait: int
    is_state: bool
    explains: bool


class Teller:
    """Decides by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words, telling = lexicon.data["qualitative"], lexicon.data["telling"]
        self._was = _any([*telling["earlier"], *telling["what_was"]])
        self._earlier, self._traits = _any(telling["earlier"]), _any(telling["traits"])
        self._is = _any([*telling["what_is"], *telling["comments"]])
        self._explains, self.rulings = _any(telling["explains"]), _any(telling["rulings"])
        self.comments, self.mending = _any(telling["comments"]), _any(telling["mending"])
        self._tells = _any([pattern for kind in _KINDS for pattern in telling[kind]])
        self.ahead = _any(telling["ahead"])
        self.in_fact = _any(telling["in_fact"])
        self.gains = _any(telling["gains"])
        self.is_object = lexicon.is_object
        self.changing = _any([*telling["changing"], *telling["doing"], lexicon.deeds.pattern])
        self.facts = frozenset(telling["facts"])
        self.particles = frozenset(words["measure_particles"])
        self.shares = lexicon.words("qualitative", "percent_names")
        self.counts = lexicon.words("qualitative", "number_names")

    def tells(self, text: str, tokens: list[Token], year: int | None, *, named: bool) -> bool:
        """Whether a text tells anything at all, as few do, names a year before the form's, or does
        nothing; `named` as of `Telling`.
        """
        if not named and self.changing.search(text) is None:
            return True
        return self._tells.search(text) is not None or any(
            isinstance(token, DateSpan) and year is not None and token.last.year < year
            for token in tokens
        )

    def sentence(self, text: str, at: int) -> Sentence:
        """The sentence that holds `at`, within reach of it."""
        start = max(0, at - REACH)
        for found in _ENDS.finditer(text, start, at):
            start = found.end()
        stop = min(len(text), at + REACH)
        closes = _ENDS.search(text, at, stop)
        end = closes.start() if closes else stop
        return Sentence(
            start,
            end,
            was=self._first_was(text, start, end),
            ruled=_first(self.rulings, text, start, end),
            trait=_first(self._traits, text, start, end),
            is_state=self._is.search(text, start, end) is not None,
            explains=self._explains.search(text, start, end) is not None,
        )

    def _first_was(self, text: str, start: int, end: int) -> int:
        """Where a word of what was first stands; 完成上年结转项目3个 is of now, though."""
        for found in self._was.finditer(text, start, end):
            at = found.start()
            if not (self._earlier.match(text, at) and self.is_object(text, start, at)):
                return at
        return end


def _any(patterns: list[str]) -> "re.Pattern[str]":
    return re.compile("|".join(patterns) or r"(?!)")


def _first(words: "re.Pattern[str]", text: str, start: int, end: int) -> int:
    """Where one of `words` first stands; `end` without any."""
    found = words.search(text, start, end)
    return found.start() if found else end


class Telling:
    """The sentences of one cell that tells something; `year` is the one of its form, if that is
    known, and `named` says whether a column gives the name of what is promised.
    """

    def __init__(
        self, words: Teller, text: str, tokens: list[Token], year: int | None, *, named: bool
    ) -> None:
        self._words = words
        self._text = text
        self._tokens = tokens
        self._year = year
        self._named = named
        self._last = Sentence(0, 0, 0, 0, 0, is_state=False, explains=False)

    def tells_of(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether the sentence only tells so: 街道常住人口约9.8万人, 因停产未购的12台."""
        is_fact = self._is_said_as_fact(quantity)
        if not is_fact and not self._rules:
            return False
        sentence = self._sentence(quantity)
        if sentence.ruled < quantity.start:
            return True
        if not is_fact or sentence.explains:
            return is_fact
        if self._looks_ahead(quantity, sentence):
            return False
        year = self._year_told(around, sentence)
        if sentence.was < quantity.start and year != _NOW:
            return True
        if sentence.is_state and self._is_commented(quantity, sentence):
            return True
        if sentence.is_state or year == _BEFORE:
            return not self._is_done(around, quantity)
        if self._named or year == _NOW:
            return False
        return self._is_trait(quantity, sentence) or self._is_mere_count(quantity, sentence)

    def _is_commented(self, quantity: Quantity, sentence: Sentence) -> bool:
        """日均接待2000人次，一座难求; not 改造校舍12栋，解决校舍老化问题."""
        stop = clause_end(self._text, quantity.end)
        found = self._words.comments.search(self._text, stop, sentence.end)
        if found is None:
            return False
        return self._words.mending.search(self._text, sentence.start, found.start()) is None

    def _is_trait(self, quantity: Quantity, sentence: Sentence) -> bool:
        """河道全长36公里; not 新建道路，全长5公里."""
        stop = clause_end(self._text, quantity.end)
        if quantity.explicit or sentence.trait >= stop:
            return False
        return self._words.changing.search(self._text, sentence.start, stop) is None

    def _is_mere_count(self, quantity: Quantity, sentence: Sentence) -> bool:
        """村卫生室326个，条件参差不齐: a number and a remark, where nothing is done and nothing is
        gained (保安员45名，秩序良好); sums of money are promised all the same.
        """
        if (quantity.unit and quantity.unit.dimension == "money") or self._is_named(quantity):
            return False
        text, words, (start, end) = self._text, self._words, sentence[:2]
        if words.changing.search(text, start, end) or words.ahead.search(text, start, end):
            return False
        behind = clause_end(text, quantity.end)
        return bool(_THEN_SAID.search(text, behind, end)) and not words.gains.search(
            text, behind, end
        )

    @cached_property
    def _rules(self) -> bool:
        """Whether the text tells of anything that is ruled."""
        return self._words.rulings.search(self._text) is not None

    def _sentence(self, quantity: Quantity) -> Sentence:
        if not self._last.start <= quantity.start < self._last.end:
            self._last = self._words.sentence(self._text, quantity.start)
        return self._last

    def _is_said_as_fact(self, quantity: Quantity) -> bool:
        """Whether the comparator, if any, may be one of a fact: 达, 超过, no ≥ nor 以上."""
        if not quantity.explicit:
            return True
        word = self._text[quantity.start : quantity.at].strip()
        return quantity.end == quantity.until and word in self._words.facts

    def _looks_ahead(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Whether the words before the number, or those of its clause, look on: 计划, 力争."""
        stop = clause_end(self._text, quantity.end)
        return self._words.ahead.search(self._text, sentence.start, stop) is not None

    def _year_told(self, around: Surroundings, sentence: Sentence) -> str | None:
        """Whether the last date before the number is of the form's year, or of one before it; what
        only tells which thing is meant (2021年采购的物资) is neither.
        """
        if self._year is None:
            return None
        for at in range(around.index - 1, -1, -1):
            token = self._tokens[at]
            if token.end <= sentence.start:
                return None
            if not isinstance(token, DateSpan) or around.is_compared(token):
                continue
            if token.last.year >= self._year:
                return _NOW
            if self._words.is_object(self._text, sentence.start, token.start):
                return None
            said = self._text[token.end : clause_end(self._text, token.end)]
            return None if self._words.particles.intersection(said) else _BEFORE
        return None

    def _is_done(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether a verb of doing stands in the clause, or the number is a rate by name: these are
        promised even in such a sentence, but what was done in fact (仅培训2次) is not.
        """
        text, words = self._text, self._words
        if words.in_fact.search(text, around.start, quantity.at):
            return False
        stop = clause_end(text, quantity.end)
        if words.changing.search(text, around.start, stop):
            return True
        return self._is_named(quantity)

    def _is_named(self, quantity: Quantity) -> bool:
        """Whether a number of that sort is asked for: 完好率90%, 参训人数120."""
        at, words = back(self._text, quantity.start), self._words
        dimension = quantity.unit.dimension if quantity.unit else None
        if (dimension is None or dimension in _SHARES) and words.shares.ending(self._text, at):
            return True
        return dimension in (None, "count") and words.counts.ending(self._text, at) is not None
