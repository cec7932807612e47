"""Which of the days that an answer names is the one when it was done: 5月立项，8月15日完成."""

import datetime as dt
import re

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.measures import clause_end, clause_start
from indicators.grammar.tokens import Quantity

_DOTTED = re.compile(r"\d{1,2}[./]\d{1,2}")
_OPEN = re.compile(r"\([^()]*\)")


class Finished:
    """Decides by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words, dates = lexicon.data["qualitative"], lexicon.data["dates"]
        self._finished = lexicon.pattern("qualitative", "finished")
        self._deeds = re.compile(any_of([*dates["deadline_verbs"], *words["finished"]]))
        self._begun = lexicon.pattern("qualitative", "only_begun")
        self._postponed = lexicon.pattern("qualitative", "postponed")
        self._dotted: str = dates["dotted_before"][0]
        self._not_yet = re.compile("|".join(words["not_yet"]) or r"(?!)")

    def spelled(self, text: str) -> str:
        """`text` such that 12.25 alone is a day, as it is where one is due."""
        return text + self._dotted if _DOTTED.fullmatch(text) else text

    def days(self, text: str, dates: list[DateSpan], measure: str) -> list[DateSpan]:
        """Those of `dates` that may be the day when `measure` was done: one, if the answer tells;
        none, if it only says when that shall be.
        """
        clauses = [(date, _clause(text, date)) for date in dates]
        done = [(date, clause) for date, clause in clauses if not self._not_yet.search(clause)]
        begun = [each for each in done if self._only_begins(each[1], measure)]
        done = [each for each in done if each not in begun]
        if len(done) > 1:
            named_days = {(date.first, date.last) for date in dates}
            done = [each for each in done if not _holds_another(each[0], named_days)]
        if len(done) > 1:
            bare = _OPEN.sub(lambda match: " " * len(match[0]), text)
            done = [each for each in done if bare[each[0].start : each[0].end].strip()] or done
            done = [each for each in done if not self._postponed.search(each[1])] or done
        named = [date for date, clause in done if self._names(clause, measure)]
        finished = [date for date, clause in done if self._finished.search(clause)]
        for found in (named, finished):
            if len(found) == 1:
                return found
        return [date for date, _ in done]

    def is_part(self, text: str, day: DateSpan, quantities: list[Quantity]) -> bool:
        """Whether only a part was done by `day`: 截至12月31日完成90%."""
        stop = clause_end(text, day.end)
        shares = [q for q in quantities if q.unit is not None and q.unit.dimension == "ratio"]
        return any(
            day.end <= q.start < stop and q.unit.canonical(q.value) < 1 for q in shares if q.unit
        )

    def _only_begins(self, clause: str, measure: str) -> bool:
        """11月开工, where no beginning is promised."""
        begun = self._begun.search(clause)
        return begun is not None and begun[0] not in measure and not self._finished.search(clause)

    def _names(self, clause: str, measure: str) -> bool:
        """Whether a clause tells of the very deed that the promise names: 开工, 验收."""
        return any(deed[0] in measure for deed in self._deeds.finditer(clause))


def _clause(text: str, date: DateSpan) -> str:
    return text[clause_start(text, 0, date.start) : clause_end(text, date.end)]


def _holds_another(date: DateSpan, days: set[tuple[dt.date, dt.date]]) -> bool:
    """Whether others of `days` tell more exactly when: 春季4月18日."""
    own = (date.first, date.last)
    return any(own[0] <= first and last <= own[1] for first, last in days if (first, last) != own)
