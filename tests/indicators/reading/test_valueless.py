"""Cells that show no value of their own."""

import pytest

from indicators.reading.valueless import NOT_CALCULATED, Valueless, may_be_in


def _cell(found: Valueless, address: str, kind: str, formula: str, value: str | None) -> None:
    found.begin("x:c", {"r": address, "t": kind})
    if formula:
        found.begin("x:f", {})
        found.text(formula)
        found.end("x:f")
    if value is not None:
        found.begin("x:v", {})
        found.text(value)
        found.end("x:v")
    found.end("x:c")


@pytest.mark.parametrize(
    ("kind", "formula", "value", "shown"),
    [
        ("n", "1+1", None, NOT_CALCULATED),
        ("n", "1+1", "", NOT_CALCULATED),
        ("n", "1+1", "2", None),
        ("n", "", None, None),
        ("e", "1/0", "#DIV/0!", "#DIV/0!"),
        ("e", "", "#N/A", "#N/A"),
    ],
)
def test_what_a_cell_shows(kind: str, formula: str, value: str | None, shown: str | None) -> None:
    found = Valueless()
    _cell(found, "A1", "n", "", "1")
    _cell(found, "B2", kind, formula, value)
    assert found.texts == ({} if shown is None else {"B2": shown})


def test_most_sheets_need_no_second_look() -> None:
    assert not may_be_in(b'<row r="1"><c r="A1" t="s"><v>1</v></c></row>')
    assert may_be_in(b'<c r="A1"><f>1</f></c>')
    assert may_be_in(b'<x:c r="A1" t="e"><x:v>#N/A</x:v></x:c>')
