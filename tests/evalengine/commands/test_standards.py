"""`evalengine standards`: list, show, check, and the grade of a total."""

import json
from pathlib import Path

import pytest

from evalengine.cli import run
from scoring import register
from tests.evalengine.samples import local_standard

Captured = pytest.CaptureFixture[str]
BEIJING = "cn-beijing-selfeval-2016"

EXAMPLE = """\
examples:
  - name: 完成八成
    given: {target: "≥50个", actual: 40个, max_points: 10}
    expect: {points: %s, rule: quantitative}
"""


def test_list(capsys: Captured) -> None:
    assert run(["standards", "list"]) == 0
    out = capsys.readouterr().out
    assert [id_ for id_ in register.ids() if id_ not in out] == []


def test_list_for_programs(capsys: Captured) -> None:
    assert run(["standards", "list", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in data["standards"]] == list(register.ids())


def test_show(capsys: Captured) -> None:
    assert run(["standards", "show", BEIJING]) == 0
    assert "未经核对的参数：" in capsys.readouterr().out
    assert run(["standards", "show", BEIJING, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == BEIJING


@pytest.mark.parametrize(
    ("total", "grade"), [("100", "优秀"), ("90.00", "优秀"), ("89.99", "良好"), ("0", "较差")]
)
def test_grade(total: str, grade: str, capsys: Captured) -> None:
    assert run(["standards", "grade", total, "--standard", BEIJING]) == 0
    assert capsys.readouterr().out == f"{total}　{grade}　（{BEIJING}）\n"


def test_grade_for_programs(capsys: Captured) -> None:
    assert run(["standards", "grade", "88.48", "--standard", BEIJING, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["grade"], data["grade_name"]) == ("良好", "good")
    assert data["margin"] == {"to_lower_grade": "8.48", "to_higher_grade": "1.52"}


def test_a_total_alone_does_not_tell_the_standard(capsys: Captured) -> None:
    assert run(["standards", "grade", "90"]) == 2
    assert "请指明评分标准" in capsys.readouterr().err


def test_the_standard_of_the_environment(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALENGINE_STANDARD", BEIJING)
    assert run(["standards", "grade", "90"]) == 0
    assert "优秀" in capsys.readouterr().out


@pytest.mark.parametrize(("total", "told"), [("100.01", "超过满分 100"), ("九十", "不是分数")])
def test_what_is_no_total(total: str, told: str, capsys: Captured) -> None:
    assert run(["standards", "grade", total, "--standard", BEIJING]) == 2
    assert told in capsys.readouterr().err


def test_the_shipped_standards_prove_themselves(capsys: Captured) -> None:
    assert run(["standards", "check", *register.ids()]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(register.ids())
    assert all(line.endswith("不符 0 个。") for line in lines)


def test_an_example_that_does_not_hold_is_an_answer_of_no(tmp_path: Path, capsys: Captured) -> None:
    path = local_standard(tmp_path, EXAMPLE % "9")
    assert run(["standards", "check", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "our-own：格式正确，例题 1 个，不符 1 个。"
    assert "例“完成八成”应为 9 quantitative，实际算出 8 quantitative" in lines[1]


def test_check_for_programs(tmp_path: Path, capsys: Captured) -> None:
    path = local_standard(tmp_path, EXAMPLE % "8")
    assert run(["standards", "check", str(path), "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["standards"]
    assert (found["id"], found["examples"], found["problems"]) == ("our-own", 1, [])


def test_a_wrong_key_is_told_with_its_line(tmp_path: Path, capsys: Captured) -> None:
    path = local_standard(tmp_path, "wieghts: {}\n")
    assert run(["standards", "check", str(path)]) == 2
    err = capsys.readouterr().err
    assert "本局标准.yaml:10: wieghts：没有这个键。可用的键：" in err


def test_an_unknown_standard(capsys: Captured) -> None:
    assert run(["standards", "show", "cn-beijing"]) == 2
    assert "没有这份标准（是不是“cn-beijing-selfeval-2016”？）" in capsys.readouterr().err


def test_diff(capsys: Captured) -> None:
    releases = ["cn-practice-linear", "cn-practice-linear-80"]
    assert run(["standards", "diff", *releases]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["grades.bands.excellent.from", "90", "80"] in rows
    assert run(["standards", "diff", *releases, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["differences"][1] == {"key": "grades.bands.good.from", "one": "80", "other": "70"}
    assert run(["standards", "diff", "cn-practice-linear", "cn-practice-liner"]) == 2
    assert "（是不是“cn-practice-linear”？）" in capsys.readouterr().err
