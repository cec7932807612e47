"""The columns of a long table: one indicator a row, with English or Chinese names."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.forms.keys import heading_key, without_brackets
from indicators.forms.layout import MAX_LABEL
from indicators.rulecache import load_cached

if TYPE_CHECKING:
    from pydantic import BaseModel

HERE = Path(__file__).parent
SCHEMA = (HERE / "schema.py",)
"""The modules that say what may stand in the rule files."""


@dataclass(frozen=True, slots=True)
class LongTable:
    """What the columns of a long table mean, by their spellings.

    `labels` gives the printed name of each meaning; `needed` are the meanings without which a row
    is no indicator of a project.
    """

    meanings: dict[str, str]
    labels: dict[str, str]
    needed: tuple[str, ...]

    def column(self, text: str) -> str | None:
        """What a column with this name holds, whatever stands in brackets behind it."""
        if not text or len(text) > MAX_LABEL:
            return None
        key = heading_key(text).lower()
        return self.meanings.get(key) or self.meanings.get(without_brackets(key))

    def spellings(self, meaning: str) -> list[str]:
        """Every way to name the column of this meaning."""
        return [key for key, found in self.meanings.items() if found == meaning]


@cache
def long_table() -> LongTable:
    """The columns of long tables.

    Raises:
        RuleFileError: if the file was changed and is no longer valid.
    """
    path = HERE / "long-table.yaml"
    (rules,) = load_cached([path], _schema, name="long-table", schema_files=SCHEMA)
    columns = rules["columns"]
    meanings: dict[str, str] = {}
    for column in columns:
        for spelling in (column["label"], *column["also"]):
            meanings.setdefault(heading_key(spelling).lower(), column["means"])
    return LongTable(
        meanings,
        {column["means"]: column["label"] for column in columns},
        tuple(column["means"] for column in columns if column["needed"]),
    )


def _schema(path: Path) -> "type[BaseModel]":
    from indicators.forms.schema import LongTableRule  # noqa: PLC0415 -- costs pydantic

    return LongTableRule
