"""The list: its order, and its reasons in words."""

from decimal import Decimal

from scoring.comparison.clues import priorities
from scoring.comparison.priority import prioritised
from scoring.comparison.settings import settings
from tests.scoring.comparison.samples import WAN, item, project, tables


def test_a_gap_counts_in_proportion_and_says_so() -> None:
    both = tables(
        [
            project("a", 9000, declared_total=9000),
            project("b", 9000, declared_total=9525, budget=WAN),
        ],
        [item(key, 900, actual_value=Decimal(90), reason="有") for key in "ab"],
    )
    first, second = prioritised(both, priorities(), settings())
    assert (first.project_id, second.project_id) == ("b", "a")
    # 5.25 of the way from 0.5 to 10: half of 40 points
    assert first.reasons[0].points == Decimal("20.0")
    assert first.reasons[0].words.zh == "自评分高于按规则算出的分（5.25分），需核实。"
    assert second.points == 0


def test_of_equal_points_the_larger_budget_comes_first() -> None:
    both = tables(
        [project("a", 9000, budget=WAN, executed=WAN), project("b", 9000)],
        [item(key, 900, actual_value=Decimal(90), reason="有") for key in "ab"],
    )
    assert [each.project_id for each in prioritised(both, priorities(), settings())] == ["b", "a"]


def test_one_of_twenty_peers_stands_out() -> None:
    first = [project(str(k), 9000, declared_total=9000 + k) for k in range(20)]
    first.append(project("far", 9000, declared_total=9300))
    rows = [item(each["project_id"], 900, actual_value=Decimal(90), reason="有") for each in first]
    listed = prioritised(tables(first, rows), priorities(), settings())
    assert listed[0].project_id == "far"
    assert "outlier" in {reason.clue for reason in listed[0].reasons}
    assert "outlier" not in {reason.clue for each in listed[1:] for reason in each.reasons}


def test_a_clue_that_counts_nothing_is_no_clue() -> None:
    """0.50 points above the rule is where the clue begins: 0.0 of its 40 points."""
    both = tables(
        [project("a", 9000, declared_total=9050), project("b", 9000, declared_total=9000)],
        [item(key, 900, actual_value=Decimal(90), reason="有") for key in "ab"],
    )
    assert all(each.reasons == () for each in prioritised(both, priorities(), settings()))
