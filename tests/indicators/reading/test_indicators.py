"""Rows become indicators; points that rows have in common are divided to the cent."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.places import Place
from indicators.reading.declared import Claims
from indicators.reading.indicators import IndicatorReader, paired_lines
from indicators.reading.rows import IndicatorRow

AT = Place("a.docx")


def _row(*shared: str, **texts: str) -> IndicatorRow:
    return IndicatorRow(
        *("产出指标", "数量指标", "培训人数", "≥", "人", "100", AT, AT, texts, (("备注", "甲"),)),
        shared={column: f"{column} of row 7" for column in shared},
    )


def test_a_row() -> None:
    claims = Claims([])
    [one] = IndicatorReader(2022, None, None, claims).read(
        [_row(actual="94", max_points="10", points="9.4", reason="生源不足", evidence="签到表")]
    )
    assert (one.number, one.category, one.name) == (1, "output.quantity", "培训人数")
    assert [target.phrase for target in one.targets] == ["≥100人"]
    assert (one.actual_text, one.max_points, one.declared_points) == (
        *("94", Decimal(10), Decimal("9.4")),
    )
    assert (one.deviation_reason, one.evidence, one.others) == (
        *("生源不足", "签到表", (("备注", "甲"),)),
    )
    assert claims.findings == []


def test_a_declaration_has_nothing_filled_in() -> None:
    [one] = IndicatorReader(2022, None, None, Claims([])).read([_row()])
    assert (one.actual_text, one.max_points, one.declared_points, one.evidence) == (None,) * 4


def _empty(name: str) -> IndicatorRow:
    return IndicatorRow("产出指标", "数量指标", name, None, None, "", AT, AT, {}, ())


@pytest.mark.parametrize("name", ["培训期数≥40期", "培训40期", "2022年12月底前完成培训"])
def test_a_target_that_stands_in_the_name(name: str) -> None:
    claims = Claims([])
    [one] = IndicatorReader(2022, None, None, claims).read([_empty(name)])
    assert one.target_text == name
    assert [target.kind for target in one.targets] != ["qualitative"]
    [finding] = claims.findings
    assert (finding.check, name in finding.words.zh) == ("target-in-name", True)


@pytest.mark.parametrize("name", ["5分钟到场率", "70周年活动", "培训人数"])
def test_a_number_in_a_name_alone_is_no_target(name: str) -> None:
    claims = Claims([])
    [one] = IndicatorReader(2022, None, None, claims).read([_empty(name)])
    assert (one.target_text, claims.findings) == ("", [])
    assert [target.kind for target in one.targets] == ["qualitative"]


def test_points_in_common() -> None:
    claims = Claims([])
    rows = [_row("max_points", "points", max_points="10", points="9.99") for _ in range(3)]
    found = IndicatorReader(None, None, None, claims).read([*rows, _row(max_points="5")])
    assert [str(one.max_points) for one in found] == ["3.34", "3.33", "3.33", "5"]
    assert [str(one.declared_points) for one in found] == ["3.33", "3.33", "3.33", "None"]
    [finding] = claims.findings
    assert (finding.check, "3 行合写了一个分数“10”" in finding.words.zh) == ("points-shared", True)


def test_only_one_of_the_two_in_common() -> None:
    """50 points that can be had for four rows, each with its own; 29.67 that two rows had."""
    claims = Claims([])
    own = ("20", "9.67", "10", "10")
    rows = [_row("max_points", max_points="50", points=points) for points in own]
    rows += [_row("points", max_points=most, points="29.67") for most in ("10", "20")]
    found = IndicatorReader(None, None, None, claims).read(rows)
    assert [str(one.max_points) for one in found[:4]] == ["12.50"] * 4
    assert [str(one.declared_points) for one in found[:4]] == [*own]
    assert [str(one.declared_points) for one in found[4:]] == ["9.89", "19.78"]  # a third, two
    assert [finding.check for finding in claims.findings] == ["points-shared"] * 2


def _named(name: str, text: str) -> IndicatorRow:
    return IndicatorRow("产出指标", "数量指标", name, None, None, text, AT, AT)


def _read(name: str, text: str) -> list[tuple[str | None, str]]:
    [one] = IndicatorReader(2022, None, None, Claims([])).read([_named(name, text)])
    return [(target.measure, text[slice(*target.span)]) for target in one.targets]


def test_names_and_targets_line_by_line() -> None:
    assert _read("指标1：养护里程\n指标2：桥梁", "≥120公里\n≥3座") == [
        *(("养护里程", "≥120公里"), ("桥梁", "≥3座")),
    ]
    assert _read("公路养护里程\n桥梁检测数量", "120公里\n3座")[1][0] == "桥梁检测数量"


def test_lines_that_are_no_pairs() -> None:
    """A wrapped name, a wrapped target, another number of lines, a line without a number."""
    assert len(_read("公路养护\n里程", "≥120\n公里")) == 1
    assert paired_lines("养护里程\n桥梁", "≥120公里\n≥3座") == []
    assert paired_lines("1.养护里程\n2.桥梁", "≥120公里") == []
    assert _read("1.养护里程\n2.路况水平", "≥120公里\n明显提升")[0][0] != "养护里程"


def test_points_behind_a_name() -> None:
    """Where no column has them, they are the points that can be had; a column counts more."""
    row = _named("养护里程（20分）", "≥120公里")
    [one] = IndicatorReader(2022, None, None, Claims([])).read([row])
    assert (one.name, one.max_points) == ("养护里程（20分）", Decimal(20))
    assert one.targets[0].measure == "养护里程"
    [one] = IndicatorReader(2022, None, None, Claims([])).read(
        [replace(row, texts={"max_points": "15"})]
    )
    assert one.max_points == Decimal(15)
