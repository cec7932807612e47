"""Categories: the words of forms of all years lead to the codes of the contract."""

from itertools import product

import pytest

from indicators.rulecache import load_cached
from indicators.taxonomy import (
    belongs,
    category_codes,
    category_named,
    category_of,
    category_title,
    head_of,
    names,
    without_points,
)
from indicators.taxonomy.schema import Taxonomy


@pytest.mark.parametrize(
    ("level1", "level2", "code"),
    [
        # 2019, department and project forms of a district
        ("产出指标", "产出数量指标", "output.quantity"),
        ("产出指标", "产出质量指标", "output.quality"),
        ("产出指标", "产出进度指标", "output.timeliness"),
        ("产出指标", "产出成本指标", "output.cost"),
        ("效果指标", "经济效益指标", "benefit.economic"),
        ("效益指标", "社会效益指标", "benefit.social"),
        ("效益指标", "环境效益指标", "benefit.ecological"),
        ("效益指标", "可持续影响指标", "benefit.sustainability"),
        ("效益指标", "服务对象满意度指标", "satisfaction.beneficiary"),
        # 2020: satisfaction is a level 1
        ("产出指标", "时效指标", "output.timeliness"),
        ("效益指标", "生态效益指标", "benefit.ecological"),
        ("满意度指标", "服务对象满意度指标", "satisfaction.beneficiary"),
        # 2021: cost is a level 1
        ("成本指标", "经济成本指标", "cost.economic"),
        ("成本指标", "社会成本指标", "cost.social"),
        ("成本指标", "生态环境成本指标", "cost.ecological"),
        # frames of evaluations
        ("决策", "项目立项", "decision.initiation"),
        ("投入", "项目立项", "input.initiation"),
        ("过程", "资金管理", "process.funds"),
        ("过程", "预算执行", "process.execution"),
        ("项目完成指标", "数量指标", "output.quantity"),
        ("项目效益指标", "可持续性影响", "benefit.sustainability"),
        ("预算执行率", "", "execution"),
    ],
)
def test_names_of_real_forms(level1: str, level2: str, code: str) -> None:
    assert category_of(level1, level2) == code
    assert belongs(level1, code)


def test_one_name_in_two_places() -> None:
    assert category_of("产出指标", "成本指标") == "output.cost"
    assert category_of("成本指标", "成本指标") == "cost.economic"
    assert category_of("", "成本指标") == ""


@pytest.mark.parametrize(
    ("level1", "level2"),
    [
        ("1.产出\n指标", "（1）数量 指标"),
        ("一、产出指标（50分）", "数量指标（20%）"),
        ("产出指标50分", "数量指标15分"),
        ("产出", "数量"),
        ("產出指标", "数量指标"),
        ("", "数量指标"),
        ("绩效指标", "产出数量"),
    ],
)
def test_spellings(level1: str, level2: str) -> None:
    assert category_of(level1, level2) == "output.quantity"


def test_a_level_1_with_one_category_needs_no_level_2() -> None:
    assert category_of("满意度指标", "") == "satisfaction.beneficiary"
    assert category_of("产出指标", "") == ""


@pytest.mark.parametrize(("level1", "level2"), [("", ""), ("产出指标", "…"), ("甲", "乙")])
def test_unknown(level1: str, level2: str) -> None:
    assert category_of(level1, level2) == ""


def test_level_2_in_an_unusual_place() -> None:
    assert category_of("效益指标", "数量指标") == "output.quantity"
    assert not belongs("效益指标", "output.quantity")
    assert belongs("甲", "output.quantity")
    assert belongs("效益指标", "")


def test_heads() -> None:
    assert [head_of(name) for name in ("产出指标", "效果指标", "满意度", "成本指标", "甲")] == [
        *("output", "benefit", "satisfaction", "cost", "")
    ]


def test_what_people_call_a_category() -> None:
    named = [category_named(word) for word in ("产出", "预算执行率", "output.quality", "甲")]
    assert named == ["output", "execution", "output.quality", "甲"]


def test_titles() -> None:
    assert category_title("output.quantity") == ("数量指标", "Quantity")
    assert category_title("benefit") == ("效益指标", "Benefit")
    assert category_title("甲.乙") == ("甲.乙", "甲.乙")


def _file() -> Taxonomy:
    [data] = load_cached(
        [names.HERE / "categories.yaml"],
        lambda _: Taxonomy,
        name="taxonomy",
        schema_files=names.SCHEMA,
    )
    return Taxonomy.model_validate(data)


def test_every_official_name_leads_back_to_its_code() -> None:
    taxonomy = _file()
    for code, rule in taxonomy.categories.items():
        head = taxonomy.heads[code.partition(".")[0]]
        for level1, level2 in product((head.zh, *head.also), (rule.zh, *rule.also)):
            assert category_of(level1, level2) == code


def test_no_head_name_is_doubled() -> None:
    taxonomy = _file()
    for code, head in taxonomy.heads.items():
        assert {head_of(name) for name in (head.zh, *head.also)} == {code}


def test_codes_are_of_both_levels() -> None:
    assert {"output", "output.quantity", "cost.economic"} <= category_codes()
    assert "产出" not in category_codes()


@pytest.mark.parametrize(
    ("level", "name"),
    [
        ("产出指标（50分）", "产出指标"),
        ("效益指标(30.5 分)", "效益指标"),
        ("成本指标（20）", "成本指标"),
        ("产出指标（核心）", "产出指标（核心）"),
        ("产出指标", "产出指标"),
    ],
)
def test_the_points_behind_a_name_are_no_part_of_it(level: str, name: str) -> None:
    assert without_points(level) == name
