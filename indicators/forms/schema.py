"""What may stand in the YAML file of a form: its words for reading, its measures for printing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from indicators.rulefile import Rule, fault

Word = Annotated[str, Field(min_length=1, max_length=40)]
Span = Annotated[int, Field(ge=1, le=40)]
Width = Annotated[Decimal, Field(gt=0, le=200)]

Gift = Literal[
    "department",
    "implementing_unit",
    "project",
    "project_id",
    "budget",
    "annual",
    "executed",
    "execution_rate",
    "manager",
    "year",
    "goal",
    "goal_actual",
    "long_term_goal",
    "grade",
]
"""What the value of a labelled cell gives the form."""

Meaning = Literal[
    "level1",
    "level2",
    "name",
    "nature",
    "target",
    "adjusted",
    "unit",
    "actual",
    "max_points",
    "points",
    "reason",
    "evidence",
    "other",
]
"""What a column of the indicator table holds; `other` is kept as it stands, under its label;
`adjusted` is the target after changes within the year, which counts where it is filled in.
"""

MoneyMeaning = Literal["amount", "annual", "executed", "max_points", "rate", "points", "other"]
"""What a column of the money table holds: 年初预算数, 全年预算数, 全年执行数, …"""


class Spelled(Rule):
    """Printed words, and other spellings of them."""

    label: Word
    also: list[Word] = []


class PartRule(Spelled):
    """A labelled cell: its label, what its value gives the form, the units of its money."""

    gives: Gift | None = None
    units: list[Word] = []


class LabelRule(PartRule):
    """A labelled cell that may have lesser labels of its own.

    `span`: how many columns of the paper the label and its value take.
    """

    parts: list[PartRule] = []
    span: tuple[Span, Span] | None = None


class LeadRule(Spelled):
    """The label at the left of a block, and how many columns of the paper it takes."""

    span: Span = 1


class MoneyLeadRule(LeadRule):
    """The label at the left of the money table, with the units it may name."""

    units: list[Word]


class ColumnRule(Spelled):
    """A column of the indicator table."""

    means: Meaning
    span: Span = 1


class MoneyColumnRule(Spelled):
    """A column of the money table."""

    means: MoneyMeaning
    span: Span = 1


class MoneyRowRule(Spelled):
    """A row of the money table: the whole, or a part of it (财政拨款, 上年结转 …)."""

    means: Literal["whole", "part"]


class GoalColumnRule(Spelled):
    """A column of the goals: what was promised, what came of it."""

    gives: Literal["goal", "goal_actual", "long_term_goal"]
    span: Span = 1


class TableRule(Rule):
    """The indicator table: the labels at its left, the level-1 codes it always has, its columns.

    `long_term` are the labels at the left of a table of long-term indicators (长期绩效指标), which
    stands beside or above that of the year. `elsewhere` are columns of other versions.
    """

    lead: list[Word] = []
    long_term: list[Word] = []
    heads: list[Word] = []
    columns: list[ColumnRule]
    elsewhere: list[ColumnRule] = []
    lead_span: Span = 1


class MoneyRule(Rule):
    """The money table: amounts by source of funds, with the points of the execution rate."""

    lead: MoneyLeadRule
    rows: list[MoneyRowRule]
    columns: list[MoneyColumnRule]
    row_span: Span = 1


class GoalsRule(Rule):
    """The goals: a heading each, and the text below it."""

    lead: LeadRule
    columns: list[GoalColumnRule]


class SignatureRule(Rule):
    """What is printed for signing, and how many columns of the paper it takes."""

    label: Annotated[str, Field(max_length=60)]
    span: Span


class PaperRule(Rule):
    """The sheet a form is printed on; `widths` are those of its columns, in relative units."""

    orientation: Literal["portrait", "landscape"] = "portrait"
    widths: Annotated[list[Width], Field(min_length=1, max_length=40)]


class LayoutRule(Rule):
    """One printed form, from top to bottom, with all other spellings that it is met in.

    The order on paper is: title, head, money, goals, indicators, total, tail, notes, signatures;
    with `goals_first`, the goals come before the money. `beside` are titles of tables that may
    stand beside the form and are none of it. Forms of one `kind` share their words: a form is read
    by those of all of them.
    """

    kind: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    title: Word
    also: list[Word] = []
    paper: PaperRule | None = None
    head: list[list[LabelRule]]
    money: MoneyRule | None = None
    goals: GoalsRule | None = None
    goals_first: bool = False
    indicators: TableRule
    total: Spelled | None = None
    tail: list[list[LabelRule]] = []
    signatures: list[list[SignatureRule]] = []
    elsewhere: list[LabelRule] = []
    beside: list[Word] = []

    @model_validator(mode="after")
    def _fits_the_paper(self) -> Self:
        """Every row of the form fills the columns of its paper."""
        if self.paper:
            due = len(self.paper.widths)
            for what, columns in self._rows():
                if columns != due:
                    raise fault(
                        f"“{what}”这一行占 {columns} 列，paper.widths 有 {due} 列；请改 span",
                        f"the row of '{what}' takes {columns} columns of the {due} in "
                        "paper.widths; mend its span",
                    )
        return self

    def _rows(self) -> Iterator[tuple[str, int]]:
        """What each row of the form begins with, and how many columns it takes."""
        for row in (*self.head, *self.tail):
            yield row[0].label, sum(sum(cell.span) if cell.span else 0 for cell in row)
        if self.money:
            left = self.money.lead.span + self.money.row_span
            yield self.money.lead.label, left + _columns(self.money.columns)
        if self.goals:
            yield self.goals.lead.label, self.goals.lead.span + _columns(self.goals.columns)
        table = self.indicators
        yield table.columns[0].label, _columns(table.columns) + bool(table.lead) * table.lead_span
        for signatures in self.signatures:
            yield signatures[0].label, sum(each.span for each in signatures)


class LongColumnRule(Spelled):
    """A column of a long table, with its Chinese and its English names."""

    means: Literal[
        "project_id",
        "project",
        "department",
        "implementing_unit",
        "region",
        "year",
        "amount",
        "annual",
        "executed",
        "level1",
        "level2",
        "name",
        "nature",
        "target",
        "unit",
        "actual",
        "max_points",
        "points",
        "reason",
        "evidence",
        "item",
        "confirm",
    ]
    needed: bool = False


class LongTableRule(Rule):
    """The columns of a long table: one indicator a row."""

    columns: list[LongColumnRule]


def _columns(columns: Sequence[ColumnRule | MoneyColumnRule | GoalColumnRule]) -> int:
    return sum(column.span for column in columns)
