"""Points go from categories to rows to promises; what does not apply drops or hands them on."""

from decimal import Decimal

from scoring.sharing import Row, Sharing
from tests.scoring.factories import promised, row

TARGET = promised(">=", "1")
TWO = Row(row(1, "output.quantity", TARGET, TARGET), "output.quantity", "output")
ONE = Row(row(2, "output.quality"), "output.quality", "output")
OTHER = Row(row(3, "benefit.social"), "benefit.social", "benefit")
POINTS = {"output": 5000, "benefit": 3000}


def test_ids_of_a_row() -> None:
    assert TWO.ids == ["1.1", "1.2"]


def test_left_out() -> None:
    items, notes = Sharing(POINTS, [TWO, ONE, OTHER], {"1.1"}).left_out()
    assert items == {"1.1": 0, "1.2": 1250, "2.1": 2500, "3.1": 3000}
    assert notes == ()


def test_handed_on_within_the_row() -> None:
    items, _ = Sharing(POINTS, [TWO, ONE, OTHER], {"1.1"}).handed_on(8000)
    assert items == {"1.1": 0, "1.2": 2500, "2.1": 2500, "3.1": 3000}


def test_handed_on_to_other_categories() -> None:
    items, notes = Sharing(POINTS, [TWO, OTHER], {"3.1"}).handed_on(8000)
    assert items == {"1.1": 4000, "1.2": 4000, "3.1": 0}
    assert "效益指标，其 30.00 分" in notes[0].zh


def test_printed_points_weigh_the_rows() -> None:
    heavy = Row(row(4, "output.cost", max_points=Decimal(30)), "output.cost", "output")
    light = Row(row(5, "output.cost", max_points=Decimal(10)), "output.cost", "output")
    items, _ = Sharing({"output": 5000}, [heavy, light], ()).left_out()
    assert items == {"4.1": 3750, "5.1": 1250}
