"""The reports of a comparison that go to files: which ending is which."""

from collections.abc import Callable, Sequence
from pathlib import Path

from evalengine.comparing import Comparison, comparison_data
from evalengine.output import check_ending, write_all
from evalengine.voice import as_json
from indicators.errors import Words


def _write_json(path: Path, found: Comparison) -> None:
    path.write_text(as_json(comparison_data(found)) + "\n", encoding="utf-8")


def _write_xlsx(path: Path, found: Comparison) -> None:
    from evalengine.reports.comparedbook import write_comparison_book  # noqa: PLC0415 -- XlsxWriter

    write_comparison_book(found, path)


def _write_html(path: Path, found: Comparison) -> None:
    from evalengine.reports.comparedweb import write_comparison_page  # noqa: PLC0415 -- lxml

    write_comparison_page(found, path)


WRITERS: dict[str, Callable[[Path, Comparison], None]] = {
    ".xlsx": _write_xlsx,
    ".html": _write_html,
    ".json": _write_json,
}


def check_report(path: Path) -> None:
    """Refuse a report that cannot be written, before any work is done.

    Raises:
        UsageError: if its ending is unknown, or its folder missing or read-only.
    """
    check_ending(path, WRITERS, Words("比较的报告有", "reports of a comparison are"))


def write_reports(paths: Sequence[Path], found: Comparison) -> None:
    """Write the reports that the endings of `paths` ask for: all of them, or none."""
    write_all(paths, WRITERS, found)
