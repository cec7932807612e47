"""Prints the promises found in a text, in a list of texts, or in declarations, in four formats."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evalengine import normalform, terminal
from evalengine.lines import Line, raw_lines, read_line
from evalengine.voice import Voice, print_csv, print_json, print_json_line, print_lines
from evalengine.wording import DIRECTIONS, EARLIER, KINDS, READING, SEVERITIES
from indicators.errors import EvalengineError, Words
from indicators.grammar import parse_targets, parser
from indicators.model import Form, Kind, Target
from indicators.progress import watched

DONE, FAILED = 0, 2

LINES_SCHEMA = "evalengine/lines/1"
FORM_COLUMNS = ("file", "project", "item", "level1", "level2", "category", "name", "text")
TARGET_COLUMNS = tuple(name for name in normalform.TARGET_FIELDS if name not in ("span", "notes"))

_STEERING = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_FROM_DOCUMENT = {"project", "level1", "level2", "name", "text", "measure", "unit", "after"}


def of_text(text: str, format_: str, *, voice: Voice, lexicon: Path | None = None) -> int:
    """Print the promises of one text; gives the exit code."""
    targets = parse_targets(text, lexicon=lexicon)
    if format_ == "table":
        print_lines(_table(voice, [_cells(str(i), text, t, voice) for i, t in _counted(targets)]))
    elif format_ == "csv":
        _write_csv(("text",), [((text,), target) for target in targets])
    else:
        _print(normalform.text_data(text, targets), format_)
    return DONE


def of_lines(path: Path, format_: str, *, voice: Voice, lexicon: Path | None = None) -> int:
    """Print the promises of every line of a list, in its order; gives the exit code.

    JSON lines and CSV are written as the lines come in. A line that cannot be read is told with
    its number, and the work goes on; JSON has an object with `error` in its place, so that there
    is one answer a line.
    """
    answers = _Answers(path, voice, lexicon)
    if format_ == "table":
        print_lines(
            _table(
                voice,
                [
                    _cells(f"{number}.{i}", line.text, target, voice)
                    for number, line, targets in answers.good()
                    for i, target in _counted(targets)
                ],
            )
        )
    elif format_ == "csv":
        good = answers.good()
        _write_csv(("text",), (((line.text,), t) for _, line, targets in good for t in targets))
    elif format_ == "jsonl":
        for data in answers.data():
            print_json_line(data)
    else:
        print_json({"schema": LINES_SCHEMA, "lines": list(answers.data())})
    return FAILED if answers.failed else DONE


def of_files(
    paths: Sequence[Path], format_: str, *, voice: Voice, lexicon: Path | None = None
) -> int:
    """Print the promises of declarations; gives the exit code.

    A file that cannot be read is told, and the others are printed. What is left of a form that was
    cut is printed too, but the command has failed.
    """
    from indicators.reading import read_forms  # noqa: PLC0415 -- a text needs no document reader

    forms: list[Form] = []
    failed = False
    parser(lexicon)  # a wrong lexicon is one error, not one a file
    for path in watched(paths, READING):
        try:
            forms += read_forms(path, lexicon=lexicon)
        except EvalengineError as error:
            voice.fail(error)
            failed = True
    _print_forms(forms, format_, voice)
    return FAILED if failed or any(form.errors for form in forms) else DONE


def _print_forms(forms: Sequence[Form], format_: str, voice: Voice) -> None:
    if format_ == "table":
        for form in forms:
            print_lines(_form_lines(form, voice))
            _tell_findings(form, voice)
    elif format_ == "csv":
        _write_csv(FORM_COLUMNS, (row for form in forms for row in _form_rows(form)))
        for form in forms:
            _tell_findings(form, voice)
    elif format_ == "jsonl":
        for form in forms:
            print_json_line(normalform.form_data(form))
    elif forms:
        print_json(normalform.forms_data(forms))


def _print(document: dict[str, Any], format_: str) -> None:
    if format_ == "jsonl":
        print_json_line(document)
    else:
        print_json(document)


class _Answers:
    """The lines of a list with the promises found in each; remembers whether one was unreadable."""

    def __init__(self, path: Path, voice: Voice, lexicon: Path | None) -> None:
        self.failed = False
        self._path = path
        self._lexicon = lexicon
        parser(lexicon)  # a wrong lexicon is one error, not one a line
        self._voice = voice

    def data(self) -> Iterator[dict[str, Any]]:
        """One JSON object a line, also for a line that cannot be read."""
        for _, raw, answer in self._all():
            if isinstance(answer, EvalengineError):
                yield {"text": raw, "error": answer.problems[0].said(self._voice.language)}
            else:
                line, targets = answer
                yield normalform.text_data(line.text, targets)

    def good(self) -> Iterator[tuple[int, Line, list[Target]]]:
        """Number, line and promises of every line that can be read."""
        for number, _, answer in self._all():
            if not isinstance(answer, EvalengineError):
                yield number, *answer

    def _all(self) -> Iterator[tuple[int, str, tuple[Line, list[Target]] | EvalengineError]]:
        for number, raw in enumerate(raw_lines(self._path), 1):
            try:
                line = read_line(raw, f"{self._path}:{number}")
                yield (
                    number,
                    raw,
                    (line, parse_targets(line.text, lexicon=self._lexicon, **line.known)),
                )
            except EvalengineError as error:
                self.failed = True
                self._voice.fail(error)
                yield number, raw, error


def _counted(targets: Sequence[Target]) -> Iterator[tuple[int, Target]]:
    return enumerate(targets, 1)


def _form_lines(form: Form, voice: Voice) -> list[str]:
    """Heading and table of one form."""
    year = f"（{form.year}年度）" if form.year else ""
    money = f"{form.budget.amount:,} {form.budget.unit}" if form.budget else ""
    budget = voice.said(Words(f"　预算 {money}", f"  budget {money}")) if money else ""
    rows = [
        [row.level2, *_cells(item, row.target_text, target, voice)]
        for item, row, target in form.items()
    ]
    heading = terminal.plain(f"{form.title}{year}{budget}")
    return [heading, terminal.plain(form.department), *_table(voice, rows), ""]


def _tell_findings(form: Form, voice: Voice) -> None:
    for finding in form.findings:
        label = voice.said(SEVERITIES[finding.severity])
        voice.note(
            f"{label}：{finding.place}: {finding.words.zh}",
            f"{label}: {finding.place}: {finding.words.en}",
        )


def _cells(number: str, text: str, target: Target, voice: Voice) -> list[str]:
    words = DIRECTIONS[target.direction] if target.direction else Words("", "")
    direction = voice.said(EARLIER if words.zh and target.kind is Kind.DEADLINE else words)
    kind = voice.said(KINDS[target.kind])
    in_words = text if target.measure and text != target.measure else ""
    return [number, kind, target.measure or text, target.phrase or in_words, direction]


def _table(voice: Voice, rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows under their headings; a row of six cells begins with the level-2 indicator."""
    columns = [
        terminal.Column(voice.said(Words("二级指标", "level 2"))),
        terminal.Column(voice.said(Words("编号", "item"))),
        terminal.Column(voice.said(Words("类型", "kind"))),
        terminal.Column(voice.said(Words("内容", "measure")), flexible=True),
        terminal.Column(voice.said(Words("应完成", "target")), flexible=True),
        terminal.Column(voice.said(Words("方向", "direction"))),
    ]
    used = columns if rows and len(rows[0]) == len(columns) else columns[1:]
    return terminal.table(used, rows, terminal.room())


def _form_rows(form: Form) -> Iterator[tuple[tuple[str, ...], Target]]:
    for item, row, target in form.items():
        head = (form.source.file, form.title, item, row.level1, row.level2, row.category)
        yield (*head, row.name or "", row.target_text), target


def _write_csv(columns: tuple[str, ...], rows: Iterable[tuple[tuple[str, ...], Target]]) -> None:
    """One row a promise: the leading cells, then the fields of the target."""
    names = (*columns, *TARGET_COLUMNS)
    print_csv([names])
    print_csv(_csv_row(names, cells, target) for cells, target in rows)


def _csv_row(names: tuple[str, ...], cells: tuple[str, ...], target: Target) -> list[str]:
    data = normalform.target_data(target)
    values = (*cells, *(_text(data[name]) for name in TARGET_COLUMNS))
    return [_safe(name, text) for name, text in zip(names, values, strict=True)]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _safe(name: str, text: str) -> str:
    """A document's text that a spreadsheet would run as a formula gets an apostrophe in front."""
    return f"'{text}" if name in _FROM_DOCUMENT and text.startswith(_STEERING) else text
