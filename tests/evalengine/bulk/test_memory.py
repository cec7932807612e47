"""Rows that say the same are read and judged once; what depends on the form is not remembered."""

from decimal import Decimal

from evalengine.bulk.memory import RowMemory, placed
from evalengine.rechecking import Standards
from indicators.model import Budget
from indicators.places import Place
from indicators.reading.rows import IndicatorRow
from scoring.recheck.model import Verdict
from scoring.register import find

STANDARD = find("cn-mof-2020-10")


def _row(target: str, actual: str, points: str, line: int) -> IndicatorRow:
    place = Place("t.csv", line=line)
    texts = {"actual": actual, "max_points": "10", "points": points, "reason": ""}
    levels = ("产出指标", "数量指标")
    return IndicatorRow(*levels, "设备", None, None, target, place, place, texts)


def test_what_says_the_same_is_one() -> None:
    memory = RowMemory(Standards())
    one, two = (memory.row(_row("≥10台", "9台", "9", line), 2023, None) for line in (3, 80))
    assert one is two
    assert memory.check(one, STANDARD) is memory.check(two, STANDARD)
    assert memory.row(_row("≥10台", "9台", "8", 3), 2023, None) is not one
    assert memory.row(_row("≥10台", "9台", "9", 3), 2022, None) is not one


def test_a_promise_about_the_budget_is_read_anew_for_every_form() -> None:
    memory = RowMemory(Standards())
    found = [
        memory.row(_row("控制在预算内", "90万元", "10", 3), 2023, Budget(Decimal(amount)))
        for amount in (100, 80)
    ]
    indicators = [each.read.indicator for each in found]
    assert [each.targets[0].value for each in indicators if each] == [100, 80]


def test_a_verdict_is_told_where_its_row_stands() -> None:
    memory = RowMemory(Standards())
    known = memory.row(_row("≥10台", "9台", "10", 3), 2023, None)
    assert known.read.indicator is not None
    check = memory.check(known, STANDARD)
    there = known.read.indicator.__class__
    moved = placed(check, there(7, "", "", "", "设备", "≥10台", (), "t.csv:9"))
    assert (moved.verdict, moved.number) == (Verdict.DIFFERS, 7)
    assert {found.place for found in moved.findings} == {"t.csv:9"}
