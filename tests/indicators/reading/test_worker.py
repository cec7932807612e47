"""The process apart answers with what it found, or with the words of its error."""

import io
import json
import sys

import pytest

from indicators.reading import limits
from indicators.reading.worker import READERS, answer_for, main
from tests.indicators.reading import pdfs


def test_answers() -> None:
    found = answer_for("pdf", pdfs.pdf(pdfs.text(60, 40, "abc")))["found"]
    assert [line[0] for line in found[0]["lines"]] == ["abc"]
    locked = pdfs.pdf(pdfs.text(60, 40, "a"), encrypt=pdfs.LOCKED)
    assert "密码" in answer_for("pdf", locked)["problem"][0]


def test_it_reads_one_stream_and_writes_the_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(limits, "bound_this_process", lambda: None)
    monkeypatch.setattr(sys, "argv", ["worker", "pdf"])
    data = pdfs.pdf(pdfs.text(60, 40, "abc"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    main()
    assert json.loads(capsys.readouterr().out)["found"][0]["lines"][0][0] == "abc"


def test_the_kinds_that_are_risky() -> None:
    assert set(READERS) == {"doc", "pdf", "xls"}
