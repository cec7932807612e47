"""Which names are one."""

from scoring.comparison.names import matched
from scoring.comparison.settings import settings


def pairs(before: list[str], after: list[str]) -> list[tuple[int, int, bool]]:
    return [(m.before, m.after, m.is_alike) for m in matched(before, after, settings())]


def test_spelled_alike() -> None:
    assert pairs(["保安服务费（续签）"], ["保安 服务费(续签)"]) == [(0, 0, True)]


def test_reworded_names_are_only_suggestions() -> None:
    found = pairs(
        ["综合行政执法平台运行维护", "职工食堂改造"], ["职工食堂改造", "综合行政执法平台运维项目"]
    )
    assert sorted(found) == [(0, 1, False), (1, 0, True)]


def test_between_two_equally_similar_names_nothing_is_chosen() -> None:
    assert pairs(["道路养护一期"], ["道路养护二期", "道路养护三期"]) == []


def test_each_name_is_used_once() -> None:
    assert pairs(["甲项目", "甲项目"], ["甲项目"]) == [(0, 0, True)]
