"""What belongs elsewhere: a placement fits only if all that it names fits."""

import pytest

from scoring.checks.declaration.placement import Placement
from tests.scoring.checks.declaration.fragments import fragment, said

ROW = fragment([("产出数量指标", "年租金130万元")]).indicators[0]
RENT = {"categories": ["output.quantity"], "belongs": "output.cost"}


@pytest.mark.parametrize(
    ("more", "fits"),
    [
        ({}, True),
        ({"dimensions": ["money"], "ends": ["租金"], "units": ["万元"]}, True),
        ({"dimensions": ["count"]}, False),
        ({"ends": ["费用"]}, False),
        ({"units": ["元"]}, False),
        ({"kinds": ["deadline"]}, False),
        ({"unless": ["年"]}, False),
        ({"categories": ["output.quality"]}, False),
    ],
)
def test_all_that_is_named_must_fit(more: dict[str, list[str]], fits: bool) -> None:
    placement = Placement.model_validate({**RENT, **more})
    assert placement.fits(ROW, ROW.targets[0]) is fits


def test_strays_of_one_row_are_told_together() -> None:
    (message,) = said([("产出数量指标", "年租金130万元，物业费用5万元")], "wrong-category")
    assert "“年租金 130万元”“物业费用 5万元”写在“产出数量指标”下，应归到“成本指标”" in message
