"""Texts of workbooks of which a part is struck out."""

from xml.parsers import expat

from indicators.reading.struck import Marked, Struck, may_be_in


def _found(xml: str, shared: dict[str, Marked] | None = None) -> dict[str, Marked]:
    found = Struck(shared or {})
    parser = expat.ParserCreate()
    parser.StartElementHandler = found.begin
    parser.CharacterDataHandler = found.text
    parser.EndElementHandler = found.end
    parser.Parse(xml, True)
    return found.texts


def test_the_table_of_texts() -> None:
    old, new = "<r><rPr><strike/></rPr><t>119</t></r>", "<r><t>121</t></r>"
    off = '<r><rPr><strike val="0"/></rPr><t>甲</t></r>'
    xml = f"<sst><si><t>甲</t></si><si>{old}{new}</si><si>{off}{new}</si><si>{old}</si></sst>"
    assert _found(xml) == {"1": Marked("121", "119"), "3": Marked("", "119")}


def test_the_cells_that_name_them() -> None:
    shared = {"1": Marked("121", "119")}
    cells = '<c r="A1" t="s"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1" t="s"><v>0</v></c>'
    assert _found(f"<x:row xmlns:x='u'>{cells}</x:row>", shared) == {"A1": shared["1"]}


def test_most_parts_need_no_second_look() -> None:
    assert may_be_in(b"<strike/>")
    assert not may_be_in(b"<b/>")
