"""The page of a comparison, and what a real browser makes of it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from evalengine.reports import comparedcharts
from evalengine.reports.comparedweb import FIRST, comparison_page, write_comparison_page
from tests.evalengine.reports.comparisons import comparison

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def test_charts_and_tables() -> None:
    page = comparison_page(comparison(3, departments=2))
    assert len(page.xpath("//figure/*[@role='img']")) == 4
    assert "疑点" in [title.text for title in page.xpath("//h2")]
    assert all(table.findtext("caption") for table in page.xpath("//table"))


def test_the_chart_says_which_departments_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparedcharts, "MOST_DEPARTMENTS", 1)
    captions = [e.text for e in comparison_page(comparison(4, departments=2)).iter("figcaption")]
    assert "各部门的总分（有两个项目以上的部门；只画项目最多的 1 个，另有 1 个见下表）" in captions


def test_departments_of_one_project_have_no_spread_to_draw() -> None:
    captions = [e.text for e in comparison_page(comparison(2, departments=2)).iter("figcaption")]
    assert not any("部门" in words for words in captions)


def test_long_tables_are_closed_after_their_first_rows() -> None:
    page = comparison_page(comparison(FIRST + 5))
    (first,) = [s for s in page.xpath("//section") if s.findtext("h2", "").startswith("名次")]
    assert len(first.xpath("./div//tbody/tr")) == FIRST
    assert first.findtext("details/summary") == "其余 5 行"


def test_nothing_is_fetched_and_texts_stay_texts(tmp_path: Path) -> None:
    path = tmp_path / "比较.html"
    write_comparison_page(comparison(3, doubt='<img src="http://example.org/x">'), path)
    page = html.fromstring(path.read_bytes())
    assert not page.xpath("//@src")
    assert not page.xpath("//script")
    assert not page.xpath("//@href")
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_browser_opens_it_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "比较.html"
    write_comparison_page(comparison(40, departments=3), path)
    done = subprocess.run(
        [
            *(str(CHROMIUM), *QUIET, "--enable-logging=stderr", f"--user-data-dir={tmp_path}/p"),
            *("--dump-dom", path.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    page = html.fromstring(done.stdout)
    assert len(page.xpath("//*[local-name()='svg']")) == 4
    # What a page logs, and what its policy forbade it to fetch, stands in the log as CONSOLE.
    assert "CONSOLE" not in done.stderr
