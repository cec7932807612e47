"""What a quantity measures, in the text's own words."""

import pytest

from indicators.grammar import parse_targets
from indicators.grammar.lexicon import default
from indicators.grammar.measures import Measures, clause_end, clause_start

MEASURES = Measures(default())


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("位于西侧，占地面积", "占地面积"),
        ("本项目投资概算总额", "投资概算总额"),
        ("公众满意度指标:", "公众满意度"),
        ("按合同签订支付金额共计", "支付金额共计"),
        ("建立管理台账(数量", "建立管理台账"),
        ("保障人数128人(其中在职", "在职"),
        ("完成", ""),
    ],
)
def test_before(text: str, measure: str) -> None:
    assert MEASURES.before(text, 0, clause_start(text, 0, len(text)), len(text)) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("参加军训", "参加军训"),
        ("进行培训", ""),
        ("，服务于机关", ""),
        ("的高龄老人。", "高龄老人"),
    ],
)
def test_behind(text: str, measure: str) -> None:
    assert MEASURES.behind(text, 0, len(text)) == measure


def test_parts_that_end_alike_share_a_number() -> None:
    assert MEASURES.shared("公众满意度、政府满意度") == ["公众满意度", "政府满意度"]
    assert MEASURES.shared("网络、设备完好率") == ["网络、设备完好率"]


def test_quotation_marks_are_kept_in_pairs() -> None:
    written = ["“两癌”筛查", "推进“一村一品”", "“示范村”"]
    assert [*map(MEASURES.strip, written)] == ["“两癌”筛查", "推进“一村一品”", "示范村"]


def test_clauses() -> None:
    text = "建成投产，产值增长。"
    assert text[clause_start(text, 0, 7) : clause_end(text, 7)] == "产值增长"


def test_measures_that_share_a_number_may_begin_like_a_word_that_joins() -> None:
    found = parse_targets("合格率、及时率均为100%", year=2023)
    assert [target.measure for target in found] == ["合格率", "及时率"]
