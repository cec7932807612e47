"""Quoting, listing and comparing texts; persons' numbers are not shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.checks.declaration import rows
from tests.scoring.checks.declaration.fragments import fragment


def test_a_quotation_is_one_short_line_without_quotation_marks_of_its_own() -> None:
    assert rows.quoted("  抓好\n“三件大事”  ") == "抓好 ‘三件大事’"
    assert rows.quoted("一" * 24) == "一" * 24
    assert rows.quoted("一" * 25) == "一" * 24 + "…"


@pytest.mark.parametrize(
    "number", ["66527053", "13800138000", "010-66527053", "01066527053", "11010119900101001X"]
)
def test_numbers_of_persons_are_blotted_out(number: str) -> None:
    assert rows.quoted(f"联系 {number} 张") == "联系 *** 张"


@pytest.mark.parametrize("amount", ["59138364.49元", "7560000元", "32602066万元", "10000次"])
def test_amounts_are_not(amount: str) -> None:
    assert rows.quoted(f"共{amount}") == f"共{amount}"


@given(st.text(max_size=200))
def test_whatever_a_text_holds_its_quotation_is_one_line(text: str) -> None:
    assert len(rows.quoted(text).splitlines()) <= 1


def test_of_many_things_the_first_are_named() -> None:
    assert rows.listed(["甲", "乙", "甲"]) == ("“甲”“乙”", "'甲', '乙'")
    many = rows.listed(list("甲乙丙丁戊己庚辛壬"))
    assert many.zh == "“甲”“乙”“丙”“丁”“戊”“己”“庚”“辛”等 9 项"
    assert many.en.endswith("'庚', '辛' and 1 more")


def test_texts_are_compared_without_spaces_and_punctuation_but_with_comparators() -> None:
    assert rows.text_key("按合同 签订，支付金额。") == rows.text_key("按合同签订支付金额")
    assert rows.text_key("满意度≥90％") == "满意度≥90%"


def test_the_head_of_a_name_stands_last() -> None:
    assert rows.ends_with(["满意度"], "群众满意度（问卷）")
    assert rows.ends_with(["满意度"], None, "满意度指标")
    assert not rows.ends_with(["满意度"], "满意度调查次数")


def test_words_are_found_in_the_order_of_the_text() -> None:
    assert rows.found_words(["提高", "改善", "加强"], ["改善环境", "提高水平"]) == ["改善", "提高"]


def test_a_promise_in_a_few_words() -> None:
    form = fragment([("产出数量指标", "聘用保安人员不少于100人")])
    ((row, target),) = rows.counted(form)
    assert rows.promise(row, target) == "聘用保安人员 ≥100人"
    assert rows.place_of(form) == "申报表.txt:1"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("完成建设，争取社会资金≥500万元", "争取社会资金"),
        ("人员经费：300万元", ""),
        ("违规行为至少2起", "违规行为"),
    ],
)
def test_the_words_before_a_promise_end_with_its_clause(text: str, before: str) -> None:
    [row] = fragment([("产出成本指标", text)]).indicators
    assert rows.lead(row, row.targets[0]) == before


def test_a_promise_is_about_its_measure_the_name_and_the_words_before_it() -> None:
    [row] = fragment([("产出成本指标", "争取社会资金≥500万元")]).indicators
    assert rows.names_of(row, row.targets[0]) == ("社会资金", "争取社会资金")


def test_a_bare_name_has_no_bracket_at_its_end() -> None:
    assert rows.bare("满意度指标") == "满意度"
    assert rows.bare("满意度（≥**%）") == "满意度"


def test_of_a_long_text_only_what_is_close_stands_before_a_promise() -> None:
    [row] = fragment([("产出成本指标", "甲" * 300 + "经费≥5万元")]).indicators
    assert rows.before(row, row.targets[0]) == "甲" * 98 + "经费"
