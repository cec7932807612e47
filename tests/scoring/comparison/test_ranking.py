"""Places, ties, and what open judgements may change."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from scoring.comparison.ranking import ranked
from tests.scoring.comparison.samples import project, projects


def test_equal_totals_share_a_place_and_the_next_one_is_left_out() -> None:
    found = ranked(projects(project("a", 80), project("b", 90), project("c", 90), project("d", 70)))
    assert found[["project_id", "rank", "tied"]].to_numpy().tolist() == [
        ["b", 1, 2],
        ["c", 1, 2],
        ["a", 3, 1],
        ["d", 4, 1],
    ]


def test_open_judgements_give_an_interval() -> None:
    # b may fall to 80 or rise to 95: from the first place to the last
    found = ranked(
        projects(project("a", 92), project("b", 90, low=80, high=95), project("c", 85))
    ).set_index("project_id")
    assert list(found.loc["b", ["rank", "best", "worst"]]) == [2, 1, 3]
    assert list(found.loc["a", ["rank", "best", "worst"]]) == [1, 1, 2]
    assert list(found.loc["c", ["rank", "best", "worst"]]) == [3, 2, 3]


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=4
    )
)
def test_the_interval_is_what_trying_every_judgement_gives(
    drawn: list[tuple[int, int, int]],
) -> None:
    rows = [
        project(str(at), total, low=total - down, high=total + up)
        for at, (total, down, up) in enumerate(drawn)
    ]
    places: list[set[int]] = [set() for _ in rows]
    for totals in product(*(range(row["low"], row["high"] + 1) for row in rows)):
        for at, own in enumerate(totals):
            places[at].add(1 + sum(other > own for other in totals))
    found = ranked(projects(*rows)).set_index("project_id")
    for at, tried in enumerate(places):
        assert list(found.loc[str(at), ["best", "worst"]]) == [min(tried), max(tried)]
