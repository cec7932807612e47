"""Short cells: what is looked up is what the scan and the grammar read."""

import itertools

import pytest

from indicators.grammar import parser
from indicators.grammar.cell import CellParser
from indicators.grammar.short import ShortCells

PARSER = parser()
NUMBERS = ("0", "1", "12", "24", "95.5", "100", "110", "365", "2019", "2019.5", "12345", "007")
COMPARATORS = ("", *PARSER.lexicon.before.meaning)
UNITS = tuple(PARSER.scanner.units.words)


class _Nothing(ShortCells):
    """Finds no cell short."""

    def read(self, _text: str) -> None:
        return None


@pytest.fixture(scope="module")
def walking() -> CellParser:
    """A parser that looks nothing up."""
    made = CellParser(PARSER.lexicon)
    made._short = _Nothing(PARSER.lexicon, PARSER.scanner)
    return made


def _cells() -> list[str]:
    """Every comparator with some units, and every unit with some comparators."""
    some = [*itertools.product(COMPARATORS, NUMBERS, ("人", "%", "万元", "项", "平方米"))]
    others = itertools.product(("", "≥", "不超过"), NUMBERS, UNITS)
    return ["".join(parts) for parts in (*some, *others)]


@pytest.mark.parametrize(
    ("name", "category"),
    [(None, None), ("群众满意度", None), ("事故发生率", None), ("项目成本", "output.cost")],
)
def test_what_is_looked_up_is_what_is_read(
    walking: CellParser, name: str | None, category: str | None
) -> None:
    looked_up = 0
    for text in _cells():
        if PARSER._short.read(PARSER.scanner.clean(text)) is None:
            continue
        looked_up += 1
        cell = PARSER.targets(text, name=name, category=category)
        assert cell == walking.targets(text, name=name, category=category), text
    assert looked_up > 10_000


@pytest.mark.parametrize(
    "text",
    ["≥95", "2019年", "3天", "95%以上", "约95%", "12月底前", "≥95%，≥90人", "2013.12万元", "7成"],
)
def test_others_are_left_to_the_grammar(text: str) -> None:
    assert PARSER._short.read(text) is None


def test_a_column_that_adds_something_is_heard() -> None:
    (target,) = PARSER.targets("95%", name="满意度", nature="≥")
    assert (target.comparator, target.rule) == (">=", "column")
    (told,) = PARSER.targets("95%", name="满意度", nature="定性")
    assert told.value is None
