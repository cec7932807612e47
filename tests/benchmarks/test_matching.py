"""Annotation and reading are held together fairly: units and dates whatever their spelling."""

from typing import Any

import pytest

from benchmarks.matching import CORE, OTHERS, aligned, annotated, compared

NOTHING: dict[str, Any] = dict.fromkeys([*CORE, *OTHERS])


def _got(**fields: Any) -> dict[str, Any]:
    return NOTHING | {"kind": "quantitative", "approximate": False} | fields


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        ({"value": "6", "unit": "万人"}, {"value": "60000", "unit": "人"}),
        ({"value": "90", "unit": "百分比"}, {"value": "90", "unit": "%"}),
        ({"value": "2/3", "unit": None}, {"value": "0.666667", "unit": None}),
        ({"value": "0.95", "unit": [None, "%"]}, {"value": "95", "unit": "%"}),
        ({"value": "620", "unit": "万/月"}, {"value": "620", "unit": "万元/月"}),
        ({"value": "5", "unit": "元", "per": "人·月"}, {"value": "5", "unit": "元/人·月"}),
        ({"direction": ["lower", "exact"]}, {"direction": "exact"}),
        ({"measure": "项目总投资"}, {"measure": "总投资"}),
        ({"baseline": "上年"}, {"baseline": "较上年"}),
        ({"after": "合同签订"}, {"after": "自合同签订之日起"}),
    ],
)
def test_same_thing_in_other_words_agrees(wanted: dict[str, Any], got: dict[str, Any]) -> None:
    agrees = compared({"kind": "quantitative", **wanted}, _got(**got))
    assert {name for name, ok in agrees.items() if not ok} <= {"per"}


@pytest.mark.parametrize(
    ("wanted", "got", "name"),
    [
        ({"value": "6", "unit": "万人"}, {"value": "6", "unit": "人"}, "value"),
        ({"value": "5", "unit": "人"}, {"value": "5", "unit": "人次"}, "unit"),
        ({"value": "5", "unit": None}, {"value": "5", "unit": "个"}, "unit"),
        ({"value": "2/3", "unit": None}, {"value": "0.66", "unit": None}, "value"),
        ({"value": "5", "unit": "元/人"}, {"value": "5", "unit": "元"}, "unit"),
        ({"comparator": ["=", "<="]}, {"comparator": ">="}, "comparator"),
        ({"approximate": False}, {"approximate": True}, "approximate"),
    ],
)
def test_another_thing_does_not(wanted: dict[str, Any], got: dict[str, Any], name: str) -> None:
    assert not compared({"kind": "quantitative", **wanted}, _got(**got))[name]


def test_a_kind_that_is_allowed_beside_another_needs_no_number() -> None:
    wanted = {"kind": ["quantitative", "qualitative"], "value": "0", "comparator": "="}
    assert compared(wanted, NOTHING | {"kind": "qualitative"}) == {"kind": True}
    assert not all(compared(wanted, _got(value="1", comparator="=")).values())


def test_dates_of_the_gold_stand_in_their_own_fields() -> None:
    period = {"kind": "deadline", "comparator": "between", "value": "2020-01-01"}
    assert annotated([period | {"upper": "2020-11-30", "direction": None}]) == [
        {"kind": "deadline", "start": "2020-01-01", "date": "2020-11-30"}
    ]
    day = {"kind": "deadline", "comparator": "<=", "value": "2021-12-31"}
    assert annotated([day]) == [{"kind": "deadline", "comparator": "<=", "date": "2021-12-31"}]


def test_a_remark_beside_a_promise_is_none_of_its_own() -> None:
    remark, promise = {"kind": "qualitative"}, {"kind": "reference", "to": "plan"}
    assert annotated([remark, promise]) == [promise]
    assert annotated([remark]) == [remark]


def test_targets_are_paired_by_what_agrees() -> None:
    due = [{"kind": "quantitative", "value": str(value)} for value in (3, 7)]
    pairs = aligned(due, [_got(value="7")])
    assert [(pair.wanted, pair.got and pair.got["value"]) for pair in pairs] == [
        (due[0], None),
        (due[1], "7"),
    ]
    assert [pair.exact for pair in pairs] == [False, True]


def test_what_is_read_too_much_stands_alone() -> None:
    pairs = aligned([{"kind": "quantitative", "value": "7"}], [_got(value="2"), _got(value="7")])
    assert [(pair.wanted is None, pair.exact) for pair in pairs] == [(True, False), (False, True)]
