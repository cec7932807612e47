"""Promises without a number: references, schedules, implied quantities, or just words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from indicators.errors import Words
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.measures import clause_end, clause_start
from indicators.model import Budget, Comparator, Direction, Kind, Target

_OUTER = " ，,。.；;\n!！"
_WORDY = 10
"""A longer text about every year is no schedule."""

_SHORT = 40
"""A longer text than this that mentions a plan or a contract in passing does not point to it."""

_CLOSE = 6
"""Characters that may stand between a period and its number: 每季度(开展)1次."""

_RESOLVED = Words(
    "申报表写“不超预算”而未写金额，按本表预算金额理解。",
    "the form says 'within budget' and no amount; read as the budget of this form.",
)
IMPLIED = Words(
    "数值由文字推定，原文没有写数字。", "the value is implied by the words; no number is written."
)
"""The note of every promise whose number nobody wrote."""


@dataclass(frozen=True, slots=True)
class Implied:
    """A phrase that implies a quantity: 零事故 is 0, 全覆盖 is 100%."""

    rule: str
    value: Decimal
    unit: str
    direction: Direction
    comparator: Comparator
    change: str | None
    pattern: "re.Pattern[str]"
    whole: bool


class Wordings:
    """Reads texts without a counted promise by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["qualitative"]
        self._none_of_bad = frozenset(words["none_of_it"])
        self._surely_none = frozenset(words["surely_none"])
        self._not_applicable = frozenset(
            lexicon.characters.clean(word) for word in words["not_applicable"]
        )
        adverbs, verbs = (any_of(words[name]) for name in ("reference_adverbs", "reference_verbs"))
        adverb = f"(?:{adverbs})?(?:{verbs})?"
        self._before_reference = re.compile(adverb)
        # A limit may be said of something: 单位成本控制在预算范围内.
        self._capping = tuple(lexicon.data["comparators"]["capping"])
        self._reference = re.compile(any_of(p for p, _, _ in lexicon.references))
        self._pointers = [
            (re.compile(adverb + pattern), rule["to"], rule["id"])
            for rule in words["references"]
            for pattern in rule["patterns"]
        ]
        self._references = {phrase: (to, rule) for phrase, to, rule in lexicon.references}
        self._caps = lexicon.pattern("comparators", "caps")
        self._implied = [self._compiled(rule) for rule in words["implied"]]
        self._implies = re.compile("|".join(rule.pattern.pattern for rule in self._implied))
        self._points = re.compile("|".join(p.pattern for p, _, _ in self._pointers) or r"(?!)")
        self._read_periods(lexicon)

    def _read_periods(self, lexicon: Lexicon) -> None:
        """The periods of schedules, and the pattern of a schedule without a number."""
        part = lexicon.data["dates"]
        self._periods = {
            word: (name, rule["year"])
            for name, rule in part["periods"].items()
            for word in rule["words"]
        }
        self._marks = frozenset(part["period_marks"])
        self._schedule_names = lexicon.pattern("dates", "schedule_names")
        ones = {sign for sign, value in lexicon.data["numerals"]["digits"].items() if value == 1}
        marked = any_of(word for word in self._periods if word[0] in self._marks)
        numerals = lexicon.data["numerals"]
        self._digits: dict[str, int] = {**numerals["digits"], **numerals["tens"]}
        each = lexicon.data["units"]["each"]
        many, one = rf"\d{{1,2}}|[{''.join(self._digits)}]", any_of(self._periods)
        more = "".join(sign for sign, value in self._digits.items() if value > 1)
        # 两年一次 says 每 only at the beginning of a clause.
        alone = f"(?:^|(?<=[，,；;。、]))(?P<alone>[2-9{more}])"
        several = rf"(?:{each}(?P<many>{many})|{alone})(?P<one>{one})"
        average = frozenset(lexicon.data["qualitative"]["shared"])  # 月均
        opens = self._marks | ones
        counted = any_of(w for w in self._periods if w[0] in opens or w[-1] in average)
        self._counted_by = re.compile(f"{several}|{counted}")
        verbs, adverbs = any_of(part["schedule_verbs"]), any_of(part["schedule_adverbs"])
        # A period with a verb of doing behind it (按季度支付), a day of it (每月15日前), or alone.
        day = "|".join(part["period_days"]) or r"(?!)"
        self._day = re.compile(day)
        turns = any_of(part["period_turns"])
        self._opens = re.compile(f"{marked}|{turns}")
        self._schedule = re.compile(
            rf"(?:{marked})(?=(?:{adverbs}){{0,2}}(?:{verbs})|{day}|$)|(?:{turns})(?={day})"
        )
        self._by_a_day = re.compile(rf"(?:{marked}|{turns})(?={day})")
        self._each = each
        self._parts_of_it = frozenset(part["period_parts"])
        self._opens_a_day = re.compile(any_of([each, *part["period_turns"]]))

    @staticmethod
    def _compiled(rule: dict[str, object]) -> Implied:
        patterns = rule["patterns"]
        assert isinstance(patterns, list)
        return Implied(
            str(rule["id"]),
            Decimal(str(rule["value"])),
            str(rule["unit"]),
            Direction(str(rule["direction"])),
            Comparator(str(rule["comparator"])),
            str(rule["change"]) if rule["change"] else None,
            re.compile("|".join(patterns)),
            bool(rule["whole"]),
        )

    def times_a_year(self, period: str) -> int | None:
        """How many of a period (月, 季度) make a year."""
        found = self._periods.get(period)
        return found[1] if found else None

    def is_not_applicable(self, text: str) -> bool:
        """Whether the whole text says that there is no such promise."""
        return text.strip(_OUTER) in self._not_applicable or text.strip() in self._not_applicable

    def says_none(self, text: str, *, of_bad: Callable[[], bool]) -> bool:
        """Whether the whole text says that there shall be none of what the indicator names:
        不发生, or 无 where that is something bad.
        """
        words = text.strip(_OUTER)
        return words in self._surely_none or (words in self._none_of_bad and of_bad())

    def caps(self, text: str, at: int) -> bool:
        """Whether 控制在预算内 or alike begins at `at`."""
        return self._caps.match(text, at) is not None

    def period(self, text: str) -> tuple[str, int] | None:
        """The period that `text` ends with (`每月`): its name, and how many make a year."""
        for length in range(min(len(text), 5), 0, -1):
            word = text[len(text) - length :]
            if word[0] in self._marks and word in self._periods:
                return self._periods[word]
        return None

    def period_in(self, words: str) -> tuple[int, str, Decimal] | None:
        """The last period in `words`, close to their end: where it begins, its name, how many
        make a year.
        """
        for match in reversed(list(self._counted_by.finditer(words))):
            if len(words) - match.end() <= _CLOSE:
                return match.start(), *self._named(match)
        return None

    def counts_by(self, words: str) -> str | None:
        """The period by which an amount behind `words` is counted: 每日不少于(16小时); no part of
        it (每月底), nor the year, which every plan is of.
        """
        at = words.rfind(self._each)
        if at < 0 or at < clause_start(words, 0, len(words)):
            return None
        match = self._counted_by.match(words, at)
        if match is None or words[match.end() : match.end() + 1] in self._parts_of_it:
            return None
        name, year = self._named(match)
        return name if year > 1 and len(words) - match.end() <= _CLOSE else None

    def _named(self, match: "re.Match[str]") -> tuple[str, Decimal]:
        """The period of a match, and how many make a year: 每月, 每两周."""
        said = match["many"] or match["alone"]
        if not said:
            name, year = self._periods[match.group()]
            return name, Decimal(year)
        name, year = self._periods[match["one"]]
        return f"{said}{match['one']}", Decimal(year) / (self._digits.get(said) or int(said))

    def schedule(self, text: str) -> Target | None:
        """`按季度支付`: something done once every period."""
        if not self._opens.search(text):
            return None  # as most texts, at once
        clean = text.strip(_OUTER)
        if len(clean) <= _SHORT:
            match = self._schedule.search(clean)
        elif self._opens_a_day.search(clean):
            match = self._by_a_day.search(clean)  # in prose, a period counts only with a day of it
        else:
            match = None
        if match is None or (self._periods[match[0]][1] == 1 and len(clean) > _WORDY):
            return None  # 每年定期开展培训，提升素质: of every year, and no schedule
        return self._scheduled(clean, match, text.index(clean), len(clean))

    def due_by_a_day(self, text: str) -> Target | None:
        """每月15日前发放200人: what is due by a day of every period, whatever else is promised."""
        if not self._opens_a_day.search(text):
            return None
        match = self._by_a_day.search(text)
        return self._scheduled(text, match, 0, clause_end(text, match.end())) if match else None

    def _scheduled(
        self, clean: str, match: "re.Match[str]", offset: int, end: int
    ) -> Target | None:
        """What a match in `clean`, words that go on to `end`, promises once every period."""
        name, year = self._periods[match[0]]
        if self._schedule_names.search(clean, match.end()):
            return None  # 按月调度机制健全
        day = self._day.match(clean, match.end())  # 末月20日前 is no part of what is measured
        done = clean[day.end() if day else match.end() : end]
        return Target(
            kind=Kind.SCHEDULE,
            measure=done or clean[: match.start()] or None,
            comparator=Comparator.EQ,
            value=Decimal(1),
            dimension="count",
            canonical=Decimal(year),
            direction=Direction.HIGHER,
            per=name,
            span=(offset + match.start(), offset + end),
            rule="schedule",
        )

    def reference(self, text: str, budget: Budget | None) -> Target | None:
        """按合同, 按预算批复, 按计划 …: the text points elsewhere instead of giving a number."""
        clean = text.strip(_OUTER)
        found = self._pointing(clean) if len(clean) <= _SHORT else None
        if found is None:
            return None
        to, rule = found
        offset = text.index(clean)
        span = (offset, offset + len(clean))
        measure = clean or None
        if to != "budget" or budget is None or not self._caps.search(clean):
            return Target(Kind.REFERENCE, measure, to=to, span=span, rule=rule)
        return Target(
            Kind.REFERENCE,
            measure,
            comparator=Comparator.LE,
            value=budget.amount,
            unit=budget.unit,
            dimension="money",
            direction=Direction.LOWER,
            to=to,
            span=span,
            rule=rule,
            notes=(_RESOLVED,),
        )

    def _pointing(self, clean: str) -> tuple[str, str] | None:
        """What the text points to, and the id of the rule that says so."""
        match = self._reference.search(clean)
        while match is not None:
            start = clause_start(clean, 0, match.start())
            if match[0].startswith(self._capping) or self._before_reference.fullmatch(
                clean, start, match.start()
            ):
                return self._references[match[0]]
            match = self._reference.search(clean, match.end())
        if self._points.match(clean):  # most texts point nowhere: one pattern asks for all
            for pattern, to, rule in self._pointers:
                if pattern.match(clean):
                    return to, rule
        return None

    def implied(self, text: str) -> list[Target]:
        """零事故, 全覆盖, 全部完成: value and rule said plainly."""
        if not self._implies.search(text):
            return []
        clean = text.strip(_OUTER)
        matches = [
            (match.span(), rule)
            for rule in self._implied
            if not rule.whole or rule.pattern.fullmatch(clean)
            for match in rule.pattern.finditer(text)
        ]
        found: list[Target] = []
        at = 0
        for (start, end), rule in sorted(matches, key=lambda match: match[0]):
            if start >= at:  # of two that overlap the first counts
                found.append(self._target(rule, (start, end), text))
                at = end
        return found

    @staticmethod
    def _target(rule: Implied, span: tuple[int, int], text: str) -> Target:
        is_share = rule.unit == "%"
        return Target(
            kind=Kind.QUANTITATIVE,
            measure=text[clause_start(text, 0, span[0]) : span[1]].strip() or None,
            comparator=rule.comparator,
            explicit=rule.comparator is not Comparator.EQ,
            value=rule.value,
            unit=rule.unit,
            dimension="ratio" if is_share else "count",
            canonical=rule.value / 100 if is_share else rule.value,
            direction=rule.direction,
            change=rule.change,
            span=span,
            rule=rule.rule,
            notes=(IMPLIED,),
        )
