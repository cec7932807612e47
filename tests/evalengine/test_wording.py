"""Every code that people get to see has its words, in both languages."""

from evalengine.wording import DIRECTIONS, KINDS, SEVERITIES
from indicators.model import Direction, Kind, Severity


def test_every_code_has_words() -> None:
    assert set(KINDS) == set(Kind)
    assert set(DIRECTIONS) == set(Direction)
    assert set(SEVERITIES) == set(Severity)
    words = [*KINDS.values(), *DIRECTIONS.values(), *SEVERITIES.values()]
    assert [pair for pair in words if not (pair.zh and pair.en.isascii())] == []
