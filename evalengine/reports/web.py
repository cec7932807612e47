"""Writes the graded sheets as one web page: no request goes out, it prints, it fits a telephone."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml.html import HtmlElement
from lxml.html.builder import E

from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.annex import annexes
from evalengine.reports.basis import UNSEEN
from evalengine.reports.cells import Section, printable
from evalengine.reports.chart import bars
from evalengine.reports.graded import Clause, Doubt, Graded, Loss, graded
from evalengine.reports.official import FormPage, form_page
from evalengine.reports.overview import Overview, overview
from evalengine.reports.printing import printed_for
from evalengine.reports.webpage import html_page, wide, write_html
from evalengine.reports.webtable import html_table, lines
from evalengine.whatif import NOTHING_ASKED, WhatIf
from scoring.standard import Standard

_LOSS_HEADINGS = ("指标", "应完成", "实际完成", "失分", "为什么", "填报的原因", "依据")


def write_page(judged: Evaluated, path: Path) -> None:
    """Write the graded sheets of all projects to `path`, with a summary where there are several.

    What the user asked beyond the score stands in annexes.
    """
    write_html(web_page(judged.projects, judged.standard, judged.whatif), path)


def web_page(
    evaluations: Sequence[Evaluation], standard: Standard, whatif: WhatIf = NOTHING_ASKED
) -> HtmlElement:
    """The page: summary, graded sheets, annexes, and at the end the official forms in full."""
    sheets = [graded(each, standard) for each in evaluations]
    pages = [
        form_page(each, standard, printed_for(each.score.year, standard)) for each in evaluations
    ]
    several = len(sheets) > 1
    title = f"{sheets[0].department if several else sheets[0].project}　绩效自评结果"
    parts = [_overview(overview(evaluations, standard), sheets)] if several else []
    parts += [_sheet(number, sheet) for number, sheet in enumerate(sheets, 1)]
    parts += [*map(_annex, annexes(whatif)), _forms(pages, sheets)]
    return html_page(title, parts)


def _overview(page: Overview, sheets: Sequence[Graded]) -> HtmlElement:
    links = (
        E.li(E.a(sheet.project, href=f"#p{number}"), f"　{sheet.total:.2f} 分　{sheet.grade}")
        for number, sheet in enumerate(sheets, 1)
    )
    parts = [E.h1(page.title), E.nav({"aria-label": "各项目"}, E.ol(*links))]
    for section in page.sections:
        parts += [E.h2(section.title), wide(html_table(section.table, section.title))]
    return E.section({"class": "overview"}, *parts, E.p({"class": "note"}, printable(page.note)))


def _annex(section: Section) -> HtmlElement:
    name = section.title.partition("：")[0]
    return E.section(
        {"class": "annex", "aria-label": name},
        E.h1(section.title),
        wide(html_table(section.table, name)),
    )


def _sheet(number: int, sheet: Graded) -> HtmlElement:
    """The graded sheet of one project."""
    return E.section(
        {"class": "sheet", "id": f"p{number}", "aria-labelledby": f"t{number}"},
        E.h1(sheet.project, id=f"t{number}"),
        E.p({"class": "about"}, "　".join(part for part in (sheet.department, sheet.year) if part)),
        _figures(sheet),
        E.figure(bars(sheet.categories), E.figcaption("各类得分：得分 / 满分，得分率")),
        *_losses(sheet),
        *_doubts(sheet),
        E.footer(*(E.p({"class": "note"}, note) for note in sheet.notes)),
        E.p({"class": "full"}, E.a("自评表全文", href=f"#f{number}")),
    )


def _figures(sheet: Graded) -> HtmlElement:
    """Total and grade, execution, promises met."""
    met, judged = sheet.met
    figures = (
        ("总分", f"{sheet.total:.2f}", f"满分 {sheet.whole:.2f}"),
        ("等级", sheet.grade, sheet.margin),
        ("预算执行率", sheet.rate, sheet.money),
        ("达成指标", f"{met} / {judged}", "达到目标的 / 参加评价的"),
    )
    return E.dl(
        {"class": "figures provisional" if sheet.is_provisional else "figures"},
        *(
            E.div(E.dt(name), E.dd({"class": "figure"}, value), E.dd(words))
            for name, value, words in figures
        ),
    )


def _losses(sheet: Graded) -> Iterator[HtmlElement]:
    yield E.h2("失分项")
    if not sheet.losses:
        yield E.p("没有失分。")
        return
    heading = E.tr(*(E.th({"scope": "col"}, text) for text in _LOSS_HEADINGS))
    rows = (_loss(loss) for loss in sheet.losses)
    yield E.table({"class": "losses"}, E.caption("失分项"), E.thead(heading), E.tbody(*rows))
    yield from _clauses(sheet.clauses)
    count, points = sheet.more_losses
    if count:
        yield E.p(f"另有 {count} 项共失 {points:.2f} 分，见自评表全文。")


def _loss(loss: Loss) -> HtmlElement:
    """A row; every cell knows its heading, since narrow screens show the row as a list."""
    contents: tuple[tuple[HtmlElement | str, ...], ...] = (
        (loss.target,),
        (loss.actual,),
        (f"{loss.lost:.2f}", E.span({"class": "of"}, f" / {loss.max_points:.2f}")),
        (loss.why,),
        (loss.reason,),
        (f"〔{loss.clause}〕", *([_mark(loss.mark)] if loss.mark == UNSEEN else [])),
    )
    cells = (
        E.td({"data-label": heading}, *parts)
        for heading, parts in zip(_LOSS_HEADINGS[1:], contents, strict=True)
    )
    return E.tr(E.th({"scope": "row"}, loss.name), *cells)


def _clauses(clauses: Sequence[Clause]) -> Iterator[HtmlElement]:
    """The clauses that the rows name by number."""
    for number, clause in enumerate(clauses, 1):
        yield E.p({"class": "note"}, f"〔{number}〕{clause.text}", _mark(clause.mark))


def _mark(words: str) -> HtmlElement:
    return E.span({"class": "unseen" if words == UNSEEN else "seen"}, f"（{words}）")


def _doubts(sheet: Graded) -> Iterator[HtmlElement]:
    if sheet.doubts:
        yield E.h2("疑点")
        yield E.ul(*map(_doubt, sheet.doubts))
    if sheet.more_doubts:
        yield E.p(f"另有 {sheet.more_doubts} 条。")


def _doubt(doubt: Doubt) -> HtmlElement:
    return E.li(E.strong(doubt.severity), f"　{doubt.place}：{doubt.text}")


def _forms(pages: Sequence[FormPage], sheets: Sequence[Graded]) -> HtmlElement:
    """The official forms, closed until somebody opens them; what is closed is not printed."""
    forms = (
        _form(number, page, sheet)
        for number, (page, sheet) in enumerate(zip(pages, sheets, strict=True), 1)
    )
    return E.section({"class": "forms", "aria-label": "自评表全文"}, E.h2("自评表全文"), *forms)


def _form(number: int, page: FormPage, sheet: Graded) -> HtmlElement:
    # A caption that is the title of the form would begin another form for whoever reads the page.
    tables = (
        wide(html_table(table, f"第 {number} 部分")) for number, table in enumerate(page.tables, 1)
    )
    notes = (E.p({"class": "note"}, *lines(printable(note))) for note in page.notes)
    return E.details(
        {"id": f"f{number}"},
        E.summary(sheet.project),
        E.h3(page.title),
        *([E.p({"class": "year"}, page.year)] if page.year else []),
        *tables,
        *notes,
    )
