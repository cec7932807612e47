"""What cannot be judged: each kind of bad input has one defined answer, with place and cure."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.errors import ActualsError, EvalengineError, RuleFileError, StandardError
from indicators.model import Actual, Budget, Target
from scoring.register import load
from scoring.scorer import score
from scoring.selection import select
from tests.scoring.factories import NOT_APPLICABLE, done, facts, form, promised, row, small_form
from tests.scoring.samples import MOF_2020, SELF_2016

D = Decimal
AT_LEAST = promised(">=", "100")
NONE_AT_ALL = promised("<=", "0", direction="lower")


def _one(target: Target, actual: Actual):
    """The score of the first promise of a small form."""
    of = form(row(1, "output.quantity", target), *small_form().indicators[1:])
    return score(of, facts(of, {"1.1": actual}), SELF_2016).items[0]


@pytest.mark.parametrize(
    ("actual", "words"),
    [
        (Actual.missing(place="actuals.xlsx!I9"), "没有填实际完成值"),
        (done("-3"), "是负数，而目标“≥100个”不会是负数"),
        (done("3", "公里"), "单位不同，无法比较"),
        (done("NaN"), "不是可用的数字"),
        (done("Infinity"), "不是可用的数字"),
        (done("-Infinity"), "不是可用的数字"),
        (done("1E+999999"), "不是可用的数字"),
        (replace(done("1"), raw=(D(1), D(0))), "分母 0 应大于零"),
    ],
)
def test_facts_that_cannot_be_compared(actual: Actual, words: str) -> None:
    with pytest.raises(ActualsError) as caught:
        _one(AT_LEAST, actual)
    (problem,) = caught.value.problems
    assert problem.where == "actuals.xlsx!I9"
    assert words in problem.words.zh
    assert problem.words.en


@pytest.mark.parametrize(("actual", "points"), [("0", "50.00"), ("1", "0.00")])
def test_a_target_of_zero_is_kept_or_missed(actual: str, points: str) -> None:
    """No ratio can be formed; what happened once has no points, and a note says why."""
    item = _one(NONE_AT_ALL, done(actual))
    assert str(item.points) == points
    assert bool(item.working.notes) == (points == "0.00")


def test_more_than_a_target_of_zero_that_should_rise() -> None:
    """At least nothing is kept by anything."""
    assert _one(promised(">=", "0"), done("5")).points == D("50.00")


def test_the_same_number_of_a_row_twice() -> None:
    of = form(row(1, "output.quantity"), row(1, "benefit.social"))
    with pytest.raises(StandardError, match="序号 1 出现了两次"):
        score(of, facts(of), SELF_2016)


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"output": "-50"}, "output 的分值 -50 不合要求"),
        ({"output": "NaN"}, "output 的分值 NaN 不合要求"),
        ({"output": "50.001"}, "超过两位小数"),
        ({"output": "60"}, "各类分值合计 110，应为 100"),
        (dict.fromkeys(SELF_2016.weights.points, "0"), "各类分值合计 0，应为 100"),
    ],
)
def test_weights_that_cannot_be(weights: dict[str, str], words: str) -> None:
    of = small_form()
    with pytest.raises(StandardError) as caught:
        score(of, facts(of), SELF_2016, weights={key: D(n) for key, n in weights.items()})
    assert words in caught.value.problems[0].words.zh


@pytest.mark.parametrize("printed", [("-1", "91", "0"), ("0", "0", "0"), ("1.005", "79", "9.995")])
def test_points_of_a_form_that_cannot_be(printed: tuple[str, str, str]) -> None:
    of = small_form()
    rows = zip(of.indicators, printed, strict=True)
    wrong = replace(of, indicators=tuple(replace(r, max_points=D(points)) for r, points in rows))
    with pytest.raises(StandardError, match=r"不合要求|应为 100"):
        score(wrong, facts(wrong), SELF_2016)


def test_a_budget_of_zero() -> None:
    """Nothing spent of nothing is left out; money spent of nothing is refused."""
    of = form(*small_form().indicators, budget=Budget(D(0)))
    left_out = score(of, facts(of, executed="0"), MOF_2020)
    assert (left_out.execution, left_out.total) == (None, D("100.00"))
    with pytest.raises(ActualsError, match="预算数 0万元、执行数 5万元 无法计算执行率"):
        score(of, facts(of, executed="5"), MOF_2020)


def test_nothing_is_left_to_judge() -> None:
    of = form(row(1, "output.quantity", NOT_APPLICABLE), budget=Budget(D(0)))
    with pytest.raises(StandardError, match="没有任何可以评价的指标"):
        score(of, facts(of, executed="0"), SELF_2016)


BAD_STANDARDS = {
    "extends itself": ("id: mine\nextends: mine\n", "extends 成环：mine → mine"),
    "grades with a hole": (
        "id: mine\nextends: cn-selfeval-2016\ngrades:\n  bands:\n"
        "    - {name: a, title: 甲, title_en: a, from: 80}\n"
        "    - {name: b, title: 乙, title_en: b, from: 60}\n",
        "等级 b 之下有空隙",
    ),
    "grades that overlap": (
        "id: mine\nextends: cn-selfeval-2016\ngrades:\n  bands:\n"
        "    - {name: a, title: 甲, title_en: a, from: 80}\n"
        "    - {name: b, title: 乙, title_en: b, from: 80}\n"
        "    - {name: c, title: 丙, title_en: c, from: 0}\n",
        "等级 a 与 b 重叠",
    ),
    "negative points": (
        "id: mine\nextends: cn-selfeval-2016\nweights:\n  points: {output: 110, benefit: -10}\n",
        "benefit 的分值 -10",
    ),
    "all points zero": (
        "id: mine\nextends: cn-selfeval-2016\nweights:\n  points: {output: 0, execution: 0}\n",
        "各类分值合计 0，应为 100",
    ),
    "yaml bomb": ("a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n", "锚点"),
    "deep yaml": ("id: " + "[" * 2000 + "]" * 2000 + "\n", ""),
    "names a file": ("id: mine\nextends: ../cn-selfeval-2016.yaml\n", "没有这份标准"),
    "holds an expression": (
        "id: mine\nextends: cn-selfeval-2016\nrules:\n"
        "  - {id: quantitative, use: {method: ratio, pass_threshold: \"__import__('os')\"}}\n",
        "应为数字",
    ),
}


@pytest.mark.parametrize("kind", BAD_STANDARDS)
def test_standards_that_are_refused(kind: str, tmp_path: Path) -> None:
    text, words = BAD_STANDARDS[kind]
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load(path)
    problems = caught.value.problems
    assert all(problem.where.startswith(str(path)) for problem in problems)
    assert any(words in problem.words.zh for problem in problems)


def test_two_standards_that_fit_equally() -> None:
    twin = SELF_2016.model_copy(update={"id": "twin"})
    with pytest.raises(StandardError, match=f"{SELF_2016.id}、twin"):
        select(year=2017, place="", among=[SELF_2016, twin])


Refusal = Callable[[], object]


def test_every_refusal_speaks_both_languages_and_says_how_to_mend_it() -> None:
    of = small_form()
    refusals: list[Refusal] = [
        lambda: _one(AT_LEAST, done("-3")),
        lambda: score(of, facts(of), SELF_2016, weights={"output": D(60)}),
        lambda: select(year=1990, place=""),
    ]
    for refused in refusals:
        with pytest.raises(EvalengineError) as caught:
            refused()
        for problem in caught.value.problems:
            assert "请" in problem.words.zh
            assert problem.words.en != problem.words.zh
