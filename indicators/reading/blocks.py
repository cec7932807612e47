"""Picks the reader by the kind of file: any document becomes paragraphs and grids."""

from indicators.reading.document import Document
from indicators.reading.kinds import FileKind, kind_of
from indicators.reading.sheets import IsTitle, blocks_of, cut_at_titles
from indicators.reading.tables import Block
from indicators.reading.text import read_text


def read_blocks_of(document: Document, *, is_title: IsTitle) -> list[Block]:
    """The paragraphs and grids of a document, in its order.

    Args:
        document: a file of any kind that can be read.
        is_title: whether a text is the title of a form, which always begins a new table.

    Raises:
        DocumentError: if it is of another kind, broken, locked, or beyond the limits.
    """
    kind = kind_of(document)
    if kind is FileKind.TEXT:
        return _from_text(document, is_title)
    return cut_at_titles(_from_file(document, kind, is_title), is_title)


def _from_file(document: Document, kind: FileKind, is_title: IsTitle) -> list[Block]:
    """What the reader of this kind gives; readers are imported when they are needed."""
    if kind is FileKind.DOCX:
        from indicators.reading.docx import read_docx  # noqa: PLC0415

        return read_docx(document)
    if kind is FileKind.XLSX:
        from indicators.reading.xlsx import read_xlsx  # noqa: PLC0415

        return blocks_of(read_xlsx(document), document)
    if kind is FileKind.HTML:
        from indicators.reading.html import read_html  # noqa: PLC0415

        return read_html(document)
    if kind is FileKind.XLS:
        from indicators.reading.xls import read_xls  # noqa: PLC0415

        return blocks_of(read_xls(document), document)
    if kind is FileKind.DOC:
        from indicators.reading.doc import read_doc  # noqa: PLC0415

        return read_doc(document)
    if kind is FileKind.PARQUET:
        from indicators.reading.parquet import read_parquet  # noqa: PLC0415

        return read_parquet(document)
    from indicators.reading.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(document, is_title)


def _from_text(document: Document, is_title: IsTitle) -> list[Block]:
    """A table saved as text, or a text dump."""
    from indicators.reading.csv import delimiter_of, read_csv  # noqa: PLC0415

    if delimiter := delimiter_of(document.text):
        return cut_at_titles(read_csv(document, delimiter), is_title)
    return read_text(document.text, document.name, is_title=is_title)
