"""The table with the working of every point."""

from dataclasses import replace

from evalengine.reports.workings import workings
from tests.evalengine.factories import evaluation


def test_every_item_has_its_working() -> None:
    table = workings([evaluation()])
    rows = [[box.text for box in table.boxes if box.row == row] for row in range(len(table.least))]
    assert rows[0][:3] == ["项目", "编号", "指标"]
    assert rows[1][:8] == [
        *("保安服务费", "", "预算执行率", "756.00万元", "752.22万元", "10.00", "9.95"),
        "10.00 × 752.22 ÷ 756 = 9.95",
    ]
    assert [row[1] for row in rows[2:]] == [f"{number}.1" for number in range(1, 10)]
    assert rows[4][-1].endswith("（未经核对）")


def test_a_long_promise_in_words_is_shortened() -> None:
    judged = evaluation()
    item = replace(judged.score.items[1], indicator="字" * 200)
    score = replace(judged.score, execution=None, items=(item,))
    table = workings([replace(judged, score=score)])
    assert "字" * 79 + "…" in [box.text for box in table.boxes]
