"""Old Word documents are converted by what is there; if nothing is, the command is named."""

from pathlib import Path

import pytest

from indicators.errors import DocumentError
from indicators.reading import doc, limits
from indicators.reading.doc import INSTALL, extract, read_doc
from indicators.reading.document import document_of, open_document
from indicators.reading.tables import Grid
from tests.indicators.reading.dumps import ARCHIVE
from tests.indicators.reading.remade import as_docx, official_forms

FORMS = ARCHIVE / "remade" / "xicheng-2019-forms.doc"

OFFICE = """#!/bin/sh
# Stands in for LibreOffice: copies the answer that lies beside it, if there is one.
while [ "$1" != --outdir ]; do shift; done
test -f {answer} && cp {answer} "$2/a.docx"
exit 0
"""


def _refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read_doc(document_of(data, path="a.doc"))
    (problem,) = caught.value.problems
    assert problem.where == "a.doc"
    return problem.words.zh


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """LibreOffice is there, and answers with the file at this path."""
    answer, program = tmp_path / "answer.docx", tmp_path / "soffice"
    program.write_text(OFFICE.format(answer=answer), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(doc, "office", lambda: str(program))
    return answer


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "office", lambda: None)


def test_tables_with_their_spans(no_office: None) -> None:
    grids = [block for block in read_doc(open_document(FORMS)) if isinstance(block, Grid)]
    assert len(grids) == 10
    lead = next(cell for cell in grids[1].cells if cell.text == "绩效指标")
    assert lead.rowspan == 12
    assert str(lead.place) == "xicheng-2019-forms.doc 第2个表第7行"


def test_office_where_there_is_no_converter(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "has_converter", lambda: False)
    office.write_bytes(as_docx(official_forms()[:1]))
    assert any(isinstance(block, Grid) for block in read_doc(document_of(b"x")))


def test_office_where_the_converter_fails(office: Path) -> None:
    office.write_bytes(as_docx(official_forms()[:1]))
    assert any(
        isinstance(block, Grid) for block in read_doc(document_of(FORMS.read_bytes()[:5000]))
    )


def test_office_that_says_all_is_well_and_writes_nothing(office: Path) -> None:
    assert "已损坏" in _refused(FORMS.read_bytes()[:5000])


def test_office_that_never_ends(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WAITING_SECONDS", 0.1)
    monkeypatch.setattr(doc, "has_converter", lambda: False)
    office.with_name("soffice").write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    assert "已损坏" in _refused(FORMS.read_bytes())


def test_neither(no_office: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "has_converter", lambda: False)
    words = _refused(FORMS.read_bytes())
    assert INSTALL in words
    assert "另存为 .docx" in words


def test_a_password(office: Path) -> None:
    """The head of the text stream says that it is encrypted; LibreOffice is not even asked."""
    data = bytearray(FORMS.read_bytes())
    head = data.index(b"\xec\xa5")
    data[head + 0x0B] |= 0x01
    assert "打开密码" in _refused(bytes(data))


def test_what_runs_apart() -> None:
    assert extract(open_document(FORMS)).startswith("UEsD")  # PK in base 64
    with pytest.raises(DocumentError, match="已损坏"):
        extract(document_of(b"x" * 1000))


def test_where_office_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", {"libreoffice": "office/libreoffice"}.get)
    assert doc.office() == "office/libreoffice"
    assert doc.has_converter()


def test_office_is_left_alone_when_the_time_is_used_up(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both converters together may take no more than the limit."""
    office.write_bytes(as_docx(official_forms()[:1]))
    used = iter([1.0, 8.5])
    monkeypatch.setattr(limits, "seconds_apart", lambda: next(used))
    assert "已损坏" in _refused(FORMS.read_bytes()[:5000])
