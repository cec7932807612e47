"""Which styles of a Word document put a line through their text, or hide it.

A style may be based on another one; what a run says for itself counts more than its style.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indicators.reading.archives import Archive
from indicators.reading.markup import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLES = "word/styles.xml"
_OFF = frozenset(("0", "false", "off", "none"))
_MARKS = {"struck": ("strike", "dstrike"), "hidden": ("vanish",)}
_TELL_TALES = (b"strike", b"vanish")
"""What stands in the styles if any of them matters; few documents have such."""


@dataclass(frozen=True, slots=True)
class WordStyles:
    """The styles, by their ids, whose text is `struck` out or `hidden`."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_marked(self, run: "_Element", mark: str) -> bool:
        """Whether a run is `struck` or `hidden`: by itself, by its style, or its paragraph's."""
        own = [is_on for name in _MARKS[mark] if (is_on := _switch(run, f"{{*}}rPr/{{*}}{name}"))]
        if own or not self.ids:
            return "on" in own
        styles = [_value(run.find("{*}rPr/{*}rStyle"))]
        paragraph = next((a for a in run.iterancestors() if a.tag.endswith("}p")), None)
        if paragraph is not None:
            styles.append(_value(paragraph.find("{*}pPr/{*}pStyle")))
        return any(style in self.ids[mark] for style in styles)


def read_styles(archive: Archive) -> WordStyles:
    """The styles of a document that matter.

    Raises:
        DocumentError: if the part with the styles is broken.
    """
    data = archive.read(_STYLES) if _STYLES in archive.names else b""
    if not any(tale in data for tale in _TELL_TALES):
        return WordStyles()
    styles = {
        _value(style, "styleId"): style
        for style in parse_xml(archive.document, data, _STYLES).iter("{*}style")
    }
    return WordStyles(
        {mark: frozenset(id_ for id_ in styles if _marks(styles, id_, mark)) for mark in _MARKS}
    )


def _marks(styles: Mapping[str, "_Element"], id_: str, mark: str) -> bool:
    """Whether a style, or the first of those it is based on that says so, has this mark."""
    seen: set[str] = set()
    while id_ in styles and id_ not in seen:
        seen.add(id_)
        own = [on for name in _MARKS[mark] if (on := _switch(styles[id_], f"{{*}}rPr/{{*}}{name}"))]
        if own:
            return "on" in own
        id_ = _value(styles[id_].find("{*}basedOn"))
    return False


def _switch(element: "_Element", path: str) -> str:
    """`on`, `off`, or nothing where it is not said."""
    found = element.find(path)
    if found is None:
        return ""
    return "off" if _value(found) in _OFF else "on"


def _value(element: "_Element | None", name: str = "val") -> str:
    """The attribute of this name, in whatever namespace; nothing without one."""
    items = () if element is None else element.items()
    return next((value for key, value in items if key.rpartition("}")[2] == name), "")
