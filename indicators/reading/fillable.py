"""What is filled in on a web page: the values of its text fields, choices and ticks."""

from typing import TYPE_CHECKING

from indicators.reading.markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

FILLED = frozenset(("input", "select", "textarea"))
"""The elements that a reader of the page fills in."""

_TICKS = frozenset(("checkbox", "radio"))
_NOT_SHOWN = frozenset(("hidden", "button", "submit", "reset", "image", "file", "password"))
TICKED, NOT_TICKED = "☑", "☐"


def filled_in(element: "_Element") -> str:
    """What shows in a field as the page was saved; a choice without a mark shows its first part.

    Only the text is given that stands in the page: what a script fills in is not there.
    """
    name = local_name(element)
    if name == "textarea":
        return "".join(element.itertext())
    if name == "select":
        return _chosen(element)
    kind = (element.get("type") or "text").strip().lower()
    if kind in _TICKS:
        return TICKED if element.get("checked") is not None else NOT_TICKED
    return "" if kind in _NOT_SHOWN else element.get("value") or ""


def _chosen(element: "_Element") -> str:
    """The chosen ones of a list, or the first, which shows if none was chosen."""
    every = list(element.iter("option"))
    chosen = [option for option in every if option.get("selected") is not None]
    if not chosen and element.get("multiple") is None:
        chosen = every[:1]
    return "、".join("".join(option.itertext()).strip() for option in chosen)
