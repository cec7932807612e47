"""Forms that stand side by side in one table, with one title above all of them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from indicators.forms import layouts
from indicators.reading.tables import Block, Cell, Grid, Paragraph
from indicators.spelling import folded

_WITHIN = 6
"""In one of so many rows the names of the projects stand."""

_REMEMBERED = 1024
"""The labels of a form come again in every other."""


def parted(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with every table parted in which projects are named side by side; each part comes
    with the lines above the whole.
    """
    above: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            above.append(block)
            yield block
            continue
        for number, part in enumerate(_parts(block)):
            yield from above if number else ()
            yield part
        above = []


def _parts(grid: Grid) -> list[Grid]:
    edges = _edges(grid)
    if not edges or any(_crosses(cell, edge) for cell in grid.cells for edge in edges):
        return [grid]
    bands: list[list[Cell]] = [[] for _ in range(len(edges) + 1)]
    for cell in grid.cells:
        band = sum(cell.column >= edge for edge in edges)
        start = edges[band - 1] if band else 0
        bands[band].append(cell._replace(column=cell.column - start))
    first, *others = bands
    return [Grid.closed_up(first, grid.findings), *map(Grid.closed_up, others)]


def _edges(grid: Grid) -> list[int]:
    """Where the label of a project's name stands in one row once more."""
    for row in grid.rows[:_WITHIN]:
        named = [cell for cell in row.filled if _names_project(cell.text)]
        if len(named) > 1 and len({folded(cell.text) for cell in named}) == 1:
            return [cell.column for cell in named[1:]]
    return []


@lru_cache(maxsize=_REMEMBERED)
def _names_project(text: str) -> bool:
    matches = (layout.label(text) for layout in layouts())
    return any(match is not None and match.label.gives == "project" for match in matches)


def _crosses(cell: Cell, edge: int) -> bool:
    return cell.column < edge < cell.column + cell.colspan
