"""XML of strangers: no entities, no network, bounded depth and size."""

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of
from indicators.reading.markup import local_name, parse_html, parse_xml

DOCUMENT = document_of(b"x", path="a.docx")


def _refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        parse_xml(DOCUMENT, data, "word/document.xml")
    return caught.value.problems[0].words.zh


def test_a_tree_and_local_names() -> None:
    root = parse_xml(DOCUMENT, b'<w:a xmlns:w="x"><!--c--><w:b/></w:a>', "a.xml")
    assert [local_name(element) for element in root.iter()] == ["a", "", "b"]


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:secret.txt">]>',
        b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
        b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    ],
)
def test_a_document_type_is_refused(declaration: bytes) -> None:
    assert "DOCTYPE" in _refused(declaration + b"<a/>")


def test_broken_xml_names_its_part() -> None:
    assert "word/document.xml" in _refused(b"<a><b></a>")
    assert "已损坏" in _refused(b"")


def test_endless_depth() -> None:
    assert "已损坏" in _refused(b"<a>" * 5000 + b"</a>" * 5000)


def test_too_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TAGS", 5)
    assert "6 个标记" in _refused(b"<a>" + b"<b/>" * 4 + b"</a>")


def test_a_web_page_however_it_is_written() -> None:
    root = parse_html(DOCUMENT, "<p>甲<td>乙</b>&nbsp;丙&x;")
    assert root.text_content() == "甲乙\xa0丙&x;"


def test_entities_of_a_web_page_are_not_followed() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:secret.txt">]><p>甲&x;</p>'
    assert "甲&x;" in parse_html(DOCUMENT, page).text_content()


@pytest.mark.parametrize("page", ["", "   ", "<!-- -->"])
def test_an_empty_page(page: str) -> None:
    with pytest.raises(DocumentError, match="已损坏"):
        parse_html(DOCUMENT, page)
