"""Letters typed for digits: nothing of such a number is read, and somebody is told."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual
from indicators.model import Kind


@pytest.mark.parametrize("typed", ["9O%", "1O0人", "l00人", "≥5O人", "I0个", "2l家", "1,2OO元"])
def test_no_part_of_a_slip_is_read(typed: str) -> None:
    (target,) = parse_targets(typed)
    assert target.kind is Kind.QUALITATIVE
    assert "字母" in target.notes[0].zh


@pytest.mark.parametrize(
    "text", ["培训10人", "采购5G终端20台", "减排CO2 300吨", "供水500L", "O3超标3天"]
)
def test_what_is_no_slip(text: str) -> None:
    (target,) = parse_targets(text)
    assert target.kind is Kind.QUANTITATIVE
    assert target.notes == ()


def test_the_other_promises_of_the_text_stand() -> None:
    (target,) = parse_targets("培训1OO人，举办3期")
    assert (target.value, target.unit) == (Decimal(3), "期")
    assert "1OO" in target.notes[0].zh


@pytest.mark.parametrize("typed", ["1O0人", "完成9O人，共3次"])
def test_an_answer_with_a_slip_is_refused(typed: str) -> None:
    (target,) = parse_targets("100人")
    with pytest.raises(ActualsError, match="字母"):
        read_actual(typed, target)
