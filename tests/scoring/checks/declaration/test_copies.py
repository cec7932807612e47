"""Copies: within a form, between projects, and in forms that are made to be slow."""

from dataclasses import replace

from tests.scoring.checks.declaration.fragments import found, fragment, said

CONTRACT = [("产出成本指标", "按合同签订支付金额。")]


def test_of_two_equal_rows_the_later_one_is_told() -> None:
    rows = [("社会效益指标", "提高城市文明水平"), ("生态效益指标", "提高城市文明水平")]
    (finding,) = found([fragment(rows)], "repeated-in-form")
    assert finding.place == "申报表.txt:2"


def test_two_rows_of_one_level_2_may_be_alike_below_names_of_their_own() -> None:
    rows = [("社会效益指标", name, "提高城市文明水平") for name in ("甲片区", "乙片区")]
    assert said(rows, "repeated-in-form") == []


def test_the_same_form_twice_is_no_copy() -> None:
    assert found([fragment(CONTRACT)] * 2, "copied-between-projects") == []


def test_a_departments_form_is_no_project() -> None:
    forms = [fragment(CONTRACT), fragment(CONTRACT, number=1, project=None)]
    assert found(forms, "copied-between-projects") == []


def test_of_many_copies_only_some_places_are_named() -> None:
    forms = [fragment(CONTRACT, number=number) for number in range(1, 40)]
    (finding,) = found(forms, "copied-between-projects")
    assert "39 个项目" in finding.words.zh
    assert finding.words.zh.count(".txt:") == 4


def test_rows_beyond_any_honest_form_are_not_compared() -> None:
    form = fragment([("社会效益指标", "提高城市文明水平")])
    row = form.indicators[0]
    rows = [
        replace(
            row, number=number, level2=f"指标{number}", target_text=f"内容{min(number, 250):05}"
        )
        for number in range(252)
    ]
    assert found([replace(form, indicators=tuple(rows))], "repeated-in-form") == []
    assert len(found([replace(form, indicators=tuple(rows[-2:]))], "repeated-in-form")) == 1
