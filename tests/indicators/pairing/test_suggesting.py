"""Ids and equal words decide; a likeness is told with its score until the user accepts it."""

from typing import Any

import pytest

from indicators.pairing.suggesting import Found, find_promises
from indicators.pairing.typed import TypedRow
from tests.indicators.pairing.declared import declaration


def _row(name: str = "", *, place: str = "表.xlsx!B2", **said: Any) -> TypedRow:
    return TypedRow(place, name=name, actual="1", **said)


def _found(*rows: TypedRow, accept: bool = False) -> Found:
    return find_promises(declaration(), rows, accept=accept)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (_row("聘用保安人员"), "1"),
        (_row("聘用保安人员", target="≥100人"), "1"),
        (_row(" 聘用 保安人员："), "1"),
        (_row("1、聘用保安人员"), "1"),
        (_row(target="进一步改善街面环境秩序。"), "4"),
        (_row("巡查街道20条,发放宣传册500册"), "2"),
        (_row("发放宣传册"), "2.2"),
        (_row("随便什么", item="3"), "3"),
        (_row("随便什么", item="2.1"), "2.1"),
        (_row("随便什么", confirm="3"), "3"),
        (_row(item="4"), "4"),
    ],
)
def test_what_decides(row: TypedRow, key: str) -> None:
    found = _found(row)
    assert list(found.rows) == [key]
    assert (found.problems, found.doubts) == ([], [])


def test_a_number_of_another_indicator_gives_way_to_the_name() -> None:
    """The department numbered its table in an order of its own."""
    found = _found(_row("聘用保安人员", item="4"))
    assert list(found.rows) == ["1"]
    assert [doubt.check for doubt in found.doubts] == ["number-of-another"]


def test_a_second_answer_names_the_first() -> None:
    found = _found(_row("聘用保安人员"), _row("聘用保安人员", place="表.xlsx!B3"))
    [problem] = found.problems
    assert problem.where == "表.xlsx!B3"
    assert "填了两次，另一处在 表.xlsx!B2" in problem.words.zh


def test_a_likeness_is_a_suggestion_with_its_score() -> None:
    found = _found(_row("保安人数"))
    [problem] = found.problems
    assert problem.where == "表.xlsx!B2"
    assert "“保安人数”可能是 1“聘用保安人员 ≥100人”（相似度 0." in problem.words.zh
    assert "--accept-suggestions" in problem.words.zh
    assert "likeness 0." in problem.words.en


def test_an_accepted_likeness_leaves_a_doubt() -> None:
    for found in (_found(_row("保安人数"), accept=True), _found(_row("保安人数", confirm="是"))):
        assert list(found.rows) == ["1"]
        assert found.problems == []
        [doubt] = found.doubts
        assert (doubt.check, doubt.place) == ("paired-by-likeness", "表.xlsx!B2")


def test_a_refused_row_is_left_out() -> None:
    found = _found(_row("保安人数", confirm="否"))
    assert (found.rows, found.problems) == ({}, [])


def test_one_promise_of_several_in_a_row() -> None:
    found = _found(_row("宣传册发放数"), accept=True)
    assert list(found.rows) == ["2.2"]


def test_nothing_like_it_shows_the_nearest() -> None:
    [problem] = _found(_row("办公用房面积"), accept=True).problems
    assert "对不上任何一项承诺；最接近的是" in problem.words.zh
    assert "answers no promise" in problem.words.en


def test_the_only_promise_of_its_kind_is_suggested() -> None:
    [problem] = _found(_row("群众反映", level2="社会效益")).problems
    assert "可能是 4" in problem.words.zh


def test_the_kind_of_indicator_narrows_the_search() -> None:
    found = _found(_row("保安人数", level2="质量指标"), accept=True)
    assert list(found.rows) == ["3"]


def test_twins_and_unknown_ids() -> None:
    rows = (
        _row("聘用保安人员", place="表.xlsx!B2"),
        _row("别的", item="1", place="表.xlsx!B3"),
        _row(item="9", place="表.xlsx!B4"),
    )
    found = _found(*rows)
    assert [problem.where for problem in found.problems] == ["表.xlsx!B2", "表.xlsx!B4"]
    assert "编号“9”不对应申报表中的任何承诺" in found.problems[1].words.zh
    twice = _found(_row(item="1", place="a"), _row(item="1", place="b"))
    [problem] = twice.problems
    assert (problem.where, "填了两次，另一处在 a" in problem.words.zh) == ("b", True)


def test_the_clearest_comes_first_whatever_the_order() -> None:
    """合格率 and 保安 both look like 巡查…; each gets its own."""
    rows = (_row("巡查情况合格率", place="a"), _row("保安人员数", place="b"))
    for order in (rows, rows[::-1]):
        found = _found(*order, accept=True)
        assert {key: row.place for key, row in found.rows.items()} == {"3": "a", "1": "b"}
