"""Reads old Word documents (.doc): made into .docx by whichever converter is there, then read.

A pure Python converter is tried first, LibreOffice where the first is missing or fails.
"""

import base64
import math
import os
import shutil
import signal
import subprocess
import tempfile
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from indicators.errors import DocumentError, EvalengineError
from indicators.reading import limits
from indicators.reading.apart import read_apart
from indicators.reading.document import Document
from indicators.reading.docx import read_docx
from indicators.reading.tables import Block

CONVERTER = "doc2docx"
"""The Python module of the converter (msdoc2docx on PyPI)."""

INSTALL = "python3 -m pip install 'msdoc2docx~=0.36'"
"""The one command that old Word documents need."""

_OFFICE_NAMES = ("soffice", "libreoffice")
_OFFICE_SECONDS = 2
"""With less processor time left, LibreOffice is not even started: it needs as much to start."""


def has_converter() -> bool:
    """Whether the pure Python converter is installed."""
    return find_spec(CONVERTER) is not None


def office() -> str | None:
    """Where LibreOffice is, if it is installed."""
    return next(filter(None, map(shutil.which, _OFFICE_NAMES)), None)


def read_doc(document: Document) -> list[Block]:
    """The paragraphs and tables of an old Word document, in its order.

    Raises:
        DocumentError: if no converter is there, or the document is broken, needs a password, or
            goes beyond the limits.
    """
    return read_docx(Document(document.path, _as_docx(document)))


def _as_docx(document: Document) -> bytes:
    program, before = office(), limits.seconds_apart()
    if has_converter():
        try:
            return base64.b64decode(read_apart(document, "doc"))
        except DocumentError as error:
            left = limits.CONVERTER_SECONDS - math.ceil(limits.seconds_apart() - before)
            if program is None or "密码" in str(error) or left < _OFFICE_SECONDS:
                raise
            return _by_office(document, program, left, error)
    if program is None:
        raise document.error(
            f"读旧版 Word（.doc）需要先装一个转换程序：{INSTALL}；或用办公软件另存为 .docx。",
            f"old Word documents (.doc) need a converter: {INSTALL}; or save it as .docx.",
        )
    return _by_office(document, program, limits.CONVERTER_SECONDS, None)


def _by_office(
    document: Document, program: str, seconds: int, before: EvalengineError | None
) -> bytes:
    """What LibreOffice makes of the document in so many seconds of processor time.

    If that fails too, the error `before` counts.

    It has a profile of its own, since two that share one fail; and it says that all is well when
    it has written nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "a.doc"), Path(folder, "a.docx")
        source.write_bytes(document.data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        options = ["--headless", "--convert-to", "docx", "--outdir", folder]
        command = [program, profile, *options, str(source)]
        try:
            _run(command, seconds)
            return made.read_bytes()
        except (subprocess.TimeoutExpired, OSError) as error:
            raise before or document.broken(str(error), str(error)) from error


def _run(command: list[str], seconds: int) -> None:
    """Run an office program within limits; if it must be ended, what it has started ends too."""
    bound = partial(limits.bound_this_process, seconds)
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=bound if os.name == "posix" else None,  # noqa: PLW1509
    )
    try:
        process.wait(limits.WAITING_SECONDS)
    except subprocess.TimeoutExpired:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise


def extract(document: Document) -> str:
    """The document as .docx, in base 64; runs apart (see `apart`).

    Raises:
        DocumentError: if it is broken or needs a password.
    """
    from doc2docx import convert  # noqa: PLC0415 -- an extra
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "a.doc"), Path(folder, "a.docx")
        source.write_bytes(document.data)
        try:
            convert(source, made)
        except EncryptedDocumentError as error:
            raise document.locked() from error
        except Doc2DocxError as error:
            raise document.broken(str(error), str(error)) from error
        return base64.b64encode(made.read_bytes()).decode("ascii")
