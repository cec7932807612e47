"""Finds the cells of a workbook that show no value: errors, and formulas that nobody calculated.

The library that reads the cells gives nothing for them, as for an empty cell; but a person who
filled in a formula has filled in something, and must be told which cell to mend.
"""

from dataclasses import dataclass, field

NOT_CALCULATED = "#公式未计算"
"""What stands for a formula without a stored value, in the manner of `#N/A`."""


@dataclass(slots=True)
class Valueless:
    """The cells found so far, by their addresses (`B12`), and what they show."""

    texts: dict[str, str] = field(default_factory=dict)
    _address: str = ""
    _is_error: bool = False
    _has_formula: bool = False
    _value: list[str] | None = None
    _shown: str = ""

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition(":")[2]
        if name == "c":
            self._address = attributes.get("r", "")
            self._is_error = attributes.get("t") == "e"
            self._has_formula, self._shown = False, ""
        elif name == "f":
            self._has_formula = True
        elif name == "v":
            self._value = []

    def text(self, text: str) -> None:
        """Text within an element."""
        if self._value is not None:
            self._value.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition(":")[2]
        if name == "v":
            self._shown, self._value = "".join(self._value or ()), None
        elif name == "c" and self._is_error:
            self.texts[self._address] = self._shown
        elif name == "c" and self._has_formula and not self._shown:
            self.texts[self._address] = NOT_CALCULATED


def may_be_in(data: bytes) -> bool:
    """Whether a sheet's XML may hold such cells; most hold none, and need no second look."""
    return b"<f" in data or b":f" in data or b'"e"' in data or b"'e'" in data
