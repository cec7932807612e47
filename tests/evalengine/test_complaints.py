"""Wrong usage is told in our words, with the nearest right one, and ends with 2."""

import pytest

from evalengine.cli import run

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ["scor"],
            "没有命令“scor”（是不是“score”？）。可用：parse、",
            "no such command 'scor' (did",
        ),
        (["standards"], "请写明命令：list、show、", "name a command: list, show"),
        (["standards", "lst"], "没有命令“lst”（是不是“list”？）", "no such command 'lst'"),
        (["score", "--actual", "a"], "没有选项 --actual（是不是“--actuals”？）", "no such option"),
        (["score", "--actuals"], "选项 --actuals 后面要写值。", "option --actuals needs a value."),
        (["template", "a.txt"], "缺少 -o（写到这个 .xlsx）", "-o is missing (the .xlsx to write)"),
        (["explain"], "缺少 RECORD|FILE（评价记录，或申报表、自评表）", "RECORD|FILE is missing"),
        (["standards", "grade", "-1"], "“-1”是负数；这里应为不小于零的数。", "is below zero"),
        (["score", "a", "b"], "多出了参数“b”。", "unexpected argument 'b'."),
        (["--lang"], "--lang: 后面要写 zh 或 en。", "--lang: "),
        (["--lang", "fr", "parse"], "不能是“fr”", "--lang: "),
        (["parse", "--text", "a", "--format", "jsn"], "不能是“jsn”（是不是“json”？）", "cannot be"),
    ],
)
def test_usage(arguments: list[str], zh: str, en: str, capsys: Captured) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert zh in err
    assert err.count("\n") == 1
    if "--lang" not in arguments:
        assert run([*arguments, "--lang", "en"]) == 2
        assert en in capsys.readouterr().err


def test_the_page_to_read_is_named(capsys: Captured) -> None:
    run(["score", "--actual", "a"])
    assert capsys.readouterr().err.endswith("用法见 evalengine score --help。\n")
