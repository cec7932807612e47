"""What must be there: placeholders in the name of an indicator, and where a form begins."""

from dataclasses import replace

from tests.scoring.checks.declaration.fragments import found, fragment


def test_a_placeholder_in_the_name() -> None:
    form = fragment([("产出数量指标", "≥10次")])
    named = replace(form, indicators=(replace(form.indicators[0], name="XX次数"),))
    (finding,) = found([named], "placeholder-text")
    assert "占位文字“XX次数”" in finding.words.zh
    assert finding.place == "申报表.txt:1"


def test_what_is_absent_is_told_at_the_beginning_of_the_form() -> None:
    (finding,) = found([fragment([("产出数量指标", "≥10次")])], "category-absent")
    assert finding.place == "申报表.txt:1"
    assert "benefits" in finding.words.en.lower() or "benefit" in finding.words.en.lower()


def test_a_mark_in_the_bracket_of_a_name_is_filled_in_by_the_number() -> None:
    form = fragment([("服务对象满意度指标", "95%")])
    named = replace(form, indicators=(replace(form.indicators[0], name="满意度（≥**%）"),))
    assert found([named], "placeholder-text") == []


def test_a_long_table_has_no_room_for_a_goal() -> None:
    form = fragment([("产出数量指标", "≥10次")], goal="")
    assert len(found([form], "goal-missing")) == 1
    assert found([replace(form, layout="long-table")], "goal-missing") == []
