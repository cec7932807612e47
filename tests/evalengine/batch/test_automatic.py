"""Each project by the standard for its year and place."""

from pathlib import Path

import pyarrow as pa
import pytest

from evalengine.batch.automatic import score_automatic
from evalengine.batch.partition import score_part
from evalengine.batch.rules import Rules
from evalengine.batch.schemas import Scored
from tests.evalengine.batch.tables import RULES, lines, opened

AUTO = Rules("auto")


def _years(**years: str) -> list[str]:
    return [
        line.replace(",2023,", f",{year},") for name, year in years.items() for line in lines(name)
    ]


def _scored(folder: Path, *rows: str, rules: Rules = AUTO) -> Scored:
    source, table = opened(folder, *rows)
    score = score_automatic if rules.automatic else score_part
    return score(table, source.columns, rules, row=10, file="t.csv")


def test_years_have_their_standards_and_the_order_stays(tmp_path: Path) -> None:
    scored = _scored(tmp_path, *_years(A="2023", B="1999", C="", D="2022"))
    assert scored.projects["project_id"].to_pylist() == ["A", "B", "C", "D"]
    chosen = scored.projects["standard"].to_pylist()
    assert chosen == ["cn-mof-2020-10", None, None, "cn-mof-2020-10"]
    assert scored.items["row"].to_pylist() == [11, 12, 13, 20, 21, 22]
    assert scored.rejects["row"].to_pylist() == [14, 15, 16, 17, 18, 19]
    assert "1999" in scored.projects["reason"].to_pylist()[1]
    assert "预算年度" in scored.rejects["reason"].to_pylist()[5]


def test_a_project_has_what_its_standard_gives_it(tmp_path: Path) -> None:
    rows = [*_years(A="2023"), *lines("B", actual="")]
    by_name, selected = _scored(tmp_path, *rows, rules=RULES), _scored(tmp_path, *rows)
    for table in ("items", "projects", "rejects"):
        assert getattr(selected, table).equals(getattr(by_name, table))


@pytest.mark.parametrize("place", ["四川省成都市", "CN-SC"])
def test_the_place_is_named_by_region_or_else_by_department(tmp_path: Path, place: str) -> None:
    source, table = opened(tmp_path, *lines("A", "B"))
    region = pa.array([place] * 3 + [""] * 3)
    table = table.append_column("region", region)
    columns = source.columns | {"region": "region"}
    first, second = score_automatic(table, columns, AUTO).projects["standard"].to_pylist()
    assert first == "cn-sc-selfeval-2023"
    assert second == "cn-mof-2020-10"
