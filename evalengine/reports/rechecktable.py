"""A re-check in bulk as lines of text: what was found, and the projects that are farthest off."""

from collections.abc import Iterator

from evalengine import terminal
from evalengine.bulk.summary import Gap, Summary
from evalengine.reports.rechecked import counts_of
from evalengine.terminal import Column
from indicators.errors import Words
from indicators.model import plain

_HEADINGS = (
    Words("项目", "Project"),
    Words("部门", "Department"),
    Words("自评", "Declared"),
    Words("等级", "Grade"),
    Words("复算", "Computed"),
    Words("等级", "Grade"),
    Words("多给", "Too much"),
)


def table_lines(summary: Summary, language: str) -> Iterator[str]:
    """The projects that gave themselves most too much, then the counts."""
    gaps = [gap for gap in summary.gaps if gap.difference > 0]
    if gaps:
        yield Words("自评高出复算最多的项目：", "Projects declared farthest above:").said(language)
        titles = [words.said(language) for words in _HEADINGS]
        columns = [
            Column(title, right=at in (2, 4, 6), flexible=at <= 1)
            for at, title in enumerate(titles)
        ]
        yield from terminal.table(columns, [_cells(gap) for gap in gaps], terminal.room())
        yield ""
    yield counts_of(summary.forms, summary.verdicts, summary.counts).said(language)
    yield _others(summary).said(language)
    if summary.left_out:
        yield Words(
            f"另有 {summary.left_out} 个项目不能复核，如：{terminal.plain(summary.why)}",
            f"{summary.left_out} projects could not be re-checked, for instance: "
            f"{terminal.plain(summary.why)}",
        ).said(language)


def _cells(gap: Gap) -> list[str]:
    return [
        terminal.plain(gap.project),
        terminal.plain(gap.department),
        plain(gap.declared),
        gap.declared_grade,
        plain(gap.computed),
        gap.computed_grade,
        plain(gap.difference),
    ]


def _others(summary: Summary) -> Words:
    named = "、".join(f"{id_}（{count}）" for id_, count in summary.standards.items()) or "无"
    named_en = ", ".join(f"{id_} ({count})" for id_, count in summary.standards.items()) or "none"
    return Words(
        f"等级与自评不同的 {summary.regraded} 个，雷同 {summary.copies} 组。评分标准：{named}。",
        f"{summary.regraded} with another grade than declared; {summary.copies} groups of copies. "
        f"Standards: {named_en}.",
    )
