"""`evalengine doctor`: a table, JSON, and 1 where something needed is missing."""

import json

import pytest

from evalengine.cli import run
from evalengine.commands import doctor
from evalengine.fittings import PARTS, Found

Captured = pytest.CaptureFixture[str]


def test_a_table_names_every_part(capsys: Captured) -> None:
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert all(part.name in out for part in PARTS)


def test_json(capsys: Captured) -> None:
    assert run(["doctor", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "evalengine/doctor/1"
    assert [each["name"] for each in data["parts"]] == [part.name for part in PARTS]


def test_what_is_missing_is_told_with_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(doctor, "fittings", lambda: [Found(part, None) for part in PARTS])
    assert run(["doctor", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "missing (needed)" in out
    assert "libreoffice-writer-nogui" in out
