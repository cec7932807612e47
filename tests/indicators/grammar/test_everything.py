"""Every number of a text: extended numerals, compounds, pairs that make a range."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar import quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("三百五十又三分之一", ["350.3333333333333333333333333"]),
        ("五分之二", ["0.4"]),
        ("5/4", ["1.25"]),
        ("1 1/4", ["1.25"]),
        ("负三十二", ["-32"]),
        ("2^-1", ["0.5"]),
        ("1e3", ["1000"]),
        ("40k", ["40000"]),
        ("一 百 五 十", ["150"]),
        ("半百", ["50"]),
        ("两打", ["24"]),
        ("20 30", ["20", "30"]),
        ("1, 234", ["1", "234"]),
        ("４，５６５", ["4565"]),
        ("五元三毛", ["5.3"]),
        ("两美元又三美分", ["2.03"]),
        ("十五斤半", ["15.5"]),
        ("一块二", ["1.2"]),
        ("两毛五", ["2.5"]),
        ("3块五个", ["3", "5"]),
        ("排名前三的品牌", ["3"]),
        ("20 kg", ["20"]),
        ("三千两百两", ["3200"]),
        ("这是四川", []),
        ("这是我的队伍", []),
        ("“一”和“五”", ["1", "5"]),
        ("70周年", ["70"]),
        ("12345热线", ["12345"]),
        ("万", []),
        ("9" * 50, []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [number.value for number in quantities(text)] == [Decimal(v) for v in values]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("百分之九十五", "95"),
        ("百万分之五", "0.0005"),
        ("六点五成", "65"),
        ("三成半", "35"),
        ("九五折", "95"),
        ("五折", "50"),
        ("一折", "10"),
        ("打对折", "50"),
    ],
)
def test_percentages(text: str, percent: str) -> None:
    (number,) = quantities(text)
    assert (number.kind, number.unit, number.value) == ("percent", "%", Decimal(percent))


@pytest.mark.parametrize(
    ("text", "low", "high", "ends"),
    [
        ("大于50小于100", "50", "100", (False, False)),
        ("大于二十的同时小于等于三十五", "20", "35", (False, True)),
        ("不大于50不小于20", "20", "50", (True, True)),
        ("1000以上， 1500以下", "1000", "1500", (True, True)),
        ("10000与20000之间", "10000", "20000", (True, True)),
        ("10000与20000间", "10000", "20000", (True, True)),
        ("第十和第十五之间", "10", "15", (True, True)),
        ("五元六角到五元七角八分", "5.6", "5.78", (True, True)),
        ("10k~15k", "10000", "15000", (True, True)),
        ("20~100个", "20", "100", (True, True)),
        ("比四分之一大，比二分之一小", "0.25", "0.5", (False, False)),
    ],
)
def test_ranges(text: str, low: str, high: str, ends: tuple[bool, bool]) -> None:
    (number,) = quantities(text)
    assert number.comparator == "between"
    assert (number.value, number.upper) == (Decimal(low), Decimal(high))
    assert (number.lower_included, number.upper_included) == ends


@pytest.mark.parametrize("text", ["大于50小于12", "x大于10且y小于20"])
def test_two_numbers_that_make_no_range_stay_two(text: str) -> None:
    assert [number.comparator for number in quantities(text)] == [">", "<"]


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("五百多个", ">", "500"),
        ("比三十大", ">", "30"),
        ("比170低", "<", "170"),
        ("占比过20", ">", "20"),
        ("通过20项", "=", "20"),
        ("< = 100", "<=", "100"),
        ("至少有10次", ">=", "10"),
        ("最多为5", "<=", "5"),
    ],
)
def test_comparators(text: str, comparator: str, value: str) -> None:
    (number,) = quantities(text)
    assert (number.comparator, number.value) == (comparator, Decimal(value))


@given(
    st.text(
        alphabet="0123456789一二百千万亿分之又点负半折成元角 .,-/^eEkM大于小于与间年月日前后",
        max_size=60,
    )
)
def test_hostile_texts_raise_nothing_and_spans_hold(text: str) -> None:
    for number in quantities(text, year=2022):
        start, end = number.span
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    assert isinstance(quantities(text), list)


def test_what_the_contract_shows() -> None:
    share, homes = quantities("5%至10%用于3.5万户")
    assert (share.kind, share.unit, homes.kind, homes.unit) == ("percent", "%", "quantity", "户")
    assert (str(share.value), str(share.upper)) == ("5", "10")
    assert homes.value == Decimal(35000)
    assert quantities("无") == []
