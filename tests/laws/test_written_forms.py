"""What a written form says is read back the same, whatever its texts, amounts and points are."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.files import write_reports
from indicators.model import Form
from indicators.reading import read_forms
from indicators.spelling import label_key
from scoring.register import find
from tests.evalengine.factories import STANDARD, evaluation

TEXTS = st.text(
    st.sampled_from("保安服务费一二三，。；“”（）ABC019%<>&=+-@'\""), min_size=1, max_size=60
).filter(lambda text: text.strip() == text and label_key(text) not in ("", "—"))
POINTS = st.decimals(Decimal(0), Decimal("99.99"), places=2)


@st.composite
def judged_forms(draw: st.DrawFn) -> Evaluation:
    """The worked example with other texts, amounts and points: any that a form may hold."""
    judged = evaluation()
    items = tuple(
        replace(
            item,
            measure=f"工作{draw(TEXTS)}",
            target=f"完成{draw(TEXTS)}",
            actual=f"已办{draw(TEXTS)}",
            deviation_reason=draw(st.just("") | TEXTS.map(lambda text: f"因为{text}")),
            max_points=draw(POINTS.filter(bool)),
            working=replace(item.working, points=draw(POINTS)),
        )
        for item in judged.score.items
    )
    facts = replace(
        judged.case.actuals,
        executed=draw(st.decimals(Decimal(0), Decimal(99999), places=2)),
        goal=f"完成情况：{draw(TEXTS)}",
    )
    form = replace(judged.case.form, goal=f"目标：{draw(TEXTS)}")
    score = replace(judged.score, items=items, total=draw(POINTS))
    return Evaluation(replace(judged.case, form=form, actuals=facts), score)


def printed(judged: Evaluation) -> list[object]:
    """What the form of an evaluation says."""
    score, case = judged.score, judged.case
    rows = [
        (i.category, i.level2, i.measure, i.target, i.actual, i.max_points, i.points)
        for i in score.items
    ]
    reasons = [item.deviation_reason or None for item in score.items]
    head = (score.project, score.department, score.year, case.form.goal, case.actuals.goal)
    return [head, case.actuals.executed, rows, reasons, score.total, score.grade.title]


def read_back(form: Form) -> list[object]:
    """The same of a form that was read."""
    rows = [
        (
            *(row.category, row.level2, row.name, row.target_text, row.actual_text),
            *(row.max_points, row.declared_points),
        )
        for row in form.indicators
    ]
    reasons = [row.deviation_reason or None for row in form.indicators]
    head = (form.project, form.department, form.year, form.goal, form.goal_actual)
    executed = form.budget.executed if form.budget else None
    return [head, executed, rows, reasons, form.declared.total, form.declared.grade]


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".html"])
@given(judged=judged_forms())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_the_form_says_is_read_back(
    ending: str, judged: Evaluation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("form") / f"自评表{ending}"
    write_reports([path], Evaluated((judged,), find(STANDARD)))
    (form,) = read_forms(path)
    assert read_back(form) == printed(judged)


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".html"])
def test_what_a_form_of_many_pages_says_is_read_back(ending: str, tmp_path: Path) -> None:
    """Level names that are printed again on the next page begin nothing new."""
    judged = evaluation()
    items = tuple(
        replace(item, id=f"{item.id}{number}", measure=f"指标{number}", target=f"完成{number}件")
        for item in judged.score.items
        for number in range(8)
    )
    judged = replace(judged, score=replace(judged.score, items=items))
    path = tmp_path / f"自评表{ending}"
    write_reports([path], Evaluated((judged,), find(STANDARD)))
    (form,) = read_forms(path)
    assert read_back(form) == printed(judged)
    assert not form.found("cell-stray", "row-unread", "indicator-empty", "category-unknown")
