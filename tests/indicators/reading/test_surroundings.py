"""What stands around the indicators comes in its order, whatever kind of block it is."""

from indicators.forms import layout_of
from indicators.reading.surroundings import read_surroundings
from tests.indicators.reading.papers import GOALS, HEAD, MONEY, grid

WHOLE = [[("项目资金\n（万元）", 2, 2), *MONEY[0][1:]], MONEY[1]]
FILLED = layout_of("project_selfevaluation")


def test_order() -> None:
    rows = grid(*HEAD, *GOALS, *WHOLE, [("备注", 3), ("无", 6)]).rows
    found = read_surroundings(rows, FILLED)
    assert found.money is not None
    assert [field.name for field in found.fields] == [
        *("项目名称", "主管部门", "实施单位"),
        *("年度总体目标/预期目标", "年度总体目标/实际完成情况"),
        *(f"项目资金（万元）/年度资金总额/{heading}" for heading in MONEY[0][2:]),
        "备注",
    ]
    assert found.findings == []


def test_a_label_before_the_money_waits_no_longer() -> None:
    rows = grid([("项目类型", 3), ("", 6)], *WHOLE, [("某种栏目", 3), ("甲", 6)]).rows
    found = read_surroundings(rows, FILLED)
    assert (found.fields[0].name, found.fields[0].text) == ("项目类型", "")
    assert (found.fields[-1].name, found.fields[-1].text) == ("某种栏目", "甲")
    assert [finding.check for finding in found.findings] == ["label-unknown"]


def test_a_heading_of_the_money_across_the_table() -> None:
    rows = grid(
        [("项目资金（万元）", 4)],
        ["资金", "年初预算数", "执行数", "执行率"],
        ["总额", "5", "4", "80%"],
    )
    found = read_surroundings(rows.rows, FILLED)
    assert found.money is not None
    assert found.findings == []
