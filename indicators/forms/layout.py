"""A form layout: which titles, labels and columns a form family has, quick to look up.

One YAML file a family describes the printed form, so that it serves reading and writing alike.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.rulecache import load_cached
from indicators.spelling import folded, label_key

if TYPE_CHECKING:
    from pydantic import BaseModel

HERE = Path(__file__).parent

FAMILIES = ("department-declaration", "project-declaration")
"""The form families, a YAML file each; the more special title first."""

_NEEDED_COLUMNS = ("level1", "level2", "target")

_NAMES = ("department", "project")

MAX_LABEL = 60
"""A longer text is no title and no label; it is not even compared."""

_BEFORE_TITLE = re.compile(
    r"(?:附?[表件][0-9一二三四五六七八九十]*[:.、]?)?"
    r"(?:[^,;:。!?]{0,30}[省市州盟县区旗镇乡厅局委办部院校会室处所队站馆心司年度级位门)])?"
)
"""What may stand before a title on its line: a number, and a place, a department or a year."""

_AFTER_TITLE = re.compile(r"\(\d{4}年?度?\)$")


@dataclass(frozen=True, eq=False, slots=True)
class Label:
    """A labelled cell of a form.

    `gives` is what its value means (`department`, `budget` …) or None; `units` are the money
    units that may stand in brackets behind it, the usual one first; `section` is the label that
    this one belongs to.
    """

    name: str
    gives: str | None = None
    units: tuple[str, ...] = ()
    section: "Label | None" = None


@dataclass(frozen=True, slots=True)
class Match:
    """A label found in a cell: which one, and the money unit written behind it."""

    label: Label
    unit: str | None = None


@dataclass(frozen=True)
class Layout:
    """One form family, by the folded spelling of its words.

    `sections` are labels that have others belonging to them, `closing` the labels that stand
    behind the indicator table, `heads` the level-1 codes that every such form has rows for,
    `header` the columns without which it is no indicator table, as printed; `names` are the
    labels that say whose form it is, by what they give, and `end` is the first closing label.
    """

    kind: str
    title: str
    titles: tuple[str, ...]
    lead: frozenset[str]
    heads: tuple[str, ...]
    header: tuple[str, ...]
    names: dict[str, str]
    end: str
    columns: dict[str, str]
    closing: frozenset[Label]
    sections: frozenset[Label]
    _labels: dict[str, list[Match]] = field(repr=False)

    def label(self, text: str, section: Label | None = None) -> Match | None:
        """The label that a cell holds; inside `section`, its parts come before all others."""
        if len(text) > MAX_LABEL:
            return None
        found = self._labels.get(label_key(text), [])
        for wanted in (section, None):
            for match in found:
                if match.label.section is wanted:
                    return match
        return None

    def column(self, text: str) -> str | None:
        """What a column with this header holds (`level1`, `target`), None if it is not known."""
        return self.columns.get(label_key(text)) if len(text) <= MAX_LABEL else None

    def is_lead(self, text: str) -> bool:
        """Whether the text is the label at the left of the indicator table."""
        return len(text) <= MAX_LABEL and label_key(text) in self.lead


@cache
def layouts() -> tuple[Layout, ...]:
    """All form families.

    Raises:
        RuleFileError: if one of the files was changed and is no longer valid.
    """
    paths = [HERE / f"{family}.yaml" for family in FAMILIES]
    data = load_cached(paths, _schema, name="forms", schema_file=HERE / "schema.py")
    return tuple(_layout(rules) for rules in data)


def layout_titled(text: str) -> Layout | None:
    """The family whose title this line is: `2019年 项目支出绩效目标申报表（2019年度）`.

    A place or a number may stand before the title, the year behind it; a sentence that mentions
    it is no title.
    """
    if len(text) > MAX_LABEL:
        return None
    line = _AFTER_TITLE.sub("", folded(text))
    for layout in layouts():
        for title in layout.titles:
            if line.endswith(title) and _BEFORE_TITLE.fullmatch(line.removesuffix(title)):
                return layout
    return None


def is_title(text: str) -> bool:
    """Whether this line is the title of a form of a known family."""
    return layout_titled(text) is not None


def _layout(rules: dict[str, Any]) -> Layout:
    table = rules["indicators"]
    head = list(_labels(rule for row in rules["head"] for rule in row))
    tail = list(_labels(rule for row in rules["tail"] for rule in row))
    known = [*head, *tail, *_labels(rules["elsewhere"])]
    by_key: dict[str, list[Match]] = {}
    for label, spellings in known:
        for key, match in _matches(label, spellings):
            by_key.setdefault(key, []).append(match)
    return Layout(
        kind=rules["kind"],
        title=rules["title"],
        titles=tuple(folded(title) for title in (rules["title"], *rules["also"])),
        lead=frozenset(label_key(lead) for lead in table["lead"]),
        heads=tuple(table["heads"]),
        header=tuple(
            column["label"] for column in table["columns"] if column["means"] in _NEEDED_COLUMNS
        ),
        names={label.gives: label.name for label, _ in head if label.gives in _NAMES},
        end=tail[0][0].name if tail else "",
        columns={
            label_key(spelling): column["means"]
            for column in table["columns"]
            for spelling in (column["label"], *column["also"])
        },
        closing=frozenset(label for label, _ in tail),
        sections=frozenset(label.section for label, _ in known if label.section),
        _labels=by_key,
    )


def _labels(rules: Iterable[dict[str, Any]]) -> Iterator[tuple[Label, list[str]]]:
    """The labels of these rules and of their parts, each with its spellings."""
    for rule in rules:
        label = Label(rule["label"], rule["gives"], tuple(rule["units"]))
        yield label, [rule["label"], *rule["also"]]
        for part in rule.get("parts", ()):
            units = tuple(part["units"]) or label.units
            inner = Label(part["label"], part["gives"], units, label)
            yield inner, [part["label"], *part["also"]]


def _matches(label: Label, spellings: Iterable[str]) -> Iterator[tuple[str, Match]]:
    """Every way to write a label, with the money unit that it names."""
    for spelling in spellings:
        key = label_key(spelling)
        yield key, Match(label)
        for unit in label.units:
            for written in (f"{key}({unit})", f"{key}(单位:{unit})"):
                yield written, Match(label, unit)


def _schema(path: Path) -> "type[BaseModel]":
    from indicators.forms.schema import LayoutRule  # noqa: PLC0415 -- costs pydantic

    return LayoutRule
