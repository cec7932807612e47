"""A small form and its fill-in sheet, as the tests of pairing need them."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from indicators.model import (
    Budget,
    Comparator,
    Direction,
    Form,
    Indicator,
    Kind,
    Source,
    Target,
)
from indicators.pairing.rows import FilledRow, FilledSheet
from indicators.pairing.sheet import HEAD_ROWS, Answer, fingerprint, promise
from tests.promises import HUNDRED_GUARDS

GUARDS = HUNDRED_GUARDS
SATISFIED = Target(
    kind=Kind.QUANTITATIVE,
    measure="满意度",
    comparator=Comparator.GE,
    explicit=True,
    value=Decimal(90),
    unit="%",
    dimension="ratio",
    canonical=Decimal("0.9"),
    direction=Direction.HIGHER,
)
FAULTS = Target(
    kind=Kind.QUANTITATIVE,
    measure="故障时间",
    comparator=Comparator.LT,
    explicit=True,
    value=Decimal(48),
    unit="小时",
    dimension="time",
    canonical=Decimal(48),
    direction=Direction.LOWER,
)
IN_WORDS = Target(kind=Kind.QUALITATIVE)
BY_YEAR_END = Target(kind=Kind.DEADLINE, comparator=Comparator.LE, date=dt.date(2019, 12, 31))


def row(number: int, text: str, *targets: Target) -> Indicator:
    """One row of a form."""
    return Indicator(
        number,
        "产出指标",
        "产出数量指标",
        "output.quantity",
        None,
        text,
        targets,
        f"表.txt:{number}",
    )


def form(*rows: Indicator, title: str = "保安服务费") -> Form:
    """A project form."""
    return Form(
        kind="project_declaration",
        department="示例局",
        project=title,
        year=2019,
        budget=Budget(Decimal("756.00")),
        manager=None,
        goal="维护秩序。",
        indicators=rows
        or (
            row(1, "聘用保安人员100人", GUARDS),
            row(2, "满意度≥90%，维护秩序", SATISFIED, IN_WORDS),
        ),
        source=Source("表.txt", "ab" * 32),
    )


def filled(
    declared: Form, answers: dict[str, Answer], *, without: Iterable[str] = ()
) -> FilledSheet:
    """The sheet of `declared` as it is read back: `answers` by id, rows of `without` deleted."""
    head = [
        FilledRow(key, "", "", "", answers.get(key, Answer()), f"填.xlsx!{key}")
        for key in HEAD_ROWS
    ]
    rows = head + [
        FilledRow(
            key,
            fingerprint(indicator, key, target),
            promise(indicator, target),
            indicator.target_text,
            answers.get(key, Answer()),
            f"填.xlsx!{key}",
        )
        for key, indicator, target in declared.items()
    ]
    kept = tuple(each for each in rows if each.id not in set(without))
    return FilledSheet(
        "1 保安服务费", declared.id, declared.source.file, kept, "填.xlsx[1 保安服务费]"
    )
