"""Makes a form of a stretch of a document: its fields, its goal, its money, its indicators."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from indicators.errors import DocumentError, Words
from indicators.forms import Layout
from indicators.model import Budget, Finding, Form, Severity, Source
from indicators.places import Place
from indicators.progress import watched
from indicators.reading import agreement, doubts, money_doubts
from indicators.reading.agreement import Spelling
from indicators.reading.amounts import MoneyTable, table_of, unit_in, unit_told
from indicators.reading.categories import about_category
from indicators.reading.declared import Claims, is_execution
from indicators.reading.document import Document
from indicators.reading.head import Field
from indicators.reading.header import Header, find_header, one_line
from indicators.reading.indicators import IndicatorReader
from indicators.reading.longforms import find_long_header, lacking_columns, read_long_table
from indicators.reading.money import read_budget, read_money
from indicators.reading.rows import IndicatorRow, IndicatorTable, read_table
from indicators.reading.stretches import Stretch, divide
from indicators.reading.surroundings import read_surroundings
from indicators.reading.tables import Block, Grid, Row
from indicators.reading.year import budget_year
from indicators.taxonomy import category_of, category_title, head_of, without_points

_FINDING = Words("找出表格", "finding forms")
_READING = Words("读取表格", "reading forms")

_LEAST_CELLS = 3
"""An indicator has at least so many cells: its level, its name, its target."""

_QUOTED = 20


def read_blocks(
    blocks: Sequence[Block], document: Document, *, lexicon: Path | None = None
) -> list[Form]:
    """All forms of a document, whatever reader gave its blocks.

    Raises:
        DocumentError: if there is no form, or one has no indicator table.
    """
    tables = [
        (grid, header)
        for grid, above in _with_lines_above(blocks)
        if (header := find_long_header(grid, above))
    ]
    if whole := [(grid, header) for grid, header in tables if not header.lacking]:
        return _numbered(
            form
            for grid, header in whole
            for form in read_long_table(grid, header, document, lexicon=lexicon)
        )
    try:
        stretches = divide(blocks, document)
    except DocumentError as error:
        if tables:
            raise lacking_columns(tables, document) from error
        raise
    readings = [_read(*each) for each in watched(stretches, _FINDING)]
    differing = agreement.differing(
        [_names(reading) for reading in readings], only_alike=["department"]
    )
    pairs = list(zip(readings, differing, strict=True))
    return _numbered(
        _form(reading, document, findings, lexicon)
        for reading, findings in watched(pairs, _READING)
    )


def _with_lines_above(blocks: Sequence[Block]) -> Iterator[tuple[Grid, list[str]]]:
    """The tables, each with the lines since the one before."""
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            yield block, above
            above = []
        else:
            above.append(block.text)


def _numbered(forms: Iterable[Form]) -> list[Form]:
    """The forms, those of one name told apart by their order."""
    seen: Counter[str] = Counter()
    found = []
    for form in forms:
        seen[form.id] += 1
        found.append(form.with_occurrence(seen[form.id]))
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """One form, read but not yet understood.

    `family` is the printed form that it is most like; `rows` are its indicators without that of
    the execution rate, which stands in `execution`.
    """

    stretch: Stretch
    family: str
    fields: list[Field]
    money: MoneyTable | None
    table: IndicatorTable
    rows: list[IndicatorRow]
    execution: IndicatorRow | None
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

    def place(self, what: str) -> str:
        """Where that value stands, or nothing."""
        return next((str(field.place) for field in self.giving(what) if field.texts), "")

    @property
    def department(self) -> str:
        """主管部门, or the unit that carries the project out, where only that is named."""
        return self.text("department") or self.text("implementing_unit")


def _read(stretch: Stretch, header: Header) -> _Reading:
    """Take a form apart into its fields, its money and its indicator rows."""
    layout = stretch.layout
    table = read_table(stretch.rows, header, layout)
    behind = stretch.rows[table.end :]
    around = read_surroundings([*stretch.rows[: header.start], *behind], layout)
    findings = [*stretch.findings, *around.findings]
    if again := find_header(behind, layout):
        findings.append(doubts.header_twice(behind[again.start].place))
    findings += table.findings
    findings += _left_behind(behind)
    execution = [row for row in table.rows if is_execution(row)]
    findings += [doubts.execution_row(row.place, row.name or row.level1) for row in execution]
    if table.long_term:
        findings.append(doubts.long_term_apart(table.long_term[0].place, len(table.long_term)))
    return _Reading(
        stretch,
        layout.family({cell.text for row in stretch.rows for cell in row.filled}),
        around.fields,
        around.money,
        table,
        [row for row in table.rows if row not in execution],
        next(iter(execution), None),
        findings,
    )


def _left_behind(rows: Sequence[Row]) -> list[Finding]:
    """A doubt about rows like indicators, behind the end of their table."""
    for row in rows:
        if len(row.filled) >= _LEAST_CELLS and head_of(one_line(row.filled[0].text)):
            words = " ".join(cell.text for cell in row.filled)
            return [doubts.indicators_behind(row.filled[0].place, words[:_QUOTED])]
    return []


def _names(reading: _Reading) -> dict[str, Spelling]:
    """The names that all forms of a file should spell alike, by what they mean."""
    names: dict[str, Spelling] = {}
    for field in reading.giving("department"):
        if field.texts:
            names.setdefault("department", Spelling(field.text, field.place))
    for row in reading.rows:
        level1 = f"level1 {head_of(row.level1)}"
        if level1 not in names:
            names[level1] = Spelling(without_points(row.level1), row.level1_place)
        level2 = f"level2 {category_of(row.level1, row.level2)}"
        if level2 not in names:
            names[level2] = Spelling(without_points(row.level2), row.place)
    return {
        meaning: name for meaning, name in names.items() if name.text and not meaning.endswith(" ")
    }


def _form(
    reading: _Reading, document: Document, differing: Sequence[Finding], lexicon: Path | None
) -> Form:
    """The form with all that its texts mean, and every doubt about them."""
    budget, about_budget = _budget(reading)
    year, about_year = _year(reading)
    claims = Claims([])
    rows = IndicatorReader(year, budget, lexicon, claims)
    indicators = rows.read(reading.rows)
    long_term = rows.read(reading.table.long_term)
    declared = claims.declared(
        reading.money, reading.execution, reading.table.total, reading.text("grade")
    )
    declared = replace(
        declared, execution_rate=declared.execution_rate or reading.text("execution_rate")
    )
    return Form(
        kind=reading.layout.kind,
        department=reading.department,
        project=reading.text("project") or None,
        year=year,
        budget=budget,
        manager=reading.text("manager") or None,
        goal=reading.text("goal"),
        goal_targets=rows.of_goal(reading.text("goal")),
        goal_place=reading.place("goal"),
        indicators=indicators,
        source=_source(reading.stretch.place, document),
        findings=(
            *reading.findings,
            *differing,
            *about_budget,
            *claims.findings,
            *about_year,
            *_missing(reading, budget, about_budget),
            *(doubt for row in reading.rows for doubt in about_category(row)),
            *_incomplete(reading),
        ),
        fields=tuple((field.name, field.text) for field in reading.fields),
        layout=reading.family,
        project_id=reading.text("project_id"),
        implementing_unit=reading.text("implementing_unit"),
        goal_actual=reading.text("goal_actual"),
        long_term_goal=reading.text("long_term_goal"),
        long_term=long_term,
        declared=declared,
    )


def _source(place: Place, document: Document) -> Source:
    return Source(document.name, document.sha256, place.part, place.line)


def _budget(reading: _Reading) -> tuple[Budget | None, list[Finding]]:
    """The money of the table of money, or else of the labelled cell that holds the budget."""
    unit = _money_unit(reading.stretch)
    if reading.money:
        budget, findings = read_money(reading.money, unit=unit)
        if budget or findings:
            return budget, findings
    executed = {what: reading.giving(what) for what in ("annual", "executed")}
    if any(field.texts for fields in executed.values() for field in fields):
        return read_money(table_of({"amount": reading.giving("budget"), **executed}), unit=unit)
    return read_budget(reading.giving("budget"), unit=unit)


def _money_unit(stretch: Stretch) -> str | None:
    """The unit of all money of a form: in a line above its table, or in a cell `单位：元`."""
    above = (unit_in(paragraph.text) for paragraph in stretch.above)
    cells = (unit_told(cell.text) for row in stretch.rows for cell in row.filled)
    return next(filter(None, above), None) or next(filter(None, cells), None)


def _year(reading: _Reading) -> tuple[int | None, list[Finding]]:
    """The year in the title, below it, or in a field of its own, and the doubts about it."""
    stretch = reading.stretch
    below = (paragraph.text for paragraph in stretch.above)
    return budget_year(stretch.title, below, reading.text("year"), stretch.place)


def _missing(
    reading: _Reading, budget: Budget | None, about_budget: Sequence[Finding]
) -> Iterator[Finding]:
    """Doubts about what every form should say: whose it is, its budget."""
    place = reading.stretch.place
    for what, label in reading.layout.names.items():
        if not (reading.department if what == "department" else reading.text(what)):
            yield doubts.name_missing(place, label)
    if budget is None and not about_budget:
        yield money_doubts.budget_missing(place)


def _head(row: IndicatorRow) -> str:
    """The level 1 of a row: as it names it, or as its level 2 tells."""
    return head_of(row.level1) or category_of(row.level1, row.level2).partition(".")[0]


def _incomplete(reading: _Reading) -> Iterator[Finding]:
    """Doubts about a form whose last rows are not there, as in a file that was cut."""
    layout = reading.layout
    if reading.table.total or any(field.label in layout.closing for field in reading.fields):
        return
    last = reading.stretch.rows[-1].cells[-1].place
    present = {_head(row) for row in reading.rows}
    absent = [category_title(head).zh for head in layout.heads if head not in present]
    if absent:
        yield doubts.form_cut(last, "、".join(absent))
    elif end := layout.ends[reading.family]:
        doubt = doubts.form_end_missing(last, end)
        # Some printings end with the last indicators.
        yield replace(doubt, severity=Severity.INFO) if "satisfaction" in present else doubt
