"""The arithmetic of choices is one for a number, a column of 64 bits, and one of any size."""

from typing import Any

import numpy as np
import pytest

from scoring.whole import above_zero, least, pick

ROWS = [(True, 3, 5), (False, 3, 5), (True, -7, 2), (False, 0, 0)]


@pytest.mark.parametrize("kind", [np.int64, object])
def test_a_column_reads_like_a_number(kind: type) -> None:
    conditions, yes, no = zip(*ROWS, strict=True)
    columns: Any = np.array(conditions), np.array(yes, kind), np.array(no, kind)
    assert pick(*columns).tolist() == [pick(*row) for row in ROWS] == [3, 5, -7, 0]
    assert least(*columns[1:]).tolist() == [least(*row[1:]) for row in ROWS] == [3, 3, -7, 0]
    assert above_zero(columns[1]).tolist() == [above_zero(row[1]) for row in ROWS] == [3, 3, 0, 0]


def test_numbers_have_any_size() -> None:
    assert pick(True, 10**40, 1) == least(10**40, 10**41) == 10**40
