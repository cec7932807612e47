"""Finds the texts of a workbook that are partly struck out, run by run: ~~119公里~~121公里.

The library that reads the cells gives the runs of a text as one. A person has deleted what has a
line through it, and left it there to be seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_OFF = frozenset(("0", "false", "off"))


class Marked(NamedTuple):
    """A text of which a part is struck out: what is left of it, and what is not."""

    text: str
    struck: str


@dataclass(slots=True)
class Struck:
    """The texts found so far: of the table of texts by their number, of a sheet by the address.

    `shared` are those of the table of texts, that the cells of a sheet name by their number.
    """

    shared: Mapping[str, Marked] = field(default_factory=dict)
    texts: dict[str, Marked] = field(default_factory=dict)
    _number: int = -1
    _address: str = ""
    _is_shared: bool = False
    _is_struck: bool = False
    _in_phonetic: bool = False
    _open: list[str] | None = None
    _runs: list[tuple[str, bool]] = field(default_factory=list)

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition(":")[2]
        if name in ("si", "is"):
            self._number += name == "si"
            self._runs = []
        elif name == "c":
            self._address = attributes.get("r", "")
            self._is_shared = attributes.get("t") == "s"
        elif name == "r":
            self._is_struck = False
        elif name == "strike":
            self._is_struck = attributes.get("val", "1") not in _OFF
        elif name == "rPh":
            self._in_phonetic = True
        elif name in ("t", "v"):
            self._open = []

    def text(self, text: str) -> None:
        """Text within an element."""
        if self._open is not None:
            self._open.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition(":")[2]
        if name in ("t", "v"):
            self._take("".join(self._open or ()), is_text=name == "t")
            self._open = None
        elif name == "r":
            self._is_struck = False
        elif name == "rPh":
            self._in_phonetic = False
        elif name in ("si", "is") and any(is_struck for _, is_struck in self._runs):
            left, gone = ("".join(t for t, s in self._runs if s == struck) for struck in (0, 1))
            self.texts[self._address if name == "is" else str(self._number)] = Marked(left, gone)

    def _take(self, text: str, *, is_text: bool) -> None:
        """A run of a text, or the number of a text of the table."""
        if is_text and not self._in_phonetic:
            self._runs.append((text, self._is_struck))
        elif not is_text and self._is_shared and text in self.shared:
            self.texts[self._address] = self.shared[text]


def may_be_in(data: bytes) -> bool:
    """Whether a part may hold such texts; most hold none, and need no second look."""
    return b"strike" in data
