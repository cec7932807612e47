"""Two standards side by side, in words and as data."""

from decimal import Decimal

from evalengine.reports.contrast import contrast_lines, contrasts_data, signed, verdict
from evalengine.whatif import contrast
from scoring.register import find
from tests.evalengine.factories import evaluation

GUIDE = contrast(evaluation(), find("cn-mof-2021-101"))
UNABLE = contrast(evaluation(), find("int-worldbank-outcome"))


def test_points_of_both_their_change_and_the_rule() -> None:
    lines = contrast_lines([GUIDE], "zh")
    assert lines[1].startswith("对照 cn-mof-2021-101：保安服务费")
    rows = [line.split() for line in lines]
    assert ["预算执行率", "9.95/10.00", "7.00/10.00", "-2.95", "execution"] in rows
    assert ["总分", "90.20", "87.25", "-2.95"] in rows
    assert lines[-1].endswith("cn-mof-2021-101：87.25 分，良。等级会改变。")


def test_in_english() -> None:
    assert verdict(GUIDE).en == (
        "cn-beijing-selfeval-2016: 90.20, Excellent; cn-mof-2021-101: 87.25, Good. "
        "The grade would change."
    )
    assert "its rule" in contrast_lines([GUIDE], "en")[2]


def test_a_standard_that_cannot_judge() -> None:
    lines = contrast_lines([UNABLE], "zh")
    assert lines[2] == "按这份标准评不了："
    assert lines[3].startswith("· 申报表.txt:201: 标准 int-worldbank-outcome 没有给")
    assert verdict(UNABLE).en == "that standard cannot judge it:"


def test_as_data() -> None:
    good, unable = contrasts_data([GUIDE, UNABLE])
    assert (good["total"], good["change"], good["grade_changes"]) == ("87.25", "-2.95", True)
    assert good["execution"]["points"] == "7.00"
    assert good["items"][0] == {
        "id": "1.1",
        "max_points": "12.50",
        "points": "11.75",
        "rule": "quantitative",
        "method": "ratio",
        "working": "12.50 × 94 ÷ 100 = 11.75",
        "cite": "财预〔2021〕101号：按完成比例赋分，可设及格门槛",
        "verified": False,
        "change": "0.00",
    }
    assert (unable["total"], unable["items"], unable["execution"]) == (None, [], None)
    assert unable["problems"][0]["where"] == "申报表.txt:201"


def test_changes_carry_their_sign() -> None:
    assert [signed(Decimal(n)) for n in ("1.25", "-0.20", "0.00")] == ["+1.25", "-0.20", "0"]
