"""Filled self-evaluations that the tests of the re-check share: CSV-like rows as a web page."""

from collections.abc import Sequence
from pathlib import Path

from tests.house.tree import ROOT

ILLUSTRATIVE = ROOT / "data" / "selfevaluation" / "illustrative-2022.html"

HEADER = (
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
)
ROWS = (
    ("产出指标", "数量指标", "培训人数", "≥100人", "94人", "50", "50", ""),
    ("效益指标", "社会效益指标", "群众知晓率", "≥80%", "82%", "30", "30", ""),
    ("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "92%", "10", "10", ""),
)  # fmt: skip
MONEY = ("100.00", "120.00", "114.00", "10", "95.00%", "9.5")


def write_form(
    path: Path,
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    money: Sequence[str] = MONEY,
    total: str = "99.5",
    grade: str = "优",
    year: str = "2022",
    project: str = "示例项目",
) -> Path:
    """Write a self-evaluation as a web page: points, actuals and reasons as given."""
    heads = ("", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    lines = [
        "<h1>项目支出绩效自评表</h1>",
        f"<p>（{year}年度）</p>" if year else "",
        "<table>",
        _line(("项目名称", 3), (project, 6)),
        _line(("主管部门", 3), "某市某局", "实施单位", ("某市某局某中心", 4)),
        _line(("项目资金（万元）", 2), *heads),
        _line(("", 2), "年度资金总额", *money),
        _line("绩效指标", *HEADER),
        *(_line("", *row) for row in rows),
        _line(("总分", 6), "100", total, f"等级：{grade}" if grade else ""),
        "</table>",
    ]
    path.write_text('<meta charset="utf-8">' + "\n".join(lines), encoding="utf-8")
    return path


def _line(*cells: str | tuple[str, int]) -> str:
    pairs = [(cell, 1) if isinstance(cell, str) else cell for cell in cells]
    spans = "".join(f'<td colspan="{span}">{text}</td>' for text, span in pairs)
    return f"<tr>{spans}</tr>"
