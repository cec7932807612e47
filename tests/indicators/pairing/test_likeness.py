"""Likeness: rare words weigh more, only the query counts, and a near second makes it unclear."""

import pytest

from indicators.pairing.likeness import Likeness, is_clear

TEXTS = {
    "1": "数量指标聘用保安人员100人",
    "2": "质量指标执法队员满意",
    "3": "时效指标2019年底前完成支付",
}


def test_the_words_of_a_clerk() -> None:
    alike = Likeness(TEXTS)
    assert alike.ranked("保安人数")[0][1] == "1"
    assert alike.ranked("支付完成时间")[0][1] == "3"
    assert [key for _, key in alike.ranked("保安", ["2", "3"])] == ["2", "3"]


def test_bounds() -> None:
    alike = Likeness(TEXTS)
    assert alike.ranked("聘用保安人员")[0] == (1.0, "1")
    assert {score for score, _ in alike.ranked("甲乙丙丁")} == {0.0}
    assert {score for score, _ in alike.ranked("，。")} == {0.0}
    assert Likeness({}).ranked("保安") == []


def test_what_all_texts_have_weighs_less() -> None:
    """指标 stands in all three, 满意 in one."""
    scores = {key: score for score, key in Likeness(TEXTS).ranked("指标满意")}
    assert scores["2"] > 0.7
    assert scores["1"] < 0.5
    assert scores["1"] == pytest.approx(scores["3"])


@pytest.mark.parametrize(
    ("scores", "clear"),
    [((), False), ((0.49,), False), ((0.5,), True), ((0.8, 0.71), False), ((0.8, 0.6), True)],
)
def test_clear_enough_to_suggest(scores: tuple[float, ...], clear: bool) -> None:
    assert is_clear([(score, str(at)) for at, score in enumerate(scores)]) is clear
