"""Which tables make a form, and what is said where there is none."""

from pathlib import Path

import pytest

from indicators.errors import DocumentError, EvalengineError
from indicators.reading import read_forms
from tests.house.tree import ROOT
from tests.indicators.reading import papers
from tests.indicators.reading.dumps import HEADER as DUMPED
from tests.indicators.reading.dumps import TITLE, Declared, checks, forms_of, row
from tests.indicators.reading.papers import (
    HEAD,
    HEADER,
    PLAIN,
    TOTAL,
    forms_in,
    grid,
    lines,
    selfevaluation,
)

ILLUSTRATIVE = ROOT / "data" / "selfevaluation" / "illustrative-2022.html"
FORM = Declared().dump()


def _refused(text: str) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        forms_of(text)
    return [problem.said("zh") for problem in caught.value.problems]


def test_forms_are_found_by_their_titles() -> None:
    forms = forms_of("说明\n\n\n" + FORM + "\n\n\n表二：\n" + Declared(project="乙").dump())
    assert [form.project for form in forms] == ["示例项目", "乙"]
    assert [form.source.line for form in forms] == [4, 62]


@pytest.mark.parametrize(
    "title",
    [
        "  项目支出绩效目标申报表",
        "表十二：项目支出绩效目标申报表",
        "附件3 项目支出绩效目标申报表",
        "某市某区2019年度项目支出绩效目标申报表",
        "项目支出绩效目标申报表（2019年度）",
        "项 目 支 出 绩 效 目 标 申 报 表",
    ],
)
def test_spellings_of_the_title(title: str) -> None:
    [form] = forms_of(FORM.replace(TITLE, title, 1))
    assert (form.kind, form.year, checks(form)) == ("project_declaration", 2019, [])


def test_a_table_with_a_misspelt_title_is_read_with_a_doubt() -> None:
    forms = forms_of(FORM + "\n\n\n" + FORM.replace(TITLE, "项目支出绩放目标申报衰", 1))
    assert [form.project for form in forms] == ["示例项目", "示例项目"]
    assert [checks(form) for form in forms] == [[], ["title-missing"]]
    assert "（上方是“项目支出绩放目标申报衰”）" in forms[1].findings[0].words.zh
    assert forms[1].year == 2019


def test_a_table_of_another_family_is_not_taken_for_a_form() -> None:
    other = row("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
    [form] = forms_of(FORM + "\n\n\n附表\n" + other)
    assert checks(form) == ["table-unread"]
    [problem] = _refused(other)
    assert (
        "的表头“一级指标｜二级指标｜三级指标｜年度指标值｜实际完成值｜分值｜得分”（第 1 行）"
        in problem
    )
    assert "下面没有指标" in problem


@pytest.mark.parametrize(("title", "notes"), [("计分说明", []), ("其他说明", ["table-unread"])])
def test_a_table_that_is_known_to_stand_beside_a_form_leaves_no_note(
    tmp_path: Path, title: str, notes: list[str]
) -> None:
    page = ILLUSTRATIVE.read_text(encoding="utf-8")
    other = f"<p>{title}</p><table><tr><td>项目</td><td>编号</td></tr></table></body>"
    path = tmp_path / "自评表.html"
    path.write_text(page.replace("</body>", other), encoding="utf-8")
    (form,) = read_forms(path)
    assert checks(form) == notes


def test_the_header_found_and_the_nearest_layout_are_shown() -> None:
    odd = row("绩效指标", "指标类型", "三级指标", "实际完成值", "分值", "得分")
    [problem] = _refused("某专项情况表\n" + odd + row("", "数量", "培训人数", "94人", "10", "9.4"))
    assert "找到的是“绩效指标｜指标类型｜三级指标｜实际完成值｜分值｜得分”（第 2 行）" in problem
    assert "最接近的表样“项目支出绩效自评表”应有“一级指标、二级指标、年度指标值”" in problem
    assert "缺“一级指标、二级指标、年度指标值”" in problem
    titled = f"{TITLE}\n" + row("绩效指标", "指标类型", "三级指标", "指标值")
    [problem] = _refused(titled + row("", "数量", "培训人数", "94人"))
    assert problem.startswith(f"a.txt:1: “{TITLE}”的表头认不全：找到的是“绩效指标｜指标类型")


def test_a_title_without_table_is_named() -> None:
    [form] = forms_of(FORM + f"\n\n\n{TITLE}\n（2019年度）\n")
    assert checks(form) == ["title-alone"]
    [form] = forms_of(f"目录\n{TITLE}\n\n\n" + FORM)
    assert checks(form) == ["title-alone"]


def test_a_form_cut_before_its_indicators_is_refused_with_its_line() -> None:
    lines = Declared().lines()
    [problem] = _refused("说明\n" + "".join(lines[:6]))
    assert problem.startswith(f"a.txt:2: “{TITLE}”没有指标表")
    assert "一级指标、二级指标、具体指标（指标内容、指标值）" in problem
    [problem] = _refused(f"{TITLE}\n（2019年度）\n")
    assert problem.startswith("a.txt:1: ")


def test_every_cut_form_is_named_at_once() -> None:
    cut = "".join(Declared().lines()[:6])
    assert [problem.partition(": ")[0] for problem in _refused(cut * 3)] == [
        *("a.txt:1", "a.txt:19", "a.txt:37")
    ]


def test_no_form_says_what_was_looked_for_and_what_was_found() -> None:
    [problem] = _refused("关于召开会议的通知\n各科室：\n定于明日开会。\n")
    assert problem.startswith("a.txt: 没有找到绩效目标表")
    assert "“项目支出绩效目标申报表”" in problem
    assert "“部门整体支出绩效目标申报表”" in problem
    assert "“关于召开会议的通知”“各科室：”“定于明日开会。”" in problem
    assert "最接近" not in problem


def test_no_form_names_the_nearest_line() -> None:
    [problem] = _refused("说明\n\n项目支出绩效目标申请表\n（2019年度）\n")
    assert "最接近的是第 3 行“项目支出绩效目标申请表”，像“项目支出绩效目标申报表”" in problem
    [problem] = _refused("\t项目\n\t一级指标\n\n")
    assert "第 2 行“一级指标”" in problem


def test_blank_documents() -> None:
    assert "文件开头是空白" in _refused("\n\n \n")[0]


def test_a_table_in_the_narrative_is_no_form() -> None:
    [form] = forms_of(row("收入", "支出") + "\n\n\n" + FORM)
    assert checks(form) == []


def test_the_words_in_english() -> None:
    with pytest.raises(EvalengineError) as caught:
        forms_of("会议通知\n")
    [problem] = caught.value.problems
    assert problem.said("en").startswith("a.txt: no form found. Looked for the titles")


def test_two_forms_run_together_are_named() -> None:
    lines = Declared().lines()
    first, second = forms_of("".join(lines) + "".join(lines[2:]))
    assert checks(first) == []
    assert (checks(second), second.year) == (["title-missing"], 2019)
    assert (second.project, len(second.indicators)) == ("示例项目", 4)
    headless = "".join(lines) + "".join(lines[6:])
    [form] = forms_of(headless)
    assert {"header-twice", "label-twice"} <= set(checks(form))


def test_a_header_of_the_second_table_of_a_form() -> None:
    """Head and indicators in two tables, a paragraph between them."""
    lines = Declared().lines()
    head, body = "".join(lines[:6]), "".join(lines[6:])
    [form] = forms_of(head + "\n\n\n附：指标\n" + body)
    assert (form.project, len(form.indicators), checks(form)) == ("示例项目", 4, [])
    assert DUMPED[1] not in dict(form.fields)


def test_the_title_again_at_the_top_of_a_page() -> None:
    """With the header below it, or without; the year may stand there again, too."""
    header = ["绩效指标", *HEADER]
    rows = [["", *row] for row in PLAIN]
    first = grid(*HEAD, header, *rows[:2])
    for year, below in ((), rows[2:]), (("（2022年度）",), [header, *rows[2:]]):
        again = lines(papers.TITLE, *year)
        [form] = forms_in(lines(papers.TITLE, "（2022年度）"), first, again, grid(*below, TOTAL))
        assert [one.name for one in form.indicators] == [row[2] for row in PLAIN]
        assert str(form.declared.total) == "98.00"


def test_the_same_title_of_another_form() -> None:
    assert len(forms_in(selfevaluation(), selfevaluation())) == 2
