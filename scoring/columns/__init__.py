"""The law of the methods applied to tables: millions of items at once, to the last cent.

pandas, numpy and pyarrow are imported when the first table is judged, not with the package.
"""

from typing import TYPE_CHECKING

from indicators.exact import exactly

if TYPE_CHECKING:
    import pandas as pd

    from indicators.errors import Words
    from scoring.model import Missing, Working
    from scoring.standard import Standard


@exactly
def score_frame(frame: "pd.DataFrame", standard: "Standard | str") -> "pd.DataFrame":
    """The points of every row of `frame`, one row an item, by the law that `score` applies.

    Args:
        frame: the items, with the columns `category, kind, comparator, direction, target, actual,
            max_points`, and where they matter `upper, judgement, dimension, measure, evidence,
            share`. Numbers are in base units (元, hours, 1 for a ratio), as `Decimal`, `int`, an
            Arrow decimal, or a float, which is read by its shortest decimal form.
        standard: the rules, or the id of a shipped standard.

    Returns:
        A table with the index of `frame`: `points` (exact, two decimals), `achievement` (a float,
        for reading), `method`, `met`, `rule`, and `reason`, which says why a row has no points.
        Nothing is guessed: what cannot be judged has no points and a reason.

    Raises:
        UsageError: if columns are missing, doubled, or no numbers at all.
        StandardError: if there is no standard of that id.
    """
    from scoring.columns.scorer import score_table  # noqa: PLC0415 - heavy

    return score_table(frame, standard)


@exactly
def workings(frame: "pd.DataFrame", standard: "Standard | str") -> "list[Working | Words]":
    """How the points of every row came about, with formula and clause: for the rows one asks about.

    Args:
        frame: a few rows of a table of items.
        standard: the rules, or the id of a shipped standard.

    Returns:
        For every row its `Working`, as the record of a form holds it, or the words of why the row
        has no points.

    Raises:
        UsageError: if columns are missing.
        StandardError: if there is no standard of that id.
    """
    from scoring.columns.scorer import workings_of  # noqa: PLC0415 - heavy

    return workings_of(frame, standard)


@exactly
def project_totals(
    frame: "pd.DataFrame",
    scores: "pd.DataFrame",
    standard: "Standard | str",
    *,
    missing: "Missing" = "refuse",
) -> "pd.DataFrame":
    """The total and the grade of every project of `frame`, as `score` gives them for a form.

    Args:
        frame: the items, with `project_id`.
        scores: what `score_frame` gave for them, row by row.
        standard: the rules that they were judged by, or the id of a shipped standard.
        missing: what becomes of items without a fact: `refuse` leaves the project without a total,
            `zero` gives them no points, `exclude` treats them as not applicable.

    Returns:
        One row a project, in the order in which they first come: `points` and `max_points` of what
        was judged, `total` (scaled up where the standard says so), `grade` (its title; gates of the
        standard override that of the total), `items`, `unscored`, and `reason`, which says why
        there is no total.

    Raises:
        UsageError: if columns are missing, or the tables differ in length.
        StandardError: if there is no standard of that id.
    """
    from scoring.columns.totals import totals_of  # noqa: PLC0415 - heavy

    return totals_of(frame, scores, standard, missing)


__all__ = ["project_totals", "score_frame", "workings"]
