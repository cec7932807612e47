"""The flow of an audit, and the document that it prints for programs."""

from pathlib import Path

import pytest

from evalengine.checking import Checked, check_files, findings_data
from indicators.errors import RuleFileError, Words
from indicators.model import Finding, Severity
from scoring.checks.declaration import Audited
from tests.evalengine.factories import write
from tests.indicators.reading.dumps import Declared

COST = ("产出指标", "产出成本指标", "成本≥80万元")
GOOD = (
    ("产出指标", "产出数量指标", "巡查≥200次"),
    ("效益指标", "社会效益指标", "投诉量较上年下降5%"),
    ("", "服务对象满意度指标", "满意度不低于90%"),
)


def _file(folder: Path, name: str, *rows: tuple[str, str, str], project: str = "示例项目") -> Path:
    return write(folder, name, Declared(project=project, rows=[*rows, *GOOD]).dump())


def _with(severity: Severity) -> Checked:
    finding = Finding("x", severity, "a.txt:1", Words("某。", "some."))
    return Checked((Audited(None, (finding,)),), (), ())


def test_a_good_form_has_no_finding(tmp_path: Path) -> None:
    checked = check_files([_file(tmp_path, "a.txt")])
    assert [part.findings for part in checked.audited] == [(), ()]
    assert checked.forms == 1
    assert not checked.has_any(Severity.INFO)


@pytest.mark.parametrize(
    ("found", "least", "answer"),
    [
        (Severity.ERROR, Severity.ERROR, True),
        (Severity.WARNING, Severity.ERROR, False),
        (Severity.WARNING, Severity.WARNING, True),
        (Severity.INFO, Severity.WARNING, False),
        (Severity.ERROR, Severity.INFO, True),
    ],
)
def test_at_or_above(found: Severity, least: Severity, answer: bool) -> None:
    assert _with(found).has_any(least) is answer


def test_files_are_held_against_one_another(tmp_path: Path) -> None:
    copied = ("产出指标", "产出成本指标", "按合同签订支付金额。")
    files = [_file(tmp_path, f"{name}.txt", copied, project=name) for name in ("甲", "乙")]
    between = check_files(files).audited[-1]
    assert [finding.check for finding in between.findings] == ["copied-between-projects"]


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    checked = check_files([tmp_path / "没有.txt", _file(tmp_path, "a.txt", COST)])
    assert checked.counts[Severity.ERROR] == 1
    (error,) = checked.errors
    assert "没有这个文件" in error.problems[0].words.zh


def test_local_rules_and_words(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", ("产出指标", "产出数量指标", "新建力保3驿"))
    rules = write(tmp_path, "r.yaml", "not-measurable: {severity: error}\n")
    words = write(
        tmp_path,
        "w.yaml",
        "units: {counts: [驿]}\ncomparators: {before: [{id: ours, means: '>=', words: [力保]}]}\n",
    )
    assert check_files([path], rules=rules).counts[Severity.ERROR] == 1
    checked = check_files([path], rules=rules, lexicon=words)
    assert checked.counts[Severity.ERROR] == 0
    assert [each.file for each in checked.inputs] == ["a.txt", "r.yaml", "w.yaml"]


@pytest.mark.parametrize("option", ["rules", "lexicon"])
def test_wrong_local_files_name_the_line(tmp_path: Path, option: str) -> None:
    wrong = write(tmp_path, "x.yaml", "\nnonsense: 1\n")
    with pytest.raises(RuleFileError) as caught:
        check_files([_file(tmp_path, "a.txt")], **{option: wrong})
    assert caught.value.problems[0].where == f"{wrong}:2"


def test_the_document_for_programs(tmp_path: Path) -> None:
    data = findings_data(check_files([_file(tmp_path, "a.txt", COST)]))
    assert data["schema"] == "evalengine/findings/1"
    assert data["counts"] == {"error": 1, "warning": 0, "info": 0}
    (finding,) = data["findings"]
    assert finding["title"] == "示例项目"
    assert finding["check"] == "cost-at-least"
    assert finding["place"].startswith("a.txt:")
    assert finding["message"] == "成本指标“成本 ≥80万元”写成了不少于。"
    assert {"why", "why_en", "mend", "mend_en", "message_en", "form"} <= finding.keys()
    assert data["inputs"][0]["file"] == "a.txt"


def test_a_category_is_proposed_and_not_used(tmp_path: Path) -> None:
    row = ("产出指标", "其他", "服务对象满意度≥90%")
    checked = check_files([_file(tmp_path, "a.txt", row)])
    (found,) = (
        finding
        for part in checked.audited
        for finding in part.findings
        if finding.check == "category-proposed"
    )
    assert found.severity is Severity.INFO
    assert "像是“服务对象满意度指标”（建议，未采用" in found.words.zh
    form = next(part.form for part in checked.audited if part.form)
    assert [row.category for row in form.indicators if row.level2 == "其他"] == [""]
