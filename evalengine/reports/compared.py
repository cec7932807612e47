"""A comparison as listings: what stands in which column, whichever program will show it."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from evalengine.comparing import GROUPS, Comparison
from evalengine.wording import SEVERITIES
from indicators.errors import Words
from indicators.model import Severity
from indicators.taxonomy import category_title
from scoring.comparison.tables import money_text, points_text
from scoring.weights import EXECUTION


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title, its width (in Latin letters), whether it is for numbers."""

    title: Words
    width: float = 9
    right: bool = False

    @property
    def flexible(self) -> bool:
        """Whether it holds running text, which may be broken."""
        return self.width > _SHORT


_SHORT = 20


class Figure(str):
    """A number as it is printed, with its value, and the format that shows it so in a workbook."""

    value: Decimal
    shown: str

    def __new__(cls, text: str, value: Decimal | int, shown: str) -> "Figure":
        """The text; `value` and `shown` go with it."""
        figure = super().__new__(cls, text)
        figure.value, figure.shown = Decimal(value), shown
        return figure


def count_of(number: Any) -> Figure:
    """A whole number."""
    return Figure(str(number), int(number), "0")


def _place(rank: Any, *, is_tied: bool = False) -> Figure:
    return Figure(f"{rank}=", int(rank), '0"="') if is_tied else count_of(rank)


def points_of(cents: Any) -> Figure:
    """Points, from whole cents."""
    return Figure(points_text(int(cents)), Decimal(int(cents)).scaleb(-2), "0.00")


def _share(share: float) -> Figure:
    """A share in whole percent; what rounds to nothing has no sign."""
    whole = round(share * 100)
    return Figure(f"{whole}%", Decimal(whole).scaleb(-2), "0%")


def percent(part: int, whole: int) -> Figure:
    """A share in percent with one decimal, rounded half up."""
    tenths = (2000 * part + whole) // (2 * whole)
    return Figure(f"{tenths // 10}.{tenths % 10}%", Decimal(tenths).scaleb(-3), "0.0%")


@dataclass(frozen=True, slots=True)
class Listing:
    """A table with its title; `of` is what it is about (`ranking`, `department` …)."""

    of: str
    title: Words
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]

    def said(self, language: str) -> list[tuple[str, float]]:
        """The headings in a language, with their widths."""
        return [(each.title.said(language), each.width) for each in self.headings]


def listings(found: Comparison, language: str) -> list[Listing]:
    """All that a comparison has to say, in the order of reading; nothing empty."""
    every = [
        ranking(found, language),
        *(_group(found, name) for name in found.groups),
        _categories(found, language),
        _deciding(found),
        _weights(found, language),
        _against(found, language),
        _years(found, language),
        _priority(found, language),
    ]
    return [listing for listing in every if listing is not None and listing.rows]


_TOTAL = Heading(Words("总分", "total"), 10, right=True)
_GRADE = Heading(Words("等级", "grade"), 8)
_PROJECT = Heading(Words("项目", "project"), 44)
_RANK = Heading(Words("名次", "rank"), 7, right=True)

_RANKING = (
    *(_RANK, Heading(Words("范围", "range"), 11), _TOTAL, _GRADE, _PROJECT),
    Heading(Words("部门", "department"), 40),
)
_QUARTILES = (
    Heading(Words("项目数", "projects"), 8, right=True),
    Heading(Words("最低", "lowest"), 9, right=True),
    Heading(Words("下四分位", "lower quartile"), 10, right=True),
    Heading(Words("中位", "median"), 9, right=True),
    Heading(Words("上四分位", "upper quartile"), 10, right=True),
    Heading(Words("最高", "highest"), 9, right=True),
)
_SPREAD = Heading(Words("占差距", "of the spread"), 9, right=True)
_LOST = Heading(Words("失分", "lost"), 10, right=True)
_CATEGORIES = (
    Heading(Words("类别", "category"), 24),
    Heading(Words("指标数", "items"), 8, right=True),
    Heading(Words("达到", "met"), 8, right=True),
    _LOST,
    Heading(Words("得分率", "earned"), 9, right=True),
    _SPREAD,
)
_DECIDING = (
    Heading(Words("指标", "indicator"), 44),
    Heading(Words("项目数", "projects"), 8, right=True),
    Heading(Words("满分", "full"), 8, right=True),
    *(_LOST, _SPREAD),
)
_WEIGHTS = (
    Heading(Words("类别", "category"), 16),
    Heading(Words("权重", "weight"), 9, right=True),
    Heading(Words("变动到", "moved to"), 16),
    Heading(Words("名次一致 τ", "order kept τ"), 13),
    Heading(Words("名次变动最大", "moves most"), 50),
)
_AGAINST = (
    *(_PROJECT, _TOTAL, _GRADE, _RANK),
    Heading(Words("换后总分", "total then"), 9, right=True),
    *(_GRADE, _RANK),
)
_YEARS = (
    Heading(Words("项目", "project"), 36),
    Heading(Words("变化", "change"), 80),
)
_PRIORITY = (
    Heading(Words("次序", "order"), 7, right=True),
    Heading(Words("项目", "project"), 36),
    Heading(Words("预算", "budget"), 14, right=True),
    Heading(Words("线索分", "points"), 8, right=True),
    Heading(Words("线索", "clues"), 70),
)
_FINDINGS = (
    Heading(Words("项目", "project"), 36),
    Heading(Words("程度", "severity"), 7),
    Heading(Words("位置", "place"), 28),
    Heading(Words("疑点", "doubt"), 80),
)


def ranking(found: Comparison, language: str, department: str | None = None) -> Listing:
    """The places of all projects, or of those of one department."""
    table = found.ranking
    if department is not None:
        table = table[table["department"].fillna("") == department]
    rows = tuple(
        (
            _place(row["rank"], is_tied=row["tied"] > 1),
            str(row["rank"]) if row["best"] == row["worst"] else f"{row['best']}–{row['worst']}",
            points_of(row["total"]),
            _grade(row, language),
            str(row["project"]),
            str(row["department"]),
        )
        for row in table.to_dict("records")
    )
    title = Words(
        "名次（= 并列；范围：定性评价留有余地时，名次可能落在哪里）",
        "places (= tied; range: where judgements leave the place open)",
    )
    return Listing("ranking", title, _RANKING, rows)


def _grade(row: Mapping[Hashable, Any], language: str) -> str:
    """The grade of a project, marked where it is provisional."""
    is_provisional = row["status"] == "provisional"
    return f"{row['grade']}{_PROVISIONAL.said(language) if is_provisional else ''}"


_PROVISIONAL = Words("（暂定）", " (provisional)")


def doubts(found: Comparison, department: str | None = None) -> Listing:
    """Every finding of the records, or of those of one department."""
    table = found.ranking
    if department is not None:
        table = table[table["department"].fillna("") == department]
    names = dict(zip(table["project_id"], table["project"], strict=True))
    rows = tuple(
        (
            str(names[each.project_id]),
            SEVERITIES[Severity(each.severity)].zh,
            each.place,
            each.message,
        )
        for each in found.findings
        if each.project_id in names
    )
    return Listing("findings", Words("疑点", "doubts"), _FINDINGS, rows)


def _group(found: Comparison, name: str) -> Listing:
    columns = ("lowest", "lower_quartile", "median", "upper_quartile", "highest")
    rows = tuple(
        (str(row[name]), count_of(row["projects"]), *(points_of(row[each]) for each in columns))
        for row in found.groups[name].to_dict("records")
    )
    title = GROUPS[name]
    heading = Words(f"总分分布：按{title.zh}", f"totals by {title.en}")
    return Listing(name, heading, (Heading(title, 44), *_QUARTILES), rows)


def _categories(found: Comparison, language: str) -> Listing:
    rows = tuple(
        (
            category_title(row["category"]).said(language),
            count_of(row["items"]),
            count_of(row["met"]),
            points_of(row["lost"]),
            percent(row["points"], row["max_points"]),
            _share(row["share"]),
        )
        for row in found.categories.to_dict("records")
    )
    return Listing("categories", Words("各类指标", "categories"), _CATEGORIES, rows)


def _deciding(found: Comparison) -> Listing:
    decides = found.deciding[(found.deciding["lost"] > 0) & (found.deciding["projects"] > 1)]
    rows = tuple(
        (
            " ".join(str(row["indicator"]).split()),
            count_of(row["projects"]),
            count_of(row["full"]),
            points_of(row["lost"]),
            _share(row["share"]),
        )
        for row in decides.to_dict("records")
    )
    title = Words(
        "几个项目都有、拉开差距的指标（占总分差距的几成）",
        "indicators of several projects that decide, and how much",
    )
    return Listing("deciding", title, _DECIDING, rows)


def _weights(found: Comparison, language: str) -> Listing:
    names = names_of(found)
    rows = []
    for each in found.reweighed:
        places = each.ranks.to_dict("records")
        most = max(places, key=lambda place: place["worst"] - place["best"])
        moves = f"{names[most['project_id']]} {most['best']}–{most['worst']}"
        is_kept = each.ranks["best"].equals(each.ranks["worst"])
        rows.append(
            (
                _head_title(each.category).said(language),
                Figure(f"{each.now}%", each.now / 100, "0.00%"),
                f"{each.least}–{each.most}%",
                f"{each.tau_least:.2f} / {each.tau_most:.2f}",
                Words("不变", "none").said(language) if is_kept else moves,
            )
        )
    title = Words(
        "一类的权重变动、其余按比例伸缩时，名次怎样变",
        "what the order does when one weight moves and the others keep their proportions",
    )
    return Listing("weights", title, _WEIGHTS, tuple(rows))


def _head_title(code: str) -> Words:
    return Words("预算执行率", "execution rate") if code == EXECUTION else category_title(code)


def names_of(found: Comparison) -> dict[str, str]:
    """The names of the projects by their ids."""
    table = found.ranking
    return dict(zip(table["project_id"], table["project"], strict=True))


def _against(found: Comparison, language: str) -> Listing | None:
    other = found.against
    if other is None:
        return None
    rows = tuple(
        (
            str(row["project"]),
            points_of(row["total"]),
            _grade(row, language),
            count_of(row["rank"]),
            points_of(row["total_other"]),
            str(row["grade_other"]),
            count_of(row["rank_other"]),
        )
        for row in other.ranks.to_dict("records")
    )
    title = Words(
        f"换用 {other.standard}（名次一致 τ {other.tau:.2f}）",
        f"by {other.standard} instead (order kept: τ {other.tau:.2f})",
    )
    return Listing("against", title, _AGAINST, rows)


def _years(found: Comparison, language: str) -> Listing:
    names = names_of(found)
    rows = tuple(
        (names[pair.after_id], change.words.said(language))
        for pair in found.years
        for change in pair.changes
    )
    return Listing("years", Words("与上年相比", "against last year"), _YEARS, rows)


def _priority(found: Comparison, language: str) -> Listing:
    names = names_of(found)
    budgets = dict(zip(found.ranking["project_id"], found.ranking["budget"], strict=True))
    listed = [each for each in found.priority if each.points > 0]
    rows = tuple(
        (
            count_of(number),
            names[each.project_id],
            _money(budgets[each.project_id]),
            Figure(str(each.points), each.points, "0.0"),
            "\n".join(f"{r.points}　{r.words.said(language)}" for r in each.reasons),
        )
        for number, each in enumerate(listed, 1)
    )
    title = Words(
        "先看哪里（线索只说明需核实）", "where to look first (a clue asks, it accuses nobody)"
    )
    return Listing("priority", title, _PRIORITY, rows)


def _money(budget: object) -> str:
    if budget is pd.NA:
        return "—"
    fen = int(str(budget))
    return Figure(money_text(fen), Decimal(fen).scaleb(-6), '0.######"万元"')


def remarks(found: Comparison) -> Iterator[Words]:
    """What to know beside the tables."""
    if len(found.undiscriminating):
        names = "、".join(found.undiscriminating["indicator"].head(_NAMED))
        yield Words(f"人人满分的指标：{names}。", f"everybody has all of: {names}.")
    inexact = [each.category for each in found.reweighed if not each.exact]
    if inexact:
        titles = "、".join(_head_title(code).zh for code in inexact)
        yield Words(
            f"权重变动的名次范围只算了两端（项目多，或有的项目缺某类指标）：{titles}。",
            f"ranges of places under moved weights are those of the two ends only: {titles}.",
        )


_NAMED = 20
