"""Rows take the route of the rule that a form would choose; what cannot be known is a reason."""

from typing import Any

import pytest

from indicators.model import Comparator, Direction, Kind
from scoring.columns.routes import MOST_ROUTERS, Router, Situation, router_of
from scoring.register import find
from scoring.table import Reason

USUAL = Situation(
    kind=Kind.QUANTITATIVE,
    comparator=Comparator.GE,
    direction=Direction.HIGHER,
    dimension="count",
    evidence=None,
    measure="",
    category="output.quantity",
    state="number",
)
SATISFIED = USUAL._replace(category="satisfaction.beneficiary", dimension="ratio")


def _route(standard: str, at: Situation) -> Any:
    return Router(find(standard)).route(at)


@pytest.mark.parametrize(
    ("standard", "at", "rule", "how"),
    [
        ("cn-mof-2020-10", USUAL, "quantitative", "counted"),
        ("cn-mof-2021-101", SATISFIED, "satisfaction-rate", "counted"),
        ("cn-mof-2021-101", SATISFIED._replace(dimension="count"), "quantitative", "counted"),
        ("cn-practice-linear", USUAL._replace(comparator=Comparator.LE), "reverse", "counted"),
        ("cn-mof-2020-10", USUAL._replace(kind=Kind.QUALITATIVE), "qualitative", "judged"),
        ("cn-mof-2020-10", USUAL._replace(state="absent"), "qualitative", "judged"),
        ("cn-mof-2020-10", USUAL._replace(kind=Kind.DEADLINE), "quantitative", "counted"),
        (
            "cn-mof-2020-10",
            USUAL._replace(kind=Kind.DEADLINE, state="date"),
            "deadline",
            "dated",
        ),
        ("cn-mof-2020-10", USUAL._replace(category="execution"), "execution", "counted"),
    ],
)
def test_rule_and_way(standard: str, at: Situation, rule: str, how: str) -> None:
    route = _route(standard, at)
    assert (route.rule, route.how, route.reason) == (rule, how, None)


@pytest.mark.parametrize(
    ("standard", "at", "reason"),
    [
        ("cn-mof-2020-10", USUAL._replace(kind=None), Reason.KIND_UNKNOWN),
        ("cn-mof-2020-10", USUAL._replace(comparator=None), Reason.COMPARATOR_UNKNOWN),
        (
            "cn-mof-2020-10",
            USUAL._replace(comparator=Comparator.EQ, direction=None),
            Reason.DIRECTION_UNKNOWN,
        ),
        ("cn-mof-2020-10", USUAL._replace(kind=Kind.NOT_APPLICABLE), Reason.NOT_APPLICABLE),
        ("cn-mof-2020-10", USUAL._replace(state="date"), Reason.NOT_COMPARABLE),
        ("cn-mof-2021-101", SATISFIED._replace(dimension=None), Reason.DIMENSION_UNKNOWN),
        (
            "cn-jx-selfeval-2017",
            USUAL._replace(category="output.cost", measure=None),
            Reason.MEASURE_UNKNOWN,
        ),
        ("cn-sc-review-2026", USUAL, Reason.EVIDENCE_UNKNOWN),
        ("us-omb-part", USUAL._replace(category="execution"), Reason.NO_EXECUTION),
        (
            "cn-mof-2020-10",
            USUAL._replace(category="execution", state="absent"),
            Reason.TARGET_MISSING,
        ),
    ],
)
def test_why_there_is_no_way(standard: str, at: Situation, reason: Reason) -> None:
    assert _route(standard, at).reason is reason


def test_a_promise_between_zero_and_one_is_a_share() -> None:
    """Without a dimension, 0.9 can be no count; 1 might be one."""
    route = _route("cn-mof-2021-101", SATISFIED._replace(dimension=None, state="fraction"))
    assert (route.rule, route.parts) == ("satisfaction-rate", 100)


def test_bounds_follow_comparator_and_direction() -> None:
    bounds = {
        (comparator, direction): (route.low, route.high)
        for comparator, direction in [
            (Comparator.GT, Direction.LOWER),
            (Comparator.LE, Direction.HIGHER),
            (Comparator.EQ, Direction.HIGHER),
            (Comparator.EQ, Direction.EXACT),
        ]
        if (
            route := _route(
                "cn-mof-2020-10", USUAL._replace(comparator=comparator, direction=direction)
            )
        )
    }
    assert list(bounds.values()) == [
        (True, False),
        (False, True),
        (True, False),
        (True, True),
    ]


def test_only_what_rules_ask_tells_rows_apart() -> None:
    router = Router(find("cn-mof-2021-101"))
    classes = {router.category_class(c) for c in ("output.cost", "benefit.social", "x", None)}
    assert len(classes) == 1
    assert router.category_class("satisfaction.beneficiary") not in classes
    assert router.measure_class("任何名称") == router.measure_class(None) == 0
    assert router.least_places == 2
    words = Router(find("cn-jx-selfeval-2017"))
    assert [words.measure_class(m) for m in (None, "数量", "成本控制率")] == [-1, 0, 1]


def test_routers_and_their_routes_are_kept() -> None:
    standard = find("cn-mof-2020-10")
    router = router_of(standard)
    assert router_of(standard) is router
    assert router.route(USUAL) is router.route(USUAL)
    copies = [standard.model_copy() for _ in range(MOST_ROUTERS)]
    assert all(router_of(copy).standard is copy for copy in copies)
    assert router_of(standard).standard is standard
