"""A table of items as it is read: its columns, the routes of its rows, and single rows exactly."""

import pandas as pd

from indicators.errors import UsageError
from scoring.columns.keys import Keys
from scoring.columns.numbers import numbers_of
from scoring.columns.routes import Router
from scoring.columns.rows import Row
from scoring.columns.texts import Classes, Texts
from scoring.standard import Standard
from scoring.table import OPTIONAL, REQUIRED


class Source:
    """The columns of a table, ready to be read block by block."""

    def __init__(self, frame: pd.DataFrame, standard: Standard) -> None:
        _check_columns(frame)
        router = Router(standard)
        self.index = frame.index
        self.least_places = router.least_places
        self.keys = Keys(frame, router)
        self.answers = Classes(lambda word: word)
        self.judgement = Texts(frame.get("judgement"), self.answers.code)
        self.target = numbers_of(frame["target"])
        self.upper = numbers_of(frame.get("upper"))
        self.actual = numbers_of(frame["actual"])
        self.max_points = numbers_of(frame["max_points"])
        self.share = numbers_of(frame.get("share"))
        self.has_shares = "share" in frame.columns

    def __len__(self) -> int:
        return len(self.index)

    def row(self, row: int) -> Row:
        """One row, exactly."""
        target = self.target.cell(row)
        return Row(
            self.keys.situation(row, target),
            target,
            self.upper.cell(row),
            self.actual.cell(row),
            self.judgement.word(row),
            self.share.cell(row),
            self.max_points.cell(row),
        )


def _check_columns(frame: pd.DataFrame) -> None:
    """Refuse a table without the columns that are due, or with two of one name.

    Raises:
        UsageError: naming them.
    """
    missing = [name for name in REQUIRED if name not in frame.columns]
    if missing:
        raise UsageError.at(
            "score_frame",
            f"表中缺少列：{'、'.join(missing)}；必需的列：{'、'.join(REQUIRED)}，"
            f"可选的列：{'、'.join(OPTIONAL)}。",
            f"these columns are missing: {', '.join(missing)}; required are {', '.join(REQUIRED)}, "
            f"and {', '.join(OPTIONAL)} may be there.",
        )
    names = [name for name in frame.columns if name in (*REQUIRED, *OPTIONAL)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError.at(
            "score_frame",
            f"有两列同名：{'、'.join(twice)}；请删去其一。",
            f"two columns of one name: {', '.join(twice)}; delete one.",
        )
