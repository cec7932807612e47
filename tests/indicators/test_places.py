"""Places read as a person would look for them."""

import pytest

from indicators.places import Place, place_said


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("a.txt", line=7), "a.txt:7"),
        (Place("a.xlsx", part="自评表", cell="B14"), "a.xlsx!自评表!B14"),
        (Place("a.docx"), "a.docx"),
        (Place.counted("a.docx", table=2, row=5), "a.docx 第2个表第5行"),
        (Place.counted("a.docx", paragraph=7), "a.docx 第7段"),
        (Place.counted("a.pdf", page=3), "a.pdf 第3页"),
        (Place.counted("a.pdf", page=3, table=2, row=5), "a.pdf 第3页第2个表第5行"),
        (Place("a.xlsx", part="自评表"), "a.xlsx!自评表"),
    ],
)
def test_places(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(
    ("where", "english"),
    [
        ("a.docx 第2个表第5行", "a.docx table 2 row 5"),
        ("a.pdf 第3页", "a.pdf page 3"),
        ("第1页.txt:7", "第1页.txt:7"),
        ("a.xlsx!自评表!B14", "a.xlsx!自评表!B14"),
        ("", ""),
    ],
)
def test_places_in_english(where: str, english: str) -> None:
    assert place_said(where, "en") == english
    assert place_said(where, "zh") == where
