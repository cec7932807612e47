"""The hint beside each cell to fill: what is wanted, in the unit of the promise."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evalengine.reports.hints import examples, input_hint, money_hint, unit_label
from indicators.model import Budget, Kind, Target
from scoring import register
from tests.evalengine.factories import BY_CONTRACT, BY_YEAR_END, IN_WORDS, guards_form
from tests.promises import HUNDRED_GUARDS

IN_FOUR_MONTHS = Target(kind=Kind.DEADLINE, value=Decimal(4), unit="个月", after="合同签订")
QUARTERLY = Target(kind=Kind.SCHEDULE, value=Decimal(1), per="季度")
PERCENT = Target(kind=Kind.QUANTITATIVE, value=Decimal(90), unit="%")
BARE = Target(kind=Kind.QUANTITATIVE, value=Decimal(3))


@pytest.mark.parametrize(
    ("target", "label", "title"),
    [
        (HUNDRED_GUARDS, "人", "请填数字，单位：人"),
        (PERCENT, "%", "请填百分数"),
        (BARE, "—", "请填数字，单位："),
        (BY_YEAR_END, "日期", "请填完成日期"),
        (IN_FOUR_MONTHS, "个月", "请填实际用时"),
        (QUARTERLY, "次", "请填全年实际次数"),
        (IN_WORDS, "选择", "请选择"),
        (BY_CONTRACT, "选择", "请选择"),
    ],
)
def test_hints(target: Target, label: str, title: str) -> None:
    assert unit_label(target) == label
    assert input_hint(target)[0] == title


def test_hints_fit_the_limits_of_the_file_format() -> None:
    long = replace(HUNDRED_GUARDS, unit="很长的单位" * 60)
    title, message = input_hint(long)
    assert len(title) <= 32
    assert len(message) <= 255


def test_money_is_asked_for_in_the_unit_of_the_budget() -> None:
    form = replace(guards_form(), budget=Budget(Decimal(5), unit="元"))
    assert money_hint(form, optional=False)[0] == "请填金额，单位：元"
    assert "没有调整请留空" in money_hint(form, optional=True)[1]


def test_the_example_of_a_judgement_is_the_standards_own() -> None:
    bands = register.find("cn-mof-2020-10").levels.bands
    judged = examples(bands)[-1]
    assert judged[2] == bands[1].title
    assert bands[1].holds(Decimal(judged[3].removesuffix("%")))
