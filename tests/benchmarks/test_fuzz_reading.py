"""A few damaged documents of every kind that is read in this process: refused, or read rightly."""

from collections import Counter

import pytest

from benchmarks import fuzz_reading
from benchmarks.fuzz_reading import (
    answered,
    gold,
    judged,
    nth_file,
    outcome,
    seeds,
    visible,
)
from indicators.reading import document_of, read_document

FAST = ["txt", "docx", "xlsx", "html", "csv"]


@pytest.mark.parametrize("kind", FAST)
def test_damaged_documents_are_read_or_refused(kind: str) -> None:
    found = {outcome(kind, nth_file(kind, 7, number))[0] for number in range(40)}
    assert "wrong" not in found
    assert "refused" in found


@pytest.mark.parametrize("kind", [*FAST, "doc", "xls", "pdf"])
def test_whole_documents_are_the_right_answer(kind: str) -> None:
    assert outcome(kind, seeds()[kind]) == ("same", "")


@pytest.mark.parametrize("kind", FAST)
def test_all_that_is_read_is_visible(kind: str) -> None:
    text = visible(kind, seeds()[kind])
    assert all(part in text for row in gold(kind)[0] for part in row)


def test_a_row_lost_without_a_word_is_silent() -> None:
    forms = read_document(document_of(seeds()["csv"], path="fuzz.csv"))
    assert judged("csv", seeds()["csv"], forms[1:])[0] == "silent"
    assert judged("csv", b"x", forms[1:]) == ("changed", "")


def test_a_row_lost_with_a_finding_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    forms = read_document(document_of(seeds()["csv"], path="fuzz.csv"))
    rows = gold("csv")[0]
    monkeypatch.setattr(fuzz_reading, "gold", lambda _: (rows, Counter()))
    monkeypatch.setattr(fuzz_reading, "findings_of", lambda _: Counter(["少了一行"]))
    assert judged("csv", seeds()["csv"], forms[1:])[0] == "told"


def test_another_exception_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.fuzz_reading.read_document", lambda _: 1 // 0)
    what, why = outcome("txt", b"x")
    assert what == "wrong"
    assert why.startswith("ZeroDivisionError")


def test_a_process_of_its_own_tells_what_it_took() -> None:
    answer = answered("txt", b"x")
    assert answer.outcome == "refused"
    assert answer.seconds >= 0
    assert answer.memory > 1_000_000
