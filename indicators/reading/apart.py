"""Runs a reader of risky files in a process of its own, with limits on its time and memory.

Old and intricate formats can make a reader loop or fill the memory. Apart, it can only fail: what
it found comes back as JSON, what went wrong as words. This module is both ends of the pipe:

    python -m indicators.reading.apart pdf  < document  > JSON
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from indicators.errors import EvalengineError
from indicators.reading import limits
from indicators.reading.document import Document

_WORKER = "indicators.reading.worker"
_ROOT = Path(__file__).parents[2]


def read_apart(document: Document, reader: str) -> Any:
    """What the reader `pdf`, `xls` or `doc` extracts from the document, as plain data.

    Raises:
        DocumentError: if it cannot be read, or not within `limits.CONVERTER_SECONDS` and
            `limits.CONVERTER_BYTES`.
    """
    # -P keeps the user's folder out of the path: a file there may have the name of a module.
    command = [sys.executable, "-P", "-m", _WORKER, reader]
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            command,
            input=document.data,
            capture_output=True,
            timeout=limits.WAITING_SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired:
        raise _too_long(document) from None
    return _answer(document, done)


def _answer(document: Document, done: "subprocess.CompletedProcess[bytes]") -> Any:
    """What the process found, or the error that it ended with."""
    if done.returncode == 0:
        answer = json.loads(done.stdout)
        if "problem" in answer:
            raise document.error(*answer["problem"])
        return answer["found"]
    if done.returncode < 0:
        # The limit of processor time ends a process by a signal; so does a system without memory.
        raise _too_long(document)
    lines = done.stderr.decode("utf-8", "replace").strip().split("\n")
    if lines[-1].startswith("MemoryError"):
        raise limits.too_large(
            document,
            f"需要超过 {limits.CONVERTER_BYTES // 10**6} MB 内存",
            f"it takes more than {limits.CONVERTER_BYTES // 10**6} MB of memory",
        )
    raise document.broken(lines[-1], lines[-1])


def _too_long(document: Document) -> EvalengineError:
    seconds = limits.CONVERTER_SECONDS
    return document.error(
        f"{seconds} 秒内没有读完，已停止；文件过大或已损坏，请拆分，或用办公软件打开后另存。",
        f"not read within {seconds} seconds, so it was stopped; the file is too large or broken: "
        "split it, or open it in an office program and save it again.",
    )
