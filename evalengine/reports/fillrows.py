"""The rows of a fill-in sheet: what each shows, and which of its cells are to be filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from evalengine.reports.hints import input_hint, money_hint, unit_label
from indicators.model import Form, Indicator, Kind, Target, plain
from indicators.pairing.sheet import (
    ANNUAL,
    EXECUTED,
    GOAL,
    HEAD_ROWS,
    Column,
    fingerprint,
    is_judged,
    promise,
    takes_share,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its id, its fingerprint, what it shows, and how it is answered."""

    id: str
    mark: str
    level1: str
    level2: str
    text: str
    promise: str
    unit: str
    hint: tuple[str, str]
    judged: bool = False
    shared: bool = False
    answered: bool = True
    explained: bool = True

    @property
    def is_due(self) -> bool:
        """Whether an evaluation needs the answer."""
        return self.answered and self.id not in (ANNUAL, GOAL)

    @property
    def open_columns(self) -> tuple[Column, ...]:
        """The cells that may be filled."""
        if not self.answered:
            return ()
        if not self.explained:
            return (Column.ACTUAL,)
        share = (Column.SHARE,) if self.shared else ()
        return (Column.ACTUAL, *share, Column.REASON, Column.EVIDENCE)


def groups_of(form: Form) -> Iterator[list[Line]]:
    """All rows of a form's sheet; the rows of one indicator together, since they share its text."""
    unit = form.budget.unit if form.budget else "万元"
    amount = f"年初预算数：{plain(form.budget.amount)}{unit}" if form.budget else ""
    yield [
        _head_line(ANNUAL, amount, unit, money_hint(form, optional=True)),
        _head_line(EXECUTED, amount, unit, money_hint(form, optional=False)),
    ]
    for _, items in groupby(form.items(), key=lambda item: item[1].number):
        yield [_item_line(*item) for item in items]
    yield [
        _head_line(GOAL, form.goal, "文字", ("选填", "用一两句话说明年度总体目标完成得怎么样。"))
    ]


def _head_line(item: str, text: str, unit: str, hint: tuple[str, str]) -> Line:
    level1 = "年度目标" if item == GOAL else "预算执行"
    optional = "" if item == EXECUTED else "（选填）"
    words = f"{HEAD_ROWS[item]}{optional}"
    return Line(item, "", level1, "—", text, words, unit, hint, explained=False)


def _item_line(item: str, row: Indicator, target: Target) -> Line:
    return Line(
        item,
        fingerprint(row, item, target),
        row.level1,
        row.level2,
        row.target_text,
        promise(row, target),
        unit_label(target),
        input_hint(target),
        judged=is_judged(target),
        shared=takes_share(target),
        answered=target.kind is not Kind.NOT_APPLICABLE,
    )
