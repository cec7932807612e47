"""The command as a process: exit codes, streams, encodings, closed pipes, interruptions."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evalengine import cli, settings
from evalengine.cli import run
from tests.evalengine.samples import ACTUALS, DECLARATION, GUARDS
from tests.house.tree import ROOT

Captured = pytest.CaptureFixture[str]
SCORE = ["score", str(DECLARATION), "--actuals", str(ACTUALS), "--project", GUARDS]


def process(
    *arguments: str, environment: dict[str, str] | None = None, code: str = ""
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command, or `code` that ends in it, in a process of its own."""
    command = ["-c", code] if code else ["-m", "evalengine", *arguments]
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
    )


def test_done() -> None:
    done = process(*SCORE)
    assert done.returncode == 0
    assert "总分 90.20，优秀" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_the_answer_is_no() -> None:
    assert process(*SCORE, "--min-score", "95").returncode == 1


def test_could_not_be_done() -> None:
    done = process("score", "没有.txt", "--actuals", "没有.xlsx")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "没有.txt: 没有这个文件" in done.stderr.decode()


def test_a_disk_that_is_full() -> None:
    command = [sys.executable, "-m", "evalengine", "parse", "--text", "保安100人"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "错误：-: 结果无法写到标准输出（磁盘已满）。\n"


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_a_terminal_that_lacks_characters(encoding: str) -> None:
    done = process(*SCORE, environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert b"90.20" in done.stdout
    assert b"Traceback" not in done.stderr


def test_the_plainest_locale() -> None:
    done = process(*SCORE, environment={"LC_ALL": "C"})
    assert done.returncode == 0
    assert "总分 90.20，优秀" in done.stdout.decode()
    plainer = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process(*SCORE[:4], environment=plainer)
    assert done.returncode == 0
    assert b"90.20" in done.stdout


def test_json_is_json_in_every_encoding() -> None:
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = process(*SCORE, "--format", "json", environment=plain)
    assert json.loads(done.stdout)["records"][0]["project"] == GUARDS
    assert json.loads(done.stderr)["messages"]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = (
        f"'{sys.executable}' -m evalengine parse '{DECLARATION}' | head -1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_the_verdict_stands_when_the_reader_has_seen_enough() -> None:
    command = (
        f"'{sys.executable}' -m evalengine check '{DECLARATION}' | head -1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "1"


INTERRUPTED_WHILE_WRITING = """
import os, signal, sys
# A shell starts its jobs in the background with the signal ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
from pathlib import Path
from evalengine import __main__
Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGINT)
sys.argv = {arguments!r}
__main__.main()
"""


def test_interrupted_while_writing_leaves_no_partial_file(tmp_path: Path) -> None:
    arguments = ["evalengine", *SCORE, "-o", str(tmp_path / "自评表.xlsx")]
    done = process(code=INTERRUPTED_WHILE_WRITING.format(arguments=arguments))
    assert done.returncode == 130
    assert "已中断，没有留下不完整的文件。" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_interrupted_while_working(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "build", interrupt)
    assert run(["parse", "--text", "a"]) == 130
    assert "已中断" in capsys.readouterr().err


def test_interrupted_in_the_body_of_a_class() -> None:
    """Python makes a RuntimeError of what is raised there, as while a module is imported."""
    done = process(code=INTERRUPTED_IN_A_CLASS)
    assert (done.returncode, done.stderr) == (130, b"")


INTERRUPTED_IN_A_CLASS = """
from evalengine import __main__, cli

def run(arguments):
    try:
        raise KeyboardInterrupt
    except KeyboardInterrupt as error:
        raise RuntimeError("Error calling __set_name__") from error

cli.run = run
__main__.main()
"""


def test_no_colour_in_a_pipe_or_when_not_wanted() -> None:
    done = process(*SCORE, environment={"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert b"\x1b[" not in done.stdout + done.stderr


def test_the_version(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"{settings.engine()}\n"


def test_words_in_english_by_option_and_by_environment(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["parse", "没有.txt", "--lang=en"]) == 2
    assert "no such file; check the path." in capsys.readouterr().err
    monkeypatch.setenv("EVALENGINE_LANG", "en")
    assert run(["parse", "没有.txt"]) == 2
    assert "no such file; check the path." in capsys.readouterr().err


def test_a_language_of_the_environment_that_is_none(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVALENGINE_LANG", "fr")
    assert run(["parse", "--text", "3人"]) == 2
    assert "EVALENGINE_LANG: 不能是“fr”。可用：zh、en。" in capsys.readouterr().err
    assert run(["parse", "--text", "3人", "--lang", "zh"]) == 0


def test_errors_are_json_where_the_result_is(capsys: Captured) -> None:
    assert run(["parse", "没有.txt", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    (message,) = json.loads(err)["messages"]
    assert (message["severity"], message["where"]) == ("error", "没有.txt")


def test_everything_after_two_dashes_is_an_argument(capsys: Captured) -> None:
    assert run(["parse", "--", "--quiet"]) == 2
    assert "--quiet: 没有这个文件" in capsys.readouterr().err


def test_the_commands_stand_in_the_order_of_the_work() -> None:
    first = [name for name in cli.COMMANDS if name in ("parse", "template", "score", "explain")]
    assert first == ["parse", "template", "score", "explain"]


def test_want_of_memory_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def ask_too_much() -> None:
        raise MemoryError

    monkeypatch.setattr(cli, "build", ask_too_much)
    assert run(["parse", "--text", "a"]) == 2
    assert "内存不够" in capsys.readouterr().err
