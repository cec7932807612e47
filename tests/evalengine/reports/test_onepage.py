"""How much of its texts a graded sheet has room for."""

import pytest

from evalengine.reports.onepage import LONGEST, MOST_LOSSES, limits_for, shortened


def losses(count: int, letters: int) -> list[dict[str, str]]:
    """So many losses whose names have so many characters."""
    texts = {"target": "100人", "actual": "94人", "why": "未达到目标", "reason": "未填写"}
    return [{"name": "字" * letters, **texts}] * count


def test_few_losses_are_shown_whole() -> None:
    count, limits = limits_for(losses(3, 200), ["依据"])
    assert count == 3
    assert limits["name"] >= 200


def test_more_than_the_most_are_shown_where_they_are_short() -> None:
    assert limits_for(losses(MOST_LOSSES + 5, 10), [])[0] == MOST_LOSSES + 5
    # Each takes a line and a half, of about fifty.
    assert limits_for(losses(40, 10), [])[0] == MOST_LOSSES


@pytest.mark.parametrize("count", [10, 40])
def test_the_texts_of_many_are_cut_as_little_as_may_be(count: int) -> None:
    shown, some = limits_for(losses(count, 100), [])
    assert shown == MOST_LOSSES
    assert LONGEST["name"] <= some["name"] < 100


def test_what_stands_below_leaves_less_room() -> None:
    free = limits_for(losses(10, 100), [])[1]["name"]
    assert limits_for(losses(10, 100), ["注" * 74] * 15)[1]["name"] < free


def test_a_page_that_is_too_full_is_cut_to_the_least() -> None:
    limits = limits_for(losses(10, 100), ["注"] * 60)[1]
    assert limits["name"] < LONGEST["name"]


def test_a_text_is_cut_with_a_sign_that_it_was() -> None:
    assert shortened("一二三", 3) == "一二三"
    assert shortened("一二三四", 3) == "一二…"
