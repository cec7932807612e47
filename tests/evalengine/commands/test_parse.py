"""`evalengine parse`: exactly one kind of input; declarations as table, JSON, JSON lines, CSV."""

import csv
import io
import json
from pathlib import Path

import pytest

from evalengine.cli import run
from tests.evalengine.factories import write
from tests.evalengine.samples import DECLARATION, guards_form

Captured = pytest.CaptureFixture[str]


def result(capsys: Captured, *arguments: str, code: int = 0) -> str:
    assert run(["parse", *arguments]) == code
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["a.txt", "--text", "b"], ["--text", "a", "--lines", "b"]]
)
def test_exactly_one_input(arguments: list[str], capsys: Captured) -> None:
    assert run(["parse", *arguments]) == 2
    assert "请给出申报表文件、--text 或 --lines 三者之一" in capsys.readouterr().err


def test_the_real_document_as_json(capsys: Captured) -> None:
    data = json.loads(result(capsys, str(DECLARATION), "--format", "json"))
    assert data["schema"] == "evalengine/forms/1"
    assert len(data["forms"]) == 10
    assert sum(len(form["indicators"]) for form in data["forms"]) == 90


def test_one_form_a_line(capsys: Captured) -> None:
    lines = result(capsys, str(DECLARATION), "--format", "jsonl").splitlines()
    assert [json.loads(line)["budget"]["amount"] for line in lines][:2] == ["5591.93", "756.00"]


def test_one_promise_a_row(capsys: Captured) -> None:
    rows = list(csv.DictReader(io.StringIO(result(capsys, str(DECLARATION), "--format", "csv"))))
    guards = [row for row in rows if row["project"] == "保安服务费"]
    assert (guards[0]["item"], guards[0]["measure"], guards[0]["value"]) == (
        "1.1",
        "聘用保安人员",
        "100",
    )
    assert guards[0]["category"] == "output.quantity"


def test_a_table_a_form(tmp_path: Path, capsys: Captured) -> None:
    assert run(["parse", str(write(tmp_path, "表.txt", guards_form()))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "保安服务费（2019年度） 预算 756.00 万元"
    assert lines[4].split() == ["产出数量指标", "1.1", "定量", "聘用保安人员", "100人", "越高越好"]


def test_doubts_about_a_form_are_told(tmp_path: Path, capsys: Captured) -> None:
    text = guards_form().replace("756.00", "756．00")
    run(["parse", str(write(tmp_path, "表.txt", text))])
    err = capsys.readouterr().err
    assert "金额写作“756．00”，按 756.00 读取" in err
    assert "表.txt:" in err


def test_a_file_that_cannot_be_read_does_not_hide_the_others(
    tmp_path: Path, capsys: Captured
) -> None:
    good = write(tmp_path, "表.txt", guards_form())
    assert run(["parse", str(tmp_path / "没有.txt"), str(good)]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("保安服务费（2019年度）")
    assert "没有.txt: 没有这个文件" in err


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(guards_form().encode())))
    assert run(["parse", "-"]) == 0
    assert capsys.readouterr().out.startswith("保安服务费（2019年度）")


def test_english(capsys: Captured) -> None:
    assert run(["parse", "--text", "保安人员100人", "--lang", "en"]) == 0
    assert "higher is better" in capsys.readouterr().out
