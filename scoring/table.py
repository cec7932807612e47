"""The columns of tables of items and of their scores: names, and the codes in them."""

from enum import StrEnum
from typing import Final

from indicators.errors import Words

REQUIRED: Final = ("category", "kind", "comparator", "direction", "target", "actual", "max_points")
"""What a table of items must have, one row an item."""

OPTIONAL: Final = {
    "project_id": Words("项目编号，合计与等级按它汇总", "whose totals and grades are made"),
    "upper": Words("区间的上限", "the upper bound of a range (`between`)"),
    "judgement": Words("评价：达成档次、等级名或扣分项", "an answer in words: a band, or a fault"),
    "dimension": Words("量纲，如 ratio", "of the target (`ratio`, `money` …)"),
    "measure": Words("指标名称", "what is measured, in words"),
    "evidence": Words("佐证材料", "whether there is evidence, or which"),
    "share": Words("评价人给的得分比例，0 到 1", "the share of the points claimed, 0 to 1"),
}
"""What it may have. Some standards cannot choose a rule, or give points, without some of them."""

SCORES: Final = ("points", "achievement", "method", "met", "rule", "reason")
"""What `score_frame` gives for every row."""

TOTALS: Final = ("points", "max_points", "total", "grade", "items", "unscored", "reason")
"""What `project_totals` gives for every project."""


class Shortfall(StrEnum):
    """Why a project has no total."""

    UNSCORED = "unscored"
    POINTS_SUM = "points_sum"
    NOTHING_LEFT = "nothing_left"


SHORTFALLS: Final = {
    Shortfall.UNSCORED: Words(
        "有指标不能计分（见各行的 reason）", "some items have no points (see their reasons)"
    ),
    Shortfall.POINTS_SUM: Words(
        "分值合计不等于标准的总分", "max_points do not make the total of the standard"
    ),
    Shortfall.NOTHING_LEFT: Words("没有任何可以评价的指标", "nothing is left to be judged"),
}
"""Every shortfall in words."""


class Reason(StrEnum):
    """Why a row has no points, or (`NO_RATIO`) has none for want of a ratio."""

    NOT_APPLICABLE = "not_applicable"
    TARGET_MISSING = "target_missing"
    UPPER_MISSING = "upper_missing"
    ACTUAL_MISSING = "actual_missing"
    ACTUAL_NEGATIVE = "actual_negative"
    NOT_COMPARABLE = "not_comparable"
    NO_NUMBER = "no_number"
    NO_DECIMAL = "no_decimal"
    TOO_LONG = "too_long"
    POINTS_WRONG = "points_wrong"
    JUDGEMENT_MISSING = "judgement_missing"
    JUDGEMENT_UNKNOWN = "judgement_unknown"
    KIND_UNKNOWN = "kind_unknown"
    COMPARATOR_UNKNOWN = "comparator_unknown"
    DIRECTION_UNKNOWN = "direction_unknown"
    DIMENSION_UNKNOWN = "dimension_unknown"
    MEASURE_UNKNOWN = "measure_unknown"
    EVIDENCE_UNKNOWN = "evidence_unknown"
    UNIT_UNKNOWN = "unit_unknown"
    NO_EXECUTION = "no_execution"
    ZERO_BUDGET = "zero_budget"
    REFUSED = "refused"
    NO_RATIO = "no_ratio"


REASONS: Final = {
    Reason.NOT_APPLICABLE: Words("不适用，不参与评价", "does not apply, is not judged"),
    Reason.TARGET_MISSING: Words("缺目标值", "the target is missing"),
    Reason.UPPER_MISSING: Words("区间缺上限", "the range has no upper bound"),
    Reason.ACTUAL_MISSING: Words("缺实际完成值", "the actual is missing"),
    Reason.ACTUAL_NEGATIVE: Words(
        "实际完成值为负，而目标不会为负", "the actual is negative, which the target cannot be"
    ),
    Reason.NOT_COMPARABLE: Words(
        "实际完成值与目标不是同类（数字、日期、评价）",
        "actual and target are of different kinds (number, date, judgement)",
    ),
    Reason.NO_NUMBER: Words("不是数字，或为无穷大", "is no number, or infinite"),
    Reason.NO_DECIMAL: Words(
        "浮点数超过 15 位有效数字，不是写出来的十进制数；请给 Decimal",
        "a float of more than 15 digits, which nobody wrote as a decimal; give a Decimal",
    ),
    Reason.TOO_LONG: Words("数字过长", "the number is too long to be honest"),
    Reason.POINTS_WRONG: Words(
        "分值缺失、为负或超过两位小数", "max_points missing, negative, or beyond two decimals"
    ),
    Reason.JUDGEMENT_MISSING: Words("缺评价", "the judgement is missing"),
    Reason.JUDGEMENT_UNKNOWN: Words(
        "评价不是本标准的档次", "the judgement is none of the standard's bands"
    ),
    Reason.KIND_UNKNOWN: Words("类型（kind）缺失或不认识", "kind is missing or unknown"),
    Reason.COMPARATOR_UNKNOWN: Words(
        "比较词（comparator）缺失或不认识", "comparator is missing or unknown"
    ),
    Reason.DIRECTION_UNKNOWN: Words(
        "“=”的指标要写方向（direction）", "direction is missing or unknown, and “=” needs it"
    ),
    Reason.DIMENSION_UNKNOWN: Words(
        "选规则要看量纲（dimension 列）", "the rule depends on the column dimension"
    ),
    Reason.MEASURE_UNKNOWN: Words(
        "选规则要看指标名称（measure 列）", "the rule depends on the column measure"
    ),
    Reason.EVIDENCE_UNKNOWN: Words(
        "计分要看佐证材料（evidence 列）", "the points depend on the column evidence"
    ),
    Reason.UNIT_UNKNOWN: Words(
        "规则按目标的计量单位计算，表中只有基本单位",
        "the rule counts in the target's own unit, and the table knows base units only",
    ),
    Reason.NO_EXECUTION: Words("本标准不评预算执行率", "the standard does not judge execution"),
    Reason.ZERO_BUDGET: Words(
        "预算为零或金额为负，没有执行率", "no budget or a negative amount: no execution rate"
    ),
    Reason.REFUSED: Words("规则无法评这个实际值", "the rule cannot judge this actual"),
    Reason.NO_RATIO: Words(
        "目标不大于零，无法按比例计分，未达到即不得分",
        "the target is not above zero: no ratio, so missed means no points",
    ),
}
"""Every reason in words."""
