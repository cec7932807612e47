"""What judging gives: values that print themselves."""

from decimal import Decimal

from indicators.errors import Words
from scoring.model import ItemScore, Working


def test_the_points_of_an_item_are_those_of_its_working() -> None:
    points = Decimal("8.00")
    working = Working(
        *("quantitative", "ratio", "10.00 × 8 ÷ 10 = 8.00", points, points, points),
        cite="clause",
        verified=False,
        words=Words("", ""),
    )
    item = ItemScore(
        *("1.1", "output.quantity", "产出指标", "数量指标", "培训", "培训", "10次", "8次"),
        max_points=Decimal(10),
        working=working,
    )
    assert item.points == points
