"""Loops are followed by whoever watches, and by nobody else."""

from collections.abc import Iterator, Sequence
from typing import Any

from indicators.errors import Words
from indicators.progress import watched, watched_by

READING = Words("读取", "reading")


def test_nobody_watches_unless_told() -> None:
    assert list(watched([1, 2], READING)) == [1, 2]


def test_who_watches_sees_every_item_and_what_is_done() -> None:
    seen: list[tuple[str, Any]] = []

    def watch(items: Sequence[Any], doing: Words) -> Iterator[Any]:
        for item in items:
            seen.append((doing.en, item))
            yield item

    with watched_by(watch):
        assert list(watched("ab", READING)) == ["a", "b"]
    assert list(watched("c", READING)) == ["c"]
    assert seen == [("reading", "a"), ("reading", "b")]
