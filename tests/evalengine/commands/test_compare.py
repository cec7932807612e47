"""`evalengine compare`: what it prints, and what it refuses."""

import json
from pathlib import Path

import pytest

from evalengine.cli import run
from tests.evalengine.factories import STANDARD
from tests.evalengine.samples import ACTUALS, DECLARATION, PROJECTS

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("compare") / "记录.json"
    source = ["score", str(DECLARATION), "--actuals", str(ACTUALS), "--standard", STANDARD]
    assert run([*source, "-o", str(path)]) == 0
    return str(path)


def test_a_table(record: str, capsys: Captured) -> None:
    assert run(["compare", record, "--previous", record, "--against", "cn-practice-linear"]) == 0
    out = capsys.readouterr().out
    for title in ("名次", "总分分布：按部门", "各类指标", "换用 cn-practice-linear", "先看哪里"):
        assert title in out


def test_in_english(record: str, capsys: Captured) -> None:
    assert run(["compare", record, "--lang", "en"]) == 0
    assert "where to look first" in capsys.readouterr().out


def test_json(record: str, capsys: Captured) -> None:
    assert run(["compare", record, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["projects"]) == PROJECTS


def test_what_is_no_record(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "不是记录.json"
    path.write_text("{}", encoding="utf-8")
    assert run(["compare", str(path)]) == 2
    assert "不是评价记录" in capsys.readouterr().err


def test_a_format_that_there_is_not(record: str, capsys: Captured) -> None:
    assert run(["compare", record, "--format", "csv"]) == 2
    assert "可用：table、json" in capsys.readouterr().err


def test_reports(record: str, tmp_path: Path, capsys: Captured) -> None:
    book, page = tmp_path / "比较.xlsx", tmp_path / "比较.html"
    assert run(["compare", record, "-o", str(book), "-o", str(page)]) == 0
    assert f"已写出 {book}" in capsys.readouterr().err
    assert "先看哪里" in page.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_refused_first(record: str, capsys: Captured) -> None:
    assert run(["compare", record, "-o", "比较.docx"]) == 2
    assert capsys.readouterr().out == ""


def test_a_forged_total_does_not_count_and_is_told(
    record: str, tmp_path: Path, capsys: Captured
) -> None:
    document = json.loads(Path(record).read_text("utf-8"))
    document["records"][-1]["total"] = "99.99"
    document["records"][0]["items"][0]["points"] = "x"
    forged = tmp_path / "改过.json"
    forged.write_text(json.dumps(document), encoding="utf-8")
    assert run(["compare", str(forged)]) == 0
    told = capsys.readouterr()
    assert "99.99" not in told.out
    assert "重新计算的结果与记录不同（total）" in told.err
    assert "重新计算的结果与记录不同（items）" in told.err


@pytest.mark.parametrize("command", ["score", "template", "recheck"])
def test_no_command_writes_over_what_it_reads(
    command: str, tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "申报表.xlsx"
    path.write_bytes(ACTUALS.read_bytes())
    assert run([command, str(path), "-o", str(path)]) == 2
    assert "写出会把它覆盖" in capsys.readouterr().err
    assert path.read_bytes() == ACTUALS.read_bytes()
