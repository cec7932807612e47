"""Document → tables → forms: opens a file, finds its forms, and reads them with all doubts."""

from dataclasses import replace
from pathlib import Path

from indicators.exact import exactly
from indicators.forms import is_title
from indicators.model import Form
from indicators.places import Place
from indicators.reading import doubts
from indicators.reading.blocks import read_blocks_of
from indicators.reading.document import Document, document_of, open_document
from indicators.reading.form import read_blocks
from indicators.reading.kinds import FileKind, kind_of
from indicators.reading.sides import parted

__all__ = ["Document", "document_of", "open_document", "read_document", "read_forms"]


def read_forms(path: Path | str, *, lexicon: Path | None = None) -> list[Form]:
    """The forms in the document at `path`, in its order.

    Args:
        path: the document.
        lexicon: a local file of words, added to the shipped ones (docs/lexicon.md).

    Raises:
        DocumentError: if it cannot be read, holds no known form, or a form without indicators.
        RuleFileError: with file and line, if `lexicon` is wrong.
    """
    return read_document(open_document(Path(path)), lexicon=lexicon)


@exactly
def read_document(document: Document, *, lexicon: Path | None = None) -> list[Form]:
    """The forms of an open document, whatever kind of file it is; see `read_forms`."""
    blocks = list(parted(read_blocks_of(document, is_title=is_title)))
    forms = read_blocks(blocks, document, lexicon=lexicon)
    if kind_of(document) is FileKind.TEXT and document.is_cut:
        last = Place(document.name, line=document.text.count("\n") + 1)
        findings = (*forms[-1].findings, doubts.file_cut(last))
        forms[-1] = replace(forms[-1], findings=findings)
    return forms
