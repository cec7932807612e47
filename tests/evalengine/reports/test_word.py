"""The official form in Word: a page a project, a summary before them, texts that stay texts."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Mm

from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.word import write_document
from scoring import register
from tests.evalengine.factories import GUARDS_ACTUALS, STANDARD, evaluation, guards_form

RULES = register.find(STANDARD)


def written(folder: Path, *evaluations: Evaluation) -> Path:
    write_document(Evaluated(tuple(evaluations or [evaluation()]), RULES), folder / "自评表.docx")
    return folder / "自评表.docx"


def opened(path: Path) -> Document:
    return docx.Document(str(path))


def paragraphs(path: Path) -> list[str]:
    return [each.text for each in opened(path).paragraphs if each.text]


def test_one_form(tmp_path: Path) -> None:
    path = written(tmp_path)
    document = opened(path)
    assert len(document.sections) == 1
    assert paragraphs(path)[:2] == ["项目支出绩效自评表", "（2019年度）"]
    head, indicators = document.tables
    assert [cell.text for cell in head.rows[0].cells][2:4] == ["项目名称", "保安服务费"]
    guards = next(row for row in indicators.rows if row.cells[3].text == "聘用保安人员")
    assert [cell.text for cell in guards.cells] == [
        *("绩\n效\n指\n标", "产出指标\n（50分）", "产出数量指标", "聘用保安人员", "100人", "94人"),
        *("12.50", "11.75", "年中有人员流动"),
    ]
    assert [cell.text for cell in indicators.rows[-1].cells][5:] == [
        *("总分", "100.00", "90.20", "等级：优秀")
    ]


def test_lines_to_sign_on(tmp_path: Path) -> None:
    *_, first, second = [each for each in opened(written(tmp_path)).paragraphs if each.text]
    assert first.text == "填表人（签字）：\t联系电话：\t单位负责人（签字）："
    assert second.text.split("\t")[1].startswith("（单位盖章）")
    stops = [round((stop.position or 0) / Mm(1)) for stop in first.paragraph_format.tab_stops]
    # Columns 3 and 5 begin 27 and 71 of 122.5 from the left of 186 mm.
    assert stops == [41, 108]


def test_no_signature_stands_alone_on_a_page(tmp_path: Path) -> None:
    """The last rows of the table and all notes go with it."""
    texts = [each for each in opened(written(tmp_path)).paragraphs if each.text]
    notes = [each for each in texts if each.style is not None and each.style.name == "FormNote"]
    assert len(notes) > 1
    assert all(note.paragraph_format.keep_with_next for note in notes)
    document = opened(written(tmp_path))
    last = document.tables[-1].rows[-1].cells[0].paragraphs[0]
    assert last.paragraph_format.keep_with_next
    (seam,) = (p for p in document.paragraphs if p._p.getprevious() is document.tables[-1]._tbl)
    assert seam.paragraph_format.keep_with_next


def test_the_two_tables_do_not_touch(tmp_path: Path) -> None:
    body = opened(written(tmp_path)).element.body
    kinds = [child.tag.rpartition("}")[2] for child in body]
    assert re.search("tbl tbl", " ".join(kinds)) is None
    # A table at the very end is lost when the document is saved as an old .doc.
    assert kinds[-2:] == ["p", "sectPr"]


def test_the_notes_name_the_clauses(tmp_path: Path) -> None:
    notes = paragraphs(written(tmp_path))
    assert any("计分依据（未经核对）：表上未规定逾期的计分。" in note for note in notes)


def test_several_projects_have_a_summary_and_a_page_each(tmp_path: Path) -> None:
    path = written(tmp_path, evaluation(), evaluation("全员军训费"))
    document = opened(path)
    assert len(document.sections) == 3
    assert paragraphs(path)[0] == "项目支出绩效自评汇总表（2019年度）"
    assert paragraphs(path).count("项目支出绩效自评表") == 2
    assert document.sections[0].header.paragraphs[0].text == "示例局　项目支出绩效自评"


def test_departments_that_differ_are_not_all_in_the_header(tmp_path: Path) -> None:
    judged = evaluation()
    other = replace(judged, score=replace(judged.score, department="另一局"))
    document = opened(written(tmp_path, judged, other))
    assert document.sections[0].header.paragraphs[0].text == "示例局等　项目支出绩效自评"


def test_a_provisional_form_says_so(tmp_path: Path) -> None:
    facts = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}
    path = written(tmp_path, evaluation(missing="zero", by_item=facts))
    assert paragraphs(path)[0] == "项目支出绩效自评表（暂定）"


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    nasty = '=1+1 <w:p/> &amp; ]]> { HYPERLINK "http://x" } \x00\x1b \u202e'
    judged = evaluation(nasty)
    item = replace(judged.score.items[0], measure=nasty, actual=nasty, deviation_reason=nasty)
    score = replace(judged.score, department=nasty, items=(item, *judged.score.items[1:]))
    form = replace(guards_form(nasty), department=nasty, goal=nasty)
    path = written(tmp_path, Evaluation(replace(judged.case, form=form), score))
    plain = '=1+1 <w:p/> &amp; ]]> { HYPERLINK "http://x" }  '
    assert opened(path).tables[0].rows[0].cells[3].text == plain
    with zipfile.ZipFile(path) as archive:
        content = archive.read("word/document.xml").decode("utf-8")
        relations = archive.read("word/_rels/document.xml.rels").decode("utf-8")
    assert re.search("<w:(fldSimple|fldChar|instrText|hyperlink|object|pict)", content) is None
    assert "External" not in relations


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert written(tmp_path).read_bytes() == written(tmp_path / "b").read_bytes()
