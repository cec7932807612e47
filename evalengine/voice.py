"""How the engine speaks: results on standard output, everything else on standard error."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evalengine import settings
from evalengine.terminal import plain
from indicators.errors import EvalengineError, Words

MESSAGES_SCHEMA = "evalengine/messages/1"

ERROR = Words("错误", "error")
WARNING = Words("注意", "warning")
_RED, _YELLOW, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[0m"


@dataclass(slots=True)
class Voice:
    """Who listens, and how they want to be told.

    `language` is `zh` or `en`; `quiet` silences notes (never warnings and errors); `machine` keeps
    all messages and writes them at the end as one JSON document on standard error.
    """

    language: str = "zh"
    quiet: bool = False
    machine: bool = False
    _kept: list[dict[str, str]] = field(default_factory=list)

    def said(self, words: Words) -> str:
        """`words` in the listener's language."""
        return words.said(self.language)

    def note(self, zh: str, en: str) -> None:
        """Tell progress or a choice that was made for the user."""
        if not self.quiet:
            self._tell("info", "", Words(zh, en), label=None)

    def warn(self, words: Words, *, where: str = "") -> None:
        """Tell a doubt; the work goes on."""
        self._tell("warning", where, words, label=WARNING)

    def fail(self, error: EvalengineError) -> None:
        """Tell every cause of an error, one line each."""
        for problem in error.problems:
            self._tell("error", problem.where, problem.words, label=ERROR)

    def close(self) -> None:
        """Write the messages that were kept, where a program listens."""
        if self._kept:
            document = {"schema": MESSAGES_SCHEMA, "messages": self._kept}
            print(as_json(document, sys.stderr.encoding), file=sys.stderr)
            self._kept = []

    def _tell(self, severity: str, where: str, words: Words, *, label: Words | None) -> None:
        text = self.said(words)
        if self.machine:
            self._kept.append({"severity": severity, "where": where, "message": text})
            return
        # Standard output may be a pipe that is read together with this stream: keep the order.
        sys.stdout.flush()
        line = f"{where}: {text}" if where else text
        print(f"{self._marked(label)}{plain(line)}", file=sys.stderr)

    def _marked(self, label: Words | None) -> str:
        if label is None:
            return ""
        colon = ": " if self.language == "en" else "："
        text = self.said(label)
        if not (settings.colour_wanted() and sys.stderr.isatty()):
            return text + colon
        return f"{_RED if label is ERROR else _YELLOW}{text}{_PLAIN}{colon}"


def open_streams() -> None:
    """Let no character end the program: what the terminal cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def close_streams() -> None:
    """Flush what was written; a reader that has gone away is no fault."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at exit; give it a place where that cannot fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def as_json(document: Any, encoding: str | None = "utf-8", *, indent: int | None = 1) -> str:
    """`document` as JSON; characters that `encoding` may lack are written as JSON escapes."""
    ascii_only = not (encoding or "").lower().replace("-", "").startswith("utf")
    return json.dumps(document, ensure_ascii=ascii_only, indent=indent)


def print_json(document: Any) -> None:
    """Print one JSON document as the result."""
    print(as_json(document, sys.stdout.encoding))


def print_json_line(document: Any) -> None:
    """Print one line of JSON lines, and send it off: a reader may wait for it."""
    print(as_json(document, sys.stdout.encoding, indent=None), flush=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text as the result."""
    for line in lines:
        print(line)
