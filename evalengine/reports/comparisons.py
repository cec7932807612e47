"""The reports of a comparison that go to files: which ending is which."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from evalengine.comparing import Comparison, comparison_data
from evalengine.output import check_target, replacing
from evalengine.voice import as_json
from indicators.errors import UsageError


def _write_json(found: Comparison, path: Path) -> None:
    path.write_text(as_json(comparison_data(found)) + "\n", encoding="utf-8")


def _write_xlsx(found: Comparison, path: Path) -> None:
    from evalengine.reports.comparedbook import write_comparison_book  # noqa: PLC0415 -- XlsxWriter

    write_comparison_book(found, path)


def _write_html(found: Comparison, path: Path) -> None:
    from evalengine.reports.comparedweb import write_comparison_page  # noqa: PLC0415 -- lxml

    write_comparison_page(found, path)


WRITERS: dict[str, Callable[[Comparison, Path], None]] = {
    ".xlsx": _write_xlsx,
    ".html": _write_html,
    ".json": _write_json,
}


def check_report(path: Path) -> None:
    """Refuse a report that cannot be written, before any work is done.

    Raises:
        UsageError: if its ending is unknown, or its folder missing or read-only.
    """
    if path.suffix.lower() not in WRITERS:
        known = " ".join(WRITERS)
        raise UsageError.at(
            "-o",
            f"不能写出“{path}”：比较的报告有 {known}，按文件名的结尾选择。",
            f"cannot write '{path}': reports of a comparison are {known}, chosen by the ending.",
        )
    check_target(path)


def write_reports(paths: Sequence[Path], found: Comparison) -> None:
    """Write the reports that the endings of `paths` ask for: all of them, or none."""
    with ExitStack() as stack:
        parts = [stack.enter_context(replacing(path)) for path in paths]
        for path, part in zip(paths, parts, strict=True):
            WRITERS[path.suffix.lower()](found, part)
