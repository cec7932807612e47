"""One cell of text → its promises: the scan, the neighbouring columns, counted or in words."""

from dataclasses import replace
from decimal import Decimal

from indicators.grammar.lexicon import Lexicon
from indicators.grammar.neighbours import Neighbours, read_neighbours
from indicators.grammar.promises import Promises
from indicators.grammar.qualitative import IMPLIED, Wordings
from indicators.grammar.quantities import Scanner
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Point
from indicators.model import Budget, Comparator, Direction, Kind, Target


class CellParser:
    """Reads cells by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.scanner = Scanner(lexicon)
        self.wordings = Wordings(lexicon)
        self._promises = Promises(lexicon, self.scanner.units, self.wordings)

    def targets(
        self,
        text: str,
        *,
        name: str | None = None,
        nature: str | None = None,
        unit: str | None = None,
        category: str | None = None,
        year: int | None = None,
        budget: Budget | None = None,
    ) -> list[Target]:
        """Every promise of one cell, in the order of the text; see `parse_targets`."""
        clean = self.scanner.clean(text)
        if name and self.wordings.says_none(clean) and self._promises.directions.is_bad(name):
            return [_none(clean, name)]
        if self.wordings.is_not_applicable(clean):
            return [_plain(Kind.NOT_APPLICABLE, clean, name, "not-applicable")]
        near = read_neighbours(self.scanner, name=name, nature=nature, unit=unit)
        if not near.is_counted:
            return [_plain(Kind.QUALITATIVE, clean, name, "qualitative")]
        point: Point = "decimal" if near.measures else "date"
        tokens = self.scanner.tokens(clean, year=year, point=point)
        counted = self._promises.read(clean, tokens, near, category) if tokens else []
        return counted or self._uncounted(clean, near, budget)

    def around(self, text: str, *, year: int | None = None) -> list[Surroundings]:
        """What the scan finds in `text`, seen from each token of it."""
        clean = self.scanner.clean(text)
        tokens = self.scanner.tokens(clean, year=year)
        return [self._promises.around(clean, tokens, index) for index in range(len(tokens))]

    def _uncounted(self, text: str, near: Neighbours, budget: Budget | None) -> list[Target]:
        """The promise of a text that counts nothing."""
        found = self.wordings.schedule(text) or self.wordings.reference(text, budget)
        implied = self.wordings.implied(text) if found is None else [found]
        if implied:
            name = near.name
            return [replace(target, measure=name) for target in implied] if name else implied
        return [_plain(Kind.QUALITATIVE, text, near.name, "qualitative")]


def _none(text: str, name: str) -> Target:
    """重大安全事故｜不发生: none of something bad."""
    return Target(
        kind=Kind.QUANTITATIVE,
        measure=name,
        comparator=Comparator.EQ,
        value=Decimal(0),
        canonical=Decimal(0),
        direction=Direction.LOWER,
        span=(0, len(text)),
        rule="none-of-it",
        notes=(IMPLIED,),
    )


def _plain(kind: Kind, text: str, name: str | None, rule: str) -> Target:
    """A promise without a number; its words are the text itself."""
    return Target(kind=kind, measure=name, span=(0, len(text)), rule=rule)
