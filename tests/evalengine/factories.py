"""Small forms and facts that the tests of `evalengine` share: the guards of the worked example."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import scoring
from evalengine.record import Case, Evaluation, InputFile
from indicators.model import (
    Actual,
    Actuals,
    Budget,
    Comparator,
    Form,
    Indicator,
    Judgement,
    Kind,
    Source,
    Target,
)
from scoring import register
from tests.promises import HUNDRED_GUARDS

STANDARD = "cn-beijing-selfeval-2016"

BY_YEAR_END = Target(
    kind=Kind.DEADLINE, comparator=Comparator.LE, date=dt.date(2019, 12, 31), explicit=True
)
BY_CONTRACT = Target(kind=Kind.REFERENCE, to="contract")
IN_WORDS = Target(kind=Kind.QUALITATIVE)

ROWS = (
    ("产出指标", "产出数量指标", "output.quantity", "聘用保安人员100人。", HUNDRED_GUARDS),
    ("产出指标", "产出质量指标", "output.quality", "提高工作效率，协助执法。", IN_WORDS),
    ("产出指标", "产出进度指标", "output.timeliness", "2019年底之前全部完成", BY_YEAR_END),
    ("产出指标", "产出成本指标", "output.cost", "按合同签订支付金额。", BY_CONTRACT),
    ("效益指标", "经济效益指标", "benefit.economic", "保障重大活动。", IN_WORDS),
    ("效益指标", "社会效益指标", "benefit.social", "提高群众生活质量。", IN_WORDS),
    ("效益指标", "环境效益指标", "benefit.ecological", "净化街面环境。", IN_WORDS),
    ("效益指标", "可持续影响指标", "benefit.sustainability", "提升精细化管理。", IN_WORDS),
    ("效益指标", "服务对象满意度指标", "satisfaction.beneficiary", "提高满意度。", IN_WORDS),
)


def guards_form(title: str = "保安服务费") -> Form:
    """A declaration of nine rows with one promise each."""
    return Form(
        kind="project_declaration",
        department="示例局",
        project=title,
        year=2019,
        budget=Budget(Decimal("756.00"), place="申报表.txt:200"),
        manager="某人",
        goal="维护秩序。",
        indicators=tuple(
            Indicator(
                number=number,
                level1=level1,
                level2=level2,
                category=category,
                name=None,
                target_text=text,
                targets=(target,),
                place=f"申报表.txt:{200 + number}",
            )
            for number, (level1, level2, category, text, target) in enumerate(ROWS, 1)
        ),
        source=Source("申报表.txt", "ab" * 32, line=188),
        fields=(("项目负责人", "某人"), ("联系电话", "010-00000000")),
    )


def judged(share: str, text: str = "达成预期指标") -> Actual:
    """An answer from the list, with the share of the points claimed."""
    return Actual(
        "qualitative",
        text,
        judgement=Judgement.ACHIEVED,
        share=Decimal(share),
        place="实际.xlsx!I9",
    )


GUARDS_ACTUALS = {
    "1.1": Actual(
        "quantitative",
        "94人",
        value=Decimal(94),
        unit="人",
        dimension="count",
        canonical=Decimal(94),
        reason="年中有人员流动",
        place="实际.xlsx!I8",
    ),
    "2.1": judged("0.8"),
    "3.1": Actual("deadline", "2019-12-20", date=dt.date(2019, 12, 20), place="实际.xlsx!I10"),
    "4.1": judged("1"),
    "5.1": judged("0.8"),
    "6.1": judged("0.9"),
    "7.1": judged("0.9"),
    "8.1": judged("0.8"),
    "9.1": judged("0.8"),
}
"""Facts that come to 90.20: 9.95 + 11.75 + 10 + 12.5 + 12.5 + 6 + 6.75 + 6.75 + 6 + 8."""


def guards_actuals(form: Form, **changes: object) -> Actuals:
    """The facts of the worked example for `form`."""
    base = Actuals(
        form_id=form.id,
        by_item=dict(GUARDS_ACTUALS),
        executed=Decimal("752.22"),
        place="实际.xlsx!I7",
        goal="全年秩序良好。",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def evaluation(
    title: str = "保安服务费", *, missing: scoring.model.Missing = "refuse", **changes: object
) -> Evaluation:
    """The worked example, judged."""
    form = guards_form(title)
    facts = guards_actuals(form, **changes)
    inputs = (InputFile("申报表.txt", "ab" * 32), InputFile("实际.xlsx", "cd" * 32))
    score = scoring.score(form, facts, register.find(STANDARD), missing=missing)
    return Evaluation(Case(form, facts, None, missing, inputs), score)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file in `folder`."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path
