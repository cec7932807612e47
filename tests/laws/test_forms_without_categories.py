"""A form that has no row of some categories, and is scaled up, is read back to the same points."""

from decimal import Decimal
from pathlib import Path

import pytest

from evalengine.evaluation import evaluate
from evalengine.reports.files import write_reports

STANDARD = "cn-selfeval-2016"
LEAN = """项目名称,主管部门,年度,预算数（万元）,执行数（万元）,一级指标,二级指标,指标值,实际完成值
示例项目,示例局,2017,100,99,产出指标,数量指标,培训≥100场,94场
"""
"""Points for 10 and 50 of 100: benefit and satisfaction have no row."""


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".html"])
def test_it_comes_back_as_the_same_points(ending: str, tmp_path: Path) -> None:
    """9.90 for the money and 50 × 94% = 47.00 are 56.90 of 60, scaled up to 94.83."""
    lean, written = tmp_path / "长表.csv", tmp_path / f"自评表{ending}"
    lean.write_text(LEAN, encoding="utf-8")
    first = evaluate(lean, None, standard=STANDARD)
    write_reports([written], first)
    second = evaluate(written, None, standard=STANDARD)
    for judged in (first, second):
        score = judged.projects[0].score
        assert [(item.max_points, item.points) for item in score.items] == [
            (Decimal(50), Decimal(47))
        ]
        assert (score.points, score.total) == (Decimal("56.90"), Decimal("94.83"))
