"""What is told of a promise that took a decision to read, or that its columns contradict."""

from typing import Any

import pytest

from indicators.grammar import parse_targets


@pytest.mark.parametrize(
    ("text", "near", "about"),
    [
        ("≥95%", {"nature": "≤", "name": "合格率"}, "“≤”"),
        ("500000", {"name": "金额（元）", "unit": "万元"}, "“元”"),
        ("100", {"nature": "≥", "unit": "人"}, "取自"),
    ],
)
def test_decisions_and_contradictions_are_told(text: str, near: dict[str, Any], about: str) -> None:
    (target,) = parse_targets(text, year=2023, **near)
    assert [about in note.zh for note in target.notes] == [True]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("≥95%", {"nature": "≥", "name": "合格率(%)", "unit": "%"}),
        (">95%", {"nature": "≥", "name": "合格率"}),
        ("20", {"name": "数量（个）", "unit": "个"}),
    ],
)
def test_columns_that_agree_need_no_note(text: str, near: dict[str, Any]) -> None:
    (target,) = parse_targets(text, year=2023, **near)
    assert target.notes == ()
