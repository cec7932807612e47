"""The identity of a row: it holds through spaces and line ends, and breaks with the promise."""

from dataclasses import replace
from decimal import Decimal

from indicators.pairing.sheet import (
    fingerprint,
    is_judged,
    promise,
    promise_in_full,
    takes_share,
)
from tests.indicators.pairing.samples import BY_YEAR_END, FAULTS, GUARDS, IN_WORDS, row


def test_the_promise_in_words() -> None:
    assert promise(row(1, "聘用保安人员100人", GUARDS), GUARDS) == "聘用保安人员 100人"
    assert promise(row(1, "故障时间＜48小时", FAULTS), FAULTS) == "故障时间 <48小时"


def test_a_promise_without_a_number_is_its_text() -> None:
    indicator = row(1, "维护\n秩序", IN_WORDS)
    assert promise(indicator, IN_WORDS) == ""
    assert promise_in_full(indicator, IN_WORDS) == "维护 秩序"


def test_a_promise_in_words_has_the_name_of_its_row() -> None:
    indicator = replace(row(1, "明显提升", IN_WORDS), name="通行能力")
    assert promise(indicator, IN_WORDS) == "通行能力 明显提升"


def test_a_long_promise_is_cut_for_messages() -> None:
    words = promise_in_full(row(1, "好" * 200, IN_WORDS), IN_WORDS)
    assert words == "好" * 39 + "…"


def test_spaces_and_line_ends_do_not_change_the_fingerprint() -> None:
    before = fingerprint(row(1, "聘用保安 人员\n100人", GUARDS), "1.1", GUARDS)
    assert fingerprint(row(1, "聘用保安人员100人 ", GUARDS), "1.1", GUARDS) == before


def test_another_promise_has_another_fingerprint() -> None:
    indicator = row(1, "聘用保安人员100人", GUARDS)
    more = replace(GUARDS, value=Decimal(120))
    marks = {
        fingerprint(indicator, "1.1", GUARDS),
        fingerprint(indicator, "1.2", GUARDS),
        fingerprint(indicator, "1.1", more),
        fingerprint(row(1, "聘用保安人员百人", GUARDS), "1.1", GUARDS),
    }
    assert len(marks) == 4


def test_two_rows_of_the_same_words_differ_by_their_names() -> None:
    one, other = (
        replace(row(1, "明显提升", IN_WORDS), name=name) for name in ("通行能力", "交通安全")
    )
    assert fingerprint(one, "1", IN_WORDS) != fingerprint(other, "1", IN_WORDS)


def test_who_is_judged_and_who_may_claim_a_share() -> None:
    assert [is_judged(target) for target in (IN_WORDS, GUARDS, BY_YEAR_END)] == [True, False, False]
    assert [takes_share(target) for target in (IN_WORDS, GUARDS, BY_YEAR_END)] == [
        True,
        False,
        True,
    ]
