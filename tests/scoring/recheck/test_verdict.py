"""The verdict on one row. The rows are those of published forms, or made up in their manner."""

import pytest

from scoring.recheck.model import DeclaredRow, Verdict
from scoring.recheck.rules import load_rules
from scoring.recheck.verdict import Rechecker
from scoring.register import find
from tests.scoring.recheck.samples import D, money, row

CHECK = Rechecker.by(find("cn-mof-2020-10"), load_rules()).check
AGREES, ROUNDING, EXPLAINED, DIFFERS, NOT_COMPUTABLE = Verdict


@pytest.mark.parametrize(
    ("what", "verdict", "cuts"),
    [
        (row("≥735人次", "735", "10"), AGREES, ()),
        (money("250000", "215457.6", "8.62"), AGREES, ()),
        (row("100%", "97.30%", "1.9", most="2"), AGREES, ("one_decimal", "one_decimal_cut")),
        (row("214人", "203人", "1.8", most="2"), ROUNDING, ("one_decimal_cut",)),  # 1.897
        (row("43.2", "37.24", "9"), ROUNDING, ("integer",)),  # 8.62
        (money("32.4", "31.69", "9"), ROUNDING, ("integer_cut",)),  # 9.78
        (row("120人", "69人", "1", most="2"), ROUNDING, ("integer", "integer_cut", "half_point")),
        (row("3807人", "3224人", "1.9", most="2"), DIFFERS, ()),  # 1.69
        (row("≧100%", "100%", "7", name="资金到位率"), DIFFERS, ()),
        (row("38508人", "37442人", "3", most="3"), DIFFERS, ()),  # 2.92 is not 3
        (row("5场", "3场", "0"), EXPLAINED, ()),
        (row("=12次", "15次", "10"), AGREES, ()),
        (row("≥20套", "550万元", "10"), NOT_COMPUTABLE, ()),
        (row("有效", "有效", "9", category="benefit.social"), AGREES, ()),
        (row("有效", "有效", "7", category="benefit.social"), DIFFERS, ()),
        (row("5场", "5场", "12"), DIFFERS, ()),
        (row("健全", "基本健全", "8", category="benefit.social"), AGREES, ()),  # 80% ends a level
        (row("健全", "基本健全", "8.1", category="benefit.social"), DIFFERS, ()),
        (row("1所", "100%", "10"), AGREES, ()),
        (row("≥10%", "-15.6%", "0", name="旅游收入增长率"), AGREES, ()),
    ],
)
def test_verdicts(what: DeclaredRow, verdict: Verdict, cuts: tuple[str, ...]) -> None:
    found = CHECK(what)
    assert (found.verdict, found.cuts) == (verdict, cuts)


def test_a_difference_says_by_how_much_and_which_way() -> None:
    too_much = CHECK(row("3807人", "3224人", "1.9", most="2"))
    assert (too_much.computed, too_much.difference) == (D("1.69"), D("0.21"))
    assert too_much.explanation.zh.endswith("2.00 × 3224 ÷ 3807 = 1.69，多给 0.21 分")
    too_little = CHECK(row("5场", "5场", "7"))
    assert too_little.explanation.en.endswith("3 too little")


def test_a_rounding_shows_the_points_before_it() -> None:
    words = CHECK(row("43.2", "37.24", "9")).explanation
    assert words.zh == "四舍五入到整数：10.00 × 37.24 ÷ 43.2 = 8.6204 → 9"


def test_points_outside_the_range_of_a_judgement_are_moved_to_its_end() -> None:
    found = CHECK(row("提高", "部分达成年度指标并具有一定效果", "9.5", category="benefit.social"))
    assert (found.verdict, found.computed) == (DIFFERS, D("7.99"))
    assert "6.00～8.00（不含）" in found.explanation.zh


def test_what_cannot_be_computed_has_a_cause() -> None:
    causes = {
        "没有填实际完成值": row("5场", "", "10"),
        "没有分值": row("5场", "5场", "10", most=None),
        "没有自评得分，无从对照": row("5场", "5场", None),
        "不适用，不计分": row("不适用", "不适用", None),
        "“1E+30”不是可用的分数": row("5场", "5场", "1E+30"),
        "分值小于零": row("5场", "5场", "1", most="-1"),
    }
    for cause, what in causes.items():
        found = CHECK(what)
        assert found.verdict is NOT_COMPUTABLE
        assert found.explanation.zh == cause


def test_what_does_not_apply_brings_no_points() -> None:
    assert CHECK(row("不适用", "不适用", "0")).verdict is AGREES
    claimed = CHECK(row("不适用", "不适用", "10"))
    assert (claimed.verdict, claimed.computed, claimed.difference) == (DIFFERS, D("0.00"), D(10))
    assert claimed.explanation.zh == "不适用，不计分，自评却有 10 分"


def test_without_declared_points_they_are_computed_all_the_same() -> None:
    assert CHECK(row("5场", "4场", None)).computed == D("8.00")
