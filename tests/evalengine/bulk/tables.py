"""A long table of filled self-evaluations with everything that makes rows depend on others."""

import csv
from pathlib import Path

NAMES = (
    *("项目编码", "项目名称", "主管部门", "年度", "全年预算数（万元）", "全年执行数（万元）"),
    *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"),
)
REACHED, MISSED = ("≥10台", "10台", "20", "20", ""), ("≥10台", "9台", "20", "20", "")


DELAY = "采购合同签订较晚，供货单位未能按约定时间交付，其余座椅将在下一年度第一季度到货并安装"
"""Long enough for the form to be held against others."""


def _rows(key: str, money: tuple[str, str], *items: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [(key, f"示例项目{key}", "示例局", "2023", *money, *item) for item in items]


OUTPUT, BENEFIT = ("产出指标", "数量指标"), ("效益指标", "社会效益指标")
PLAIN = _rows(
    "A",
    ("100", "87.5"),
    (*OUTPUT, "设备", *REACHED),
    (*OUTPUT, "车辆", *MISSED),
    (*OUTPUT, "座椅", "≥7把", "6把", "10", "8.5", DELAY),
    (*BENEFIT, "公共服务水平", "有效提升", "达成预期指标", "20", "20", ""),
    (*BENEFIT, "受益人数", "≥3000人", "2500人", "10", "8.33", ""),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "95%", "10", "10", ""),
)
ALIKE = [(*("B", "示例项目B"), *row[2:]) for row in PLAIN]
"""The same rows under another name: copies, read once."""

DEPENDENT = _rows(
    "C",
    ("200", "150"),
    (*OUTPUT, "设备", *REACHED),
    ("", "质量指标", "合格率", "≥95%", "94%", "20", "19", ""),
    ("产出指标", "成本指标", "项目成本", "控制在预算内", "150万元", "10", "10", ""),
    (*BENEFIT, "不适用的", "不适用", "不适用", "10", "10", ""),
    ("预算执行率", "", "预算执行率", "100%", "75%", "10", "7.5", ""),
)
"""A level carried down, a promise about the budget, what does not apply, and the money as a row."""

OTHER_BUDGET = [
    (*("D", "示例项目D", "示例局", "2023", "100", "100"), *row[6:]) for row in DEPENDENT
]
EMPTY_ROW = [("D", "示例项目D", "示例局", "2023", "100", "100", *OUTPUT, *[""] * 6)]
UNFILLED = _rows("E", ("10", "10"), (*OUTPUT, "设备", "≥10台", "", "20", "", ""))
NO_YEAR = [(*row[:3], "", *row[4:]) for row in _rows("F", ("10", "9"), (*OUTPUT, "灯", *REACHED))]

GOOD = [*PLAIN, *ALIKE, *DEPENDENT, *OTHER_BUDGET, *EMPTY_ROW]
"""What can be re-checked: four projects, and a row that says nothing."""

BAD = [*UNFILLED, *NO_YEAR]


def write(path: Path, rows: list[tuple[str, ...]]) -> Path:
    """The rows as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([NAMES, *rows])
    return path
