"""`evalengine check`: exit codes, formats, severities, and bad input."""

import io
import json
from pathlib import Path

import pytest

from evalengine.cli import run
from tests.evalengine.factories import write
from tests.indicators.reading.dumps import Declared

Captured = pytest.CaptureFixture[str]

GOOD = (
    ("产出指标", "产出数量指标", "巡查≥200次"),
    ("效益指标", "社会效益指标", "投诉量较上年下降5%"),
    ("", "服务对象满意度指标", "满意度不低于90%"),
)


def _form(*rows: tuple[str, str, str]) -> str:
    return Declared(rows=[*GOOD[:1], *rows, *GOOD[1:]]).dump()


CLEAN = _form()
WARNED = _form(("", "产出质量指标", "提高效率"))
WRONG = _form(("", "产出成本指标", "成本≥80万元"))


@pytest.mark.parametrize(
    ("text", "severity", "code"),
    [
        (CLEAN, "info", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (WRONG, "error", 1),
        (WRONG, "info", 1),
    ],
)
def test_the_exit_code_answers_whether_anything_is_that_severe(
    text: str, severity: str, code: int, tmp_path: Path, capsys: Captured
) -> None:
    path = write(tmp_path, "表.txt", text)
    assert run(["check", str(path), "--severity", severity]) == code
    assert capsys.readouterr().err == ""


def test_errors_count_unless_told(tmp_path: Path) -> None:
    assert run(["check", str(write(tmp_path, "表.txt", WARNED))]) == 0
    assert run(["check", str(write(tmp_path, "表.txt", WRONG))]) == 1


def test_a_table(tmp_path: Path, capsys: Captured) -> None:
    run(["check", str(write(tmp_path, "表.txt", WRONG))])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "示例项目（2019年度）"
    assert lines[1].startswith("错误  表.txt:")
    assert lines[2].strip() == "成本指标“成本 ≥80万元”写成了不少于。"
    assert lines[-1] == "1 张表：1 项错误，0 项注意，0 项提示。"


def test_json_is_one_document_and_nothing_else(tmp_path: Path, capsys: Captured) -> None:
    assert run(["check", str(write(tmp_path, "表.txt", WRONG)), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert (data["schema"], err) == ("evalengine/findings/1", "")
    assert [finding["check"] for finding in data["findings"]] == ["cost-at-least"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert run(["check", "-"]) == 1
    assert "cost-at-least" in capsys.readouterr().out


def test_local_rules(tmp_path: Path) -> None:
    rules = write(tmp_path, "规则.yaml", "cost-at-least: {severity: off}\n")
    path = write(tmp_path, "表.txt", WRONG)
    assert run(["check", str(path), "--severity", "info", "--rules", str(rules)]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少 FILE"),
        (["没有.txt"], "没有.txt: 没有这个文件"),
        (["表.txt", "--severity", "warn"], "不能是“warn”（是不是“warning”？）"),
        (["表.txt", "--format", "csv"], "不能是“csv”"),
        (["表.txt", "--rules", "没有.yaml"], "没有.yaml: 规则文件无法读取"),
        (["表.txt", "--rules", "规则.yaml"], "规则.yaml:1: nonsense：没有这个键"),
        (["表.txt", "--lexicon", "规则.yaml"], "规则.yaml:1: nonsense：没有这个键"),
        (["规则.yaml"], "规则.yaml"),
    ],
)
def test_what_cannot_be_done(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
) -> None:
    write(tmp_path, "表.txt", CLEAN)
    write(tmp_path, "规则.yaml", "nonsense: 1\n")
    monkeypatch.chdir(tmp_path)
    assert run(["check", *arguments]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""


def test_an_unreadable_file_beside_a_good_one(tmp_path: Path, capsys: Captured) -> None:
    good = write(tmp_path, "表.txt", CLEAN)
    assert run(["check", str(tmp_path / "没有.txt"), str(good)]) == 2
    out, err = capsys.readouterr()
    assert "没有发现问题" in out
    assert err.count("错误：") == 1
