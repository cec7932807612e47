"""The four formats of `parse`, for one text and for a list of them."""

import csv
import io
import json
from pathlib import Path

import pytest

from evalengine import promises
from evalengine.voice import Voice
from tests.evalengine.factories import write

Captured = pytest.CaptureFixture[str]
FAULTS = "年故障累计时间＜48小时，平均修复时间＜1小时"


def test_a_table_of_one_text(capsys: Captured) -> None:
    assert promises.of_text(FAULTS, "table", voice=Voice()) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "1     定量  年故障累计时间  <48小时  越低越好",
        "2     定量  平均修复时间    <1小时   越低越好",
    ]


def test_one_text_as_json(capsys: Captured) -> None:
    promises.of_text(FAULTS, "json", voice=Voice())
    data = json.loads(capsys.readouterr().out)
    assert data["text"] == FAULTS
    assert [(t["measure"], t["comparator"], t["value"], t["unit"]) for t in data["targets"]] == [
        ("年故障累计时间", "<", "48", "小时"),
        ("平均修复时间", "<", "1", "小时"),
    ]


def test_one_text_as_one_json_line(capsys: Captured) -> None:
    promises.of_text(FAULTS, "jsonl", voice=Voice())
    (line,) = capsys.readouterr().out.splitlines()
    assert len(json.loads(line)["targets"]) == 2


def test_one_text_as_csv(capsys: Captured) -> None:
    promises.of_text(FAULTS, "csv", voice=Voice())
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["text"], row["measure"], row["value"], row["explicit"]) for row in rows] == [
        (FAULTS, "年故障累计时间", "48", "true"),
        (FAULTS, "平均修复时间", "1", "true"),
    ]


def test_a_text_without_a_number_is_shown_whole(capsys: Captured) -> None:
    promises.of_text("提高执法效率", "table", voice=Voice(language="en"))
    assert capsys.readouterr().out.splitlines()[2] == "1     qualitative  提高执法效率"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1＋1"])
def test_a_text_that_a_spreadsheet_would_run_is_disarmed(text: str, capsys: Captured) -> None:
    promises.of_text(text, "csv", voice=Voice())
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["text"] for row in rows} == {f"'{text}"}


LINES = '保安人员100人\n{"text": "≥90", "name": "满意度", "unit": "%"}\n{"text": 5}\n提高效率\n'


def test_json_has_one_answer_a_line_in_order(tmp_path: Path, capsys: Captured) -> None:
    path = write(tmp_path, "a.jsonl", LINES)
    assert promises.of_lines(path, "jsonl", voice=Voice()) == 2
    out, err = capsys.readouterr()
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["text"] for answer in answers] == [
        "保安人员100人",
        "≥90",
        '{"text": 5}',
        "提高效率",
    ]
    assert answers[1]["targets"][0]["measure"] == "满意度"
    assert "应为一段文字" in answers[2]["error"]
    assert err == f"错误：{path}:3: text 不能是“5”，应为一段文字。\n"


def test_a_list_as_one_document(tmp_path: Path, capsys: Captured) -> None:
    promises.of_lines(write(tmp_path, "a.txt", "一次\n两次\n"), "json", voice=Voice())
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "evalengine/lines/1"
    assert [line["text"] for line in data["lines"]] == ["一次", "两次"]


def test_a_list_as_table_and_csv(tmp_path: Path, capsys: Captured) -> None:
    path = write(tmp_path, "a.jsonl", LINES)
    promises.of_lines(path, "table", voice=Voice())
    numbers = [line.split()[0] for line in capsys.readouterr().out.splitlines()[2:]]
    assert numbers == ["1.1", "2.1", "4.1"]
    promises.of_lines(path, "csv", voice=Voice())
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["text"] for row in rows] == ["保安人员100人", "≥90", "提高效率"]
