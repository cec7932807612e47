"""Parses XML and web pages of strangers: no entities, no network, no depth without end."""

from typing import TYPE_CHECKING

from indicators.reading import limits
from indicators.reading.document import Document

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(document: Document, data: bytes, part: str) -> "_Element":
    """The tree of a part of an office document.

    Raises:
        DocumentError: if it is broken, too large, nested too deeply, or declares a document type,
            by which entities could be smuggled in; no office program writes one.
    """
    from lxml import etree  # noqa: PLC0415 -- only for documents that are made of XML

    _check_tags(document, data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise document.broken(f"{part}：{error}", f"{part}: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise document.error(
            f"{part} 里有文档类型声明（DOCTYPE），办公软件不会这样写，未读取；"
            "请用办公软件打开后另存。",
            f"{part} declares a document type (DOCTYPE), which no office program writes, so it "
            "was not read; open it in an office program and save it again.",
        )
    return root


def parse_html(document: Document, text: str) -> "_Element":
    """The tree of a web page, however badly it is written.

    Raises:
        DocumentError: if it is too large, or holds nothing.
    """
    from lxml import etree, html  # noqa: PLC0415 -- only for web pages

    data = text.encode("utf-8", "replace")
    _check_tags(document, data)
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise document.broken(str(error), str(error)) from error
    return root


def _check_tags(document: Document, data: bytes) -> None:
    tags = data.count(b"<")
    if tags > limits.MAX_TAGS:
        raise limits.too_large(document, f"{tags:,} 个标记", f"{tags:,} tags")


def local_name(element: "_Element") -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
