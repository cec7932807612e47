"""Answers in parts: sums, products and ranges that say plainly what they make."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual

PROPOSALS = "办理人大建议、政协提案"


@pytest.mark.parametrize(
    ("name", "promise", "answer", "value", "told"),
    [
        (PROPOSALS, "≥18件", "建议11件、提案9件", 20, "11 + 9 = 20件"),
        ("培训人数", "≥100人", "培训2期，每期60人", 120, "60 × 2 = 120人"),
        ("培训人数", "≥400人", "200人/期，共2期", 400, "200 × 2 = 400人"),
        ("培训次数", "≥5次", "5-6次", 5, "一个范围"),
    ],
)
def test_what_the_parts_make(name: str, promise: str, answer: str, value: int, told: str) -> None:
    (target,) = parse_targets(promise, name=name)
    found = read_actual(answer, target, promised=promise)
    assert found.value == Decimal(value)
    assert any(told in note.zh for note in found.notes)


@pytest.mark.parametrize(
    ("name", "promise", "answer"),
    [
        (PROPOSALS, "≥18件", "建议11件、建议9件"),
        (PROPOSALS, "≥18件", "建议至少11件、提案9件"),
        ("学生、家长满意度", "≥90%", "学生45%、家长46%"),  # shares do not add up
        ("培训人数", "≥100人", "培训2期，每场60人"),
        ("培训人数", "≥100人", "培训2期，每期50至60人"),
        ("培训次数", "≥5次", "4-6次"),
        ("合格率", "≥95%", "95%-98%"),
    ],
)
def test_what_does_not_say_what_it_makes(name: str, promise: str, answer: str) -> None:
    (target,) = parse_targets(promise, name=name)
    with pytest.raises(ActualsError):
        read_actual(answer, target, promised=promise)


def test_a_total_that_is_written_counts() -> None:
    (target,) = parse_targets("≥100人", name="培训人数")
    found = read_actual("2期，每期60人，共118人", target, promised="≥100人")
    assert (found.value, found.notes) == (Decimal(118), ())


def test_what_is_promised_of_each_is_not_multiplied() -> None:
    (target,) = parse_targets("≥50人", name="每期培训人数")
    assert read_actual("2期，每期60人", target, promised="≥50人").value == Decimal(60)
