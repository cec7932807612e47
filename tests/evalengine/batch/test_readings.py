"""Items, read once."""

from decimal import Decimal

from evalengine.batch.readings import Reader, is_even
from evalengine.batch.rules import Rules
from tests.evalengine.batch.tables import RULES, item


def test_a_plain_item_has_its_numbers() -> None:
    reading = RULES.reader.read(item("≥100人次", "94人次"))
    assert (reading.plain, reading.target, reading.actual) == (True, Decimal(100), Decimal(94))


def test_what_needs_more_than_its_row_is_left() -> None:
    assert not RULES.reader.read(item("≥100人次", "")).plain
    assert not RULES.reader.read(item("培训≥100人次；考试≥3次", "都完成")).plain


def test_of_what_is_measured_only_the_words_are_kept_that_rules_look_for() -> None:
    standard = Rules("cn-mof-2020-10").standard
    rule = standard.rules[0]
    asking = rule.model_copy(
        update={"for_": rule.for_.model_copy(update={"words": ("培训", "故障")})}
    )
    reader = Reader(standard.model_copy(update={"rules": (asking, *standard.rules)}))
    assert reader.read(item("≥100人次", "94人次")).measure == "|培训"
    assert RULES.reader.read(item("≥100人次", "94人次")).measure == "|"


def test_a_number_that_was_cut_is_not_even() -> None:
    assert is_even(Decimal("0.5"))
    assert not is_even(Decimal(1) / 3)
    assert not is_even(None)
