"""Small forms, promises and facts that the tests of `scoring` share."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from indicators.model import (
    Actual,
    Actuals,
    Budget,
    Comparator,
    Direction,
    Form,
    Indicator,
    Judgement,
    Kind,
    Source,
    Target,
)
from scoring.case import Case, kind_of
from scoring.register import find
from scoring.rounding import Rounding

D = Decimal
IN_WORDS = Target(kind=Kind.QUALITATIVE)
BY_YEAR_END = Target(kind=Kind.DEADLINE, comparator=Comparator.LE, date=dt.date(2019, 12, 31))
NOT_APPLICABLE = Target(kind=Kind.NOT_APPLICABLE)

LEVELS = {
    "output": "产出指标",
    "benefit": "效益指标",
    "satisfaction": "满意度指标",
    "cost": "成本指标",
}


def promised(
    sign: str, value: str, unit: str = "个", *, direction: str = "higher", **more: object
) -> Target:
    """A counted promise: `promised(">=", "100", "人")`."""
    return Target(
        kind=Kind.QUANTITATIVE,
        measure="某事",
        comparator=Comparator(sign),
        explicit=True,
        value=D(value),
        unit=unit,
        direction=Direction(direction),
        **more,  # type: ignore[arg-type]
    )


def done(value: str, unit: str = "个", **more: object) -> Actual:
    """A counted fact."""
    text = f"{value}{unit}"
    place = "actuals.xlsx!I9"
    return Actual("quantitative", text, D(value), unit, place=place, **more)  # type: ignore[arg-type]


def done_on(year: int, month: int, day: int) -> Actual:
    """A fact that is a date."""
    date = dt.date(year, month, day)
    return Actual("deadline", str(date), date=date)


def judged(judgement: str, share: str | None = None) -> Actual:
    """A fact that is a judgement, with the share of the points that is claimed."""
    return Actual(
        "qualitative",
        judgement,
        judgement=Judgement(judgement),
        share=None if share is None else D(share),
        place="actuals.xlsx!I9",
    )


ACHIEVED = judged("achieved")


def case(
    target: Target,
    actual: Actual,
    *,
    max_points: str = "10.00",
    standard: str = "cn-selfeval-2016",
    digits: int = 2,
) -> Case:
    """What a method judges."""
    cents = int(D(max_points) * 100)
    rounding = Rounding.model_validate({"digits": digits, "mode": "half_up"})
    levels = find(standard).levels
    return Case(kind_of(target), target, actual, cents, levels, rounding)


def row(number: int, category: str, *targets: Target, **more: object) -> Indicator:
    """A row of a form."""
    return Indicator(
        number=number,
        level1=LEVELS.get(category.partition(".")[0], ""),
        level2=category,
        category=category,
        name=f"指标{number}",
        target_text="做好某事",
        targets=targets or (IN_WORDS,),
        place=f"form.txt:{number}",
        **more,  # type: ignore[arg-type]
    )


def form(*rows: Indicator, budget: Budget | None = None) -> Form:
    """A declaration with these rows, and a budget of 100万元 if none is given."""
    return Form(
        kind="project_declaration",
        department="示例局",
        project="示例项目",
        year=2019,
        budget=budget or Budget(D(100)),
        manager=None,
        goal="",
        indicators=rows,
        source=Source("form.txt", "0" * 64),
    )


def facts(
    of: Form, by_item: Mapping[str, Actual] | None = None, *, executed: str | None = "100"
) -> Actuals:
    """Facts for a form: those given, every other promise judged achieved."""
    by_item = by_item or {}
    answered = {id_: by_item.get(id_, ACHIEVED) for id_, _, _ in of.items()}
    money = None if executed is None else D(executed)
    return Actuals(of.id, {**answered, **by_item}, money, place="actuals.xlsx!I5")


def small_form() -> Form:
    """One row in each category of the form of 2016: 50 + 30 + 10 points, and execution."""
    return form(
        row(1, "output.quantity"), row(2, "benefit.social"), row(3, "satisfaction.beneficiary")
    )
