"""A standard in words: identity, points, rules, levels, grades, and what of it is unverified."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from evalengine.normalform import plain as data_of
from evalengine.terminal import Column, pad, plain, room, table, width, wrap
from indicators.errors import Words
from indicators.model import plain as shortest
from scoring.provenance import Source
from scoring.standard import Standard

STANDARDS_SCHEMA = "evalengine/standards/1"
STANDARD_SCHEMA = "evalengine/standard/1"

_MARKS = {
    "practice": Words("见于通用软件的做法", "read in deployed software"),
    "high": Words("凭记忆，把握大", "from memory, high confidence"),
    "medium": Words("凭记忆，把握中等", "from memory, medium confidence"),
    "low": Words("凭记忆，把握小", "from memory, low confidence"),
    "choice": Words("原文没有规定，本标准文件自定", "the standard is silent; this file chooses"),
}
_PARTS = {
    "weights": Words("分值", "points"),
    "execution": Words("预算执行率", "budget execution"),
    "levels": Words("定性分档", "levels"),
    "not_applicable": Words("不适用的指标", "what does not apply"),
    "rounding": Words("取整", "rounding"),
    "grades": Words("等级", "grades"),
}
_LABEL_ROOM = 14


def list_lines(standards: Sequence[Standard], language: str) -> list[str]:
    """One row a standard."""
    columns = [
        Column(Words("编号", "id").said(language)),
        Column(Words("名称", "title").said(language), flexible=True),
        Column(Words("文号或来源", "issued as").said(language), flexible=True),
        Column(Words("预算年度", "budget years").said(language)),
        Column(Words("未核对", "unverified").said(language), right=True),
    ]
    rows = [
        [
            each.id,
            Words(each.title, each.title_en).said(language),
            each.issued_as,
            _years(each, language),
            str(len(each.unverified())),
        ]
        for each in standards
    ]
    return table(columns, rows, room())


def list_data(standards: Sequence[Standard]) -> dict[str, Any]:
    """The document that `standards list --format json` prints."""
    return {"schema": STANDARDS_SCHEMA, "standards": [_identity(each) for each in standards]}


def show_data(standard: Standard) -> dict[str, Any]:
    """The document that `standards show --format json` prints: the whole content."""
    content = standard.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {"schema": STANDARD_SCHEMA, **content}


def _identity(standard: Standard) -> dict[str, Any]:
    return {
        "id": standard.id,
        "title": standard.title,
        "title_en": standard.title_en,
        "issued_as": standard.issued_as,
        "status": standard.status,
        "budget_years": {
            "from": standard.budget_years.from_,
            "until": standard.budget_years.until,
        },
        "total": data_of(standard.weights.total),
        "unverified": len(standard.unverified()),
        "sha256": standard.sha256,
    }


def show_lines(standard: Standard, language: str) -> list[str]:
    """Everything a reader would hold beside the regulation."""
    lines = [f"{standard.id}　{Words(standard.title, standard.title_en).said(language)}"]
    for label, text in _entries(standard, language):
        lines += _entry(label.said(language), text)
    unverified = standard.unverified()
    lines.append("")
    if not unverified:
        return [
            *lines,
            Words("全部参数已核对原文。", "All parameters are verified.").said(language),
        ]
    heading = Words("未经核对的参数：", "Parameters whose text was not seen:")
    lines.append(heading.said(language))
    for key, source in unverified:
        title = part_title(standard, key).said(language)
        lines += _entry(title, _unverified(source, language))
    return lines


def part_title(standard: Standard, key: str) -> Words:
    """What to call a part of a standard that `Standard.parts` names by its key."""
    rules = {f"rules.{rule.id}": Words(rule.title, rule.title_en) for rule in standard.rules}
    gates = {
        f"grades.gates.{gate.name}": Words(gate.title, gate.title_en)
        for gate in standard.grades.gates
    }
    named = {**_PARTS, **rules, **gates}
    return named[key] if key in named else named[key.partition(".")[0]]


def _entries(standard: Standard, language: str) -> Iterator[tuple[Words, str]]:
    yield Words("发布", "issued"), f"{standard.issuer}　{standard.issued_as}"
    yield Words("预算年度", "budget years"), _years(standard, language)
    yield Words("来源", "source"), standard.source.clause
    yield Words("校验值", "SHA-256"), standard.sha256
    yield Words("分值", "points"), _points(standard.weights.points, language)
    for each in standard.weights.alternatives:
        present = [Words(f"有 {code}", f"with {code}") for code in each.if_.present]
        absent = [Words(f"没有 {code}", f"no {code}") for code in each.if_.absent]
        told = [*present, *absent]
        zh, en = "、".join(when.zh for when in told), ", ".join(when.en for when in told)
        yield Words(f"　{zh}", f"  {en}"), _points(each.points, language)
    for band in standard.levels.bands:
        title = Words(band.title, band.title_en).said(language)
        yield Words("定性分档", "levels"), f"{title} {band.interval}"
    for rule in standard.rules:
        title = Words(rule.title, rule.title_en).said(language)
        method = rule.use.title.said(language)
        clause = standard.cite(rule).clause
        said = Words(
            f"{rule.id}：{title}（{method}）{clause}", f"{rule.id}: {title} ({method}) {clause}"
        )
        yield Words("规则", "rule"), said.said(language)
    for grade in standard.grades.bands:
        title = Words(grade.title, grade.title_en).said(language)
        yield Words("等级", "grade"), f"{title} ≥ {shortest(grade.from_)}"


def _points(points: dict[str, Decimal], language: str) -> str:
    comma = Words("，", ", ").said(language)
    return comma.join(f"{code} {shortest(value)}" for code, value in points.items())


def _years(standard: Standard, language: str) -> str:
    first, last = standard.budget_years.from_, standard.budget_years.until
    return Words(f"{first} 起", f"{first}–").said(language) if last == "open" else f"{first}–{last}"


def _unverified(source: Source, language: str) -> str:
    mark = _MARKS[source.mark or "low"]
    return Words(f"{source.clause}（{mark.zh}）", f"{source.clause} ({mark.en})").said(language)


def _entry(label: str, text: str) -> list[str]:
    """A label, and its text beside it, indented where it goes on."""
    space = max(_LABEL_ROOM, width(label) + 2)
    first, *rest = wrap(plain(text), max(room() - space, 20))
    return [pad(label, space) + first, *(" " * space + line for line in rest)]
