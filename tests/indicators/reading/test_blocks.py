"""The reader is picked by the bytes; the real document reads the same whatever file it is in."""

import json
from collections.abc import Callable
from functools import cache

import pytest

from indicators.forms import is_title
from indicators.model import Form
from indicators.reading import document_of, read_document, read_forms
from indicators.reading.blocks import read_blocks_of
from indicators.reading.tables import Grid, Paragraph
from tests.indicators.reading.dumps import ARCHIVE, GOLD, REAL
from tests.indicators.reading.remade import (
    OfficialForm,
    as_csv,
    as_docx,
    as_html,
    as_xlsx,
    official_forms,
)

MADE: dict[str, Callable[[list[OfficialForm]], bytes]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "one-sheet.xlsx": lambda forms: as_xlsx(forms, sheet_each=False),
    "side-by-side.xlsx": lambda forms: as_xlsx(forms, side_by_side=True),
    "html": lambda forms: as_html(forms).encode("gb18030"),
    "csv": lambda forms: as_csv(forms).encode("utf-8-sig"),
}


KEPT = ("doc", "xls", "pdf")
"""Kinds that only an office program writes: see data/xicheng-2019/make_remade.py."""

KINDS = (*MADE, *KEPT)


@cache
def _made(kind: str) -> list[Form]:
    if kind in KEPT:
        data = (ARCHIVE / "remade" / f"xicheng-2019-forms.{kind}").read_bytes()
    else:
        data = MADE[kind](official_forms())
    return read_document(document_of(data, path=f"西城.{kind}"))


@cache
def _real() -> list[Form]:
    return read_forms(REAL)


def _lines(text: str) -> list[str]:
    """A text by its lines; no web page shows the space before a line end."""
    return [line.strip() for line in text.split("\n")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_indicator_is_the_gold_one(kind: str) -> None:
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = [
        (at, form.project, row.level1, row.level2, _lines(row.target_text))
        for at, form in enumerate(_made(kind))
        for row in form.indicators
    ]
    keys = ("form", "project", "level1", "level2")
    assert found == [(*(one[key] for key in keys), _lines(one["text"])) for one in gold]


@pytest.mark.parametrize("kind", KINDS)
def test_every_promise_is_the_same(kind: str) -> None:
    promises, real = (
        [
            (item, target.kind, target.measure, target.phrase, target.direction)
            for form in forms
            for item, _, target in form.items()
        ]
        for forms in (_made(kind), _real())
    )
    assert promises == real


@pytest.mark.parametrize("kind", KINDS)
def test_every_head_is_the_same(kind: str) -> None:
    heads, real = (
        [
            (
                *(form.kind, form.department, form.project, form.year, form.manager),
                form.budget and (form.budget.amount, form.budget.unit),
                _lines(form.goal),
                [(name, _lines(text)) for name, text in form.fields],
            )
            for form in forms
        ]
        for forms in (_made(kind), _real())
    )
    assert heads == real


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("docx", "西城.docx 第2个表第8行"),
        ("xlsx", "西城.xlsx!表2!E10"),
        ("one-sheet.xlsx", "西城.one-sheet.xlsx!申报表!E35"),
        ("html", "西城.html 第2个表第8行"),
        ("doc", "西城.doc 第2个表第8行"),
        ("xls", "西城.xls!表2!E10"),
        ("pdf", "西城.pdf 第3页第1个表第4行"),
    ],
)
def test_places_are_those_a_person_would_look_for(kind: str, place: str) -> None:
    assert _made(kind)[1].indicators[0].place == place


def test_a_dump_and_a_table_saved_as_text() -> None:
    for text in ("\t甲\n\t乙\n\n", "甲,乙,丙\n丁,戊,\n"):
        (block,) = read_blocks_of(document_of(text.encode()), is_title=is_title)
        assert isinstance(block, Grid)
    (block,) = read_blocks_of(document_of("甲\n".encode()), is_title=is_title)
    assert isinstance(block, Paragraph)
