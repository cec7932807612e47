"""The same facts by another standard, item by item: as lines and as data."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from evalengine.normalform import plain as data_of
from evalengine.record import item_data
from evalengine.reports.screen import heading
from evalengine.terminal import Column, clip, plain, room, table, wrap
from evalengine.whatif import Contrast
from indicators.errors import Words
from scoring.model import ExecutionScore, ItemScore, ProjectScore

_LONGEST = 28
EXECUTION = Words("预算执行率", "execution rate")


def contrast_lines(contrasts: Sequence[Contrast], language: str) -> list[str]:
    """Every project by both standards: items, total, and whether the grade changes."""
    lines: list[str] = []
    for each in contrasts:
        lines += ["", *_lines(each, language)]
    return lines


def _lines(contrast: Contrast, language: str) -> list[str]:
    here, there = contrast.here, contrast.there
    title = Words(
        f"对照 {contrast.standard.id}：{heading(here, 'zh')}",
        f"against {contrast.standard.id}: {heading(here, 'en')}",
    )
    lines = wrap(title.said(language), room())
    if there is None:
        lines.append(UNJUDGED.said(language))
        return lines + [f"· {plain(each.said(language))}" for each in contrast.problems]
    columns = [
        Column(Words("编号", "item").said(language)),
        Column(Words("内容", "measure").said(language), flexible=True),
        Column(Words("原得分", "points").said(language), right=True),
        Column(Words("对照得分", "against").said(language), right=True),
        Column(Words("相差", "change").said(language), right=True),
        Column(Words("对照的规则", "its rule").said(language)),
    ]
    lines += table(columns, list(_rows(contrast, language)), room())
    return [*lines, *wrap(verdict(contrast).said(language), room())]


def _rows(contrast: Contrast, language: str) -> Iterator[list[str]]:
    there = contrast.there
    assert there is not None
    if contrast.here.execution or there.execution:
        name = EXECUTION.said(language)
        yield ["", name, *_both(contrast.here.execution, there.execution)]
    for one, other in contrast.pairs:
        yield [one.id, clip(plain(one.measure or one.indicator), _LONGEST), *_both(one, other)]
    totals = [f"{contrast.here.total:f}", f"{there.total:f}"]
    change = signed(there.total - contrast.here.total)
    yield ["", Words("总分", "total").said(language), *totals, change, ""]


def _both(
    one: ItemScore | ExecutionScore | None, other: ItemScore | ExecutionScore | None
) -> list[str]:
    """Points of their maximum by both, the change, and the other rule."""
    had, would = _points(one), _points(other)
    rule = other.working.rule if other else "—"
    return [_of(one), _of(other), signed(would - had), rule]


def _of(item: ItemScore | ExecutionScore | None) -> str:
    return f"{item.working.points:f}/{item.max_points:f}" if item else "—"


def _points(item: ItemScore | ExecutionScore | None) -> Decimal:
    return item.working.points if item else Decimal(0)


def signed(change: Decimal) -> str:
    """A change as people write it: `+1.25`, `-0.20`, `0` where there is none."""
    return f"{change:+f}" if change else "0"


def verdict(contrast: Contrast) -> Words:
    """Total and grade by both standards, and whether the grade changes."""
    here, there = contrast.here, contrast.there
    if there is None:
        return UNJUDGED
    one, other = here.grade, there.grade
    zh = f"{here.standard.id}：{here.total:f} 分，{one.title}；{there.standard.id}："
    zh += f"{there.total:f} 分，{other.title}。"
    en = f"{here.standard.id}: {here.total:f}, {one.title_en}; {there.standard.id}: "
    en += f"{there.total:f}, {other.title_en}. "
    if contrast.grade_changes:
        return Words(zh + "等级会改变。", en + "The grade would change.")
    return Words(zh + "等级不变。", en + "The grade would be the same.")


UNJUDGED = Words("按这份标准评不了：", "that standard cannot judge it:")


def contrasts_data(contrasts: Sequence[Contrast]) -> list[dict[str, Any]]:
    """What `score --against` adds to the document of records, under `against`."""
    return [_data(each) for each in contrasts]


def _data(contrast: Contrast) -> dict[str, Any]:
    here, there, standard = contrast.here, contrast.there, contrast.standard
    return {
        "form_id": here.form_id,
        "project": here.project,
        "standard": {"id": standard.id, "title": standard.title, "sha256": standard.sha256},
        "total": data_of(there.total) if there else None,
        "grade": there.grade.title if there else None,
        "grade_name": there.grade.name if there else None,
        "change": data_of(there.total - here.total) if there else None,
        "grade_changes": contrast.grade_changes if there else None,
        "items": [_item(one, other) for one, other in contrast.pairs],
        "execution": _execution(there),
        "problems": [
            {"where": each.where, "message": each.words.zh, "message_en": each.words.en}
            for each in contrast.problems
        ],
    }


def _item(one: ItemScore, other: ItemScore) -> dict[str, Any]:
    names = ("id", "max_points", "points", "rule", "method", "working", "cite", "verified")
    data = item_data(other)
    return {**{name: data[name] for name in names}, "change": data_of(other.points - one.points)}


def _execution(there: ProjectScore | None) -> dict[str, Any] | None:
    if there is None or there.execution is None:
        return None
    working = there.execution.working
    return {
        "max_points": data_of(there.execution.max_points),
        "points": data_of(working.points),
        "working": working.formula,
        "cite": working.cite,
        "verified": working.verified,
    }
