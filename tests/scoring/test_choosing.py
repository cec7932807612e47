"""The first rule that applies is chosen; those before it say why they do not."""

import pytest

from indicators.model import Target
from scoring.choosing import choose
from scoring.register import find
from scoring.standard import For, ScoringRule, Standard
from tests.scoring.factories import BY_YEAR_END, IN_WORDS, promised

FORM_2016 = find("cn-selfeval-2016")


def _choose(standard: Standard, target: Target, text: str = "某事"):
    return choose(standard, target, category="output.quantity", text=text)


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        (promised(">=", "1"), "quantitative"),
        (BY_YEAR_END, "deadline"),
        (IN_WORDS, "qualitative"),
    ],
)
def test_by_kind(target: Target, rule: str) -> None:
    assert _choose(FORM_2016, target)[0].id == rule


def test_passed_over_rules_say_why() -> None:
    _, passed_over = _choose(FORM_2016, BY_YEAR_END)
    assert [rule for rule, _ in passed_over] == ["quantitative"]
    assert passed_over[0][1].zh == "只用于定量、时限（时长）、周期，本项是期限（日期）"


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        ({"category": ["benefit"]}, "只用于benefit，本项是output.quantity"),
        ({"comparator": ["<"]}, "只用于<，本项是>="),
        ({"direction": ["lower"]}, "只用于lower，本项是higher"),
        ({"dimension": ["money"]}, "只用于money，本项是—"),
        ({"words": ["满意度", "满意率"]}, "名称里没有“满意度、满意率”"),
    ],
)
def test_conditions(condition: dict[str, list[str]], why: str) -> None:
    narrow = ScoringRule.model_validate(
        {
            "id": "narrow",
            "title": "窄",
            "title_en": "narrow",
            "for": {"kind": ["quantitative"], **condition},
            "use": {"method": "yes_no"},
        }
    )
    standard = FORM_2016.model_copy(update={"rules": (narrow, *FORM_2016.rules)})
    rule, passed_over = _choose(standard, promised(">=", "1"))
    assert (rule.id, passed_over[0][1].zh) == ("quantitative", why)


def test_no_condition_takes_everything() -> None:
    assert not For().narrow
