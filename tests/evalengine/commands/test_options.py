"""Options that several commands share mean the same in all of them."""

from decimal import Decimal

import pytest

from evalengine.cli import run
from evalengine.commands import options
from evalengine.evaluation import Evaluated
from evalengine.voice import Voice
from indicators.errors import UsageError, Words
from scoring import register
from tests.evalengine.factories import STANDARD

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(("text", "points"), [("80", "80"), ("87.50", "87.50"), ("0", "0")])
def test_points(text: str, points: str) -> None:
    assert options.read_points("--min-score", text) == Decimal(points)


@pytest.mark.parametrize("text", ["", "八十", "-1", "NaN", "Infinity", "80分"])
def test_what_is_no_number_of_points(text: str) -> None:
    with pytest.raises(UsageError, match=f"--min-score: “{text}”不是分数"):
        options.read_points("--min-score", text)


def test_notes_are_quiet_and_warnings_are_not(capsys: Captured) -> None:
    note, warning = Words("选用了标准", "chosen"), Words("记录被改动", "changed")
    judged = Evaluated((), register.find(STANDARD), (note,), (warning,))
    options.tell(judged, Voice())
    assert capsys.readouterr().err == "选用了标准\n注意：记录被改动\n"
    options.tell(judged, Voice(quiet=True))
    assert capsys.readouterr().err == "注意：记录被改动\n"


@pytest.mark.parametrize("command", ["template", "score", "explain"])
def test_the_same_words_in_every_page(command: str, capsys: Captured) -> None:
    run([command, "--help"])
    page = capsys.readouterr().out
    assert "--standard ID|PATH|auto" in page
    assert "--project NAME" in page
