"""Items, read once."""

from decimal import Decimal

from evalengine.batch.readings import Item, Readings, is_even
from tests.evalengine.batch.tables import RULES


def _item(target: str, actual: str) -> Item:
    return Item("产出指标", "数量指标", "培训人次", "", "", target, actual, "2023")


def test_a_plain_item_has_its_numbers() -> None:
    reading = RULES.reader.read(_item("≥100人次", "94人次"))
    assert (reading.plain, reading.target, reading.actual) == (True, Decimal(100), Decimal(94))


def test_what_needs_more_than_its_row_is_left() -> None:
    assert not RULES.reader.read(_item("≥100人次", "")).plain
    assert not RULES.reader.read(_item("培训≥100人次；考试≥3次", "都完成")).plain


def test_items_are_read_once() -> None:
    readings = Readings(RULES.reader)
    one, two = _item("≥100人次", "94人次"), _item("≥100人次", "95人次")
    assert readings.places([one, two, one]).tolist() == [0, 1, 0]
    assert readings.places([two]).tolist() == [1]
    assert readings.frame["actual"].tolist() == [94.0, 95.0]


def test_a_number_that_was_cut_is_not_even() -> None:
    assert is_even(Decimal("0.5"))
    assert not is_even(Decimal(1) / 3)
    assert not is_even(None)
