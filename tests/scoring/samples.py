"""Forms, facts and targets that the tests of `scoring` share, made by the real grammar."""

from decimal import Decimal

from indicators.grammar import parse_targets, read_actual
from indicators.model import Actual, Actuals, Budget, Form, Indicator, Source, Target
from indicators.taxonomy import category_of
from scoring import find
from scoring.case import Case
from scoring.items import case_of
from scoring.standard import Standard

BEIJING, SELF_2016, MOF_2020 = (
    find("cn-beijing-selfeval-2016"),
    find("cn-selfeval-2016"),
    find("cn-mof-2020-10"),
)

GUARDS = (
    ("产出指标", "产出数量指标", "聘用保安人员100人"),
    ("产出指标", "产出质量指标", "提高执法队员工作效率"),
    ("产出指标", "产出进度指标", "2019年底之前全部完成支出进度指标"),
    ("产出指标", "产出成本指标", "按合同签订支付金额。"),
    ("效益指标", "经济效益指标", "打造文明、美丽的城区"),
    ("效益指标", "社会效益指标", "提高居民的生活质量及幸福感"),
    ("效益指标", "环境效益指标", "净化街面环境秩序"),
    ("效益指标", "可持续影响指标", "全面提升城市管理精细化水平"),
    ("效益指标", "服务对象满意度指标", "提高广大人民群众的满意度"),
)
"""The nine rows of the guards' form, their texts shortened."""

GUARDS_FACTS = {
    "1.1": "94",
    "2.1": "达成预期指标（80%）",
    "3.1": "2019-12-20",
    "4.1": "达成预期指标（100%）",
    "5.1": "达成预期指标（80%）",
    "6.1": "达成预期指标（90%）",
    "7.1": "达成预期指标（90%）",
    "8.1": "达成预期指标（80%）",
    "9.1": "达成预期指标（80%）",
}
"""Illustrative facts that come to 90.20; the working is in data/xicheng-2019/README.md."""


def form_of(rows: tuple[tuple[str, str, str], ...], *, budget: str | None = "756") -> Form:
    """A project form with these rows (level 1, level 2, text)."""
    indicators = tuple(
        Indicator(
            number=number,
            level1=level1,
            level2=level2,
            category=category_of(level1, level2),
            name=None,
            target_text=text,
            targets=tuple(parse_targets(text, category=category_of(level1, level2), year=2019)),
            place=f"form.txt:{number}",
        )
        for number, (level1, level2, text) in enumerate(rows, 1)
    )
    return Form(
        kind="project_declaration",
        department="示例局",
        project="示例项目",
        year=2019,
        budget=Budget(Decimal(budget)) if budget is not None else None,
        manager=None,
        goal="",
        indicators=indicators,
        source=Source("form.txt", "0" * 64),
    )


def facts_of(
    form: Form, texts: dict[str, str], *, executed: str | None = "752.22", annual: str | None = None
) -> Actuals:
    """The facts that these cells state, by item id; ids without a text are missing."""
    found = {
        id_: read_actual(texts.get(id_, ""), target, place=f"a.xlsx!{id_}", year=form.year)
        for id_, _, target in form.items()
    }
    return Actuals(
        form.id,
        found,
        executed=Decimal(executed) if executed is not None else None,
        annual=Decimal(annual) if annual is not None else None,
    )


def target(text: str, category: str = "output.quantity") -> Target:
    """The one promise of a text."""
    (found,) = parse_targets(text, category=category, year=2019)
    return found


def case(
    promise: str, fact: str | Actual, *, cents: int = 1000, standard: Standard = SELF_2016
) -> Case:
    """What a method judges: one promise, one fact, the points in cents."""
    due = target(promise)
    actual = fact if isinstance(fact, Actual) else read_actual(fact, due, place="a.xlsx!I9")
    return case_of(due, actual, cents, standard)
