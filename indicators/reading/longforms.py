"""Reads a long table, one indicator a row, into the forms of its projects."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from indicators.errors import DocumentError, EvalengineError, Problem, Words
from indicators.forms.longtable import LongTable, long_table
from indicators.grammar import parse_targets, read_number
from indicators.model import NOTHING_DECLARED, Budget, Declared, Finding, Form, Indicator, Source
from indicators.places import Place
from indicators.reading import column_doubts, doubts
from indicators.reading.amounts import AMOUNTS, MoneyRow, MoneyTable, unit_in
from indicators.reading.categories import about_category
from indicators.reading.declared import Claims, is_execution
from indicators.reading.document import Document
from indicators.reading.header import banner
from indicators.reading.indicators import IndicatorReader, Parse
from indicators.reading.money import read_money
from indicators.reading.rows import IndicatorRow
from indicators.reading.tables import Grid, Row
from indicators.reading.year import budget_year
from indicators.spelling import folded

LAYOUT = "long-table"

_SEARCHED_ROWS = 10
"""The header stands in one of the first rows; there may be a title above it."""

_ENOUGH = 5
"""So many known columns, a project's among them, make a long table, even if one is missing."""

_OF_PROJECT = (
    *("project_id", "project", "department", "implementing_unit", "region", "year"),
    *AMOUNTS,
)
_OF_ROW = ("actual", "max_points", "points", "reason", "evidence")


@dataclass(frozen=True, slots=True)
class LongHeader:
    """The header of a long table: its row, the column of each meaning, and all other columns.

    `year` and `unit` (of money) are those that stand above it, for rows and columns without.
    """

    row: int
    columns: dict[str, int]
    names: dict[str, str]
    others: tuple[tuple[str, int], ...]
    year: int | None = None
    unit: str | None = None

    @property
    def lacking(self) -> list[str]:
        """The meanings of columns that every row needs and that are not there."""
        return [one for one in long_table().needed if self.columns.keys().isdisjoint(_either(one))]


def _either(meaning: str) -> tuple[str, ...]:
    """What may stand in the place of a column: a name for a target, level 2 for level 1."""
    others = {"project": "project_id", "target": "name", "level1": "level2"}
    return (meaning, others[meaning])


def find_long_header(grid: Grid, above: Sequence[str] = ()) -> LongHeader | None:
    """The header of a long table, perhaps lacking a column, if the grid looks like one; `above` are
    the lines above the grid.
    """
    for at, row in enumerate(grid.rows[:_SEARCHED_ROWS]):
        if len(row.filled) < _ENOUGH:
            continue
        header = _header(at, row, long_table())
        names_project = not header.columns.keys().isdisjoint(_either("project"))
        if names_project and len(header.columns) >= _ENOUGH:
            lines = [*above, *(banner(each) for each in grid.rows[:at])]
            year, _ = budget_year("", lines, "", row.place)
            return replace(header, year=year, unit=next(filter(None, map(unit_in, lines)), None))
    return None


def lacking_columns(
    tables: Sequence[tuple[Grid, LongHeader]], document: Document
) -> EvalengineError:
    """The error that these tables lack columns; it names the nearest that they have."""
    return DocumentError(
        _missing(meaning, header, grid.rows[header.row], long_table(), document)
        for grid, header in tables
        for meaning in header.lacking
    )


def _header(at: int, row: Row, table: LongTable) -> LongHeader:
    columns: dict[str, int] = {}
    names: dict[str, str] = {}
    others: list[tuple[str, int]] = []
    for cell in row.own:
        meaning = table.column(cell.text)
        if meaning is None or meaning in columns:
            others += [(cell.text, cell.column)] if cell.text else []
        else:
            columns[meaning] = cell.column
            names[meaning] = cell.text
    return LongHeader(at, columns, names, tuple(others))


def _missing(
    meaning: str, header: LongHeader, row: Row, table: LongTable, document: Document
) -> Problem:
    """A needed column is not there: name it, and the nearest of those that are not known."""
    wanted = table.spellings(meaning)
    english = next((name for name in wanted if name.isascii()), meaning)
    scored = [
        (max(SequenceMatcher(None, folded(name).lower(), one).ratio() for one in wanted), name)
        for name, _ in header.others
    ]
    near = max(scored, default=(0.0, ""))[1]
    label = table.labels[meaning]
    return Problem(
        document.place_of(row.place),
        Words(
            f"长表缺少“{label}”（{english}）一列"
            + (f"；最接近的现有列是“{near}”，请改名" if near else "；请补上")
            + "。",
            f"the long table lacks the column {english} ({label})"
            + (f"; the nearest there is '{near}': rename it." if near else "; add it."),
        ),
    )


Key = tuple[str, str, str, str]
"""What tells projects apart: the id, or else name, department and year."""


@dataclass(slots=True)
class LongProject:
    """The rows of one project, what they say about it, and the doubts about them."""

    place: Place
    said: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    rows: list[IndicatorRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    doubted: set[str] = field(default_factory=set)
    year_above: int | None = None

    def hear(self, said: dict[str, str], places: dict[str, Place], place: Place) -> None:
        """Note what a row says about the project as a whole, whether or not it is an indicator."""
        for meaning in _OF_PROJECT:
            text = said.get(meaning, "")
            if text and meaning in places:
                self.places.setdefault(meaning, places[meaning])
            if text and self.said.setdefault(meaning, text) != text:
                self._doubt(meaning, doubts.values_differ(place, self.said[meaning], text))

    def take(
        self,
        said: dict[str, str],
        places: dict[str, Place],
        place: Place,
        others: tuple[tuple[str, str], ...],
    ) -> None:
        """Add an indicator; what it leaves out of its levels is that of the row above."""
        above = self.rows[-1] if self.rows else None
        level1, level2 = said.get("level1", ""), said.get("level2", "")
        if above and not level1:
            level1, level2 = above.level1, level2 or above.level2
        name, target = said.get("name", ""), said.get("target", "")
        self.rows.append(
            IndicatorRow(
                level1,
                level2,
                (name or None) if target else None,
                said.get("nature") or None,
                said.get("unit") or None,
                target or name,
                place,
                place,
                {meaning: said[meaning] for meaning in _OF_ROW if meaning in said},
                others,
                places=places,
            )
        )

    @property
    def year(self) -> int | None:
        """The budget year, if one is given."""
        year = read_number(self.said.get("year", "").removesuffix("度").removesuffix("年"))
        return int(year) if year else self.year_above

    def note_apart(self, place: Place) -> None:
        """Leave the doubt that its rows do not stand together."""
        if self.rows:
            name = self.said.get("project") or self.said.get("project_id", "")
            self._doubt("apart", doubts.rows_apart(place, name))

    def _doubt(self, about: str, finding: Finding) -> None:
        if about not in self.doubted:
            self.doubted.add(about)
            self.findings.append(finding)


def read_long_table(
    grid: Grid, header: LongHeader, document: Document, *, lexicon: Path | None = None
) -> list[Form]:
    """The forms of a long table, a project each, in the order in which they begin.

    Rows of one project that do not stand together are put together, with a doubt.

    Raises:
        DocumentError: if no row holds an indicator.
    """
    projects: dict[Key, LongProject] = {}
    last: LongProject | None = None
    key: Key = ("", "", "", "")
    for row in grid.rows[header.row + 1 :]:
        texts = {cell.column: cell.text for cell in row.cells}
        where = {cell.column: cell.place for cell in row.cells}
        said = {meaning: texts.get(column, "") for meaning, column in header.columns.items()}
        places = {what: where[column] for what, column in header.columns.items() if column in where}
        if said == header.names:
            continue  # printed again on a new page
        key = _key(said, key)
        is_indicator = said.get("target") or said.get("name")
        if not (is_indicator or said.get("project_id") or said.get("project")):
            continue
        project = projects.setdefault(key, LongProject(row.place, year_above=header.year))
        project.hear(said, places, row.place)
        if not is_indicator:
            continue
        if project is not last:
            project.note_apart(row.place)
        others = ((name, texts.get(column, "")) for name, column in header.others)
        project.take(said, places, row.place, tuple((name, text) for name, text in others if text))
        last = project
    projects = {key: project for key, project in projects.items() if project.rows}
    if not projects:
        place = grid.rows[header.row].place
        raise DocumentError.at(
            document.place_of(place),
            "长表的表头下面没有指标；请补全后再读。",
            "no indicator stands below the header of the long table; complete it.",
        )
    first = next(iter(projects.values()))
    at = grid.rows[header.row].place
    first.findings += [column_doubts.column_unknown(at, name) for name, _ in header.others]
    first.findings += grid.findings
    forms = []
    for project in projects.values():
        money = money_of(project, header)
        reads = [
            read_row(row, year=project.year, budget=money[0], lexicon=lexicon)
            for row in project.rows
        ]
        forms.append(form_of(project, reads, money, header, document, is_first=project is first))
    return forms


def _key(said: dict[str, str], above: Key) -> Key:
    """Which project a row belongs to: that of the row above, where it names none."""
    id_, name, department, year = (
        said.get(meaning, "") for meaning in ("project_id", "project", "department", "year")
    )
    if not (id_ or name):
        return above
    return (id_, "", "", year) if id_ else ("", name, department, year)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row comes to, wherever it stands: an indicator, or (None) what the row of the
    execution rate declares; the doubts about its points, and those about its levels.
    """

    indicator: Indicator | None
    declared: Declared
    claims: tuple[Finding, ...] = ()
    levels: tuple[Finding, ...] = ()


def read_row(
    row: IndicatorRow,
    *,
    year: int | None,
    budget: Budget | None,
    lexicon: Path | None,
    parse: Parse = parse_targets,
) -> ReadRow:
    """One row of a project of this year and budget; its indicator has the number 1.

    `parse` is `parse_targets`, or what remembers its answers.
    """
    claims = Claims([])
    if is_execution(row):
        declared = claims.declared(None, row, None, "")
        return ReadRow(None, declared, tuple(claims.findings))
    (indicator,) = IndicatorReader(year, budget, lexicon, claims, parse).read([row])
    return ReadRow(indicator, NOTHING_DECLARED, tuple(claims.findings), tuple(about_category(row)))


Money = tuple[Budget | None, list[Finding]]


def money_of(project: LongProject, header: LongHeader) -> Money:
    """The money of a project, in the unit that the names of its columns give, and the doubts."""
    texts = {meaning: project.said[meaning] for meaning in AMOUNTS if project.said.get(meaning)}
    units = {meaning: unit_in(name) for meaning, name in header.names.items() if meaning in AMOUNTS}
    known = {meaning: unit for meaning, unit in units.items() if unit}
    label = next((header.names[meaning] for meaning in AMOUNTS if meaning in header.names), "")
    row = MoneyRow(label, True, texts, project.place, project.places)
    return read_money(MoneyTable("", known, [row], 0), unit=header.unit) if texts else (None, [])


def form_of(
    project: LongProject,
    reads: Sequence[ReadRow],
    money: Money,
    header: LongHeader,
    document: Document,
    *,
    is_first: bool,
) -> Form:
    """The form of a project, all rows of which were read; `is_first` of its table."""
    said, place = project.said, project.place
    budget, about_money = money
    if not is_first:  # told once, of the whole table
        about_money = [doubt for doubt in about_money if doubt.check != "budget-unit-guessed"]
    rows = list(zip(reads, (str(row.place) for row in project.rows), strict=True))
    own = [(read, read.indicator, at) for read, at in rows if read.indicator]
    execution = [(read, at) for read, at in rows if not read.indicator][:1]
    claims = [(read.claims, at) for read, _, at in own] + [(r.claims, at) for r, at in execution]
    unit = said.get("implementing_unit", "")
    return Form(
        kind="project_selfevaluation" if "actual" in header.columns else "project_declaration",
        department=said.get("department") or unit,
        project=said.get("project") or said.get("project_id"),
        year=project.year,
        budget=budget,
        manager=None,
        goal="",
        indicators=tuple(
            replace(indicator, number=number, place=at)
            for number, (_, indicator, at) in enumerate(own, 1)
        ),
        source=Source(document.name, document.sha256, place.part, place.line),
        findings=(
            *project.findings,
            *about_money,
            *_placed(claims),
            *_placed([(read.levels, at) for read, _, at in own]),
        ),
        layout=LAYOUT,
        project_id=said.get("project_id", ""),
        implementing_unit=unit,
        region=said.get("region", ""),
        declared=execution[0][0].declared if execution else NOTHING_DECLARED,
    )


def _placed(doubts_of_rows: Sequence[tuple[Sequence[Finding], str]]) -> list[Finding]:
    """The doubts about rows; those that stand nowhere, where their row stands."""
    return [
        doubt if doubt.place else replace(doubt, place=at)
        for found, at in doubts_of_rows
        for doubt in found
    ]
