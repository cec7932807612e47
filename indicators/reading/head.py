"""Reads the labelled cells of a form, above and below its indicator table.

The cells are read as a stream in which the words of the layout decide: a known label opens a
field, and what follows is its value. So a row that a dump has split still gives the same fields.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from indicators.forms import Label, Layout, Match
from indicators.forms.layout import MAX_LABEL
from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts
from indicators.reading.tables import Cell, Row
from indicators.spelling import folded

_LABEL_AND_VALUE = re.compile(r"([^:：\n]{1,60})[:：]\s*(.+)", re.DOTALL)
"""`填报日期：2018年10月`: label and value in one cell."""

_BLANK = re.compile(r"(?:\(?(?:单位|部门|公章|主管部门)?(?:盖章|公章|签章|签字)\)?)?(?:年月日)?")
_PART = re.compile(r"第[0-9一二三四五六七八九十]+部分")
"""What asks for a stamp and a day and was left so, and the heading of a part of the table."""

_QUOTED = 20
"""So many characters of an unexpected text are quoted."""


@dataclass(slots=True)
class Field:
    """A labelled cell: the label as written, behind the one it belongs to, and its value.

    `label` is None if the layout does not know it; `unit` is the money unit written beside it;
    `place` is that of the value, if there is one; `row` counts the rows of the form.
    """

    name: str
    label: Label | None
    place: Place
    unit: str | None = None
    texts: list[str] = field(default_factory=list)
    row: int = -1

    @property
    def text(self) -> str:
        """The value as written, without outer white space."""
        return "\n".join(self.texts)


@dataclass(slots=True)
class FieldReader:
    """The fields so far; the last one waits for its value until a cell gives it."""

    layout: Layout
    fields: list[Field] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    section: Field | None = None
    row: int = -1
    opened_in: int = -1
    left_empty: bool = False

    def take_row(self, row: Row) -> None:
        """Take in the cells of a row; a label at its left ends the section above."""
        self.row += 1
        if row.first:
            self.section = None
        for cell in row.own:
            if cell.text:
                self._take(cell)
            else:
                self.left_empty = True

    def take_fields(self, fields: Iterable[Field]) -> None:
        """Take in fields that were read in another way, and wait for no value any more."""
        self.fields += fields
        self.section, self.left_empty = None, True

    def result(self) -> tuple[list[Field], list[Finding]]:
        """The fields in their order, and the doubts about them."""
        sections = self.layout.sections
        fields = [field for field in self.fields if field.texts or field.label not in sections]
        return fields, [*self.findings, *_twice(fields)]

    def _take(self, cell: Cell) -> None:
        if match := self._label(cell.text):
            self._open(cell.text, match, cell.place)
        elif (inline := _LABEL_AND_VALUE.fullmatch(cell.text)) and (
            match := self._label(inline[1])
        ):
            self._open(inline[1], match, cell.place)
            self._fill(inline[2], cell.place)
        elif self._is_waiting():
            if self.opened_in != self.row:
                self.findings.append(doubts.row_joined(cell.place, self.fields[-1].name))
            self._fill(cell.text, cell.place)
        elif len(cell.text) > MAX_LABEL and self.fields:
            # Too long for a label: a further paragraph of the value before it.
            self._fill(cell.text, cell.place)
        elif _BLANK.fullmatch(folded(cell.text)) or _PART.fullmatch(folded(cell.text)):
            self.left_empty = True
        else:
            self.findings.append(doubts.label_unknown(cell.place, cell.text[:_QUOTED]))
            self._open(cell.text, None, cell.place)

    def _fill(self, text: str, place: Place) -> None:
        """Give the last field a value, or a further paragraph of it."""
        last = self.fields[-1]
        if not last.texts:
            last.place = place
        last.texts.append(text)

    def _label(self, text: str) -> Match | None:
        return self.layout.label(text, self.section.label if self.section else None)

    def _is_waiting(self) -> bool:
        """Whether the last label still has no value, nor an empty one in a row of its own."""
        if not self.fields or self.fields[-1].texts:
            return False
        return self.opened_in == self.row or not self.left_empty

    def _open(self, text: str, match: Match | None, place: Place) -> None:
        """Begin a field whose label is written as `text`."""
        name = "".join(text.split()).rstrip(":：")
        new = Field(name, match.label if match else None, place, match.unit if match else None)
        section = self.section
        if section and match and match.label.section is section.label:
            new.name = f"{section.name}/{name}"
            new.unit = new.unit or section.unit
        elif new.label in self.layout.sections:
            self.section = new
        new.row = self.row
        self.fields.append(new)
        self.opened_in, self.left_empty = self.row, False


def _twice(fields: Iterable[Field]) -> list[Finding]:
    """A doubt for every label of the layout that comes again; parts of two totals side by side,
    of the year and of more years, are no doubt.
    """
    seen: dict[Label, int] = {}
    findings = []
    for one in fields:
        is_beside = one.label and one.label.section and not one.label.gives
        if one.label in seen and not (is_beside and seen[one.label] == one.row):
            findings.append(doubts.label_twice(one.place, one.name))
        elif one.label:
            seen[one.label] = one.row
    return findings
