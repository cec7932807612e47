"""Whole forms: what a declaration says is read back, and what it lacks is said."""

import random
import string
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import EvalengineError
from indicators.model import Form, Severity
from indicators.reading import document_of, read_document
from tests.indicators.reading.dumps import HEADER, Declared, Row, cell, checks, forms_of, row

LINES = Declared().lines()


def _form(text: str) -> Form:
    [form] = forms_of(text)
    return form


def _without(*starts: str) -> Form:
    """The form without the rows that begin so."""
    return _form("".join(line for line in LINES if not line.startswith(starts)))


def test_what_the_form_says() -> None:
    form = _form("".join(LINES))
    assert (form.kind, form.department, form.project) == (
        *("project_declaration", "示例局", "示例项目"),
    )
    assert (form.year, form.manager, form.goal) == (2019, "张某", "示例目标")
    assert form.budget is not None
    assert (form.budget.amount, form.budget.unit) == (Decimal("756.00"), "万元")
    assert [row.category for row in form.indicators] == [
        *("output.quantity", "output.quality", "benefit.social", "satisfaction.beneficiary")
    ]
    assert [row.number for row in form.indicators] == [1, 2, 3, 4]
    assert form.findings == ()


def test_promises_are_read_in_the_light_of_the_form() -> None:
    rows = (*Declared().rows[:2], ("", "产出进度指标", "12月底前完成"), *Declared().rows[2:])
    form = _form(Declared(rows=rows).dump())
    [deadline] = form.indicators[2].targets
    assert str(deadline.date) == "2019-12-31"
    [guards] = form.indicators[0].targets
    assert (guards.value, guards.unit) == (Decimal(100), "人")


def test_year() -> None:
    assert _form("".join(LINES).replace("2019", "2021")).year == 2021
    form = _without("（2019")
    assert (form.year, checks(form)) == (None, ["year-missing"])
    given_below = "".join([LINES[0], row("预算年度", "2020年"), *LINES[2:]])
    assert _form(given_below).year == 2020


def test_years_that_are_no_budget_years() -> None:
    text = "".join(LINES)
    form = _form(text.replace("（2019年度）", "填报日期：2020年3月15日"))
    assert (form.year, checks(form)) == (None, ["year-missing"])
    form = _form(text.replace("（2019年度）", "（2019-2021年）"))
    assert (form.year, checks(form)) == (2019, ["year-range"])


def test_names_that_are_missing() -> None:
    form = _without("\t部门")
    assert (form.department, checks(form)) == ("", ["name-missing"])
    assert "部门（单位）名称" in form.findings[0].words.zh
    form = _form(Declared(project="").dump())
    assert (form.project, checks(form)) == (None, ["name-missing"])
    assert "项目名称" in form.findings[0].words.zh


def test_budget() -> None:
    form = _form(Declared(budget="").dump())
    assert (form.budget, checks(form)) == (None, ["budget-missing"])
    form = _form(Declared(budget="另行申请").dump())
    assert (form.budget, checks(form)) == (None, ["budget-unreadable"])
    form = _form("".join(LINES).replace("（万元）", "(单位：元)"))
    assert form.budget is not None
    assert form.budget.unit == "元"
    form = _form("".join(LINES).replace("（万元）", ""))
    assert checks(form) == ["budget-unit-guessed"]


def test_unknown_and_misplaced_categories() -> None:
    rows = (("产出指标", "绩效指标九", "甲"), ("效益指标", "数量指标", "乙"))
    form = _form(Declared(rows=rows).dump())
    assert [one.category for one in form.indicators] == ["", "output.quantity"]
    assert checks(form) == ["category-unknown", "category-misplaced"]


def test_cut_among_the_outputs() -> None:
    form = _form("".join(LINES[:8]))
    assert [(found.check, found.severity) for found in form.findings] == [
        ("form-cut", Severity.ERROR)
    ]
    assert "没有效益指标，也没有表尾" in form.findings[0].words.zh
    assert len(form.indicators) == 1


def test_cut_in_a_row() -> None:
    form = _form("".join(LINES[:8]) + "\t\n\t\n\t产出质量指标\n")
    assert checks(form) == ["indicator-cut", "form-cut"]


def test_cut_before_the_last_rows() -> None:
    form = _form("".join(LINES[:-1]))
    assert checks(form) == ["form-end-missing"]
    assert "其他说明的问题" in form.findings[0].words.zh


def test_twins_have_ids_of_their_own() -> None:
    forms = forms_of("\n\n\n".join(["".join(LINES)] * 3))
    assert [form.occurrence for form in forms] == [1, 2, 3]
    assert len({form.id for form in forms}) == 3


def test_spelling_between_forms() -> None:
    other = replace(Declared(), department="示例分局", rows=[("效果指标", "社会效益指标", "甲")])
    forms = forms_of("\n\n\n".join([*["".join(LINES)] * 2, other.dump()]))
    assert [checks(form) for form in forms] == [[], [], ["spelling-differs"] * 2]


PARAGRAPH = st.text("年月底前完成次保安；、，。“”（）()…%％<≥-=+@[]:： 0129ABC", max_size=30).map(
    # The first character keeps it from being a label, a title, a filler, or blank.
    lambda text: f"甲{text}".strip()
)
TEXT = st.lists(PARAGRAPH, min_size=1, max_size=4).map("\n".join)
GAPPED = st.lists(PARAGRAPH, min_size=1, max_size=3).map("\n\n".join)
LEVELS = st.sampled_from(
    [
        ("产出指标", ["产出数量指标", "产出质量指标", "产出进度指标", "产出成本指标"]),
        ("效果指标", ["经济效益指标", "社会效益指标", "服务对象满意度指标"]),
    ]
)


@st.composite
def _rows(draw: st.DrawFn) -> list[Row]:
    """Rows as a form has them: level 1 only in the first row of each part."""
    rows: list[Row] = []
    for level1, level2s in draw(st.lists(LEVELS, min_size=1, max_size=2, unique_by=lambda x: x[0])):
        for level2 in draw(st.lists(st.sampled_from(level2s), min_size=1, max_size=5)):
            is_first = not rows or rows[-1][1] not in level2s
            rows.append((level1 if is_first else "", level2, draw(TEXT | GAPPED)))
    return rows


DECLARED = st.builds(
    Declared,
    department=PARAGRAPH,
    project=PARAGRAPH,
    budget=st.decimals(0, 10**9, places=2).map(str),
    goal=TEXT | GAPPED,
    remark=PARAGRAPH,
    rows=_rows(),
)


def _says(form: Form, declared: Declared) -> None:
    """Assert that the form is what was declared."""
    assert (form.department, form.project) == (declared.department, declared.project)
    assert (form.goal, dict(form.fields)["其他说明的问题"]) == (declared.goal, declared.remark)
    assert form.budget is not None
    assert str(form.budget.amount) == declared.budget
    level1s: list[str] = []
    for level1, _, _ in declared.rows:
        level1s.append(level1 or level1s[-1])
    assert [(one.level1, one.level2, one.target_text) for one in form.indicators] == [
        (level1, level2, text)
        for level1, (_, level2, text) in zip(level1s, declared.rows, strict=True)
    ]


@given(DECLARED)
def test_any_declaration_is_read_back(declared: Declared) -> None:
    _says(_form(declared.dump()), declared)


@given(DECLARED, st.randoms(use_true_random=False))
def test_rows_split_anywhere_are_read_back(declared: Declared, choose: random.Random) -> None:
    """An empty line may follow any cell of the indicator table, and any label of the head."""
    split = declared.lines()[:2]
    for line in declared.lines()[2:-1]:
        cells = line.removesuffix("\n").split("\t")[1:]
        is_head = line.startswith("\t") and not line.startswith(("\t\n", f"\t{HEADER[0]}"))
        for at, text in enumerate(cells):
            may_split = not is_head or at % 2 == 0
            split.append("\t" + text + "\n" * (may_split and choose.random() < 0.3))
        split.append("\n")
    _says(_form("".join([*split, declared.lines()[-1]])), declared)


def _mutated(text: str, choose: random.Random) -> str:
    """The text with some lines cut, doubled, moved, split, or changed."""
    lines = text.split("\n")
    for _ in range(choose.randint(1, 6)):
        at = choose.randrange(len(lines))
        match choose.randrange(7):
            case 0:
                lines = lines[: at + 1]
            case 1:
                lines = lines[at:]
            case 2:
                lines.insert(at, lines[choose.randrange(len(lines))])
            case 3:
                lines.insert(at, choose.choice(["", "\t", "\t\t", "表一：", "甲", *LINES]))
            case 4:
                lines[at] = lines[at][: choose.randrange(len(lines[at]) + 1)]
            case 5:
                lines[at] = "\t" + lines[at]
            case _:
                noise = "".join(choose.choices(string.printable + "《》：（）…", k=9))
                lines[at] += noise
    return "\n".join(lines)


@given(st.randoms(use_true_random=False))
def test_a_damaged_dump_is_read_or_refused(choose: random.Random) -> None:
    try:
        forms = forms_of(_mutated("\n\n\n".join(["".join(LINES)] * 2), choose))
    except EvalengineError as error:
        assert all(problem.words.zh for problem in error.problems)  # noqa: PT017
    else:
        assert forms


@given(st.binary(min_size=1, max_size=400), st.integers(0, 900))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int) -> None:
    data = "".join(LINES).encode()
    try:
        forms = read_document(document_of(data[:at] + noise + data[at:]))
    except EvalengineError as error:
        assert error.problems  # noqa: PT017
    else:
        assert forms


@pytest.mark.parametrize(
    "text",
    [
        "\t" * 50_000,
        "\t\n" * 50_000,
        "\t甲\n\n\n乙\n" * 20_000,
        ("项目支出绩效目标申报表\n" * 5_000),
        "[bookmark: " * 20_000,
        "附" * 100_000,
        row("绩效指标") * 20_000,
        row(*HEADER, *["甲"] * 9_000) + row("甲") * 9_000,
        "项目支出绩效目标申报表\n" + "\t甲\n表一：\n" * 20_000,
    ],
)
def test_huge_nonsense_is_refused(text: str) -> None:
    with pytest.raises(EvalengineError):
        forms_of(text)


def test_a_form_of_very_many_rows() -> None:
    rows = [("产出指标" if not at else "", "数量指标", f"甲{at}") for at in range(3_000)]
    assert len(_form(Declared(rows=rows).dump()).indicators) == 3_000


def test_very_many_titles_without_a_table() -> None:
    form = _form("".join(LINES) + "项目支出绩效目标申报表\n" * 5_000)
    assert checks(form) == ["title-alone"] * 5_000


def test_very_many_forms() -> None:
    forms = forms_of("\n\n\n".join(Declared(department=f"局{at}").dump() for at in range(300)))
    assert len({form.id for form in forms}) == 300


def test_cells_of_a_dump_helper() -> None:
    assert cell("甲", "乙") == "\t甲\n乙\n"
