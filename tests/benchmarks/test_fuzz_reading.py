"""A few damaged documents of every kind that is read in this process: refused in words, or read."""

import pytest

from benchmarks.fuzz_reading import DAMAGES, damaged, drawn, operated, outcome, seeds

SEEDS = seeds()


@pytest.mark.parametrize("kind", ["txt", "docx", "xlsx", "html", "csv"])
def test_damaged_documents_are_read_or_refused(kind: str) -> None:
    draw = drawn(kind)
    found = {outcome(kind, damaged(kind, SEEDS[kind], draw)) for _ in range(40)}
    assert found <= {"read", "refused"}


@pytest.mark.parametrize("kind", SEEDS)
def test_whole_documents_are_read(kind: str) -> None:
    assert outcome(kind, SEEDS[kind]) == "read"


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_damages(damage) -> None:
    draw = drawn(1)
    assert all(damage(SEEDS["txt"], draw) != SEEDS["txt"] for _ in range(5))


def test_surgery_leaves_an_archive() -> None:
    assert operated(SEEDS["docx"], drawn(1)).startswith(b"PK")


def test_another_exception_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.fuzz_reading.read_document", lambda _: 1 // 0)
    assert outcome("txt", b"x").startswith("ZeroDivisionError")
