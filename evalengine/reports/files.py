"""The reports that go to files: which ending is which, and writing them whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

from evalengine.evaluation import Evaluated
from evalengine.output import check_ending, write_all
from evalengine.record import records_data
from evalengine.reports.asked import asked_data
from evalengine.voice import as_json
from indicators.errors import Words


def _write_json(path: Path, judged: Evaluated) -> None:
    document = {**records_data(judged.projects), **asked_data(judged.whatif)}
    path.write_text(as_json(document) + "\n", encoding="utf-8")


def _write_xlsx(path: Path, judged: Evaluated) -> None:
    from evalengine.reports.selfevaluation import write_workbook  # noqa: PLC0415 -- XlsxWriter

    write_workbook(judged, path)


def _write_docx(path: Path, judged: Evaluated) -> None:
    from evalengine.reports.word import write_document  # noqa: PLC0415 -- python-docx

    write_document(judged, path)


def _write_html(path: Path, judged: Evaluated) -> None:
    from evalengine.reports.web import write_page  # noqa: PLC0415 -- lxml

    write_page(judged, path)


def _write_pdf(path: Path, judged: Evaluated) -> None:
    from evalengine.reports.typeset import write_pdf  # noqa: PLC0415 -- of the extra `report`

    write_pdf(judged, path)


WRITERS: dict[str, Callable[[Path, Evaluated], None]] = {
    ".xlsx": _write_xlsx,
    ".docx": _write_docx,
    ".html": _write_html,
    ".pdf": _write_pdf,
    ".json": _write_json,
}
"""The reports by the ending of their file: 自评表, and the record."""


def check_report(path: Path) -> None:
    """Refuse a report that cannot be written, before any work is done.

    Raises:
        UsageError: if its ending is unknown, or its folder missing or read-only.
    """
    check_ending(path, WRITERS, Words("这个版本的报告有", "this version has reports"))
    if path.suffix.lower() == ".pdf":
        from evalengine.reports.typeset import check_installed  # noqa: PLC0415 -- likewise

        check_installed()


def write_reports(paths: Sequence[Path], judged: Evaluated) -> None:
    """Write the reports that the endings of `paths` ask for: all of them, or none."""
    write_all(paths, WRITERS, judged)
