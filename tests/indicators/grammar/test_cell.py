"""One cell of text → its promises: the real document whole, and the shape of every answer."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar import parse_targets
from indicators.model import Budget, Kind, Target
from indicators.taxonomy import category_of

GOLD = Path(__file__).parents[3] / "data" / "xicheng-2019" / "gold.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def as_gold(target: Target, names: list[str]) -> dict[str, object]:
    """The fields of `target` that the gold answer gives, in its spelling."""
    found: dict[str, object] = {}
    for name in names:
        value = getattr(target, name)
        if isinstance(value, Decimal):
            value = format(value, "f")
        elif isinstance(value, date):
            value = value.isoformat()
        found[name] = value
    return found


@pytest.mark.parametrize("row", ROWS, ids=[f"{i}" for i in range(len(ROWS))])
def test_the_real_document_comes_out_exactly(row: dict[str, object]) -> None:
    wanted = row["targets"]
    assert isinstance(wanted, list)
    category = category_of(str(row["level1"]), str(row["level2"]))
    found = parse_targets(str(row["text"]), category=category, year=2019)
    assert [as_gold(t, list(w)) for t, w in zip(found, wanted, strict=True)] == wanted


def test_the_gold_is_whole() -> None:
    kinds = [target["kind"] for row in ROWS for target in row["targets"]]
    counted = sum(kind in ("quantitative", "deadline", "schedule") for kind in kinds)
    assert (len(ROWS), counted, kinds.count("reference")) == (90, 42, 8)


@pytest.mark.parametrize("text", ["不适用", "不适用。", "不可估算。", "无", "/", "N/A"])
def test_not_applicable(text: str) -> None:
    assert [target.kind for target in parse_targets(text)] == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize("text", ["", " ", "…", "显著", "持续影响", "优良中低差"])
def test_a_text_without_a_number_gives_one_qualitative_target(text: str) -> None:
    assert [target.kind for target in parse_targets(text, name="社会影响")] == [Kind.QUALITATIVE]


def test_a_nature_of_words_makes_no_number_a_promise() -> None:
    found = parse_targets("3.0版", name="平台功能", nature="定性")
    assert [target.kind for target in found] == [Kind.QUALITATIVE]


def test_a_nature_of_words_leaves_a_day_promised() -> None:
    (found,) = parse_targets("2022年12月底前", name="完成时间", nature="定性", year=2022)
    assert (found.kind, str(found.date)) == (Kind.DEADLINE, "2022-12-31")
    several = parse_targets("12月底前完成3处", name="完成情况", nature="定性", year=2022)
    assert [target.kind for target in several] == [Kind.QUALITATIVE]


def test_a_reference_to_the_budget_is_resolved_against_the_form() -> None:
    budget = Budget(amount=Decimal("127.62"), unit="万元")
    (target,) = parse_targets("控制在预算内", budget=budget)
    assert (target.kind, target.to, target.value, target.unit, target.comparator) == (
        *(Kind.REFERENCE, "budget", Decimal("127.62"), "万元", "<="),
    )
    assert target.notes


def test_spans_count_the_characters_of_the_text_given() -> None:
    text = "年故障累计时间＜４８小时"
    (target,) = parse_targets(text)
    assert text[slice(*target.span)] == "＜４８小时"


@given(st.text(max_size=200))
def test_any_text_gives_at_least_one_target_with_a_valid_span(text: str) -> None:
    found = parse_targets(text, name="指标", year=2022)
    assert found
    for target in found:
        start, end = target.span
        assert 0 <= start <= end <= len(text)


ALPHABET = (
    "0123456789,.%≥≤<>~-—至到一二三十百千万亿两半年月日前后底内以上下约每第（）()、；，。:"
    "个人次元季度较由"
)


@given(st.text(alphabet=ALPHABET, max_size=120))
def test_hostile_mixtures_of_grammar_raise_nothing(text: str) -> None:
    assert parse_targets(text, year=2022)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2022年再建30个，实现行政村全覆盖", [30, 100]),
        ("全年无重大安全事故，一般事故下降3%", [0, 3]),
        ("32个乡镇全覆盖", [32]),
        ("32个乡镇全覆盖，零事故，实现行政村全覆盖", [32, 0, 100]),
        ("村级100%全覆盖", [100]),
        ("实现行政村全覆盖，零事故", [100, 0]),
        ("零事故、无投诉，做到应检尽检", [0, 0, 100]),
    ],
)
def test_what_is_implied_counts_in_a_clause_of_its_own(text: str, values: list[int]) -> None:
    assert [target.value for target in parse_targets(text, year=2022)] == values


@pytest.mark.parametrize(
    ("text", "per", "a_year"),
    [("每两周一次", "两周", 26), ("每两个月更新1次", "两个月", 6), ("每学期2次", "学期", 4)],
)
def test_schedules_of_several_periods(text: str, per: str, a_year: int) -> None:
    (target,) = parse_targets(text)
    assert (target.kind, target.per, target.canonical) == (Kind.SCHEDULE, per, Decimal(a_year))


def test_a_year_beside_the_unit_of_years_is_a_date() -> None:
    [target] = parse_targets("2022", name="完成年度", nature="=", unit="年")
    assert (target.kind, str(target.date), target.span) == (Kind.DEADLINE, "2022-12-31", (0, 4))


@pytest.mark.parametrize(("year", "asks"), [(None, True), (2023, False)])
def test_a_day_without_a_year_is_asked_about(year: int | None, asks: bool) -> None:
    (target,) = parse_targets("12月31日", name="完成时间", year=year)
    assert (target.kind == "qualitative", bool(target.notes)) == (asks, asks)


@pytest.mark.parametrize("text", ["按时完成", "组织“3·15”宣传"])
def test_nothing_is_asked_where_no_day_is_said(text: str) -> None:
    assert parse_targets(text)[0].notes == ()
