"""One scan for tokens; a comparator binds across the unit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual
from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import default
from indicators.grammar.quantities import Scanner
from indicators.grammar.tokens import Mark, Quantity
from indicators.model import Comparator

SCANNER = Scanner(default())


def one(text: str) -> Quantity:
    clean = SCANNER.clean(text)
    (found,) = [token for token in SCANNER.tokens(clean) if isinstance(token, Quantity)]
    return found


BEFORE = {
    ">=": "≥ ≧ >= ＞= 不少于 不低于 不小于 至少 达到 达 大于等于",
    ">": "＞ > 超过 大于 高于 多于",
    "<=": "≤ ≦ <= ＜= 不超过 不高于 不大于 至多 控制在 小于等于",
    "<": "＜ < 小于 低于 少于",
    "=": "= ＝ ═ 等于",
}
AFTER = {">=": "以上 及以上 之上", "<=": "以内 之内 以下 及以下"}


@pytest.mark.parametrize(
    ("word", "comparator"),
    [(word, sign) for sign, words in BEFORE.items() for word in words.split()],
)
def test_comparators_before(word: str, comparator: str) -> None:
    found = one(f"使用{word}20万人次")
    assert (found.comparator, found.explicit) == (comparator, True)
    assert found.value == Decimal(200000)
    assert found.unit is not None
    assert found.unit.name == "人次"


@pytest.mark.parametrize(
    ("word", "comparator"),
    [(word, sign) for sign, words in AFTER.items() for word in words.split()],
)
def test_comparators_behind_the_unit(word: str, comparator: str) -> None:
    found = one(f"20万人次{word}")
    assert (found.comparator, found.value) == (comparator, Decimal(200000))


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("控制在50万元以内", "<="),
        ("达到8%以上", ">="),
        ("不超过20人以上", "<="),
        ("合格率：≥ 95%", ">="),
        ("不少于：100人", ">="),
        ("约100人", "="),
        ("100%", "="),
    ],
)
def test_which_comparator_wins(text: str, comparator: str) -> None:
    assert one(text).comparator == comparator


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3-5个", "3", "5"),
        ("90%~95%", "90", "95"),
        ("10至20人", "10", "20"),
        ("20-30万元", "20", "30"),
        ("2-3万人", "20000", "30000"),
        ("±10%", "-10", "10"),
    ],
)
def test_ranges(text: str, low: str, high: str) -> None:
    found = one(text)
    assert found.comparator == "between"
    assert (found.value, found.upper) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["约100户", "100户左右", "100余户", "近百户", "数十户"])
def test_approximate(text: str) -> None:
    assert one(text).approximate


def test_a_minus_between_numbers_is_a_range_and_before_one_a_sign() -> None:
    assert one("80-100人").value == Decimal(80)
    assert one("-5℃").value == Decimal(-5)


@pytest.mark.parametrize("text", ["70周年", "12345热线", "〔2020〕10号", "《预算法》", "1、"])
def test_names_are_marks(text: str) -> None:
    clean = SCANNER.clean(text)
    assert [type(token) for token in SCANNER.tokens(clean)] == [Mark]


@given(st.text(alphabet="0123456789一二百万.,-~至%人元年月日()≥以上", max_size=80))
def test_tokens_stand_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for token in SCANNER.tokens(text, year=2022):
        assert 0 <= token.start < token.end <= len(text)
        assert token.end > end
        end = token.end


def test_a_date_of_the_year_after() -> None:
    first, second = Scanner(default()).tokens("次年1月底前决算，12月底前公开", year=2022)
    assert isinstance(first, DateSpan)
    assert isinstance(second, DateSpan)
    assert (first.last.year, second.last.year) == (2023, 2022)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("≥1986.1", "1986.1"),
        ("2013.12万元", "2013.12"),
        ("2013.12 公里", "2013.12"),
        ("2010.5亿", "201050000000"),
    ],
)
def test_an_amount_like_a_year_and_a_month_is_a_number(text: str, value: str) -> None:
    assert one(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "last"),
    [("2021.12", "2021-12-31"), ("2021.12月底前", "2021-12-31"), ("2021.6.5", "2021-06-05")],
)
def test_a_year_and_a_month_alone_are_a_date(text: str, last: str) -> None:
    (token,) = SCANNER.tokens(text)
    assert isinstance(token, DateSpan)
    assert token.last.isoformat() == last


def test_beside_a_unit_a_year_and_a_month_are_a_number() -> None:
    (token,) = SCANNER.tokens("2013.12", point="decimal")
    assert isinstance(token, Quantity)
    assert token.value == Decimal("2013.12")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("师生比不低于1:20", None, "0.05"),
        ("医护配比为 1∶1.25", None, "0.8"),
        ("1:16", "教职工配备比例", "0.0625"),
        ("不高于18:1", "生师比", "18"),
    ],
)
def test_a_ratio_is_divided(text: str, name: str | None, value: str) -> None:
    (target,) = parse_targets(text, name=name)
    assert (target.value, target.unit) == (Decimal(value), "比值")
    assert "比值" in target.notes[0].zh


@pytest.mark.parametrize("text", ["1:18", "每日8:30开馆", "7:30-20:00供水", "比1:0大"])
def test_a_colon_elsewhere_divides_nothing(text: str) -> None:
    assert all(target.value is None for target in parse_targets(text))


def test_a_ratio_is_answered_by_a_ratio() -> None:
    (target,) = parse_targets("1:20", name="师生比")
    assert read_actual("1:16", target).value == Decimal("0.0625")
    with pytest.raises(ActualsError, match="比值"):
        read_actual("16", target)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("机房温度22±2℃", 20, 24), ("水深1.5±0.5米", 1, 2), ("误差±3%", -3, 3)],
)
def test_so_much_to_either_side(text: str, low: int, high: int) -> None:
    found = one(text)
    assert found.comparator is Comparator.BETWEEN
    assert [found.value, found.upper] == [low, high]


@pytest.mark.parametrize(
    ("text", "comparator"), [("5万+", ">="), ("利用率85%+", ">="), ("10+3", "="), ("65%↑", ">=")]
)
def test_a_plus_behind_a_number(text: str, comparator: str) -> None:
    found = next(token for token in SCANNER.tokens(text) if isinstance(token, Quantity))
    assert found.comparator == comparator


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("完成投资三分之二", "=", "66.6667"),
        ("三分之一以上", ">=", "33.3333"),
        ("不低于2/3", ">=", "66.6667"),
        ("减少四分之一", "=", "25"),
        ("半数以上企业", ">=", "50"),
        ("超过一半", ">", "50"),
        ("受益人数过半", ">", "50"),
    ],
)
def test_a_part_of_something_is_a_share(text: str, comparator: str, value: str) -> None:
    (target,) = parse_targets(text, year=2023)
    assert (target.comparator, target.value) == (comparator, Decimal(value))
    assert (target.unit, target.dimension) == ("%", "ratio")


def test_a_share_compares_with_shares_only() -> None:
    (target,) = parse_targets("半数以上企业", year=2023)
    assert read_actual("60%", target).value == Decimal(60)
    assert read_actual("三分之二", target).value == Decimal("66.6667")
    with pytest.raises(ActualsError):
        read_actual("30家", target)


@pytest.mark.parametrize("text", ["时间过半、任务过半", "半自动设备改造", "2/3标段施工"])
def test_what_only_looks_like_a_part(text: str) -> None:
    assert [target.kind for target in parse_targets(text, year=2023)] == ["qualitative"]
