"""The words of the fill-in workbook: how to fill it in, and what each cell wants."""

from collections.abc import Sequence

from indicators.model import Form, Kind, Target, plain
from scoring.judgement import Band

INSTRUCTIONS = (
    "一、每个项目一张表，一行是申报表中的一项承诺；请按年底实际情况填写，项目之间互不影响。",
    "二、只填浅黄色的格子；其余格子已锁定，请不要改动、增删或移动行列。填好后浅黄色变为白色。",
    "三、实际完成值：有数字的填数字即可，单位见“单位”一列；用别的单位时请连单位一起写，如 2天。",
    "　　百分数写成 92%，不要写成 0.92；日期写成 2019-12-20。",
    "四、没有数字的（“单位”一列为“选择”），从下拉列表中选择一项；逾期的，填实际完成日期。",
    "　　“得分比例”可以不填；填时写所在档次范围内的百分数，如 85%；不填时按评分标准的默认值。",
    "五、没有完成、提前或超额较多的，请填写偏差原因及改进措施；佐证材料写文件名称即可。",
    "六、没有实际完成值的格子会被当作“未填报”，评分时会逐行提示；确实不适用的，填“不适用”。",
    "七、填好保存后运行：evalengine score 申报表 --actuals 本文件 -o 自评表.xlsx",
)
"""How to fill the workbook in, for somebody without a manual."""


def examples(bands: Sequence[Band]) -> list[tuple[str, ...]]:
    """Answers as they may look: promise, unit, actual, share, reason, evidence.

    `bands` are the levels of the standard, best first; the example takes the second.
    """
    partly, share = bands[1].title, f"{plain(bands[1].default_share)}%"
    return [
        ("年故障累计时间 <48小时", "小时", "36.5", "", "", "运维月报"),
        ("服务满意度 >90%", "%", "92%", "", "", "满意度调查表"),
        ("2019-12-31前", "日期", "2020-01-10", "", "验收推迟；已与承建方约定节点", "验收报告"),
        ("（没有数字的承诺）", "选择", partly, share, "覆盖面不足；下年增加场次", "工作总结"),
    ]


def unit_label(target: Target) -> str:
    """What stands in the column 单位 beside the cell to fill."""
    if target.kind is Kind.DEADLINE and target.date is not None:
        return "日期"
    if target.kind is Kind.SCHEDULE:
        return target.unit or "次"
    if target.kind in (Kind.QUALITATIVE, Kind.REFERENCE):
        return "选择"
    return target.unit or "—"


def input_hint(target: Target) -> tuple[str, str]:
    """Title and text that appear when the cell is entered; at most 32 and 255 characters."""
    unit = target.unit or ""
    if target.kind in (Kind.QUALITATIVE, Kind.REFERENCE):
        return "请选择", "从下拉列表中选择完成情况；确实不适用的，填“不适用”。"
    if target.kind is Kind.DEADLINE and target.date is not None:
        return "请填完成日期", f"如 {target.date}。已按期完成但没有日期的，填“已完成”。"
    if target.kind is Kind.DEADLINE:
        return (
            "请填实际用时",
            f"{target.after or '起算'}后用了多久，如 {plain(target.value)}{unit}。",
        )
    if target.kind is Kind.SCHEDULE:
        return "请填全年实际次数", f"全年一共做了几{unit or '次'}，填数字即可。"
    if unit == "%":
        return "请填百分数", "如 92% 或 92；不要写成 0.92。"
    return f"请填数字，单位：{unit}"[:32], (
        f"填数字即可，单位是{unit}；用别的单位时请连单位一起写。"[:255] if unit else "填数字即可。"
    )


def money_hint(form: Form, *, optional: bool) -> tuple[str, str]:
    """The hint of the cells for money."""
    unit = form.budget.unit if form.budget else "万元"
    words = "年中预算有调整时才填；没有调整请留空。" if optional else "全年实际支出的金额。"
    return f"请填金额，单位：{unit}", f"{words}填数字即可，用别的单位时请写明，如 7200000元。"
