"""The flow of a re-check: read filled forms, hold every row against the standard, add it all up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from evalengine.choosing import AUTOMATIC
from evalengine.record import InputFile
from evalengine.wording import READING, RECHECKING
from indicators.errors import (
    ActualsError,
    DocumentError,
    EvalengineError,
    Problem,
    StandardError,
    Words,
)
from indicators.grammar import parser
from indicators.model import Actuals, Finding, Form, Indicator, Severity
from indicators.pairing.answers import Vocabulary
from indicators.pairing.filled import facts_of
from indicators.progress import watched
from indicators.reading import read_forms
from indicators.spelling import folded
from scoring import register, selection
from scoring.checks.declaration.check import Level
from scoring.comparison.copies import CopyGroup, copied
from scoring.execution import money_of
from scoring.recheck import Rechecker, load_rules, recheck_form
from scoring.recheck.decisions import Decision, Reviewed, reviewed
from scoring.recheck.model import (
    DeclaredForm,
    DeclaredRow,
    FormCheck,
    RowCheck,
    money_row,
    unread_money,
)
from scoring.standard import Object, Standard
from scoring.weights import EXECUTION

NO_MONEY = Words(
    "没有预算数或执行数，无法计算执行率", "the budget or what was spent of it is not given"
)


@dataclass(frozen=True, slots=True)
class RecheckedForm:
    """One self-evaluation re-checked: the standard, the verdicts, and what a reviewer decided.

    `decisions` are those about rows, by their number (0: the money); `opinions` those about
    findings on the form as a whole, by the place of the finding in `check.findings`.
    """

    check: FormCheck
    standard: Standard
    decisions: dict[int, Decision] = field(default_factory=dict)
    opinions: dict[int, Decision] = field(default_factory=dict)

    @property
    def form(self) -> Form:
        """The form as read."""
        return self.check.declared.form

    @property
    def reviewed(self) -> Reviewed:
        """The bottom line after the decisions."""
        return reviewed(self.check, self.decisions, self.standard)


@dataclass(frozen=True, slots=True)
class CopiedForms:
    """Forms that are nearly the same: their places among all, and what is said of them."""

    members: tuple[int, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Rechecked:
    """All forms of some files, re-checked; `errors` tell of files that could not be read."""

    forms: tuple[RecheckedForm, ...]
    inputs: tuple[InputFile, ...]
    copies: tuple[CopiedForms, ...] = ()
    notes: tuple[Words, ...] = ()
    errors: tuple[EvalengineError, ...] = ()

    @property
    def rows(self) -> list[tuple[RecheckedForm, RowCheck]]:
        """Every row with its form, in the order of the input."""
        return [(form, row) for form in self.forms for row in form.check.rows]

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the severest first."""
        found = [each.severity for form in self.forms for each in form.check.all_findings]
        found += [each.finding.severity for each in self.copies]
        return {severity: found.count(severity) for severity in Severity}

    def has_any(self, least: Severity) -> bool:
        """Whether anything was found that is as severe as `least`, or more."""
        return any(count and each.rank <= least.rank for each, count in self.counts.items())


def recheck_files(
    paths: Sequence[Path], *, standard: str | None = None, lexicon: Path | None = None
) -> Rechecked:
    """Re-check the self-evaluations at `paths`.

    Args:
        paths: filled forms, or long tables; `-` is standard input.
        standard: id or path of a standard; `auto` (unless told) selects one for each form.
        lexicon: a local file of words, added to the shipped ones (docs/lexicon.md).

    Raises:
        StandardError: if no standard, or several, fit a form.
        RuleFileError: with file and line, if the standard or the lexicon is wrong.
    """
    parser(lexicon)  # a wrong lexicon is one error, not one a file
    forms: list[Form] = []
    errors: list[EvalengineError] = []
    for path in watched(paths, READING):
        try:
            forms += _filled(path, lexicon)
        except EvalengineError as error:
            errors.append(error)
    found, notes = _recheck(_told_apart(forms), standard, lexicon)
    read = {InputFile(form.source.file, form.source.sha256): None for form in forms}
    return Rechecked(tuple(found), tuple(read), _copies(found), notes, tuple(errors))


def _copies(forms: Sequence[RecheckedForm]) -> tuple[CopiedForms, ...]:
    """The groups of forms that are nearly the same."""
    check = load_rules().checks.copied_forms
    if check.severity is Level.OFF or len(forms) == 1:
        return ()
    declared = [form.check.declared for form in forms]
    groups = copied(
        [check.text(each) for each in declared],
        least_similarity=float(check.similarity),
        least_length=check.least,
        most=check.most,
    )
    return tuple(CopiedForms(group.members, _about(group, forms)) for group in groups)


def _about(group: CopyGroup, forms: Sequence[RecheckedForm]) -> Finding:
    own = [forms[at].form for at in group.members]
    titles, files = [form.title for form in own], [form.source.file for form in own]
    return load_rules().checks.copied_forms.about(titles, files, group.similarity)


def _filled(path: Path, lexicon: Path | None) -> list[Form]:
    """The forms at `path`, each of which must be whole, and have something filled in.

    Raises:
        DocumentError: names every form that is not.
    """
    forms = read_forms(path, lexicon=lexicon)
    faults = [fault for form in forms for fault in faults_of(form)]
    if faults:
        raise DocumentError(faults)
    return list(forms)


def faults_of(form: Form) -> list[Problem]:
    """Why a form cannot be re-checked: it is not whole, or nothing was filled in."""
    found = [Problem(each.place, each.words) for each in form.errors]
    return found if _is_filled(form) else [*found, _empty(form)]


def _told_apart(forms: Sequence[Form]) -> list[Form]:
    """The forms, those of one name numbered through all files: one unit may send two."""
    seen: dict[str, int] = {}
    apart = []
    for form in forms:
        bare = form.with_occurrence(1).id
        seen[bare] = seen.get(bare, 0) + 1
        apart.append(form.with_occurrence(seen[bare]))
    return apart


def _is_filled(form: Form) -> bool:
    return any(
        row.declared_points is not None or (row.actual_text or "").strip()
        for row in form.indicators
    )


def _empty(form: Form) -> Problem:
    words = Words(
        f"“{form.title}”没有实际完成值，也没有自评得分，无从复核；请给出填好的自评表。",
        f"'{form.title}' has neither actuals nor points: nothing to re-check; give the filled "
        "self-evaluation.",
    )
    return Problem(form.source.file, words)


class Standards:
    """The standards that forms are held against, each chosen once and kept ready.

    `named` is an id or a path, or `auto`: the one for the year, the place and the object of a form.
    """

    def __init__(self, named: str | None = None) -> None:
        self._named = named or AUTOMATIC
        self._chosen: dict[tuple[Any, ...], tuple[Standard, tuple[Words, ...]]] = {}
        self._ready: dict[str, Rechecker] = {}

    def of(self, form: Form) -> tuple[Standard, tuple[Words, ...]]:
        """The standard of a form, and why it was chosen.

        Raises:
            StandardError: if none, or several, fit.
        """
        is_whole = form.kind.startswith("department")
        key = (
            () if self._named != AUTOMATIC else (form.year, form.region, form.department, is_whole)
        )
        if key not in self._chosen:
            self._chosen[key] = self._choose(form, "department" if is_whole else "project")
        return self._chosen[key]

    def check(self) -> None:
        """Refuse a standard that was named wrongly, before any work is done.

        Raises:
            StandardError, RuleFileError: if there is no such standard, or its file is wrong.
        """
        if self._named != AUTOMATIC:
            register.find(self._named)

    def rechecker(self, standard: Standard) -> Rechecker:
        """What re-checks by `standard`."""
        if standard.sha256 not in self._ready:
            self._ready[standard.sha256] = Rechecker.by(standard, load_rules())
        return self._ready[standard.sha256]

    def _choose(self, form: Form, object_: Object) -> tuple[Standard, tuple[Words, ...]]:
        if self._named != AUTOMATIC:
            return register.find(self._named), ()
        place = f"{form.region} {form.department}"
        selected = selection.select(year=form.year, place=place, object=object_)
        return selected.standard, (selected.why,)


def _recheck(
    forms: Sequence[Form], named: str | None, lexicon: Path | None
) -> tuple[list[RecheckedForm], tuple[Words, ...]]:
    """Every form by its standard, and why the standards were chosen."""
    found: list[RecheckedForm] = []
    notes: dict[Words, None] = {}
    problems: list[Problem] = []
    standards = Standards(named)
    for form in watched(forms, RECHECKING):
        try:
            standard, why = standards.of(form)
        except StandardError as error:
            problems += [each._replace(where=form.source.file) for each in error.problems]
            continue
        notes |= dict.fromkeys(why)
        declared = declared_form(form, standard, lexicon)
        check = recheck_form(declared, standards.rechecker(standard), load_rules())
        found.append(RecheckedForm(check, standard))
    if problems:
        raise StandardError(dict.fromkeys(problems))
    return found, tuple(notes)


def declared_form(form: Form, standard: Standard, lexicon: Path | None = None) -> DeclaredForm:
    """A form as read, with its money as a row and the fact of every promise."""
    money = money_of_form(form, standard)
    rows = [declared_row(row, form.year, standard, lexicon) for row in form.indicators]
    return whole_form(form, [*([money] if money else []), *rows])


def declared_row(
    row: Indicator, year: int | None, standard: Standard, lexicon: Path | None = None
) -> DeclaredRow:
    """A row as read, with the fact of every promise, in the words of a standard."""
    words = Vocabulary(lexicon, standard.levels.words)
    return DeclaredRow(row, facts_of(row, year=year, vocabulary=words))


def whole_form(form: Form, rows: Sequence[DeclaredRow]) -> DeclaredForm:
    """A form with its rows, the money among them, and the bottom line that it declares."""
    said = form.declared
    return DeclaredForm(form, tuple(rows), total=said.total, grade=said.grade.strip() or None)


def money_of_form(form: Form, standard: Standard) -> DeclaredRow | None:
    """The execution item as a row; None where the form gives it no points, or nobody judges it."""
    said = form.declared
    most = _execution_max(form, standard)
    if standard.execution is None or (most is None and said.execution_points is None):
        return None
    parts = {
        "max_points": most,
        "declared_points": said.execution_points,
        "rate": rate_of(said.execution_rate),
    }
    place = form.budget.place if form.budget else form.source.file
    try:
        money = money_of(form, Actuals(form.id, {}, place=place), standard.execution.denominator)
    except ActualsError as error:
        return unread_money(error.problems[0].words, place, **parts)
    return unread_money(NO_MONEY, place, **parts) if money is None else money_row(money, **parts)


def _execution_max(form: Form, standard: Standard) -> Decimal | None:
    """The points of the execution item: as printed; else those of the standard, where the form
    gives it points, or its indicators leave just so many to the total.
    """
    said, due = form.declared, standard.weights.points.get(EXECUTION)
    if said.execution_max is not None or due is None:
        return said.execution_max
    points = [row.max_points for row in form.indicators]
    left = standard.weights.total - sum(each for each in points if each is not None)
    is_left = form.budget is not None and None not in points and left == due
    return due if is_left or said.execution_points is not None else None


def rate_of(text: str) -> Decimal | None:
    """An execution rate in percent, as printed: `86.19%`, `86.19`, or `0.8619` of a whole."""
    bare = folded(text)
    try:
        number = Decimal(bare.removesuffix("%").replace(",", ""))
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    return number * 100 if not bare.endswith("%") and 0 < number <= 1 else number
