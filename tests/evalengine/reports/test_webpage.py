"""What every page has: its language, its policy, its style."""

from pathlib import Path

from lxml import html
from lxml.html.builder import E

from evalengine.reports.webpage import html_page, wide, write_html


def test_a_page_with_its_head(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    write_html(html_page("标题\x00", [E.p("<b>")]), path)
    written = path.read_text("utf-8")
    assert written.startswith("<!DOCTYPE html>\n<html")
    page = html.fromstring(written)
    assert page.get("lang") == "zh-CN"
    assert page.findtext("head/title") == "标题"
    assert page.xpath("//p")[0].text == "<b>"


def test_a_wide_table_is_reached_by_keyboard() -> None:
    box = wide(E.table(E.caption("名次")))
    assert (box.get("tabindex"), box.get("aria-label")) == ("0", "名次")
