"""The web page: nothing fetched, every text a text, links that lead somewhere, forms at the end."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.web import web_page, write_page
from evalengine.reports.webpage import STYLE
from indicators.errors import Words
from indicators.model import Finding, Severity
from scoring import register
from tests.evalengine.factories import GUARDS_ACTUALS, STANDARD, evaluation, guards_form
from tests.evalengine.reports.test_chart import contrast

RULES = register.find(STANDARD)


def page_of(*evaluations: Evaluation) -> html.HtmlElement:
    return web_page(evaluations or [evaluation()], RULES)


def texts(page: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in page.xpath(path)]


def test_the_sheet_of_one_project() -> None:
    page = page_of()
    assert page.get("lang") == "zh-CN"
    assert page.findtext("head/title") == "保安服务费　绩效自评结果"
    assert texts(page, "//section[@class='sheet']/h1") == ["保安服务费"]
    assert texts(page, "//dd[@class='figure']") == ["90.20", "优秀", "99.50%", "8 / 9"]
    (chart,) = page.xpath("//figure/*[@role='img']")
    assert chart[1].text.startswith("预算执行得 9.95 分")


def test_lost_points_with_reason_and_clause() -> None:
    page = page_of()
    (row,) = [
        row
        for row in page.xpath("//table[@class='losses']/tbody/tr")
        if row.findtext("th") == "聘用保安人员"
    ]
    cells = {cell.get("data-label"): cell.text_content() for cell in row.xpath("./td")}
    assert cells["失分"] == "0.75 / 12.50"
    assert cells["填报的原因"] == "年中有人员流动"
    number = cells["依据"].strip("〔〕")
    assert any(
        note.startswith(f"〔{number}〕江西 2017 年自评表注 1") and note.endswith("（已核对原文）")
        for note in texts(page, "//p[@class='note']")
    )


def test_an_unverified_clause_is_marked_where_it_took_points() -> None:
    judged = evaluation()
    first = judged.score.items[0]
    item = replace(first, working=replace(first.working, cite="某条", verified=False))
    page = page_of(replace(judged, score=replace(judged.score, items=(item,), execution=None)))
    assert texts(page, "//td[@data-label='依据']") == ["〔1〕（未经核对）"]


def test_nothing_lost_and_doubts() -> None:
    judged = evaluation()
    doubt = Finding("unit-missing", Severity.WARNING, "a.txt:7", Words("没有单位", "no unit"))
    score = replace(judged.score, items=(), execution=None, findings=(doubt,) * 5)
    page = page_of(replace(judged, score=score))
    assert "没有失分。" in texts(page, "//section[@class='sheet']/p")
    assert texts(page, "//section[@class='sheet']/ul/li")[0] == "注意 a.txt:7：没有单位"
    assert "另有 1 条。" in texts(page, "//section[@class='sheet']/p")


def test_several_projects_have_a_summary_with_links() -> None:
    page = page_of(evaluation(), evaluation("全员军训费"))
    assert page.findtext("head/title") == "示例局　绩效自评结果"
    assert texts(page, "//section[@class='overview']/h1") == ["项目支出绩效自评汇总表（2019年度）"]
    links = page.xpath("//a/@href")
    assert links == ["#p1", "#p2", "#f1", "#f2"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)


def test_the_official_forms_stand_at_the_end() -> None:
    page = page_of(evaluation(), evaluation("全员军训费"))
    assert texts(page, "//section[last()]/details/summary") == ["保安服务费", "全员军训费"]
    head, indicators = page.xpath("//details[@id='f1']//table")
    assert head.xpath(".//th/text()")[0] == "项目名称"
    assert [cell.text_content() for cell in indicators.xpath("./thead/tr/*")][1:3] == [
        *("一级指标", "二级指标")
    ]


def test_a_provisional_result_is_marked() -> None:
    facts = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}
    page = page_of(evaluation(missing="zero", by_item=facts))
    assert page.xpath("//dl/@class") == ["figures provisional"]
    assert texts(page, "//details/h3") == ["项目支出绩效自评表（暂定）"]


NASTY = "</style><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;\x00\x1b"


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    judged = evaluation(NASTY)
    doubt = Finding("a", Severity.WARNING, NASTY, Words(NASTY, NASTY))
    item = replace(
        judged.score.items[0], measure=NASTY, actual=NASTY, level2=NASTY, deviation_reason=NASTY
    )
    score = replace(judged.score, department=NASTY, items=(item,), findings=(doubt,))
    form = replace(guards_form(NASTY), department=NASTY, goal=NASTY)
    nasty = Evaluation(replace(judged.case, form=form), score)
    write_page(
        Evaluated(
            (
                nasty,
                nasty,
            ),
            RULES,
        ),
        tmp_path / "a.html",
    )
    page = html.fromstring((tmp_path / "a.html").read_bytes())
    assert page.xpath("//script | //img | //iframe | //object | //link | //*[@onerror]") == []
    assert NASTY.rstrip("\x00\x1b") in page.xpath("//details[1]//td/text()")


def test_nothing_is_fetched(tmp_path: Path) -> None:
    write_page(Evaluated((evaluation(),), RULES), tmp_path / "a.html")
    written = (tmp_path / "a.html").read_text(encoding="utf-8")
    outside = re.findall(r"""(?:https?:)?//[^\s"'<]+""", written)
    # The name of SVG is a name, not an address that anything is fetched from.
    assert set(outside) <= {"http://www.w3.org/2000/svg"}
    assert "url(" not in written
    assert "@import" not in written
    assert "default-src 'none'" in written


def test_it_is_written_whole(tmp_path: Path) -> None:
    write_page(Evaluated((evaluation(),), RULES), tmp_path / "a.html")
    written = (tmp_path / "a.html").read_bytes()
    assert written.startswith(b'<!DOCTYPE html>\n<html lang="zh-CN">')
    assert written.endswith(b"</html>\n")


@pytest.mark.parametrize("name", ["ink", "soft", "blue", "red"])
@pytest.mark.parametrize("paper", ["#ffffff", "tint"])
def test_colours_can_be_read(name: str, paper: str) -> None:
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", STYLE.read_text(encoding="utf-8")))
    assert contrast(colours[name], colours.get(paper, paper)) >= 4.5


def test_no_person_is_named() -> None:
    words = page_of().text_content()
    assert "某人" not in words
    assert "010-00000000" not in words
