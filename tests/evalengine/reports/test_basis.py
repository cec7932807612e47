"""The notes under a form: the standard, every clause once, and what of it is unverified."""

from dataclasses import replace

from evalengine import settings
from evalengine.reports.basis import mark, notes_of
from indicators.errors import Words
from scoring import register
from tests.evalengine.factories import STANDARD, evaluation

STANDARD_FILE = register.find(STANDARD)


def test_the_standard_is_named() -> None:
    first = notes_of(evaluation().score, STANDARD_FILE)[0]
    assert first.startswith(f"注：1．评分标准：{STANDARD_FILE.title}（{STANDARD_FILE.issued_as}；")
    assert STANDARD_FILE.sha256[:12] in first
    assert settings.engine() in first


def test_every_clause_stands_once_with_its_mark() -> None:
    score = evaluation().score
    notes = notes_of(score, STANDARD_FILE)
    for cite in {item.working.cite for item in score.items}:
        assert len([note for note in notes if cite in note]) == 1
    assert any("计分依据（未经核对）" in note for note in notes)


def test_the_parts_of_the_standard_that_were_not_seen() -> None:
    notes = notes_of(evaluation().score, STANDARD_FILE)
    (line,) = [note for note in notes if "未经核对原文的部分" in note]
    assert "等级" in line
    assert "以日期为限的指标" in line


def test_a_provisional_result_and_its_notes() -> None:
    score = replace(
        evaluation().score, status="provisional", notes=(Words("权重已调整", "changed"),)
    )
    notes = notes_of(score, STANDARD_FILE)
    assert any("本表结果为暂定" in note for note in notes)
    assert notes[-1].endswith("权重已调整")


def test_marks() -> None:
    items = evaluation().score.items
    assert {item.id: mark(item.working) for item in items}["3.1"] == "未经核对"
    assert mark(items[0].working) == "已核对原文"
