"""Makes a form of a stretch of a document: its fields, its goal, its money, its indicators."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from indicators.forms import Layout
from indicators.grammar import parse_targets
from indicators.model import Budget, Finding, Form, Indicator, Source
from indicators.places import Place
from indicators.reading import agreement, doubts
from indicators.reading.agreement import Spelling
from indicators.reading.document import Document
from indicators.reading.head import Field, read_fields
from indicators.reading.money import read_budget
from indicators.reading.rows import Header, IndicatorRow, IndicatorTable, find_header, read_table
from indicators.reading.stretches import Stretch, divide
from indicators.reading.tables import Block
from indicators.spelling import folded
from indicators.taxonomy import belongs, category_of, category_title, head_of

_YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
_YEAR_ALONE = re.compile(r"\(?((?:19|20)[0-9]{2})(?:年|年度)?\)?")


def read_blocks(
    blocks: Sequence[Block], document: Document, *, lexicon: Path | None = None
) -> list[Form]:
    """All forms of a document, whatever reader gave its blocks.

    Raises:
        DocumentError: if there is no form, or one has no indicator table.
    """
    readings = [_read(stretch, header) for stretch, header in divide(blocks, document)]
    differing = agreement.differing(
        [_names(reading) for reading in readings], only_alike=["department"]
    )
    seen: Counter[str] = Counter()
    forms: list[Form] = []
    for reading, findings in zip(readings, differing, strict=True):
        form = _form(reading, document, findings, lexicon)
        seen[form.id] += 1
        forms.append(form.with_occurrence(seen[form.id]))
    return forms


@dataclass(frozen=True, slots=True)
class _Reading:
    """One form, read but not yet understood; `family` is the printed form it is most like."""

    stretch: Stretch
    family: str
    fields: list[Field]
    table: IndicatorTable
    findings: list[Finding]

    @property
    def layout(self) -> Layout:
        return self.stretch.layout

    def giving(self, what: str) -> list[Field]:
        """The fields whose value means `what`, in their order."""
        return [field for field in self.fields if field.label and field.label.gives == what]

    def text(self, what: str) -> str:
        """The first filled value that means `what`, or nothing."""
        return next((field.text for field in self.giving(what) if field.texts), "")


def _read(stretch: Stretch, header: Header) -> _Reading:
    """Take a form apart into its fields and its indicator rows."""
    table = read_table(stretch.rows, header, stretch.layout)
    behind = stretch.rows[table.end :]
    fields, findings = read_fields([*stretch.rows[: header.start], *behind], stretch.layout)
    if again := find_header(behind, stretch.layout):
        findings.append(doubts.header_twice(behind[again.start].place))
    family = stretch.layout.family({cell.text for row in stretch.rows for cell in row.own})
    return _Reading(stretch, family, fields, table, [*stretch.findings, *findings, *table.findings])


def _names(reading: _Reading) -> dict[str, Spelling]:
    """The names that all forms of a file should spell alike, by what they mean."""
    names: dict[str, Spelling] = {}
    for field in reading.giving("department"):
        if field.texts:
            names.setdefault("department", Spelling(field.text, field.place))
    for row in reading.table.rows:
        names.setdefault(f"level1 {head_of(row.level1)}", Spelling(row.level1, row.level1_place))
        category = category_of(row.level1, row.level2)
        names.setdefault(f"level2 {category}", Spelling(row.level2, row.place))
    return {
        meaning: name for meaning, name in names.items() if name.text and not meaning.endswith(" ")
    }


def _form(
    reading: _Reading, document: Document, differing: Sequence[Finding], lexicon: Path | None
) -> Form:
    """The form with all that its texts mean, and every doubt about them."""
    budget, about_budget = read_budget(reading.giving("budget"))
    year = _year(reading)
    rows = reading.table.rows
    return Form(
        kind=reading.layout.kind,
        department=reading.text("department") or reading.text("implementing_unit"),
        project=reading.text("project") or None,
        year=year,
        budget=budget,
        manager=reading.text("manager") or None,
        goal=reading.text("goal"),
        indicators=tuple(
            _indicator(number, row, year, budget, lexicon) for number, row in enumerate(rows, 1)
        ),
        source=_source(reading.stretch.place, document),
        findings=(
            *reading.findings,
            *differing,
            *about_budget,
            *_missing(reading, year, budget, about_budget),
            *(doubt for row in rows for doubt in _about_category(row)),
            *_incomplete(reading),
        ),
        fields=tuple((field.name, field.text) for field in reading.fields),
        layout=reading.family,
        project_id=reading.text("project_id"),
        implementing_unit=reading.text("implementing_unit"),
        goal_actual=reading.text("goal_actual"),
    )


def _source(place: Place, document: Document) -> Source:
    return Source(document.name, document.sha256, place.part, place.line)


def _indicator(
    number: int,
    row: IndicatorRow,
    year: int | None,
    budget: Budget | None,
    lexicon: Path | None,
) -> Indicator:
    category = category_of(row.level1, row.level2)
    return Indicator(
        number=number,
        level1=row.level1,
        level2=row.level2,
        category=category,
        name=row.name,
        target_text=row.text,
        targets=tuple(
            parse_targets(
                row.text,
                name=row.name,
                nature=row.nature,
                unit=row.unit,
                category=category or None,
                year=year,
                budget=budget,
                lexicon=lexicon,
            )
        ),
        place=str(row.place),
    )


def _year(reading: _Reading) -> int | None:
    """The year in the title, below it, or in a field of its own."""
    above = [reading.stretch.title, *(paragraph.text for paragraph in reading.stretch.above)]
    for text in above:
        if found := _YEAR.search(folded(text)):
            return int(found[1])
    found = _YEAR_ALONE.fullmatch(folded(reading.text("year")))
    return int(found[1]) if found else None


def _missing(
    reading: _Reading, year: int | None, budget: Budget | None, about_budget: Sequence[Finding]
) -> Iterator[Finding]:
    """Doubts about what every form should say: its year, whose it is, its budget."""
    place = reading.stretch.place
    if year is None:
        yield doubts.year_missing(place)
    for what, label in reading.layout.names.items():
        if not (reading.text(what) or (what == "department" and reading.text("implementing_unit"))):
            yield doubts.name_missing(place, label)
    if budget is None and not about_budget:
        yield doubts.budget_missing(place)


def _about_category(row: IndicatorRow) -> Iterator[Finding]:
    """Doubts about the level names of a row."""
    category = category_of(row.level1, row.level2)
    if not category:
        yield doubts.category_unknown(row.place, row.level1, row.level2)
    elif not belongs(row.level1, category):
        yield doubts.category_misplaced(row.place, row.level1, row.level2)


def _incomplete(reading: _Reading) -> Iterator[Finding]:
    """Doubts about a form whose last rows are not there, as in a file that was cut."""
    layout = reading.layout
    if any(field.label in layout.closing for field in reading.fields):
        return
    last = reading.stretch.rows[-1].cells[-1].place
    present = {head_of(row.level1) for row in reading.table.rows}
    absent = [category_title(head).zh for head in layout.heads if head not in present]
    if absent:
        yield doubts.form_cut(last, "、".join(absent))
    elif end := layout.ends[reading.family]:
        yield doubts.form_end_missing(last, end)
