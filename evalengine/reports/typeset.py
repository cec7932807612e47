"""Writes the graded sheets as PDF, set by typst: a page a project, with a summary before them."""

import json
from collections.abc import Sequence
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from evalengine import settings
from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.annex import annexes
from evalengine.reports.basis import UNSEEN
from evalengine.reports.cells import Look, Part, Section, parted, printable
from evalengine.reports.graded import Graded, graded
from evalengine.reports.overview import Category, Overview, overview
from evalengine.whatif import NOTHING_ASKED, WhatIf
from indicators.errors import UsageError
from scoring.standard import Standard

TEMPLATE = Path(__file__).with_name("graded.typ")
NEEDED = ("typst", "manimgx_fonts_cjk")
"""What the extra `report` brings: the typesetter, and a Chinese type face."""

_HEADINGS = ("指标", "应完成", "实际完成", "失分", "为什么", "填报的原因", "依据")
_WRITTEN = 946_684_800
"""The beginning of 2000, so that the same content gives the same bytes."""


def check_installed() -> None:
    """Tell how to install what PDF needs, where it is missing.

    Raises:
        UsageError: if the typesetter or the type face is not installed.
    """
    if any(find_spec(name) is None for name in NEEDED):
        raise UsageError.at(
            "-o",
            "写 .pdf 需要排版程序和中文字体，请安装：pip install 'evalengine[report]'；"
            "或改写 .html，再用浏览器打印成 PDF。",
            "a .pdf needs the typesetter and a Chinese font: pip install 'evalengine[report]'; "
            "or write .html and print it to PDF in a browser.",
        )


def write_pdf(judged: Evaluated, path: Path) -> None:
    """Write the graded sheets of all projects to `path`, with a summary where there are several.

    What the user asked beyond the score stands in annexes.
    """
    check_installed()
    import typst  # noqa: PLC0415 -- of the extra `report`

    font = find_spec(NEEDED[1])
    folders = list(font.submodule_search_locations or ()) if font else []
    shown = page_data(judged.projects, judged.standard, judged.whatif)
    written: bytes = typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"shown": json.dumps(shown, ensure_ascii=False)},
        ignore_system_fonts=True,
        font_paths=[Path(folder) for folder in folders],
        timestamp=_WRITTEN,
    )
    path.write_bytes(written)


def page_data(
    evaluations: Sequence[Evaluation], standard: Standard, whatif: WhatIf = NOTHING_ASKED
) -> dict[str, Any]:
    """All that the template shows, as plain data: no text of a document becomes markup."""
    sheets = [graded(each, standard) for each in evaluations]
    page = overview(evaluations, standard) if len(sheets) > 1 else None
    return {
        "title": printable(page.title if page else f"{sheets[0].project}　绩效自评结果"),
        "engine": settings.engine(),
        "headings": _HEADINGS,
        "overview": _sections(page) if page else [],
        "note": printable(page.note) if page else "",
        "sheets": [_sheet(each) for each in sheets],
        "annexes": [_section(each) for each in annexes(whatif)],
    }


def _sections(page: Overview) -> list[dict[str, Any]]:
    return [
        {"first": number == 0, "page": page.title, **_section(section)}
        for number, section in enumerate(page.sections)
    ]


def _section(section: Section) -> dict[str, Any]:
    table = section.table
    parts = parted(table)
    return {
        "title": section.title,
        "widths": table.widths,
        "above": [_cell(part) for part in parts if part.box.row < table.heads],
        "below": [_cell(part) for part in parts if part.box.row >= table.heads],
    }


def _cell(part: Part) -> dict[str, Any]:
    box = part.box
    return {
        "x": box.column,
        "y": box.row,
        "colspan": box.colspan,
        "rowspan": box.rowspan,
        "text": box.text,
        "head": box.look is Look.LABEL,
        "left": box.look is Look.TEXT,
    }


def _bars(categories: Sequence[Category]) -> list[tuple[str, str, float, float]]:
    """Name, figures, lengths (mm) of track and filling; the most points make 100 mm."""
    most = max((part.max_points for part in categories), default=Decimal(0)) or Decimal(1)
    return [
        (
            *(part.title, f"{part.points:.2f} / {part.max_points:.2f}　{part.rate}"),
            *(float(part.max_points * 100 / most), float(part.points * 100 / most)),
        )
        for part in categories
    ]


def _sheet(sheet: Graded) -> dict[str, Any]:
    met, judged = sheet.met
    count, points = sheet.more_losses
    below = [
        f"〔{number}〕{clause.text}（{clause.mark}）"
        for number, clause in enumerate(sheet.clauses, 1)
    ]
    if count:
        below.append(f"另有 {count} 项共失 {points:.2f} 分，见自评表。")
    doubts = [f"{each.severity}　{each.place}：{each.text}" for each in sheet.doubts]
    if sheet.more_doubts:
        doubts.append(f"另有 {sheet.more_doubts} 条。")
    return {
        "project": sheet.project,
        "about": "　".join(part for part in (sheet.department, sheet.year) if part),
        "provisional": sheet.is_provisional,
        "figures": [
            ("总分", f"{sheet.total:.2f}", f"满分 {sheet.whole:.2f}"),
            ("等级", sheet.grade, sheet.margin),
            ("预算执行率", sheet.rate, sheet.money),
            ("达成指标", f"{met} / {judged}", "达到目标的 / 参加评价的"),
        ],
        "bars": _bars(sheet.categories),
        "losses": [
            (
                *(loss.name, loss.target, loss.actual),
                f"{loss.lost:.2f} / {loss.max_points:.2f}",
                *(loss.why, loss.reason),
                f"〔{loss.clause}〕" + (loss.mark if loss.mark == UNSEEN else ""),
            )
            for loss in sheet.losses
        ],
        "below": below,
        "doubts": doubts,
        "notes": sheet.notes,
    }
