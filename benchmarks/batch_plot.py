"""Draws time and memory against rows from saved figures, as an SVG for the docs.

    python -m benchmarks.batch_plot FIGURES.json… -o batch.svg

Both axes are powers of ten: a line that rises one power a power is linear, a flat one constant.
Needs matplotlib (extra `bench`).
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.batch import BATCH, KINDS
from benchmarks.batch_ways import COLUMNS, DUCKDB, OURS, POLARS

LINES = {
    (OURS, ""): ("score_frame, parsed rows", "#b4322a", "o", "-"),
    (COLUMNS, ""): ("columns alone (pyarrow)", "#888888", ".", ":"),
    (POLARS, ""): ("polars", "#2a6fb4", ".", "--"),
    (DUCKDB, ""): ("DuckDB", "#c9a227", ".", "--"),
    (BATCH, "at most"): ("evalengine batch, from text", "#7a1fa2", "s", "-"),
    (BATCH, "no item twice"): ("evalengine batch, no item twice", "#7a1fa2", "^", "none"),
}
"""What is drawn: subject, and words of the measure; then label, colour, mark and line."""

PANELS = (("cpu", "processor seconds"), ("peak", "peak memory, MB"))


def points(figures: Iterable[dict[str, Any]]) -> dict[tuple[str, str, str], dict[int, float]]:
    """Medians by size, for every panel and line."""
    found: dict[tuple[str, str, str], dict[int, float]] = defaultdict(dict)
    for figure in figures:
        for name, (_, what) in KINDS.items():
            for subject, words in LINES:
                if (
                    figure["subject"] == subject
                    and figure["measure"].endswith(f": {what}")
                    and words in figure["measure"]
                ):
                    found[name, subject, words][figure["size"]] = figure["median"]
    return found


def draw(figures: Iterable[dict[str, Any]], path: Path) -> None:
    """Draw both panels side by side."""
    import matplotlib as mpl  # noqa: PLC0415 -- optional

    mpl.use("svg")
    mpl.rcParams |= {"svg.fonttype": "none", "svg.hashsalt": "evalengine", "font.size": 9}
    from matplotlib.figure import Figure as Sheet  # noqa: PLC0415

    found = points(figures)
    sheet = Sheet(figsize=(9, 4), layout="constrained")
    for axes, (name, title) in zip(sheet.subplots(1, 2), PANELS, strict=True):
        for (subject, words), (label, colour, mark, line) in LINES.items():
            medians = sorted(found[name, subject, words].items())
            style = {"color": colour, "marker": mark, "linestyle": line, "label": label}
            if medians:
                axes.plot(*zip(*medians, strict=True), markersize=5, **style)
        axes.set(xscale="log", yscale="log", xlabel="rows", title=title)
        axes.grid(visible=True, color="#e5e5e5")
    sheet.axes[1].set_ylim(10, 10_000)
    sheet.axes[1].legend(fontsize=8, loc="lower right")
    sheet.savefig(path, metadata={"Date": None})


def main() -> None:
    """Read the figures and draw."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    words.add_argument("figures", type=Path, nargs="+")
    words.add_argument("-o", dest="out", type=Path, required=True)
    given = words.parse_args()
    read = [json.loads(path.read_text("utf-8"))["figures"] for path in given.figures]
    draw([figure for figures in read for figure in figures], given.out)


if __name__ == "__main__":
    main()
