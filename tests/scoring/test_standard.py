"""The schema of standards: what fits together, and what broken files are told."""

from pathlib import Path

import pytest

from indicators.errors import RuleFileError
from indicators.rulefile import parse, read_text
from scoring.register import find, ids, load
from scoring.standard import BudgetYears

CASES = Path(__file__).parents[1] / "cases" / "wrong-standards"
REST_OF_THE_HEAD = """
title: 错
title_en: wrong
issuer: 示例局
issued_as: 无
status: practice
valid: {from: 2019-01-01, until: open}
budget_years: {from: 2019, until: open}
"""
"""Stands below the case, so that its lines keep their numbers."""


def _wrong() -> list[tuple[str, str, list[str]]]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        data, _ = parse(read_text(path), name=path.name)
        rest = REST_OF_THE_HEAD if path.stem in ("points", "rules") else ""
        found += [(f"{path.stem}: {one['name']}", one["file"] + rest, one["says"]) for one in data]
    return found


@pytest.mark.parametrize(("name", "text", "says"), _wrong(), ids=[case[0] for case in _wrong()])
def test_wrong_standard_is_told_what_is_wrong(
    name: str, text: str, says: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load(path)
    told = "\n".join(f"{p.said('zh')}\n{p.said('en')}" for p in caught.value.problems)
    assert [words for words in says if words not in told] == [], told


def test_budget_years() -> None:
    years = BudgetYears.model_validate({"from": 2016, "until": 2018})
    assert [y for y in range(2014, 2021) if years.hold(y)] == [2016, 2017, 2018]
    assert BudgetYears.model_validate({"from": 2019, "until": "open"}).hold(2100)


def test_unverified_parts_are_known() -> None:
    unverified = dict(find("cn-selfeval-2016").unverified())
    assert set(unverified) == {"rules.deadline", "rounding", "grades"}
    assert unverified["grades"].mark == "choice"


@pytest.mark.parametrize("id_", ids())
def test_every_part_has_a_source(id_: str) -> None:
    standard = find(id_)
    assert all(standard.cite(part).clause for _, part in standard.parts())


def test_part_without_a_source_has_that_of_the_standard() -> None:
    standard = find("cn-selfeval-2016")
    bare = standard.grades.model_copy(update={"source": None})
    assert standard.cite(bare) == standard.source


def test_every_standard_has_examples() -> None:
    assert [id_ for id_ in ids() if not find(id_).examples] == []
