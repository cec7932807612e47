"""A comparison in a terminal: places, groups, what decides, what weights change, where to look."""

from collections.abc import Iterable, Sequence

import pandas as pd

from evalengine.comparing import GROUPS, Comparison
from evalengine.terminal import Column, clip, plain, room, table
from indicators.errors import Words
from indicators.taxonomy import category_title
from scoring.comparison.tables import money_text, points_text

MOST = 20
"""Rows of a list that a terminal shows; the other formats have all."""

_LONGEST = 56
"""Columns of an indicator's name that a terminal shows."""

Head = Sequence[tuple[Words, bool, bool]]

_RANKING: Head = (
    (Words("名次", "rank"), True, False),
    (Words("范围", "range"), False, False),
    (Words("总分", "total"), True, False),
    (Words("等级", "grade"), False, False),
    (Words("项目", "project"), False, True),
    (Words("部门", "department"), False, True),
)
_GROUP: Head = (
    (Words("", ""), False, True),
    (Words("项目数", "projects"), True, False),
    (Words("最低", "lowest"), True, False),
    (Words("下四分位", "lower quartile"), True, False),
    (Words("中位", "median"), True, False),
    (Words("上四分位", "upper quartile"), True, False),
    (Words("最高", "highest"), True, False),
)
_CATEGORIES: Head = (
    (Words("类别", "category"), False, True),
    (Words("指标数", "items"), True, False),
    (Words("达到", "met"), True, False),
    (Words("失分", "lost"), True, False),
    (Words("得分率", "earned"), True, False),
    (Words("占差距", "of the spread"), True, False),
)
_DECIDING: Head = (
    (Words("指标", "indicator"), False, True),
    (Words("项目数", "projects"), True, False),
    (Words("满分", "full"), True, False),
    (Words("失分", "lost"), True, False),
    (Words("占差距", "of the spread"), True, False),
)
_WEIGHTS: Head = (
    (Words("类别", "category"), False, True),
    (Words("权重", "weight"), True, False),
    (Words("变动到", "moved to"), False, False),
    (Words("名次一致 τ", "order kept τ"), False, False),
    (Words("名次变动最大", "moves most"), False, True),
)
_AGAINST: Head = (
    (Words("项目", "project"), False, True),
    (Words("总分", "total"), True, False),
    (Words("等级", "grade"), False, False),
    (Words("名次", "rank"), True, False),
    (Words("换后总分", "total then"), True, False),
    (Words("等级", "grade"), False, False),
    (Words("名次", "rank"), True, False),
)


def comparison_lines(found: Comparison, language: str) -> list[str]:
    """Everything that `compare` prints."""
    parts = [
        _ranking(found, language),
        *(_group(found, name, language) for name in found.groups),
        _categories(found, language),
        _deciding(found, language),
        _weights(found, language),
        _against(found, language),
        _years(found, language),
        _priority(found, language),
    ]
    return [line for part in parts if part for line in (*part, "")][:-1]


def _titled(title: Words, head: Head, rows: Iterable[Sequence[str]], language: str) -> list[str]:
    listed = list(rows)
    columns = [Column(words.said(language), right, free) for words, right, free in head]
    lines = [f"── {title.said(language)}", *table(columns, listed[:MOST], room())]
    if len(listed) > MOST:
        more = len(listed) - MOST
        lines.append(Words(f"…… 另有 {more} 行", f"… {more} more").said(language))
    return lines


def _ranking(found: Comparison, language: str) -> list[str]:
    rows = [
        [
            f"{row['rank']}{'=' if row['tied'] > 1 else ''}",
            str(row["rank"]) if row["best"] == row["worst"] else f"{row['best']}–{row['worst']}",
            points_text(row["total"]),
            str(row["grade"]),
            str(row["project"]),
            str(row["department"]),
        ]
        for row in found.ranking.to_dict("records")
    ]
    title = Words(
        "名次（= 并列；范围：定性评价留有余地时，名次可能落在哪里）",
        "places (= tied; range: where judgements leave the place open)",
    )
    return _titled(title, _RANKING, rows, language)


def _group(found: Comparison, name: str, language: str) -> list[str]:
    columns = ("lowest", "lower_quartile", "median", "upper_quartile", "highest")
    rows = [
        [str(row[name]), str(row["projects"]), *(points_text(row[each]) for each in columns)]
        for row in found.groups[name].to_dict("records")
    ]
    title = GROUPS[name]
    heading = Words(f"总分分布：按{title.zh}", f"totals by {title.en}")
    return _titled(heading, ((title, False, True), *_GROUP[1:]), rows, language)


def _categories(found: Comparison, language: str) -> list[str]:
    rows = [
        [
            category_title(row["category"]).said(language),
            str(row["items"]),
            str(row["met"]),
            points_text(row["lost"]),
            _percent(row["points"], row["max_points"]),
            f"{row['share']:.0%}",
        ]
        for row in found.categories.to_dict("records")
    ]
    return _titled(Words("各类指标", "categories"), _CATEGORIES, rows, language)


def _percent(part: int, whole: int) -> str:
    """A share in percent with one decimal, rounded half up."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"


def _deciding(found: Comparison, language: str) -> list[str]:
    decides = found.deciding[(found.deciding["lost"] > 0) & (found.deciding["projects"] > 1)]
    rows = [
        [
            clip(plain(str(row["indicator"])), _LONGEST),
            str(row["projects"]),
            str(row["full"]),
            points_text(row["lost"]),
            f"{row['share']:.0%}",
        ]
        for row in decides.to_dict("records")
    ]
    title = Words(
        "几个项目都有、拉开差距的指标（占总分差距的几成）",
        "indicators of several projects that decide, and how much",
    )
    lines = _titled(title, _DECIDING, rows, language) if rows else []
    if len(found.undiscriminating):
        names = "、".join(found.undiscriminating["indicator"].head(MOST))
        lines.append(Words(f"人人满分：{names}", f"everybody has all of: {names}").said(language))
    return lines


def _weights(found: Comparison, language: str) -> list[str]:
    names = _names(found)
    rows = []
    for each in found.reweighed:
        places = each.ranks.to_dict("records")
        most = max(places, key=lambda place: place["worst"] - place["best"])
        moves = f"{names[most['project_id']]} {most['best']}–{most['worst']}"
        kept = each.ranks["best"].equals(each.ranks["worst"])
        rows.append(
            [
                _head_title(each.category).said(language),
                f"{each.now}%",
                f"{each.least}–{each.most}%",
                f"{each.tau_least:.2f} / {each.tau_most:.2f}",
                Words("不变", "none").said(language) if kept else moves,
            ]
        )
    title = Words(
        "一类的权重变动、其余按比例伸缩时，名次怎样变",
        "what the order does when one weight moves and the others keep their proportions",
    )
    return _titled(title, _WEIGHTS, rows, language) if rows else []


def _names(found: Comparison) -> dict[str, str]:
    """The names of the projects by their ids."""
    table = found.ranking
    return dict(zip(table["project_id"], table["project"], strict=True))


def _head_title(code: str) -> Words:
    return Words("预算执行率", "execution rate") if code == "execution" else category_title(code)


def _against(found: Comparison, language: str) -> list[str]:
    other = found.against
    if other is None:
        return []
    rows = [
        [
            str(row["project"]),
            points_text(row["total"]),
            str(row["grade"]),
            str(row["rank"]),
            points_text(row["total_other"]),
            str(row["grade_other"]),
            str(row["rank_other"]),
        ]
        for row in other.ranks.to_dict("records")
    ]
    title = Words(
        f"换用 {other.standard}（名次一致 τ {other.tau:.2f}）",
        f"by {other.standard} instead (order kept: τ {other.tau:.2f})",
    )
    return _titled(title, _AGAINST, rows, language)


def _years(found: Comparison, language: str) -> list[str]:
    changed = [pair for pair in found.years if pair.changes]
    if not changed:
        return []
    names = _names(found)
    lines = [f"── {Words('与上年相比', 'against last year').said(language)}"]
    for pair in changed[:MOST]:
        lines.append(names[pair.after_id])
        lines += [f"  {change.words.said(language)}" for change in pair.changes]
    return lines


def _priority(found: Comparison, language: str) -> list[str]:
    names = _names(found)
    budgets = dict(zip(found.ranking["project_id"], found.ranking["budget"], strict=True))
    listed = [each for each in found.priority if each.points > 0]
    title = Words(
        "先看哪里（线索只说明需核实）", "where to look first (a clue asks, it accuses nobody)"
    )
    lines = [f"── {title.said(language)}"]
    for number, each in enumerate(listed[:MOST], 1):
        budget = budgets[each.project_id]
        money = "" if budget is pd.NA else f"（{money_text(int(budget))}）"
        lines.append(f"{number}. {names[each.project_id]}{money}　{each.points}")
        lines += [f"   {reason.points}　{reason.words.said(language)}" for reason in each.reasons]
    return lines if listed else []
