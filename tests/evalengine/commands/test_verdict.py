"""Gates: 0 where every project is as good as was asked for, else 1 and each of them named."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evalengine.cli import run
from evalengine.commands.verdict import Gate, grade_named, points_of
from indicators.errors import Words
from scoring import register
from tests.evalengine.factories import STANDARD, evaluation
from tests.evalengine.samples import ACTUALS, DECLARATION, GUARDS

Captured = pytest.CaptureFixture[str]
ALL = ["score", str(DECLARATION), "--actuals", str(ACTUALS), "--standard", STANDARD]
ONE = [*ALL, "--project", GUARDS]
DRILL = [*ALL, "--project", "全员军训费"]  # 88.48, 良好
RULES = register.find(STANDARD)


def test_a_gate_in_words() -> None:
    gate = Gate(grade_named(RULES, "良好"), Decimal(85))
    assert gate.words == Words("等级“良好”和 85 分", "grade Good and 85 points")


def test_more_points_than_there_are(capsys: Captured) -> None:
    assert run([*ONE, "--min-score", "100.01"]) == 2
    assert "--min-score: 超过满分 100，没有项目能达到" in capsys.readouterr().err
    assert points_of(RULES, Decimal(100)) == 100


def test_no_gate_stops_nobody() -> None:
    assert not Gate().stops(evaluation().score)


def test_a_grade_is_that_of_the_rounded_total() -> None:
    """89.5 is 优 where a standard rounds to whole points: its grade counts, not its total."""
    excellent = grade_named(RULES, "优秀")
    score = replace(evaluation().score, total=Decimal("89.5"), grade=excellent)
    assert not Gate(excellent).stops(score)


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        (["--require", "优秀"], 1),
        (["--require", "excellent"], 1),
        (["--require", "良好"], 0),
        (["--min-score", "88.48"], 0),
        (["--min-score", "88.49"], 1),
        (["--require", "良好", "--min-score", "90"], 1),
    ],
)
def test_gates(gate: list[str], code: int, capsys: Captured) -> None:
    assert run([*DRILL, *gate]) == code
    out, err = capsys.readouterr()
    assert "总分 88.48，良好" in out
    assert ("“全员军训费”得 88.48 分（良好），没有达到要求的" in err) is (code == 1)


def test_every_project_below_a_gate_is_named(capsys: Captured) -> None:
    assert run([*ALL, "--require", "优秀"]) == 1
    err = capsys.readouterr().err
    assert err.count("没有达到要求的等级“优秀”") == 2


def test_an_unknown_grade(capsys: Captured) -> None:
    assert run([*ONE, "--require", "优"]) == 2
    assert (
        "--require: 不能是“优”（是不是“优秀”？）。可用：优秀、良好、一般、较差"
        in capsys.readouterr().err
    )
