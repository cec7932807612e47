"""Which quantities and dates of a cell are promises, and what each promises."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from indicators.grammar.changes import Change, Changes
from indicators.grammar.completing import Completing, Completions
from indicators.grammar.dates import DateSpan
from indicators.grammar.deadlines import Deadlines
from indicators.grammar.directions import BY_COMPARATOR, Directions
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.measures import Measures, clause_end
from indicators.grammar.neighbours import Neighbours
from indicators.grammar.past import Before, Past
from indicators.grammar.promising import Promising
from indicators.grammar.qualitative import Wordings
from indicators.grammar.ranges import Ranges
from indicators.grammar.remarks import remarks
from indicators.grammar.surroundings import Around, Surroundings
from indicators.grammar.telling import Teller, Telling
from indicators.grammar.tokens import Mark, Quantity, Token
from indicators.grammar.units import NO_UNIT, Measured, Units
from indicators.model import Direction, Kind, Target

_COMMAS = frozenset("，, ")
_SHARES = ("ratio", "point")


class Promises:
    """Picks the promises among the tokens of a cell by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, units: Units, wordings: Wordings) -> None:
        words = lexicon.data["qualitative"]
        self.units = units
        self.wordings = wordings
        self.promising = Promising(lexicon, wordings)
        self.measures = Measures(lexicon)
        self.directions = Directions(lexicon)
        self.deadlines = Deadlines(lexicon)
        self.before = Before(lexicon)
        self.teller = Teller(lexicon)
        self.count_verbs = lexicon.words("qualitative", "count_verbs")
        self._around = Around(
            self.deadlines.end,
            lexicon.words("qualitative", "compared_with"),
            lexicon.pattern("qualitative", "list_mark_ends"),
        )
        self._ranges = Ranges(lexicon)
        self.shared = lexicon.pattern("qualitative", "shared")
        self.shares = "".join(words["shared"])
        self.joins = _COMMAS.union(words["joins"])
        self.changes = Changes(lexicon)
        self.number_names = lexicon.words("qualitative", "number_names")
        self.completions = Completions(lexicon, units, wordings, self.deadlines, self.directions)

    def around(self, text: str, tokens: list[Token], index: int) -> Surroundings:
        """What stands around token `index` of `text`."""
        return Surroundings(text, tokens, index, self._around)

    def is_bad(self, name: str) -> bool:
        """Whether an indicator of this name counts something bad: 重大安全事故."""
        return self.directions.is_bad(name)

    def read(
        self,
        text: str,
        tokens: list[Token],
        near: Neighbours,
        category: str | None,
        year: int | None,
    ) -> list[Target]:
        """The counted promises of `text`, in its order; `tokens` are those of the scanner.

        `year` is the one of the form: what another date says of a year before is no promise.
        """
        if not tokens:
            return []
        if len(tokens) > 1:
            tokens = self._ranges.joined(text, tokens)
        walk = _Walk(self, text, tokens, near, category, year)
        for index, token in enumerate(tokens):
            if not isinstance(token, Mark):
                walk.visit(index, token)
        return walk.targets

    def alone(
        self, text: str, quantity: Quantity, near: Neighbours, category: str | None
    ) -> Target:
        """What a cell promises that says nothing but `quantity`."""
        return _Walk(self, text, [], near, category, None).alone(quantity)


class _Walk:
    """One walk through the tokens of one cell; `targets` are the promises found, in its order."""

    def __init__(
        self,
        reader: "Promises",
        text: str,
        tokens: list[Token],
        near: Neighbours,
        category: str | None,
        year: int | None,
    ) -> None:
        self._p = reader
        self._text = text
        self._tokens = tokens
        self._near = near
        self._category = category
        self._year = year
        self._completing = Completing(reader.completions, text, near, category)
        self._past = Past(reader.before, text, tokens, year) if year else None
        self._dealt: dict[int, tuple[str, Quantity]] = {}
        self._deals_out = len(tokens) > 1 and reader.measures.deals_out(text)
        self.targets: list[Target] = []
        self._stated: int | None = None
        self._tells: bool | None = None

    def visit(self, index: int, token: Quantity | DateSpan) -> None:
        """Add what token `index` promises to the targets."""
        if isinstance(token, Quantity) and self._says_all(token):
            self.targets.append(self.alone(token))
            return
        around = self._p.around(self._text, self._tokens, index)
        if isinstance(token, DateSpan):
            self._date(around, token)
            return
        if self._deals_out:
            self._deal_out(around, token)
        quantity = self._dressed(around, token)
        if quantity.start == 0 and quantity.end == len(self._text):
            self.targets.append(self.alone(quantity))
        else:
            self._quantity(around, quantity)

    def _says_all(self, quantity: Quantity) -> bool:
        """Whether a cell says nothing else, and no column more: ≥95%, 100人. As most cells of forms
        do; so it is asked first, and needs no look around.
        """
        is_whole = quantity.start == 0 and quantity.end == len(self._text)
        return is_whole and self._completing.is_needless(quantity)

    def alone(self, quantity: Quantity) -> Target:
        """The promise of a cell that says nothing but `quantity`."""
        return self._counted(quantity, self._near.name or "", self._text)

    def _date(self, around: Surroundings, date: DateSpan) -> None:
        p, text = self._p, self._text
        has_quantity = around.counts_before(clause_end(text, date.end))
        due = p.deadlines.due(text, date, self._near, self._category, has_quantity=has_quantity)
        if due is None:
            return
        is_asked = due.is_marked or date.start == 0 or self._near.name is not None
        past = self._past
        if past and (past.is_stock(date) or past.is_over(date, is_asked=is_asked)):
            return
        measure = p.measures.behind(text, due.end, around.ceiling(), verbs=True)
        measure = measure or p.measures.before(text, around.floor, around.start, due.start)
        self.targets.append(p.deadlines.of_date(date, due, measure or self._near.name))

    def _quantity(self, around: Surroundings, quantity: Quantity) -> None:
        p, text = self._p, self._text
        event = p.deadlines.event(text, quantity, around.floor)
        if event is not None and not p.promising.names_rate(around, quantity):
            behind = p.measures.behind(text, quantity.end, around.ceiling(), verbs=True)
            measure = behind or self._near.name
            self.targets.append(p.deadlines.of_period(quantity, event, measure))
            return
        if not p.promising.is_promise(around, quantity):
            return
        if self._past and self._past.tells_of(around, quantity):
            return
        if p.promising.is_state(around, quantity, self._stated) and self._tells_of_state:
            self._stated = quantity.end
            return
        self._stated = None
        if self._is_only_told(around, quantity):
            return
        schedule = self._schedule(around, quantity)
        if schedule is not None:
            self.targets.append(schedule)
            return
        change = p.changes.of(around, quantity)
        baseline = (change and change.baseline) or p.promising.baseline(around)
        clause = "" if quantity.explicit else text[around.start : clause_end(text, quantity.end)]
        for measure in self._measure(around, quantity, change):
            self.targets.append(self._counted(quantity, measure, clause, change, baseline))

    def _is_only_told(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether a sentence tells so, and promises nothing."""
        if self._tells is None:  # asked of most cells, and true of few
            named = self._near.name is not None
            words = self._p.teller
            self._tells = words.tells(self._text, self._tokens, self._year, named=named)
        return self._tells and self._tells_of_state and self._telling.tells_of(around, quantity)

    @cached_property
    def _telling(self) -> Telling:
        """What the sentences tell; seldom asked for."""
        is_named = self._near.name is not None
        return Telling(self._p.teller, self._text, self._tokens, self._year, named=is_named)

    @cached_property
    def _tells_of_state(self) -> bool:
        """Whether 编制86人 tells what there is: not below 保障人数, nor as the whole answer."""
        name = self._near.name
        if name is None:
            return True
        is_asked = self._p.number_names.ending(name, len(name)) is not None
        return not is_asked and clause_end(self._text, 0) < len(self._text)

    def _deal_out(self, around: Surroundings, first: Quantity) -> None:
        """Give the numbers behind 分别 to their measures, each with the first one's comparator."""
        index, words = around.index, self._text[around.start : first.start]
        parts = self._p.measures.dealt_out(words)
        shared = self._p.measures.before_turn(words) if first.explicit else ""
        row = 1 + sum(1 for _ in self._row_of_quantities(index)) if parts or shared else 0
        if len(parts) != row:  # 低保标准分别不低于630元/月和5040元/年
            parts = [shared] * row if shared and row > 1 else []
        for offset, part in enumerate(parts):
            self._dealt[index + offset] = (part, first)

    def _row_of_quantities(self, index: int) -> Iterator[Quantity]:
        """The quantities behind `index` with nothing but 、 or 和 between."""
        end = self._tokens[index].end
        for at in range(index + 1, len(self._tokens)):
            token = self._tokens[at]
            if (
                not isinstance(token, Quantity)
                or self._text[end : token.start] not in self._p.joins
            ):
                return
            yield token
            end = token.end

    def _dressed(self, around: Surroundings, quantity: Quantity) -> Quantity:
        """`quantity` with what the neighbouring columns or the next clause say of it."""
        if around.index in self._dealt and not quantity.explicit:
            first = self._dealt[around.index][1]
            quantity = replace(
                quantity, comparator=first.comparator, explicit=first.explicit, rule=first.rule
            )
        return self._completing.of(around, quantity)

    def _measure(
        self, around: Surroundings, quantity: Quantity, change: Change | None
    ) -> list[str | None]:
        """The measures of a quantity: one, or the several that share it (A、B均达90%)."""
        if around.index in self._dealt:
            return [self._dealt[around.index][0]]
        p, text = self._p, self._text
        end = change.at if change else quantity.start
        before = p.measures.before(text, around.floor, around.start, end)
        first = p.promising.start_of(around)
        if first and (not before or p.changes.says_only_how(before)):  # 由20天压缩至(5天)
            whence = p.around(text, self._tokens, around.index - 1)
            before = p.measures.before(text, whence.floor, whence.start, first)
        behind = ""
        counted = quantity.unit is None or quantity.unit.dimension == "count"
        is_verb = before in p.count_verbs
        if not before or is_verb or (counted and not quantity.explicit):
            behind = p.measures.behind(text, quantity.end, around.ceiling())
        measure = behind or before
        if not measure or (self._near.name and p.changes.says_only_how(measure)):
            return [self._near.name or measure]
        if behind or not p.shared.search(text, max(quantity.start - 1, 0), quantity.at):
            return [measure]
        return list(p.measures.shared(measure.rstrip(p.shares)))

    def _schedule(self, around: Surroundings, quantity: Quantity) -> Target | None:
        """每月2次, 每季度开展1次: so many times every period."""
        unit, p = quantity.unit, self._p
        if unit is None:
            return None
        found = p.promising.times_a_period(around, quantity, unit)
        if found is None:
            return None
        before = self._text[around.start : quantity.start].rstrip()
        at, name, year = found
        measure = p.measures.behind(self._text, quantity.end, around.ceiling())
        return Target(
            kind=Kind.SCHEDULE,
            measure=measure or p.measures.strip(before[:at]) or self._near.name,
            comparator=quantity.comparator,
            explicit=quantity.explicit,
            value=quantity.value,
            unit=unit.name,
            dimension=unit.dimension,
            canonical=quantity.value * year,
            direction=p.directions.of(quantity, measure, self._near.name, self._category),
            approximate=quantity.approximate,
            per=name,
            span=(around.start + at, quantity.end),
            rule="schedule",
        )

    def _counted(
        self,
        quantity: Quantity,
        measure: str | None,
        clause: str,
        change: Change | None = None,
        baseline: str | None = None,
    ) -> Target:
        value = quantity.value
        upper: Decimal | None = quantity.upper
        unit = quantity.unit or NO_UNIT
        return Target(
            kind=Kind.QUANTITATIVE,
            measure=measure,
            comparator=quantity.comparator,
            explicit=quantity.explicit,
            value=value,
            upper=upper,
            unit=unit.name or None,
            dimension=unit.dimension or None,
            canonical=unit.canonical(value),
            canonical_upper=upper if upper is None else unit.canonical(upper),
            direction=self._direction(quantity, measure, clause, change),
            approximate=quantity.approximate,
            change=change.kind if change else self._change_named(unit, measure),
            baseline=baseline,
            per=unit.per,
            span=(quantity.start, quantity.end),
            rule=quantity.rule,
            notes=remarks(quantity, self._near, self._p.units.ratio),
        )

    def _direction(
        self, quantity: Quantity, measure: str | None, clause: str, change: Change | None
    ) -> Direction:
        if quantity.explicit:
            return BY_COMPARATOR[quantity.comparator]
        return self._p.directions.of(
            quantity,
            *(measure, self._near.name, self._category),
            clause=clause,
            changes=change is not None,
            falls=self._p.changes.falls_to(self._text, quantity),
        )

    def _change_named(self, unit: Measured, measure: str | None) -> str | None:
        """增长率≥10%: the measure tells that its share is one of change."""
        if not measure or unit.dimension not in _SHARES:
            return None
        return self._p.changes.named(measure)
