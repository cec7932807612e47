"""Graded sheets as PDF: a page a project, texts as data, a word where the extra is missing."""

from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from evalengine.evaluation import Evaluated
from evalengine.reports import typeset
from evalengine.reports.files import check_report, write_reports
from evalengine.reports.typeset import page_data, write_pdf
from indicators.errors import UsageError
from scoring import register
from tests.evalengine.factories import STANDARD, evaluation

RULES = register.find(STANDARD)


def pages(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return len(document.pages)


def test_a_page_a_project_and_the_summary(tmp_path: Path) -> None:
    write_pdf(Evaluated((evaluation(),), RULES), tmp_path / "a.pdf")
    write_pdf(
        Evaluated(
            (
                evaluation(),
                evaluation("全员军训费"),
            ),
            RULES,
        ),
        tmp_path / "b.pdf",
    )
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert (pages(tmp_path / "a.pdf"), pages(tmp_path / "b.pdf")) == (1, 3)


def test_what_the_page_shows() -> None:
    data = page_data([evaluation()], RULES)
    (sheet,) = data["sheets"]
    assert sheet["figures"][0] == ("总分", "90.20", "满分 100.00")
    assert sheet["bars"][1] == ("产出指标", "46.75 / 50.00　93.50%", 100.0, 93.5)
    assert len(sheet["losses"]) == 8
    assert data["overview"] == []


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    nasty = '#read("/etc/passwd") $x$ *a* [ \\ \x00 #panic()'
    judged = evaluation(nasty)
    item = replace(judged.score.items[0], measure=nasty, actual=nasty, deviation_reason=nasty)
    score = replace(judged.score, department=nasty, items=(item,))
    write_pdf(Evaluated((replace(judged, score=score),), RULES), tmp_path / "a.pdf")
    assert pages(tmp_path / "a.pdf") == 1


def test_forty_lost_items_go_on_one_page(tmp_path: Path) -> None:
    judged = evaluation()
    item = replace(judged.score.items[0], measure="字" * 100, deviation_reason="因" * 100)
    score = replace(judged.score, items=(item,) * 40)
    write_pdf(Evaluated((replace(judged, score=score),), RULES), tmp_path / "a.pdf")
    assert pages(tmp_path / "a.pdf") == 1


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_reports([tmp_path / name], Evaluated((evaluation(),), RULES))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_missing_extra_is_told_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeset, "NEEDED", ("no_such_typesetter",))
    with pytest.raises(UsageError, match=r"pip install 'evalengine\[report\]'"):
        check_report(tmp_path / "a.pdf")
