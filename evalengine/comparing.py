"""The flow of a comparison: records → tables → places, distributions, what decides, priorities."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from evalengine.again import all_judged_again, judged
from evalengine.choosing import standard_for
from evalengine.record import record_data
from evalengine.recorded import read_records
from indicators.errors import UsageError, Words

if TYPE_CHECKING:
    import pandas as pd

    from scoring.comparison.priority import Suspicion
    from scoring.comparison.reweighing import Reweighed
    from scoring.comparison.tables import Tables
    from scoring.comparison.years import YearPair

COMPARISON_SCHEMA = "evalengine/comparison/1"

GROUPS = {
    "department": Words("部门", "department"),
    "size": Words("预算规模", "size"),
    "year": Words("年度", "year"),
    "standard": Words("评分标准", "standard"),
}
"""How projects are grouped for distributions, with titles."""


@dataclass(frozen=True, slots=True)
class Against:
    """The same projects by another standard: `ranks` has both totals, grades and places."""

    standard: str
    tau: float
    ranks: "pd.DataFrame"


class Doubt(NamedTuple):
    """A finding of a record: of which project, how much it weighs, where, and what."""

    project_id: str
    severity: str
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a comparison found; points are whole cents, money whole fen.

    `attainment` has, by project, the percent of its counted points that it earned (`attained`) and
    the percent of its budget that it executed (`executed`). `warnings` tell of records that say
    something else than comes of their cases.
    """

    tables: "Tables"
    ranking: "pd.DataFrame"
    groups: "dict[str, pd.DataFrame]"
    categories: "pd.DataFrame"
    deciding: "pd.DataFrame"
    undiscriminating: "pd.DataFrame"
    reweighed: "tuple[Reweighed, ...]"
    priority: "list[Suspicion]"
    years: "list[YearPair]"
    against: Against | None
    attainment: "pd.DataFrame"
    findings: tuple[Doubt, ...]
    warnings: tuple[Words, ...] = ()


def compare_records(
    paths: Sequence[Path], *, previous: Sequence[Path] = (), against: str | None = None
) -> Comparison:
    """Compare the projects of some records.

    Args:
        paths: files that `evalengine score` wrote as JSON.
        previous: likewise, of the same projects a year before.
        against: id or path of another standard, to judge the same projects by.

    Raises:
        DocumentError: if a file is no record, or two records are of one project.
        UsageError: if there is nothing to compare.
        ActualsError, StandardError: if the other standard cannot judge a project.
    """
    found = _found(paths)
    before = _found(previous) if previous else None
    other = _by_other(paths, against) if against else None
    return compare_found(found, name=str(paths[0]), before=before, other=other)


class Found(NamedTuple):
    """What is compared: the tables, the findings about them, and what to know beside."""

    tables: "Tables"
    findings: tuple[Doubt, ...] = ()
    warnings: tuple[Words, ...] = ()


class Other(NamedTuple):
    """Another standard, and the same projects by it."""

    standard: str
    tables: "Tables"


def compare_found(
    found: Found, *, name: str, before: Found | None = None, other: Other | None = None
) -> Comparison:
    """Compare projects, wherever they come from.

    Args:
        found: the projects.
        name: what they were read from, for messages.
        before: likewise, the same projects a year before.
        other: likewise, judged by another standard.

    Raises:
        UsageError: if there is nothing to compare.
    """
    import pandas as pd  # noqa: PLC0415 -- heavy, waits

    from scoring.comparison.clues import priorities  # noqa: PLC0415
    from scoring.comparison.discrimination import deciding, undiscriminating  # noqa: PLC0415
    from scoring.comparison.distributions import by_category, by_group, sized  # noqa: PLC0415
    from scoring.comparison.measures import attainment, execution_rate  # noqa: PLC0415
    from scoring.comparison.priority import prioritised  # noqa: PLC0415
    from scoring.comparison.ranking import ranked  # noqa: PLC0415
    from scoring.comparison.reweighing import reweighed  # noqa: PLC0415
    from scoring.comparison.settings import settings  # noqa: PLC0415
    from scoring.comparison.years import year_over_year  # noqa: PLC0415

    rules, tables = settings(), found.tables
    _check_several(tables, name)
    every = year_over_year(before.tables, tables, rules) if before else []
    pairs = [pair for pair in every if pair.is_later]
    projects = sized(tables.projects, rules)
    decided = deciding(tables.items, "indicator")
    return Comparison(
        tables=tables,
        ranking=ranked(tables.projects),
        groups={name: by_group(projects, name) for name in GROUPS if projects[name].nunique() > 1},
        categories=by_category(tables.items),
        deciding=decided,
        undiscriminating=undiscriminating(decided, rules),
        reweighed=reweighed(tables.projects, tables.items, rules),
        priority=prioritised(tables, priorities(), rules, pairs),
        years=pairs,
        against=_against(tables, other) if other else None,
        attainment=pd.DataFrame(
            {"attained": attainment(tables.items), "executed": execution_rate(tables.projects)}
        ),
        findings=found.findings,
        warnings=(
            *found.warnings,
            *(before.warnings if before else ()),
            *_not_later(len(every) - len(pairs)),
            *_mixed(projects),
        ),
    )


def _check_several(tables: "Tables", name: str) -> None:
    if tables.projects.empty:
        raise UsageError.at(
            name,
            "没有一个项目有总分，无从比较；各项目的原因见复核结果的 projects。",
            "no project has a total, so nothing can be compared; the projects of the re-check say "
            "why.",
        )
    if len(tables.projects) == 1:
        raise UsageError.at(
            name,
            "只有一个项目，没有可以比较的；请给出几份记录。",
            "one project only: nothing to compare; give several records.",
        )


def _not_later(pairs: int) -> tuple[Words, ...]:
    """What to know where `--previous` is no year before."""
    if not pairs:
        return ()
    return (
        Words(
            f"{pairs} 个项目的“上年”不早于今年（相同或更晚），没有逐年比较；请核对 --previous。",
            f"the 'year before' of {pairs} projects is no earlier year, so they are not compared "
            "over the years; check --previous.",
        ),
    )


def _mixed(projects: "pd.DataFrame") -> tuple[Words, ...]:
    """What to know where projects were judged by several standards."""
    standards = sorted(projects["standard"].dropna().unique().tolist())
    if len(standards) == 1:
        return ()
    named = "、".join(standards)
    return (
        Words(
            f"各项目用了 {len(standards)} 份评分标准（{named}），总分的算法不同，名次只供参考；"
            "可以统一用一份标准重新评分后再比。",
            f"the projects were judged by {len(standards)} standards ({', '.join(standards)}), so "
            "totals differ in kind and places are a hint only; score all by one to compare.",
        ),
    )


def _found(paths: Sequence[Path]) -> Found:
    """The projects of some records."""
    from scoring.comparison.tables import tables_of  # noqa: PLC0415 -- pandas

    records, told = _records(paths)
    return Found(tables_of(records), _doubts(records), told)


def _records(paths: Sequence[Path]) -> tuple[list[dict[str, Any]], tuple[Words, ...]]:
    """What comes of the cases in some records, and where the records say otherwise."""
    found, told = all_judged_again([record for path in paths for record in read_records(path)])
    return [record_data(each) for each in found], told


def _doubts(records: Sequence[dict[str, Any]]) -> tuple[Doubt, ...]:
    return tuple(
        Doubt(record["form_id"], each["severity"], each["place"], each["message"])
        for record in records
        for each in record["findings"]
    )


def _by_other(paths: Sequence[Path], standard: str) -> Other:
    """The projects of some records, judged by another standard."""
    from scoring.comparison.tables import tables_of  # noqa: PLC0415 -- pandas

    cases = [record.case for path in paths for record in read_records(path)]
    rules = standard_for([case.form for case in cases], standard).standard
    records = [record_data(judged(replace(case, weights=None), rules)) for case in cases]
    return Other(rules.id, tables_of(records))


def _against(tables: "Tables", other: Other) -> Against:
    """The same projects by two standards, beside one another."""
    from scoring.comparison.ranking import agreement, ranked  # noqa: PLC0415 -- pandas

    columns = ["project_id", "total", "grade", "rank"]
    ranks = ranked(tables.projects).merge(
        ranked(other.tables.projects)[columns],
        on="project_id",
        suffixes=("", "_other"),
        validate="one_to_one",
    )
    return Against(other.standard, agreement(ranks["rank"], ranks["rank_other"]), ranks)


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """The document that `evalengine compare --format json` prints."""
    ranking, other = comparison.ranking, comparison.against
    names = dict(zip(ranking["project_id"], ranking["project"], strict=True))
    return {
        "schema": COMPARISON_SCHEMA,
        "projects": _rows(ranking[list(_RANKED)], *_POINTS),
        "groups": {name: _rows(found, *_QUARTILES) for name, found in comparison.groups.items()},
        "categories": _rows(comparison.categories, "max_points", "points", "lost"),
        "indicators": _rows(comparison.deciding, "lost"),
        "undiscriminating": comparison.undiscriminating["indicator"].tolist(),
        "weights": [_weight_data(each) for each in comparison.reweighed],
        "against": other
        and {
            "standard": other.standard,
            "tau": round(other.tau, 4),
            "projects": _rows(other.ranks[list(_AGAINST)], "total", "total_other"),
        },
        "years": [_year_data(pair) for pair in comparison.years],
        "priority": [
            {"project": names[each.project_id], **_priority_data(each)}
            for each in comparison.priority
        ],
    }


_POINTS = ("total", "low", "high", "declared_total")
_QUARTILES = ("lowest", "lower_quartile", "median", "upper_quartile", "highest")
_RANKED = (
    *("project_id", "project", "department", "year", "standard", "total", "low", "high"),
    *("grade", "status", "rank", "tied", "best", "worst", "declared_total", "budget", "executed"),
)
_AGAINST = (
    *("project_id", "project", "total", "grade", "rank", "total_other", "grade_other"),
    "rank_other",
)


def _rows(frame: "pd.DataFrame", *points: str) -> list[dict[str, Any]]:
    """A table as plain data; the columns of `points` are cents and become text."""
    from scoring.comparison.tables import points_text  # noqa: PLC0415 -- pandas

    found = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [
        {str(k): points_text(v) if k in points and v is not None else v for k, v in row.items()}
        for row in found
    ]


def _weight_data(each: "Reweighed") -> dict[str, Any]:
    return {
        "category": each.category,
        "now": str(each.now),
        "least": str(each.least),
        "most": str(each.most),
        "tau_least": round(each.tau_least, 4),
        "tau_most": round(each.tau_most, 4),
        "exact": each.exact,
        "ranks": _rows(each.ranks),
    }


def _year_data(pair: "YearPair") -> dict[str, Any]:
    changes = [
        {
            "change": change.change,
            "indicator": change.indicator,
            "similarity": round(change.similarity, 4),
            "message": change.words.zh,
        }
        for change in pair.changes
    ]
    return {
        "project_id": pair.after_id,
        "before": pair.before_id,
        "similarity": round(pair.similarity, 4),
        "changes": changes,
    }


def _priority_data(each: "Suspicion") -> dict[str, Any]:
    return {
        "project_id": each.project_id,
        "points": str(each.points),
        "reasons": [
            {"clue": reason.clue, "points": str(reason.points), "message": reason.words.zh}
            for reason in each.reasons
        ],
    }
