"""The doubts about the money of a form; as in `doubts`, the name of a check lasts."""

from indicators.model import Finding, Severity
from indicators.places import Place
from indicators.reading.doubting import doubt


def budget_unreadable(place: Place, label: str, text: str) -> Finding:
    """A budget that is no number."""
    return _no_amount("budget-unreadable", place, label, text)


def annual_budget_unreadable(place: Place, label: str, text: str) -> Finding:
    """A budget after changes that is no number."""
    return _no_amount("annual-budget-unreadable", place, label, text)


def executed_unreadable(place: Place, label: str, text: str) -> Finding:
    """An amount executed that is no number."""
    return _no_amount("executed-unreadable", place, label, text)


def part_unreadable(place: Place, label: str, text: str) -> Finding:
    """An amount of one source of the money that is no number."""
    return _no_amount("part-unreadable", place, label, text)


def _no_amount(check: str, place: Place, label: str, text: str) -> Finding:
    return doubt(
        check,
        place,
        f"“{label}”写的是“{text}”，不是金额；应为数字，如 756.00。",
        f"'{label}' holds '{text}', which is no amount; a number such as 756.00 is due.",
    )


def budget_missing(place: Place) -> Finding:
    """No budget in the form."""
    return doubt(
        "budget-missing",
        place,
        "没有填写预算金额，请补上。",
        "no budget is given; add it.",
    )


def budget_spelling(place: Place, text: str, number: str) -> Finding:
    """An amount in an unusual spelling, such as with a full-width point."""
    return doubt(
        "budget-spelling",
        place,
        f"金额写作“{text}”，按 {number} 读取；请核对。",
        f"the amount is written '{text}' and was read as {number}; please check.",
        Severity.INFO,
    )


def budget_unit_guessed(place: Place, label: str, unit: str) -> Finding:
    """An amount without a unit."""
    return doubt(
        "budget-unit-guessed",
        place,
        f"“{label}”没有写金额单位，按{unit}读取；请写明，如“{label}（{unit}）”。",
        f"'{label}' names no unit, {unit} was assumed; write it: {label}（{unit}）.",
    )


def whole_missing(place: Place, name: str) -> Finding:
    """Money by source without the whole of it, which the sources may not make up."""
    return doubt(
        "whole-missing",
        place,
        f"资金表没有“年度资金总额”一行，按“{name}”一行读取，其余各行没有计入；请补上这一行。",
        f"no row gives the whole of the money; '{name}' was taken for it, without the other rows. "
        "Add the row 年度资金总额.",
    )


def whole_summed(place: Place, rows: int) -> Finding:
    """Money by source without the whole of it."""
    return doubt(
        "whole-summed",
        place,
        f"资金表没有“年度资金总额”一行，按 {rows} 行之和读取；请补上这一行。",
        f"no row gives the whole of the money, so {rows} rows were summed. Add the row "
        "年度资金总额.",
    )
