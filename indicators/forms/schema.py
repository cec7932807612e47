"""What may stand in the YAML file of a form family."""

from typing import Annotated, Literal

from pydantic import Field

from indicators.rulefile import Rule

Word = Annotated[str, Field(min_length=1, max_length=40)]


class PartRule(Rule):
    """A labelled cell: its printed label, other spellings, and what its value gives the form."""

    label: Word
    also: list[Word] = []
    gives: Literal["department", "project", "budget", "manager", "goal", "year"] | None = None
    units: list[Word] = []


class LabelRule(PartRule):
    """A labelled cell that may have lesser labels of its own."""

    parts: list[PartRule] = []


class ColumnRule(Rule):
    """A column of the indicator table."""

    label: Word
    means: Literal["level1", "level2", "name", "nature", "target", "unit", "note"]
    also: list[Word] = []


class TableRule(Rule):
    """The indicator table: the label at its left, the level-1 codes it always has, its columns."""

    lead: list[Word] = []
    heads: list[Word] = []
    columns: list[ColumnRule]


class LayoutRule(Rule):
    """One form family: its titles, the rows of labelled cells, and the indicator table."""

    kind: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    title: Word
    also: list[Word] = []
    head: list[list[LabelRule]]
    tail: list[list[LabelRule]] = []
    elsewhere: list[LabelRule] = []
    indicators: TableRule
