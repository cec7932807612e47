"""A form layout: which titles, labels and columns a kind of form has, quick to look up.

One YAML file describes one printed form, so that it serves reading and writing alike. Forms of one
kind (the self-evaluations of 2016, 2019, …) are met in every mixture, so they are read by the words
of all of them together; which of them it is printed like, is told afterwards.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.forms.keys import (
    begins_with_year,
    heading_key,
    without_brackets,
    without_note,
    without_year,
)
from indicators.rulecache import load_cached
from indicators.spelling import folded, label_key

if TYPE_CHECKING:
    from pydantic import BaseModel

    from indicators.forms.schema import LayoutRule

HERE = Path(__file__).parent
SCHEMA = (HERE / "schema.py",)
"""The modules that say what may stand in the rule files."""

FAMILIES = (
    "department-declaration",
    "project-declaration",
    "project-declaration-classic",
    "project-declaration-short",
    "project-declaration-units",
    "selfevaluation-2019",
    "selfevaluation-2016",
    "selfevaluation-sichuan-2023",
    "department-selfevaluation",
    "project-monitoring",
)
"""The printed forms, a YAML file each; of one kind, the usual one first."""

MAX_LABEL = 60
"""A longer text is no title and no label; it is not even compared."""

_MAX_REMEMBERED = 4096
"""The same headings come again in every form of a file."""


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


@dataclass(frozen=True, eq=False)
class Layout:
    """One kind of form, by the folded spelling of its words.

    There are few, and what they say of a word is remembered: forms of a file repeat their words.

    `sections` are labels that have others belonging to them, `closing` the labels that stand
    behind the indicator table, `heads` the level-1 codes that every such form has rows for,
    `header` the columns without which it is no indicator table, as printed; `names` are the
    labels that say whose form it is, by what they give, and `ends` what each printed form ends
    with (nothing: it has no last row of its own); `beside` are the titles of other tables.
    `columns`, `money_columns`, `money_rows` and `goal_columns` give what a heading means.
    """

    kind: str
    title: str
    titles: tuple[str, ...]
    lead: frozenset[str]
    long_term: frozenset[str]
    heads: tuple[str, ...]
    header: tuple[str, ...]
    names: dict[str, str]
    ends: dict[str, str]
    columns: dict[str, str]
    money_leads: dict[str, Match]
    money_columns: dict[str, str]
    money_rows: dict[str, str]
    goal_leads: frozenset[str]
    goal_columns: dict[str, str]
    totals: frozenset[str]
    beside: tuple[str, ...]
    closing: frozenset[Label]
    sections: frozenset[Label]
    printed: dict[str, frozenset[str]]
    _labels: dict[str, list[Match]] = field(repr=False)

    @lru_cache(maxsize=_MAX_REMEMBERED)  # noqa: B019 -- layouts live as long as the process
    def label(self, text: str, section: Label | None = None) -> Match | None:
        """The label that a cell holds; inside `section`, its parts come before all others."""
        if len(text) > MAX_LABEL:
            return None
        key = label_key(text)
        found = self._labels.get(key) or self._labels.get(without_note(key), [])
        if not found and begins_with_year(key):
            found = next((own for one in without_year(key) if (own := self._labels.get(one))), [])
        for wanted in (section, None):
            for match in found:
                if match.label.section is wanted:
                    return match
        return None

    @lru_cache(maxsize=_MAX_REMEMBERED)  # noqa: B019
    def column(self, text: str) -> str | None:
        """What a column with this header holds (`level1`, `target`), None if it is not known."""
        return _meaning(self.columns, text)

    def has_column(self, meaning: str) -> bool:
        """Whether forms of this kind have a column that holds this."""
        return meaning in self.columns.values()

    @lru_cache(maxsize=_MAX_REMEMBERED)  # noqa: B019
    def money_column(self, text: str) -> str | None:
        """What a column of the money table holds (`annual`, `rate`), None if it is not known."""
        return _meaning(self.money_columns, text)

    def money_row(self, text: str) -> str | None:
        """Whether a row of the money table is the `whole` or a `part`, None if it is not known."""
        return _meaning(self.money_rows, text)

    @lru_cache(maxsize=_MAX_REMEMBERED)  # noqa: B019
    def goal_column(self, text: str) -> str | None:
        """Which goal stands below this heading, None if it is none."""
        return _meaning(self.goal_columns, text)

    @lru_cache(maxsize=_MAX_REMEMBERED)  # noqa: B019
    def is_lead(self, text: str) -> bool:
        """Whether the text is the label at the left of the indicator table."""
        if len(text) > MAX_LABEL:
            return False
        key = label_key(text)
        return key in self.lead or without_brackets(key) in self.lead or self.is_long_term(text)

    @lru_cache(maxsize=_MAX_REMEMBERED)  # noqa: B019
    def begins_header(self, text: str) -> bool:
        """Whether a row with this text at its left may be the header of the indicators."""
        return self.is_lead(text) or self.column(text) is not None

    def is_long_term(self, text: str) -> bool:
        """Whether the text is the label at the left of the long-term indicators."""
        key = label_key(text) if len(text) <= MAX_LABEL else ""
        return key in self.long_term or without_brackets(key) in self.long_term

    def is_total(self, text: str) -> bool:
        """Whether the text is the label of the row with the total."""
        key = label_key(text) if len(text) <= MAX_LABEL else ""
        return key in self.totals or without_brackets(key) in self.totals

    def family(self, words: Collection[str]) -> str:
        """The printed form that has most of these words; of equals, the usual one."""
        keys = {heading_key(word) for word in words if len(word) <= MAX_LABEL}
        return max(self.printed, key=lambda family: len(keys & self.printed[family]))


def _meaning(columns: dict[str, str], text: str) -> str | None:
    """What a heading means, whatever stands in brackets behind it: `全年预算数（A）`."""
    if len(text) > MAX_LABEL:
        return None
    key = heading_key(text)
    found = columns.get(key) or columns.get(without_brackets(key))
    if found is None and begins_with_year(key):
        return next((columns[one] for one in without_year(key) if one in columns), None)
    return found


@cache
def layouts() -> tuple[Layout, ...]:
    """All kinds of form.

    Raises:
        RuleFileError: if one of the files was changed and is no longer valid.
    """
    paths = [HERE / f"{family}.yaml" for family in FAMILIES]
    data = load_cached(paths, _schema, name="forms", schema_files=SCHEMA)
    kinds: dict[str, dict[str, Any]] = {}
    for family, rules in zip(FAMILIES, data, strict=True):
        kinds.setdefault(rules["kind"], {})[family] = rules
    return tuple(_layout(kind, families) for kind, families in kinds.items())


def layout_of(kind: str) -> Layout:
    """The layout of the forms of this kind (`project_selfevaluation`).

    Raises:
        KeyError: if there is no such kind.
    """
    return {layout.kind: layout for layout in layouts()}[kind]


def printed_form(family: str) -> "LayoutRule":
    """The description of a printed form, as its file gives it: what a writer goes by.

    Raises:
        RuleFileError: if there is no such family, or its file is wrong.
    """
    from indicators import rulefile  # noqa: PLC0415 -- YAML and pydantic only for writers
    from indicators.forms.schema import LayoutRule  # noqa: PLC0415

    return rulefile.load(HERE / f"{family}.yaml", LayoutRule)


_NEEDED_COLUMNS = ("level1", "level2", "target")
_NAMES = ("department", "project")


def _layout(kind: str, families: dict[str, dict[str, Any]]) -> Layout:
    """The words of all forms of a kind; where two give one word, the usual form decides."""
    every = list(families.values())
    usual = every[0]
    labels = _Labels()
    for rules in every:
        labels.add(rule for row in rules["head"] for rule in row)
        labels.add((rule for row in rules["tail"] for rule in row), closing=True)
        labels.add(rules["elsewhere"])
    tables = [rules["indicators"] for rules in every]
    columns = [column for part in ("columns", "elsewhere") for t in tables for column in t[part]]
    money = [rules["money"] for rules in every if rules["money"]]
    goals = [rules["goals"] for rules in every if rules["goals"]]
    leads = [Label(rule["lead"]["label"], units=tuple(rule["lead"]["units"])) for rule in money]
    return Layout(
        kind=kind,
        title=usual["title"],
        titles=tuple(
            dict.fromkeys(folded(t) for rules in every for t in (rules["title"], *rules["also"]))
        ),
        lead=frozenset(label_key(each) for r in every for each in r["indicators"]["lead"]),
        long_term=frozenset(
            label_key(each) for r in every for each in r["indicators"]["long_term"]
        ),
        heads=tuple(usual["indicators"]["heads"]),
        header=tuple(
            column["label"]
            for column in usual["indicators"]["columns"]
            if column["means"] in _NEEDED_COLUMNS
        ),
        names={
            rule["gives"]: rule["label"]
            for row in usual["head"]
            for rule in row
            if rule["gives"] in _NAMES
        },
        ends={family: _end(rules) for family, rules in families.items()},
        columns=_spelled(columns, "means"),
        money_leads={
            key: match
            for label, rule in zip(leads, money, strict=True)
            for key, match in _matches(label, _spellings(rule["lead"]))
        },
        money_columns=_spelled((c for rule in money for c in rule["columns"]), "means"),
        money_rows=_spelled((row for rule in money for row in rule["rows"]), "means"),
        goal_leads=frozenset(label_key(s) for rule in goals for s in _spellings(rule["lead"])),
        goal_columns=_spelled((c for rule in goals for c in rule["columns"]), "gives"),
        totals=frozenset(
            label_key(s) for rules in every if rules["total"] for s in _spellings(rules["total"])
        ),
        beside=tuple(folded(title) for rules in every for title in rules["beside"]),
        closing=frozenset(labels.closing),
        sections=frozenset(label.section for label in labels.all() if label.section),
        printed={family: frozenset(_printed(rules)) for family, rules in families.items()},
        _labels=labels.by_key,
    )


def _end(rules: dict[str, Any]) -> str:
    """What a form of this family ends with: its total, or the first label behind the table."""
    if rules["total"]:
        return str(rules["total"]["label"])
    return str(rules["tail"][0][0]["label"]) if rules["tail"] else ""


def _spellings(rule: dict[str, Any]) -> list[str]:
    return [rule["label"], *rule["also"]]


def _spelled(rules: Iterable[dict[str, Any]], what: str) -> dict[str, str]:
    """What each heading means, the first file that has it deciding."""
    found: dict[str, str] = {}
    for rule in rules:
        for spelling in _spellings(rule):
            found.setdefault(heading_key(spelling), rule[what])
    return found


def _printed(rules: dict[str, Any]) -> Iterator[str]:
    """The keys of the words that stand on the printed form."""
    yield from (
        heading_key(rule["label"]) for row in (*rules["head"], *rules["tail"]) for rule in row
    )
    for block in ("money", "goals", "indicators"):
        if rules[block]:
            yield from (heading_key(column["label"]) for column in rules[block]["columns"])
    yield from (heading_key(lead) for lead in rules["indicators"]["long_term"])


class _Labels:
    """The labelled cells of a kind: one `Label` for one name, however many forms print it."""

    def __init__(self) -> None:
        self.by_key: dict[str, list[Match]] = {}
        self.closing: list[Label] = []
        self._known: dict[tuple[str, str], Label] = {}

    def all(self) -> Iterable[Label]:
        return self._known.values()

    def add(self, rules: Iterable[dict[str, Any]], *, closing: bool = False) -> None:
        """Take in the labels of these rules, and their parts."""
        for rule in rules:
            label = self._label(rule, None)
            if closing:
                self.closing.append(label)
            for part in rule.get("parts", ()):
                self._label(part, label)

    def _label(self, rule: dict[str, Any], section: Label | None) -> Label:
        units = tuple(rule["units"]) or (section.units if section else ())
        name = (section.name if section else "", rule["label"])
        label = self._known.setdefault(name, Label(rule["label"], rule["gives"], units, section))
        for key, match in _matches(label, _spellings(rule)):
            matches = self.by_key.setdefault(key, [])
            if all(other.label.section is not section for other in matches):
                matches.append(match)
        return label


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
