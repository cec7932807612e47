"""Moved weights: ranges of places, exact and by hand."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scoring.comparison.reweighing import Line, _range, reweighed
from scoring.comparison.settings import settings
from tests.scoring.comparison.samples import item, items, project, projects


def test_a_project_that_is_good_at_output_gains_with_its_weight() -> None:
    # output and benefit weigh half each; a has all of output, b nine tenths of both
    names = projects(*(project(key, 0, execution_points=None, execution_max=None) for key in "ab"))
    table = items(
        item("a", 1000),
        item("a", 800, category="benefit.social"),
        item("b", 900),
        item("b", 900, category="benefit.social"),
    )
    found = {each.category: each for each in reweighed(names, table, settings())}
    output = found["output"]
    assert output.exact
    assert [output.now, output.least, output.most] == [Decimal(50), Decimal(40), Decimal(60)]
    # at 50:50 both have 90; with 40 % output a has 88, with 60 % a has 92
    assert output.ranks[["project_id", "rank", "best", "worst"]].to_numpy().tolist() == [
        ["a", 1, 1, 2],
        ["b", 1, 1, 2],
    ]


def test_an_order_that_no_weight_changes_has_tau_one() -> None:
    names = projects(*(project(key, 0, execution_points=None, execution_max=None) for key in "ab"))
    table = items(
        item("a", 1000),
        item("a", 1000, category="benefit.social"),
        item("b", 500),
        item("b", 500, category="benefit.social"),
    )
    for each in reweighed(names, table, settings()):
        assert (each.tau_least, each.tau_most) == (1, 1)
        assert each.ranks["worst"].tolist() == [1, 2]


def test_who_lacks_a_category_makes_the_range_inexact() -> None:
    names = projects(*(project(key, 0, execution_points=None, execution_max=None) for key in "ab"))
    table = items(item("a", 1000), item("a", 800, category="benefit.social"), item("b", 900))
    exact = {each.category: each.exact for each in reweighed(names, table, settings())}
    assert exact == {"output": False, "benefit": True}


def test_one_project_has_no_order() -> None:
    assert reweighed(projects(project("a", 1)), items(item("a", 1)), settings()) == ()


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=5))
def test_ranges_are_what_trying_every_crossing_gives(ends: list[tuple[int, int]]) -> None:
    lines = [Line(*end) for end in ends]
    crossings = {
        Fraction(one.low - two.low, (one.low - two.low) - (one.high - two.high))
        for one in lines
        for two in lines
        if (one.low - two.low) != (one.high - two.high)
    }
    inside = sorted({Fraction(0), Fraction(1), *(x for x in crossings if 0 <= x <= 1)})
    between = [(one + two) / 2 for one, two in pairwise(inside)]
    for own in lines:
        tried = set()
        for weight in (*inside, *between):
            at = [line.low + weight * (line.high - line.low) for line in lines]
            mine = own.low + weight * (own.high - own.low)
            tried.add(1 + sum(value > mine for value in at))
        assert _range(own, lines) == (min(tried), max(tried))
