"""Numerals: Arabic, Chinese, formal, mixed and vague, read exactly."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar.lexicon import default
from indicators.grammar.numerals import Numerals
from indicators.grammar.tokens import end_of_digits

NUMERALS = Numerals(default())
PATTERN = re.compile(NUMERALS.pattern)

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def written(number: int) -> str:
    """`number` in Chinese, by the school rules: a test's own writer, below ten thousand 亿."""
    if number < 10:
        return DIGITS[number]
    for size, sign in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, rest = divmod(number, size)
            zero = "零" if rest and rest < size // 10 else ""
            return written(head) + sign + zero + (written(rest) if rest else "")
    raise AssertionError(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48", "48"),
        ("65,880,493.57", "65880493.57"),
        ("3.5万", "35000"),
        ("1.5E+07", "15000000"),
        ("9.4e30", "94" + "0" * 29),
        ("2e3", "2000"),
        ("1.2E-3", "0.0012"),
        ("1 093 500", "1093500"),
        ("1.2亿", "120000000"),
        ("一百二十", "120"),
        ("十二", "12"),
        ("二十", "20"),
        ("两", "2"),
        ("半", "0.5"),
        ("壹佰叁拾", "130"),
        ("3千5百", "3500"),
        ("13万2", "132000"),
        ("一百七", "170"),
        ("三万五", "35000"),
        ("一千零五", "1005"),
        ("一百零一万零三", "1010003"),
        ("二〇一九", "2019"),
        ("三点五万", "35000"),
        ("两百点五", "200.5"),
        ("一万亿", "1000000000000"),
    ],
)
def test_whole_numerals(text: str, value: str) -> None:
    match = PATTERN.fullmatch(text)
    assert match is not None
    assert NUMERALS.read(text) == (Decimal(value), False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("数十", "10"), ("几百", "100"), ("100多万", "1000000"), ("十几万", "100000")],
)
def test_the_stated_part_of_a_vague_numeral_counts(text: str, value: str) -> None:
    assert NUMERALS.read(text) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("text", "found"),
    [("130万元", "130"), ("10千米", "10"), ("3.5万个", "3.5万"), ("百分之九十五", "九十五")],
)
def test_a_power_that_opens_a_unit_is_left_to_the_unit(text: str, found: str) -> None:
    match = PATTERN.search(text)
    assert match is not None
    assert match.group() == found


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_read_back(number: int) -> None:
    text = written(number)
    assert NUMERALS.read(text) == (Decimal(number), False)
    assert NUMERALS.read(text.translate(FORMAL)) == (Decimal(number), False)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_arabic_numerals_with_separators_read_back(number: Decimal) -> None:
    assert NUMERALS.read(f"{number:,}") == (number, False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("≥10 000 元", "10 000"),
        ("1 000", "1 000"),
        ("预算1 093 500元", "1 093 500"),
        ("项目1 100万元", "1"),
        ("100 98 95", "100"),
        ("2022 100人", "2022"),
    ],
)
def test_blanks_between_groups_of_three(text: str, number: str) -> None:
    found = PATTERN.search(text)
    assert found is not None
    assert found.group() == number


def test_an_exponent_that_no_honest_number_has_is_not_read() -> None:
    assert PATTERN.fullmatch("1e400") is not None
    assert NUMERALS.read("1e400") is None
    assert NUMERALS.read("1e-400") is None


@pytest.mark.parametrize("text", ["1E3A", "1e", "3E级"])
def test_letters_behind_a_digit_are_mostly_no_exponent(text: str) -> None:
    match = PATTERN.match(text)
    assert match is not None
    assert match.group() == text[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两三", "2"),
        ("二十五六", "25"),
        ("十五六", "15"),
        ("三四十", "30"),
        ("一百五六", "150"),
        ("七八百", "700"),
        ("五六万", "50000"),
    ],
)
def test_of_two_digits_of_which_either_may_be_meant_the_lesser_counts(
    text: str, value: str
) -> None:
    assert PATTERN.fullmatch(text) is not None
    assert NUMERALS.read(text) == (Decimal(value), True)


@pytest.mark.parametrize(("text", "value"), [("一三五", "135"), ("二〇三四", "2034")])
def test_digits_one_by_one_are_no_such_two(text: str, value: str) -> None:
    assert NUMERALS.read(text) == (Decimal(value), False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2'500", "2500"), ("1’234’567", "1234567"), (".5", "0.5")],
)
def test_other_marks_between_digits(text: str, value: str) -> None:
    assert PATTERN.fullmatch(text) is not None
    assert NUMERALS.read(text) == (Decimal(value), False)


@given(st.text("0123456789 .,，'’Ee十百万亿两余多来几好点分之个%人", min_size=1, max_size=9))
def test_digits_that_nothing_carries_on_are_the_whole_numeral(text: str) -> None:
    end = end_of_digits(text, 0)
    if end and text[end : end + 1] not in NUMERALS.carries_on:
        match = PATTERN.match(text)
        assert match is not None
        assert match.end() == end
