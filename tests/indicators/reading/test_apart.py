"""Risky readers run apart: their answers come back; what goes wrong is an error in words."""

import subprocess
from collections.abc import Callable

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.apart import read_apart
from indicators.reading.document import document_of
from tests.indicators.reading import pdfs

DOCUMENT = document_of(b"x", path="a.pdf")


def _ending(monkeypatch: pytest.MonkeyPatch, code: int, out: str = "", err: str = "") -> None:
    """Let the other process end like this."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, code, out.encode(), err.encode())

    monkeypatch.setattr(subprocess, "run", run)


def _refused(call: Callable[[], object]) -> str:
    with pytest.raises(DocumentError) as caught:
        call()
    (problem,) = caught.value.problems
    return problem.words.zh


def test_an_answer_comes_back() -> None:
    found = read_apart(document_of(pdfs.pdf(pdfs.text(60, 40, "abc"))), "pdf")
    assert [line[0] for line in found[0]["lines"]] == ["abc"]


def test_an_error_comes_back_with_its_words() -> None:
    data = pdfs.pdf(pdfs.text(60, 40, "a"), encrypt=pdfs.LOCKED)
    assert "密码" in _refused(lambda: read_apart(document_of(data), "pdf"))


def test_a_process_that_breaks_down(monkeypatch: pytest.MonkeyPatch) -> None:
    _ending(monkeypatch, 1, err="Traceback (most recent call last):\n  …\nIndexError: list\n")
    words = _refused(lambda: read_apart(DOCUMENT, "pdf"))
    assert words.startswith("文件已损坏，无法读取（IndexError: list）")


@pytest.mark.parametrize("code", [-24, -9])
def test_a_process_out_of_time(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    _ending(monkeypatch, code)
    assert "8 秒内没有读完" in _refused(lambda: read_apart(DOCUMENT, "pdf"))


def test_a_process_out_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    _ending(monkeypatch, 1, err="Traceback\nMemoryError\n")
    assert "需要超过 400 MB 内存" in _refused(lambda: read_apart(DOCUMENT, "pdf"))


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WAITING_SECONDS", 0)
    assert "秒内没有读完" in _refused(lambda: read_apart(DOCUMENT, "pdf"))


def test_a_module_in_the_users_folder_is_not_run(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("folder")
    (folder / "json.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert read_apart(document_of(pdfs.pdf(pdfs.text(60, 40, "a"))), "pdf")
