"""One number, as another parser's suite writes it and as `quantities` gives it, made comparable.

Values are brought to base units. Inclusive and exclusive ends are compared too: a suite says which
it means. Where it reads 以上, 以下 or 之间 as excluding the number (`convention`), either reading
counts, since the Civil Code (art. 1259) includes it.
"""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from indicators.grammar import parser
from indicators.grammar.numbers import Number

Record = dict[str, Any]

UNITS = {
    "Kilobit": "千比特",
    "Megabyte": "MB",
    "Kilobyte": "KB",
    "Dollar": "美元",
    "Bitcoin": "比特币",
    "Megahertz": "兆赫",
    "Hertz": "赫兹",
    "Bit": "比特",
}
"""Names of units in the suites that are not ours."""

DIGITS = 10
"""Significant digits that are compared: the suites hold binary floats."""

SOFT = {">": ">=", "<": "<=", "~": "="}


POINT, RATIO = "point", "ratio"
"""Percentage points are percentages to the suites."""

Amount = float | str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A number: comparator, both ends in base units or ISO dates, and what they compare by.

    `bare` are both ends without their unit, for suites of numerals: an item that a suite expects
    there has no key. `ends` tells whether the ends count themselves; `about` that it is a guess.
    """

    comparator: str
    value: Amount
    upper: Amount
    key: str
    bare: tuple[Amount, Amount] = (None, None)
    ends: tuple[bool, bool] | None = None
    about: bool = False


def due(record: Record) -> Item:
    """An item that a suite expects."""
    known = parser().scanner.units.named(UNITS.get(record["unit"] or "", record["unit"] or ""))
    is_range = record["comparator"] == "range"
    ends = (bool(record["lo_incl"]), bool(record["hi_incl"])) if "lo_incl" in record else None
    return Item(
        comparator="between" if is_range else record["comparator"],
        value=_in_base(record["value"], known),
        upper=_in_base(record["value2"], known),
        key=known.key if known else record["unit"] or "",
        bare=(_in_base(record["value"], None), _in_base(record["value2"], None)),
        ends=ends,
    )


def read(number: Number) -> Item:
    """A number that `quantities` found."""
    known = parser().scanner.units.named(number.unit) if number.unit else None
    is_date = number.kind in ("date", "period")
    inner = known if number.kind == "money" else None  # 万 of 万元 belongs to the number
    return Item(
        comparator=str(number.comparator),
        value=_in_base(number.value, known),
        upper=_in_base(number.upper, known),
        key="date" if is_date else known.key if known else number.unit or "",
        bare=(_in_base(number.value, inner), _in_base(number.upper, inner)),
        ends=(number.lower_included, number.upper_included),
        about=number.approximate,
    )


def _in_base(value: Any, unit: Any) -> Amount:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    number = float(value if isinstance(value, Decimal) else Decimal(repr(float(value))))
    factor = unit.numerator / unit.denominator if unit else 1.0
    return float(f"{number * factor:.{DIGITS}g}")


def same_share(wanted: Item, got: Item) -> bool:
    """Whether two percentages agree; percentage points count as such."""
    if got.key == POINT:
        got = replace(got, key=RATIO, value=_in_base(float(str(got.value)) / 100, None))
    return same_value(wanted, got)


def same_value(wanted: Item, got: Item) -> bool:
    """Whether value and unit agree: for suites whose parser has no comparators."""
    return wanted.value == got.value and wanted.key == got.key


def same_number(wanted: Item, got: Item) -> bool:
    """Whether the values agree, whatever the unit: for suites of bare numerals."""
    amounts = got.value if wanted.key else got.bare[0]
    return (wanted.value if wanted.key else wanted.bare[0]) == amounts


def same(wanted: Item, got: Item) -> bool:
    """Whether everything agrees: comparator, both ends and whether they count, unit."""
    ends = wanted.ends is None or wanted.comparator != "between" or wanted.ends == got.ends
    return wanted.comparator == got.comparator and ends and _same_amounts(wanted, got)


def same_softly(wanted: Item, got: Item) -> bool:
    """As `same`, whether or not the ends count themselves."""
    signs = [SOFT.get(item.comparator, item.comparator) for item in (wanted, got)]
    return signs[0] == signs[1] and _same_amounts(wanted, got)


def same_loosely(wanted: Item, got: Item) -> bool:
    """As `same_softly`; 几十万, 3000多 may be a range to the next round number or an estimate."""
    estimate = got.about or got.comparator in (">", "=")
    if wanted.comparator == "between" and got.about and estimate:
        return same_value(wanted, got)
    return same_softly(wanted, got) or (got.about and same_value(wanted, got))


def _same_amounts(wanted: Item, got: Item) -> bool:
    if not wanted.key:
        return wanted.bare == got.bare
    return same_value(wanted, got) and wanted.upper == got.upper
