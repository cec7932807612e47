"""What the columns of a row say against one another."""

import pytest

from indicators.grammar import contradicted, parse_targets


def _said(text: str, name: str, nature: str, unit: str) -> list[str]:
    targets = parse_targets(text, name=name, nature=nature, unit=unit)
    return [w.zh for w in contradicted(text, targets, name=name, nature=nature, unit=unit)]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("≤50", "走访次数", "≥", "次"), "性质一栏是“≥”，指标值里写的是“≤”"),
        (("≤90", "满意度（≥**%）", "", "%"), "名称里是“≥”，指标值里写的是“≤”"),
        (("90", "满意度", "定性", "%"), "性质一栏是“定性”，指标值却写了数字“90%”"),
        (("95", "完好率", "≌", "%"), "性质一栏写的是“≌”，不认得"),
        (("100", "培训人数（人次）", "≥", "户"), "名称里的单位是“人次”，单位一栏是“户”"),
        (("900000", "总成本（元）", "≤", "万元"), "名称里的单位是“元”，单位一栏是“万元”"),
        (("90万元", "总成本", "≤", "元"), "指标值里的单位是“万元”，单位一栏是“元”"),
        (("30天", "办结时限", "≤", "小时"), "指标值里的单位是“天”，单位一栏是“小时”"),
    ],
)
def test_what_contradicts(cells: tuple[str, str, str, str], said: str) -> None:
    (words,) = _said(*cells)
    assert words.startswith(said)


@pytest.mark.parametrize(
    "cells",
    [
        ("50", "走访次数", "≥", "次"),
        ("≥50次", "走访次数", "≥", "次"),
        ("＞50", "走访次数", "≥", "次"),  # the same side
        ("≥50", "走访次数", "正向", ""),
        ("50", "走访次数", "—", "次"),
        ("100", "培训人数（人）", "≥", "名"),
        ("100", "购置设备（台）", "≥", "套"),
        ("5", "建设站点（处）", "≥", "个"),
        ("5", "购置材料费（元/人）", "≤", "元"),
        ("提高2个百分点", "知晓率", "≥", "%"),
        ("2023年6月底前", "完成时间", "定性", ""),
        ("12月底前", "完成时间", "＝", ""),
        ("健全", "制度", "定性", ""),
        ("≥95%", "合格率", "", ""),
    ],
)
def test_what_agrees(cells: tuple[str, str, str, str]) -> None:
    assert _said(*cells) == []
