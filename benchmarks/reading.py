"""How long an export of many filled forms takes to be read and scored, beside reading its cells.

    python -m benchmarks.reading [--forms N] [--rounds N] [--alone]

The nine real projects with their illustrative answers are scored and written as often as asked
for: a workbook of self-evaluation forms, a sheet a project. Each form has words of its own, and one
to three rows of any category, so that few are laid out alike. The workbook has an overview
and the workings, too, which hold more cells than the forms; `--alone` leaves them out. It is read
and scored as `evalengine score` does it, and beside it, in the same run, its cells are read by the
library underneath alone (python-calamine), and by openpyxl, which most scripts use. Figures are the
smallest processor time of some rounds that take turns; ratios are what to quote.
"""

import argparse
import gc
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import openpyxl
import python_calamine as calamine

from evalengine.__main__ import collect_seldom
from evalengine.again import judged
from evalengine.evaluation import Evaluated, evaluate
from evalengine.record import Case, Evaluation
from evalengine.reports.official import form_page
from evalengine.reports.paper import SafeWorkbook, Styles, sheet_name
from evalengine.reports.printing import printed_for
from evalengine.reports.selfevaluation import write_form, write_workbook
from indicators.forms import is_title
from indicators.model import Actual, Indicator
from indicators.reading import open_document, read_forms
from indicators.reading.blocks import read_blocks_of
from indicators.reading.tables import Block

DATA = Path(__file__).parent.parent / "data" / "xicheng-2019"
STANDARD = "cn-beijing-selfeval-2016"
CELLS, OPENPYXL = "cells alone, python-calamine", "cells alone, openpyxl"
SCORED = "forms read and scored"
_ROWS = (1, 1, 1, 1, 2, 2, 3)
"""How many rows a form has of a category: as often as they stand here."""

Answered = tuple[Indicator, list[Actual]]
"""A row with the facts of its promises."""

GOAL = 3.0
"""Reading and scoring should take no more than so many times the reading of the cells alone."""


def make_export(path: Path, forms: int, *, alone: bool = False) -> None:
    """A workbook of so many filled forms, each with words and rows of its own, so that nothing is
    gained by remembering them; `alone`: with neither overview nor workings.
    """
    real = evaluate(DATA / "xicheng-2019-budget.txt", DATA / "actuals.xlsx", standard=STANDARD)
    made = Evaluated(tuple(_varied(real, forms)), real.standard)
    if not alone:
        write_workbook(made, path)
        return
    workbook = SafeWorkbook(path, title="项目支出绩效自评表")
    styles = Styles(workbook)
    for number, each in enumerate(made.projects, 1):
        page = form_page(each, made.standard, printed_for(each.score.year, made.standard))
        title = each.case.form.title
        write_form(workbook.add_worksheet(sheet_name(f"{number} {title}")), styles, page, title)
    workbook.close()


def _varied(made: Evaluated, forms: int) -> Iterator[Evaluation]:
    """The projects again and again, under other names; of each category, a form has one to three
    rows of any project, with their facts.
    """
    chance = random.Random(0)  # noqa: S311 -- no secret
    pool: dict[str, list[Answered]] = {}
    for each in made.projects:
        for row in each.case.form.indicators:
            facts = [each.case.actuals.by_item[key] for key, _ in row.items()]
            pool.setdefault(row.category, []).append((row, facts))
    for number in range(forms):
        one = made.projects[number % len(made.projects)]
        categories = dict.fromkeys(row.category for row in one.case.form.indicators)
        drawn = [
            answered
            for category in categories
            for answered in chance.choices(pool[category], k=chance.choice(_ROWS))
        ]
        yield _named(judged(_case(one.case, drawn), made.standard), f"（第{number + 1}号）")


def _case(case: Case, drawn: Sequence[Answered]) -> Case:
    """The case with these rows and facts in place of its own."""
    rows = [replace(row, number=number) for number, (row, _) in enumerate(drawn, 1)]
    facts = (fact for _, each in drawn for fact in each)
    keys = (key for row in rows for key, _ in row.items())
    return replace(
        case,
        form=replace(case.form, indicators=tuple(rows)),
        actuals=replace(case.actuals, by_item=dict(zip(keys, facts, strict=True))),
    )


def _named(one: Evaluation, mark: str) -> Evaluation:
    """The same project with a mark behind its name, its goal and its indicators."""
    form = one.case.form
    name, goal = f"{form.title}{mark}", f"{form.goal}{mark}"
    items = tuple(
        replace(
            item,
            measure=item.measure and f"{item.measure}{mark}",
            indicator=f"{item.indicator}{mark}",
        )
        for item in one.score.items
    )
    score = replace(one.score, project=name, items=items)
    return replace(
        one, case=replace(one.case, form=replace(form, project=name, goal=goal)), score=score
    )


class Repeated(NamedTuple):
    """How far the cells of an export repeat one another: how many are filled, the share of them
    whose text stood in one before, and the share of sheets laid out as one before.
    """

    filled: int
    texts: float
    sheets: float


def repeated(path: Path) -> Repeated:
    """What remembering could gain."""
    with calamine.load_workbook(str(path)) as book:
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        laid_out = {(str(each.merged_cell_ranges), each.height) for each in sheets}
        rows = [row for each in sheets for row in each.to_python()]
    texts = [str(value) for row in rows for value in row if value != ""]
    return Repeated(len(texts), 1 - len(set(texts)) / len(texts), 1 - len(laid_out) / len(sheets))


def cells_alone(path: Path) -> int:
    """Every cell and merged range by the library underneath; gives how many."""
    with calamine.load_workbook(str(path)) as book:
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        merged = sum(len(sheet.merged_cell_ranges or ()) for sheet in sheets)
        rows = [row for sheet in sheets for row in sheet.to_python(skip_empty_area=False)]
    return sum(map(len, rows)) + merged


def cells_by_openpyxl(path: Path) -> int:
    """Every cell by openpyxl; gives how many."""
    book = openpyxl.load_workbook(path, data_only=True)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def tables(path: Path) -> list[Block]:
    """The export as tables with places."""
    return read_blocks_of(open_document(path), is_title=is_title)


def scored(path: Path) -> Evaluated:
    """The export read and scored."""
    return evaluate(path, None, standard=STANDARD)


WORKS: dict[str, Callable[[Path], object]] = {
    CELLS: cells_alone,
    OPENPYXL: cells_by_openpyxl,
    "cells as tables with places": tables,
    "forms with their promises": read_forms,
    SCORED: scored,
}


def processor_time(work: Callable[[Path], object], path: Path) -> float:
    """The processor time of one piece of work, in seconds; what others left is cleared away."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    work(path)
    return time.process_time() - start


def timed(path: Path, rounds: int) -> tuple[int, dict[str, list[float]]]:
    """How many forms are scored, and the processor times of every work, taking turns."""
    projects = len(scored(path).projects)
    times: dict[str, list[float]] = {name: [] for name in WORKS}
    for _ in range(rounds):
        for name, work in WORKS.items():
            times[name].append(processor_time(work, path))
    return projects, times


def measure(forms: int, rounds: int) -> tuple[int, dict[str, list[float]]]:
    """The same of an export of so many forms."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        make_export(path, forms)
        return timed(path, rounds)


def main() -> None:
    """Make the export, let the works take turns, print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--forms", type=int, default=1000)
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--alone", action="store_true", help="without overview and workings")
    given = words.parse_args()
    collect_seldom()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        make_export(path, given.forms, alone=given.alone)
        print(
            "{:,} filled cells; {:.0%} of their texts, {:.0%} of the layouts of sheets "
            "stood there before".format(*repeated(path))
        )
        projects, times = timed(path, given.rounds)
    base = min(times[CELLS])
    print(f"{projects} of {given.forms} forms scored; goal: {GOAL} × the cells alone")
    for name, found in times.items():
        print(f"{name:32}{min(found):8.2f} s{min(found) / base:8.1f} ×")


if __name__ == "__main__":
    main()
