"""Places in documents, named as a person would look for them."""

import re
from typing import NamedTuple

_IN_WORDS = re.compile(r"(?:第[0-9]+(?:页|个表|行|段))+")


_COUNTED = re.compile(r"第([0-9]+)(页|个表|行|段)")
_ENGLISH = {"页": "page", "个表": "table", "行": "row", "段": "paragraph"}


def place_said(where: str, language: str) -> str:
    """A place as it was written down, in `language` (`zh` or `en`): `a.docx table 2 row 5`."""
    if language != "en":
        return where
    return _AT_THE_END.sub(
        lambda counted: (
            " "
            + " ".join(
                f"{_ENGLISH[what]} {number}" for number, what in _COUNTED.findall(counted[0])
            )
        ),
        where,
    )


_AT_THE_END = re.compile(r" (?:第[0-9]+(?:页|个表|行|段))+$")


class Place(NamedTuple):
    """Where something stands in a document, as a person would look for it.

    `part` is the sheet (`"自评表"`), or in words the page or table (`"第2页"`, `"第1个表"`);
    `line` the 1-based line of a text; `cell` the address in a sheet (`"B14"`), or in words the row
    (`"第5行"`).

    It reads `a.txt:7`, `a.xlsx!自评表!B14`, `a.docx 第2个表第5行`, `a.pdf 第3页`.
    """

    file: str
    part: str | None = None
    line: int | None = None
    cell: str | None = None

    @classmethod
    def counted(
        cls,
        file: str,
        *,
        page: int | None = None,
        table: int | None = None,
        row: int | None = None,
        paragraph: int | None = None,
    ) -> "Place":
        """A place found by counting pages, tables, rows or paragraphs, each from 1."""
        found = ((page, "页"), (table, "个表"), (row, "行"), (paragraph, "段"))
        first, *rest = [f"第{number}{what}" for number, what in found if number is not None]
        return cls(file, part=first, cell="".join(rest) or None)

    @property
    def after_file(self) -> str:
        """The place without the name of the file: `:7`, `!自评表!B14`, ` 第2个表第5行`."""
        where = "" if self.line is None else f":{self.line}"
        for piece in (self.part, self.cell):
            if piece and _IN_WORDS.fullmatch(piece):
                where += piece if where.endswith(("页", "表")) else f" {piece}"
            elif piece:
                where += f"!{piece}"
        return where

    def __str__(self) -> str:
        return self.file + self.after_file
