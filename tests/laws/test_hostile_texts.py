"""Whatever a document says stays text in all that we write: no formula, field, link or markup."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.files import write_reports
from evalengine.reports.template import write_template
from scoring import register
from tests.evalengine.factories import STANDARD, evaluation

RULES = register.find(STANDARD)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))

HOSTILE = st.builds(
    "{}{}{}".format,
    st.sampled_from(("", " ", "\t", "\r", "\n", "\u200b", "'", '"')),
    st.sampled_from(
        ("=", "+", "-", "@", "＝", "＋", "－", "＠", "{=", "|", "%", "&", "<", "[", "#")
    ),
    st.sampled_from(
        (
            "1+1",
            "cmd|'/c calc'!A0",
            'HYPERLINK("http://example.invalid","点")',
            "<script>alert(1)</script>",
            '<img src="http://example.invalid/a" onerror="x()">',
            '{ HYPERLINK "http://example.invalid" }',
            "]]><w:fldSimple w:instr='DDEAUTO'/>",
            "&K000000&G&F",
            '#sys.inputs #include "a"',
        )
    ),
)
"""Beginnings that make a program look twice, and what they would have it do."""

OUR_FIELDS = {"PAGE", "NUMPAGES"}
COUNT = re.compile(r"COUNTBLANK\('[^'\[\]:*?/\\]+'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+\)")
"""The only formula that we write: how many cells of a sheet are still to be filled."""


def saying(text: str) -> Evaluation:
    """The worked example with this text wherever a stranger's text may stand."""
    judged = evaluation()
    items = tuple(
        replace(item, measure=text, level2=text, target=text, actual=text, deviation_reason=text)
        for item in judged.score.items
    )
    score = replace(judged.score, project=text, department=text, items=items)
    rows = tuple(
        replace(row, level2=text, name=text, target_text=text)
        for row in judged.case.form.indicators
    )
    form = replace(
        judged.case.form,
        project=text,
        department=text,
        implementing_unit=text,
        goal=text,
        indicators=rows,
    )
    facts = replace(judged.case.actuals, goal=text)
    return Evaluation(replace(judged.case, form=form, actuals=facts), score)


def parts_of(path: Path) -> dict[str, str]:
    """The parts of an office file."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}


def assert_no_way_out(parts: dict[str, str]) -> None:
    """No part that leads to another file, or that a program would run."""
    assert not [name for name, text in parts.items() if 'TargetMode="External"' in text]
    assert not [
        name for name in parts if re.search("externalLink|vbaProject|embeddings|activeX", name)
    ]


@given(text=HOSTILE)
@FEW
def test_workbooks_have_no_formula_but_our_count(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, judged = tmp_path_factory.mktemp("x"), saying(text)
    form, template = folder / "自评表.xlsx", folder / "填报.xlsx"
    write_reports([form], Evaluated((judged, judged), RULES))
    bands = RULES.levels.bands
    write_template([judged.case.form], template, bands=bands, note=text)
    for path, allowed in ((form, None), (template, COUNT)):
        parts = parts_of(path)
        assert_no_way_out(parts)
        formulas = [f for part in parts.values() for f in re.findall(r"<f[ >].*?</f>", part)]
        formulas = [re.sub("<[^>]*>|&apos;", "", formula) for formula in formulas]
        assert all(allowed and allowed.fullmatch(formula) for formula in formulas), formulas
        links = [each for part in parts.values() for each in re.findall("<hyperlink [^>]*>", part)]
        assert all("location=" in link and "r:id" not in link for link in links)


@given(text=HOSTILE)
@FEW
def test_word_documents_have_no_field_but_page_numbers(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path, judged = tmp_path_factory.mktemp("w") / "自评表.docx", saying(text)
    write_reports([path], Evaluated((judged, judged), RULES))
    parts = parts_of(path)
    assert_no_way_out(parts)
    fields = [
        f for part in parts.values() for f in re.findall(r'<w:fldSimple w:instr="(.*?)"', part)
    ]
    assert set(fields) == OUR_FIELDS
    assert not [part for part in parts.values() if "<w:instrText" in part or "<w:hyperlink" in part]


@given(text=HOSTILE)
@FEW
def test_web_pages_have_the_same_elements_whatever_the_texts(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("h")
    tags = []
    for number, each in enumerate((text, "平常的话")):
        path = folder / f"{number}.html"
        write_reports([path], Evaluated((saying(each),), RULES))
        page = lxml.html.fromstring(path.read_text(encoding="utf-8"))
        tags.append({element.tag for element in page.iter() if isinstance(element.tag, str)})
        for element in page.iter():
            assert not [name for name in element.attrib if name.startswith("on")]
            for name in ("href", "src", "action", "data", "srcset"):
                assert element.get(name, "#").startswith("#")
    assert tags[0] == tags[1]
    assert "script" not in tags[0]
