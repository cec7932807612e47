"""How long an export of many filled forms takes to be read and scored, beside reading its cells.

    python -m benchmarks.reading [--forms N] [--rounds N]

The nine real projects with their illustrative answers are scored, and written as often as asked
for under other names: a workbook of self-evaluation forms, a sheet a project. It is read and
scored as `evalengine score` does it, and beside it, in the same run, its cells are read by the
library underneath alone (python-calamine), and by openpyxl, which most scripts use. Figures are the
smallest processor time of some rounds that take turns; ratios are what to quote.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import python_calamine as calamine

from evalengine.__main__ import collect_seldom
from evalengine.evaluation import Evaluated, evaluate
from evalengine.reports.selfevaluation import write_workbook
from indicators.forms import is_title
from indicators.reading import open_document, read_forms
from indicators.reading.blocks import read_blocks_of
from indicators.reading.tables import Block

DATA = Path(__file__).parent.parent / "data" / "xicheng-2019"
STANDARD = "cn-beijing-selfeval-2016"
CELLS, OPENPYXL = "cells alone, python-calamine", "cells alone, openpyxl"
SCORED = "forms read and scored"
GOAL = 3.0
"""Reading and scoring should take no more than so many times the reading of the cells alone."""


def make_export(path: Path, forms: int) -> None:
    """A workbook of so many filled forms, each with words of its own, so that nothing is gained by
    remembering them.
    """
    judged = evaluate(DATA / "xicheng-2019-budget.txt", DATA / "actuals.xlsx", standard=STANDARD)
    projects = []
    for number in range(forms):
        one = judged.projects[number % len(judged.projects)]
        mark = f"（第{number + 1}号）"
        name, goal = (f"{text}{mark}" for text in (one.case.form.title, one.case.form.goal))
        case = replace(one.case, form=replace(one.case.form, project=name, goal=goal))
        items = tuple(
            replace(
                item,
                measure=item.measure and f"{item.measure}{mark}",
                indicator=f"{item.indicator}{mark}",
            )
            for item in one.score.items
        )
        score = replace(one.score, project=name, items=items)
        projects.append(replace(one, case=case, score=score))
    write_workbook(Evaluated(tuple(projects), judged.standard), path)


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


def measure(forms: int, rounds: int) -> tuple[int, dict[str, list[float]]]:
    """How many forms are scored, and the processor times of every work, taking turns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        make_export(path, forms)
        projects = len(scored(path).projects)
        times: dict[str, list[float]] = {name: [] for name in WORKS}
        for _ in range(rounds):
            for name, work in WORKS.items():
                times[name].append(processor_time(work, path))
    return projects, times


def main() -> None:
    """Make the export, let the works take turns, print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--forms", type=int, default=1000)
    words.add_argument("--rounds", type=int, default=3)
    given = words.parse_args()
    collect_seldom()
    projects, times = measure(given.forms, given.rounds)
    base = min(times[CELLS])
    print(f"{projects} of {given.forms} forms scored; goal: {GOAL} × the cells alone")
    for name, found in times.items():
        print(f"{name:32}{min(found):8.2f} s{min(found) / base:8.1f} ×")


if __name__ == "__main__":
    main()
