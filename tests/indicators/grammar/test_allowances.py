"""What misses the letter of a promise and keeps it all the same."""

import pytest

from indicators.grammar import parse_targets, read_actual


@pytest.mark.parametrize(
    ("name", "promise", "answer", "kept"),
    [
        ("补助人数", "326人左右", "318人", True),
        ("补助人数", "约326人", "310人", True),  # 4.9% less
        ("补助人数", "约326人", "309人", False),  # 5.2% less
        ("补助人数", "326人", "318人", False),
        ("项目成本", "约50万元", "52万元", True),
        ("项目成本", "约50万元", "53万元", False),
        ("办结时限", "3-5个工作日", "2个工作日", True),
        ("办结时限", "3-5个工作日", "6个工作日", False),
        ("服务期限", "3-5年", "2年", False),  # no time that should be short
    ],
)
def test_what_is_allowed(name: str, promise: str, answer: str, *, kept: bool) -> None:
    category = "output.cost" if "成本" in name else "output.quantity"
    (target,) = parse_targets(promise, name=name, category=category)
    found = read_actual(answer, target, promised=promise)
    assert (found.judgement == "achieved") is kept
    assert any("按做到计" in note.zh for note in found.notes) is kept


def test_what_keeps_the_letter_needs_none() -> None:
    (target,) = parse_targets("约326人", name="补助人数")
    assert read_actual("330人", target).notes == ()
