"""Where the facts come from: the fill-in workbook, a table typed by the department, or the form."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from indicators.errors import ActualsError, Problem, Words
from indicators.model import Actual, Actuals, Finding, Form, Indicator, Severity
from indicators.pairing.answers import SHIPPED, Vocabulary, in_one_unit, read_money
from indicators.pairing.matching import problem
from indicators.pairing.own import fact_of, named, pair_own
from indicators.pairing.rows import find_filled, no_sheet
from indicators.pairing.sheet import SCHEMA, promise_in_full
from indicators.pairing.suggesting import Found, find_promises
from indicators.pairing.typed import TypedRow, read_typed
from indicators.pairing.workbook import Paired, pair_filled
from indicators.reading import Document, open_document
from indicators.reading.kinds import FileKind, kind_of
from indicators.spelling import nearest, perhaps, plain_words


def pair_facts(
    path: Path | None,
    forms: Sequence[Form],
    *,
    wanted: Collection[str] | None = None,
    vocabulary: Vocabulary = SHIPPED,
    accept_suggestions: bool = False,
) -> Paired:
    """What was achieved, and what is wrong with it.

    Args:
        path: the fill-in workbook, or a document with a table that the department typed itself,
            or with filled forms; None, where `forms` hold their facts themselves.
        forms: all forms of the declaration.
        wanted: ids of the forms that matter; the others are passed over, faults and all.
        vocabulary: words beyond the shipped ones.
        accept_suggestions: whether promises found by likeness count; else they are problems.

    Raises:
        DocumentError: if the file cannot be read.
        ActualsError: if no actuals can be found in it.
    """
    due = [form for form in forms if wanted is None or form.id in wanted]
    if path is None:
        return questioned(pair_own(due, vocabulary=vocabulary), due)
    document = open_document(path)
    if _may_be_filled(document):
        workbook = find_filled(path)
        if workbook is not None:
            paired = pair_filled(workbook, path, forms, wanted=wanted, vocabulary=vocabulary)
            return questioned(paired, due)
    typed = read_typed(document)
    if not typed.rows:
        raise no_sheet(path)
    paired = _pair_typed(typed.rows, forms, due, vocabulary, accept=accept_suggestions)
    return questioned(_noted(paired, typed.notes), due)


def _noted(paired: Paired, notes: tuple[Finding, ...]) -> Paired:
    """`paired`, with what is doubtful about the tables told once, with the first of its forms."""
    first = next(iter(paired.actuals), None)
    if not notes or first is None:
        return paired
    doubts = {**paired.doubts, first: (*notes, *paired.doubts.get(first, ()))}
    return replace(paired, doubts=doubts)


def _may_be_filled(document: Document) -> bool:
    """Whether it may be the fill-in workbook, or one sheet of it that was saved as text."""
    kind = kind_of(document)
    is_sheet = kind is FileKind.TEXT and SCHEMA in document.text
    return is_sheet or kind in (FileKind.XLSX, FileKind.XLS)


def questioned(paired: Paired, forms: Sequence[Form]) -> Paired:
    """`paired`, with what the grammar asks about its figures (约90%, 满意度9200%) as doubts."""
    doubts = dict(paired.doubts)
    for form in forms:
        facts = paired.actuals[form.id].by_item if form.id in paired.actuals else {}
        names = {key: promise_in_full(row, target) for key, row, target in form.items()}
        asked = [
            Finding("figure-in-doubt", Severity.WARNING, fact.place, _about(names[key], note))
            for key, fact in facts.items()
            for note in fact.notes
        ]
        if asked:
            doubts[form.id] = (*doubts.get(form.id, ()), *asked)
    return replace(paired, doubts=doubts)


def _about(name: str, note: Words) -> Words:
    return Words(f"“{name}”：{note.zh}", f"'{name}': {note.en}")


def _pair_typed(
    rows: Sequence[TypedRow],
    forms: Sequence[Form],
    due: Sequence[Form],
    vocabulary: Vocabulary,
    *,
    accept: bool,
) -> Paired:
    """The facts of each form by the typed rows of its project."""
    problems: list[Problem] = []
    by_form = _by_form(rows, forms, problems)
    actuals: dict[str, Actuals] = {}
    doubts: dict[str, tuple[Finding, ...]] = {}
    for form in due:
        if own := by_form.get(form.id):
            found = find_promises(form, own, accept=accept)
            actuals[form.id], others = _facts(form, own, found, vocabulary)
            problems += [*found.problems, *others.problems]
            if told := (*found.doubts, *others.doubts.get(form.id, ())):
                doubts[form.id] = told
    return Paired(actuals, tuple(problems), doubts)


def _by_form(
    rows: Sequence[TypedRow], forms: Sequence[Form], problems: list[Problem]
) -> dict[str, list[TypedRow]]:
    """The rows of each project; all rows belong to the only one, whatever it is called."""
    known = {plain_words(form.title): form.id for form in forms}
    found: dict[str, list[TypedRow]] = {}
    strangers: dict[str, TypedRow] = {}
    for row in rows:
        form_id = known.get(plain_words(row.project))
        if form_id is None and len(forms) == 1:
            form_id = forms[0].id
        if form_id is None:
            strangers.setdefault(row.project, row)
        else:
            found.setdefault(form_id, []).append(row)
    problems += [_stranger(row, forms) for row in strangers.values()]
    return found


def _stranger(row: TypedRow, forms: Sequence[Form]) -> Problem:
    titles = [form.title for form in forms]
    near = perhaps(nearest(row.project, titles))
    some = "、".join(titles[:3])
    return problem(
        row.place,
        f"“{row.project or '（空）'}”不是申报表中的项目{near.zh}；"
        f"请在“项目名称”一栏填申报表中的名称（如{some}）。",
        f"'{row.project}' is no project of the declaration{near.en}; give its name there in a "
        f"column 项目名称 (such as {some}).",
    )


def _facts(
    form: Form, rows: Sequence[TypedRow], found: Found, vocabulary: Vocabulary
) -> tuple[Actuals, Paired]:
    """The facts of a form, read as if its rows had been filled in; and what is wrong with them."""
    filled = replace(
        form,
        indicators=tuple(_filled(row, found.rows.get(str(row.number))) for row in form.indicators),
    )
    paired = pair_own([filled], vocabulary=vocabulary)
    actuals = paired.actuals[form.id]
    facts, problems = dict(actuals.by_item), list(paired.problems)
    if found.problems:  # what is missing may be what was not paired: told there
        where = found.problems[0].where
        facts = {
            key: replace(fact, place=where) if fact.kind == "missing" else fact
            for key, fact in facts.items()
        }
    for key, row, target in form.items():
        if typed := found.rows.get(key):
            own = _filled(row, typed)
            try:
                facts[key] = fact_of(
                    own, target, typed.actual, year=form.year, vocabulary=vocabulary
                )
            except ActualsError as error:
                problems += named(error, own, target)
                facts[key] = Actual.missing(typed.actual, place=typed.place)
    unit, executed, annual = _money(form, rows, problems)
    place = next((row.place for row in rows if row.money == "executed"), rows[0].place)
    whole = replace(
        actuals, by_item=facts, executed=executed, annual=annual, unit=unit, place=place
    )
    return whole, replace(paired, problems=tuple(problems))


def _filled(row: Indicator, typed: TypedRow | None) -> Indicator:
    """An indicator as if it had been filled in with what was typed elsewhere."""
    if typed is None:
        return replace(row, actual_text="")
    return replace(
        row,
        place=typed.place,
        actual_text=typed.actual,
        deviation_reason=typed.reason,
        evidence=typed.evidence,
        max_points=typed.max_points,
        declared_points=typed.declared_points,
    )


def _money(
    form: Form, rows: Sequence[TypedRow], problems: list[Problem]
) -> tuple[str, Decimal | None, Decimal | None]:
    """The unit, the money executed and the budget after changes; a problem leaves it missing."""
    found = {"executed": Actual.missing(), "annual": Actual.missing()}
    for row in rows:
        if row.money:
            try:
                found[row.money] = read_money(row.actual, form.budget, place=row.place)
            except ActualsError as error:
                problems += error.problems
    return in_one_unit(found["executed"], found["annual"], form.budget)
