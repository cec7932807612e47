"""What would have brought all the points: nothing is advised that would not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.model import Actual
from scoring.advice import advise
from scoring.methods.bands import Bands
from scoring.register import find
from scoring.scorer import score
from tests.scoring.samples import facts_of, form_of

QUANTITY = ("产出指标", "数量指标")
COST = ("产出指标", "成本指标")
SATISFACTION = ("满意度指标", "服务对象满意度指标")
KIND = ("产出指标", "质量指标")


def advice(
    standard: str, level: tuple[str, str], promise: str, fact: str, *, evidence: str = "有"
) -> str | None:
    """What is advised for the first item of a form of one row."""
    of = form_of(((*level, promise),))
    facts = facts_of(of, {"1.1": fact})
    by_item = {key: replace(each, evidence=evidence) for key, each in facts.by_item.items()}
    facts = replace(facts, by_item=by_item)
    rules = find(standard)
    weights = dict.fromkeys(rules.weights.points, rules.weights.total * 0)
    weights[level_code(level)] = rules.weights.total
    result = score(of, facts, rules, weights=weights)
    found = advise(of, facts, result, rules).get("1.1")
    return None if found is None else found.zh


def level_code(level: tuple[str, str]) -> str:
    return {"产出指标": "output", "满意度指标": "satisfaction"}[level[0]]


@pytest.mark.parametrize(
    ("standard", "level", "promise", "fact", "words"),
    [
        ("cn-selfeval-2016", QUANTITY, "培训≥100人", "94人", "达到“≥100人”"),
        ("cn-selfeval-2016", QUANTITY, "年故障时间＜48小时", "60小时", "达到“<48小时”"),
        ("cn-selfeval-2016", QUANTITY, "每季度培训1次", "3次", "达到“每季度1次”"),
        # 85% of ≥80% has 8 of 10 points: what lacks is the best band, not the target.
        ("cn-mof-2021-101", SATISFACTION, "满意度≥80%", "85%", "达到最高一档的“90%”"),
        ("cn-selfeval-2016", KIND, "提高工作效率", "达成预期指标（80%）", "判断为最高一档的上限"),
        # 100 of 120 by July would be 143%: the blue lamp.
        ("cn-practice-monitoring", QUANTITY, "培训≥120次", "55次", "达到“≥120次”"),
        # The best lamp of a limit is green, three quarters of all points.
        ("cn-practice-monitoring", COST, "成本≤100万元", "120万元", None),
        ("cn-practice-monitoring", KIND, "提高工作效率", "部分达成年度指标并具有一定效果", None),
    ],
)
def test_what_brings_all_the_points(
    standard: str, level: tuple[str, str], promise: str, fact: str, words: str | None
) -> None:
    assert advice(standard, level, promise, fact) == words


def test_evidence_alone_where_the_target_was_reached() -> None:
    standard = "cn-sc-review-2026"
    assert advice(standard, KIND, "合格率≥95%", "95%", evidence="") == "附上佐证材料"
    assert advice(standard, KIND, "合格率≥95%", "90%", evidence="") == "达到“≥95%”并附上佐证材料"
    assert advice(standard, KIND, "合格率≥95%", "90%") == "达到“≥95%”"


def test_the_money() -> None:
    of = form_of(((*QUANTITY, "培训≥100人"),), budget="756")
    facts = facts_of(of, {"1.1": "100人"}, executed="700")
    rules = find("cn-beijing-selfeval-2016")
    result = score(of, facts, rules, missing="exclude")
    assert advise(of, facts, result, rules)["execution"].zh == "执行 756 万元"
    lamps = find("cn-practice-monitoring")  # its best lamp of the money is green, no full points
    facts = facts_of(of, {"1.1": "100人"}, executed="100")
    assert "execution" not in advise(of, facts, score(of, facts, lamps), lamps)


def test_a_fact_that_is_missing() -> None:
    of = form_of(((*QUANTITY, "培训≥100人"),))
    facts = facts_of(of, {})
    rules = find("cn-beijing-selfeval-2016")
    result = score(of, replace(facts, by_item={"1.1": Actual.missing()}), rules, missing="zero")
    assert advise(of, facts, result, rules)["1.1"].zh == "达到“≥100人”"


def test_a_number_far_beyond_a_bound_does_not_speak_for_the_bound() -> None:
    """101 of more than 100 is in the band of 80%: the advice is the best band, 150%."""
    bands = [
        {"from": Decimal(150), "share": Decimal(100)},
        {"from": Decimal(100), "share": Decimal(80)},
    ]
    use = Bands.model_validate({"method": "bands", "of": "achievement", "bands": bands})
    rules = find("cn-selfeval-2016")
    changed = [rule.model_copy(update={"use": use}) for rule in rules.rules]
    rules = rules.model_copy(update={"rules": tuple(changed)})
    of = form_of(((*QUANTITY, "培训＞100人"),))
    facts = facts_of(of, {"1.1": "90人"})
    weights = dict.fromkeys(rules.weights.points, rules.weights.total * 0)
    weights["output"] = rules.weights.total
    result = score(of, facts, rules, weights=weights)
    assert advise(of, facts, result, rules)["1.1"].zh == "达成率到 150%"
