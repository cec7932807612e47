"""A declaration for tests of pairing: two plain rows, one of two promises, one without a number."""

from decimal import Decimal

from indicators.grammar import parse_targets
from indicators.model import Budget, Form, Indicator, Source

ROWS = (
    ("产出指标", "数量指标", "output.quantity", "聘用保安人员", "≥100人"),
    ("产出指标", "数量指标", "output.quantity", None, "巡查街道20条，发放宣传册500册"),
    ("产出指标", "质量指标", "output.quality", "巡查合格率", "≥95%"),
    ("效益指标", "社会效益指标", "benefit.social", None, "进一步改善街面环境秩序"),
)


def declaration(project: str = "示例项目") -> Form:
    """The form of the declaration."""
    rows = tuple(
        Indicator(
            number,
            level1,
            level2,
            category,
            name,
            text,
            tuple(parse_targets(text, name=name, category=category, year=2022)),
            f"申报表.txt:{number}",
        )
        for number, (level1, level2, category, name, text) in enumerate(ROWS, 1)
    )
    budget = Budget(Decimal(100), "万元")
    source = Source("申报表.txt", "00")
    return Form("project_declaration", "某局", project, 2022, budget, None, "", rows, source)
