"""Goals below headings: what was promised at the left, what came of it at the right."""

from collections.abc import Sequence

from indicators.forms import layout_of
from indicators.reading.goals import goals_at
from tests.indicators.reading.papers import GOALS, HEADER, Written, grid

FILLED = layout_of("project_selfevaluation")


def _read(*rows: Sequence[Written]) -> tuple[list[tuple[str, str | None, str]], int] | None:
    found = goals_at(grid(*rows).rows, 0, FILLED)
    if found is None:
        return None
    return [
        (one.name, one.label.gives if one.label else None, one.text) for one in found.fields
    ], found.end


def test_side_by_side() -> None:
    assert _read(*GOALS, ["绩效指标", *HEADER]) == (
        [
            ("年度总体目标/预期目标", "goal", "培训100人，\n建成2个站点。"),
            ("年度总体目标/实际完成情况", "goal_actual", "培训94人，\n建成2个站点。"),
        ],
        2,
    )


def test_several_rows_below_a_label_merged_down() -> None:
    found = _read(
        [("年度总体目标", 1, 3), "预期目标", "实际完成情况"],
        ["目标1：甲", "完成"],
        ["目标2：乙", "未完成"],
        ["乙", "丙", "丁"],
    )
    assert found is not None
    assert [text for _, _, text in found[0]] == ["目标1：甲\n目标2：乙", "完成\n未完成"]
    assert found[1] == 3


def test_nothing_filled_in() -> None:
    assert _read(["年度总体目标", "预期目标", "实际完成情况"], [*HEADER]) == (
        [
            ("年度总体目标/预期目标", "goal", ""),
            ("年度总体目标/实际完成情况", "goal_actual", ""),
        ],
        1,
    )


def test_without_a_label_at_the_left() -> None:
    found = _read(["预期目标", "实际完成情况"], ["甲", "乙"], ["丙", "丁"])
    assert found is not None
    assert ([text for _, _, text in found[0]], found[1]) == (["甲", "乙"], 2)


def test_no_goals() -> None:
    assert _read(["年度目标", "培训100人"], ["甲", "乙"]) is None
    assert _read(["预期目标"], ["甲"]) is None
    assert _read([*HEADER], ["甲", "乙"]) is None
