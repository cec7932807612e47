"""Takes apart what stands around the indicator table: labelled cells, the goals, the money."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.forms import Layout
from indicators.model import Finding
from indicators.reading.amounts import MoneyTable, is_money_banner, money_at
from indicators.reading.goals import goals_at
from indicators.reading.head import Field, FieldReader
from indicators.reading.tables import Row


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Every labelled cell in its order, the money table, and the doubts about them."""

    fields: list[Field]
    money: MoneyTable | None
    findings: list[Finding]


def read_surroundings(rows: Sequence[Row], layout: Layout) -> Surroundings:
    """What stands in these rows, above and below the indicator table."""
    reader = FieldReader(layout)
    money: MoneyTable | None = None
    at = 0
    while at < len(rows):
        if goals := goals_at(rows, at, layout):
            reader.take_fields(goals.fields)
            at = goals.end
        elif found := money_at(rows, at, layout):
            money = money or found
            reader.take_fields(found.fields)
            at = found.end
        else:
            if not is_money_banner(rows[at], layout):
                reader.take_row(rows[at])
            at += 1
    fields, findings = reader.result()
    return Surroundings(fields, money, findings)
