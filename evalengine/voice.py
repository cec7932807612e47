"""How the engine speaks: results on standard output, everything else on standard error."""

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from evalengine import settings
from evalengine.progress import ProgressLine
from evalengine.terminal import plain
from indicators.errors import EvalengineError, UsageError, Words
from indicators.foreign import reason_of
from indicators.places import place_said

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
    _line: ProgressLine = field(default_factory=ProgressLine)

    def said(self, words: Words) -> str:
        """`words` in the listener's language."""
        return words.said(self.language)

    def note(self, zh: str, en: str) -> None:
        """Tell progress or a choice that was made for the user."""
        if not self.quiet:
            self._tell("info", "", Words(zh, en), label=None)

    def progress(self, items: Sequence[Any], doing: Words) -> Iterable[Any]:
        """The items of long work, with a line on how far it is where a person looks on."""
        if self.quiet or self.machine or not _is_steerable():
            return items
        self._line.language = self.language
        return self._line.follow(items, doing)

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
        self._line.wipe()
        # Standard output may be a pipe that is read together with this stream: keep the order.
        with suppress(OSError):
            sys.stdout.flush()
        place = place_said(where, self.language)
        line = f"{place}: {text}" if place else text
        print(f"{self._marked(label)}{plain(line)}", file=sys.stderr)

    def _marked(self, label: Words | None) -> str:
        if label is None:
            return ""
        colon = ": " if self.language == "en" else "："
        text = self.said(label)
        if not _is_steerable():
            return text + colon
        return f"{_RED if label is ERROR else _YELLOW}{text}{_PLAIN}{colon}"


def _is_steerable() -> bool:
    """Whether standard error is a terminal that takes colours and lines written over."""
    return settings.colour_wanted() and sys.stderr.isatty()


def open_streams() -> None:
    """Let no character end the program: what the terminal cannot show is written as an escape."""
    # A stream that was closed (`>&-`) is not there at all: what goes to it goes nowhere.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


class ReaderGoneError(Exception):
    """Whoever read the result has seen enough, and closed the pipe."""


@contextmanager
def _writing(*, lasts: bool = False) -> Iterator[None]:
    """Tell apart a reader that has gone away and a result that cannot be written.

    A reader who has seen enough of a result ends nothing: the verdict and the reports that follow
    are due all the same. Only work that `lasts` is not gone on with for nobody.

    Raises:
        ReaderGoneError: if the pipe was closed, and the work `lasts`.
        UsageError: if the result cannot be written, as on a full disk.
    """
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            # Python flushes once more at exit; give it a place where that cannot fail.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            if lasts:
                raise ReaderGoneError from error
            return
        reason = reason_of(error)
        raise UsageError.at(
            "-",
            f"结果无法写到标准输出（{reason.zh}）。",
            f"the result cannot be written to standard output ({reason.en}).",
        ) from error


def finish() -> None:
    """Send off what was printed; raises like every function that prints."""
    with _writing():
        sys.stdout.flush()


def as_json(document: Any, encoding: str | None = "utf-8", *, indent: int | None = 1) -> str:
    """`document` as JSON; characters that `encoding` may lack are written as JSON escapes."""
    ascii_only = not (encoding or "").lower().replace("-", "").startswith("utf")
    return json.dumps(document, ensure_ascii=ascii_only, indent=indent)


def print_json(document: Any) -> None:
    """Print one JSON document as the result."""
    print_lines([as_json(document, sys.stdout.encoding)])


def print_json_line(document: Any) -> None:
    """Print one line of JSON lines, and send it off: a reader may wait for it."""
    with _writing(lasts=True):
        print(as_json(document, sys.stdout.encoding, indent=None), flush=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text as the result."""
    with _writing():
        for line in lines:
            print(line)


def print_csv(rows: Iterable[Sequence[str]]) -> None:
    """Print rows as comma-separated values, as the result."""
    with _writing(lasts=True):
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
