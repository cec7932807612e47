"""The flow of one evaluation: read, pair, judge; or judge what a record holds again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from evalengine.again import changes, judged
from evalengine.choosing import standard_again, standard_for
from evalengine.record import Case, Evaluation, InputFile
from evalengine.recorded import read_records
from evalengine.whatif import NOTHING_ASKED, WhatIf, contrasts, sensitivities
from evalengine.wording import SCORING
from indicators.errors import (
    ActualsError,
    DocumentError,
    EvalengineError,
    Problem,
    UsageError,
    Words,
)
from indicators.model import Form
from indicators.pairing.answers import Vocabulary
from indicators.pairing.facts import pair_facts
from indicators.pairing.workbook import Paired
from indicators.progress import watched
from indicators.reading import read_forms
from indicators.spelling import nearest, perhaps
from scoring.model import Missing
from scoring.standard import Standard


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What an evaluation gives: every project judged, and by which standard.

    `notes` tell what was chosen for the user, `warnings` what should make one doubt; `whatif` is
    what the user asked beyond the score. `altered`: a record says otherwise than its case gives.
    """

    projects: tuple[Evaluation, ...]
    standard: Standard
    notes: tuple[Words, ...] = ()
    warnings: tuple[Words, ...] = ()
    whatif: WhatIf = NOTHING_ASKED
    altered: bool = False


def evaluate(
    declaration: Path,
    actuals: Path | None,
    *,
    standard: str,
    project: str | None = None,
    weights: dict[str, Decimal] | None = None,
    missing: Missing = "refuse",
    lexicon: Path | None = None,
    purpose: str | None = None,
    accept_suggestions: bool = False,
) -> Evaluated:
    """Judge the projects of a declaration by what was achieved.

    Args:
        declaration: the document with the declaration forms.
        actuals: the filled-in workbook (see `evalengine.reports.template`), or a table that the
            department typed itself; None, where the forms hold what was achieved themselves (a
            filled self-evaluation, a long table).
        standard: id of a shipped standard, path of a standard file, or `auto`.
        project: judge this project only.
        weights: points a category that take the place of the standard's.
        missing: what becomes of an actual that was not given.
        lexicon: a local file of words, added to the shipped ones (docs/lexicon.md).
        purpose: what `auto` selects a standard for; self-evaluation, unless given.
        accept_suggestions: whether typed rows count for the promises that they are like.

    Raises:
        DocumentError, ActualsError, StandardError, RuleFileError, UsageError: with every cause.
    """
    forms = read_forms(declaration, lexicon=lexicon)
    chosen, notes = projects_of(forms, project, declaration)
    rules = standard_for(chosen, standard, purpose)
    wanted = None if project is None else [form.id for form in chosen]
    levels = rules.standard.levels
    vocabulary = Vocabulary(lexicon, levels.words, levels.fits, rules.standard.fault_words)
    paired = pair_facts(
        actuals,
        forms,
        wanted=wanted,
        vocabulary=vocabulary,
        accept_suggestions=accept_suggestions,
    )
    facts = paired.actuals
    if actuals is None and not facts:
        raise _unfilled(declaration)
    inputs = (
        InputFile(forms[0].source.file, forms[0].source.sha256),
        *(InputFile.of(path) for path in (actuals, lexicon) if path is not None),
    )
    answered = [_doubted(form, paired) for form in chosen if form.id in facts]
    cases = [Case(form, facts[form.id], weights, missing, inputs, rules.rules) for form in answered]
    return Evaluated(
        _judged_all(cases, rules.standard, paired.problems),
        rules.standard,
        notes=(*notes, *rules.why),
        warnings=tuple(_unanswered(form, actuals) for form in chosen if form.id not in facts),
    )


def _unfilled(declaration: Path) -> EvalengineError:
    return UsageError.at(
        str(declaration),
        "里面没有实际完成值；请用 --actuals 给出填报工作簿（用 evalengine template 生成）。",
        "it does not say what was achieved; give the fill-in workbook with --actuals (written by "
        "evalengine template).",
    )


def _doubted(form: Form, paired: Paired) -> Form:
    """The form with the doubts about its facts."""
    doubts = paired.doubts.get(form.id)
    return replace(form, findings=(*form.findings, *doubts)) if doubts else form


def evaluate_again(
    path: Path, *, standard: str | None = None, project: str | None = None
) -> Evaluated:
    """Judge the cases of a record again, by the standard that the record names.

    Args:
        path: a file that `evalengine score` wrote as JSON.
        standard: where the standard is, if neither the engine nor the record has it.
        project: judge this project only.

    Raises:
        DocumentError, StandardError, UsageError: with every cause; also if the standard is not
            the one, to the byte, that the record names.
    """
    records = read_records(path)
    titles = [record.case.form.title for record in records]
    wanted = _named(titles, project, path)
    records = tuple(record for record in records if record.case.form.title in wanted)
    rules = standard_again(records, standard)
    again = _judged_all([record.case for record in records], rules)
    pairs = zip(records, again, strict=True)
    told = tuple(words for pair in pairs for words in changes(*pair))
    return Evaluated(again, rules, warnings=told, altered=bool(told))


def asked(evaluated: Evaluated, *, against: str | None, firmness: bool) -> Evaluated:
    """`evaluated`, with what another standard would give, and how firm the grades are, where asked.

    Raises:
        StandardError, RuleFileError: if there is no such standard, or its file is wrong.
    """
    forms = [each.case.form for each in evaluated.projects]
    other = standard_for(forms, against).standard if against is not None else None
    return replace(
        evaluated,
        whatif=WhatIf(
            contrasts(evaluated.projects, other) if other else (),
            sensitivities(evaluated.projects, evaluated.standard) if firmness else (),
        ),
    )


def projects_of(
    forms: Sequence[Form], project: str | None, declaration: Path
) -> tuple[tuple[Form, ...], tuple[Words, ...]]:
    """The project forms of a declaration, and what to tell about the forms left out.

    The standards are for projects; a department-wide form is left out.

    Raises:
        DocumentError: if there is no project form, or one of them was cut.
        UsageError: if no form is of `project`; names the nearest.
    """
    projects = [form for form in forms if form.project is not None]
    if not projects:
        raise DocumentError.at(
            str(declaration),
            "只有部门整体支出的表，没有项目支出绩效目标申报表；现有评分标准只适用于项目。",
            "only department-wide forms here, no project declaration; the standards are for "
            "projects.",
        )
    wanted = _named([form.title for form in projects], project, declaration)
    chosen = tuple(form for form in projects if form.title in wanted)
    if faults := [Problem(each.place, each.words) for form in chosen for each in form.errors]:
        raise DocumentError(faults)
    left_out = [form for form in forms if form.project is None] if project is None else []
    return chosen, tuple(_left_out(form) for form in left_out)


def _left_out(form: Form) -> Words:
    return Words(
        f"“{form.department}”的部门整体支出表不在其内：现有评分标准只适用于项目。",
        f"the department-wide form of '{form.department}' is left out: the standards are for "
        "projects.",
    )


def _unanswered(form: Form, actuals: Path | None) -> Words:
    if actuals is None:
        return Words(
            f"没有评“{form.title}”：表里没有实际完成值。",
            f"'{form.title}' is not judged: it does not say what was achieved.",
        )
    return Words(
        f"没有评“{form.title}”：{actuals.name} 里没有这个项目的实际完成值。",
        f"'{form.title}' is not judged: {actuals.name} does not say what it achieved.",
    )


def _named(titles: Sequence[str], project: str | None, source: Path) -> set[str]:
    """The titles that are meant: all, or those equal to `project` (white space does not count)."""
    if project is None:
        return set(titles)
    found = {title for title in titles if _squeezed(title) == _squeezed(project)}
    if not found:
        near = perhaps(nearest(project, titles) or _containing(project, titles))
        raise UsageError.at(
            "--project",
            f"{source} 里没有项目“{project}”{near.zh}。可用：{'、'.join(titles)}。",
            f"no project '{project}' in {source}{near.en}. Available: {', '.join(titles)}.",
        )
    return found


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _containing(part: str, titles: Sequence[str]) -> str | None:
    """The first title that has `part` in it: people shorten long names."""
    return next((title for title in titles if part and part in title), None)


def _judged_all(
    cases: Sequence[Case], standard: Standard, known: Sequence[Problem] = ()
) -> tuple[Evaluation, ...]:
    """Every case judged. The causes of all errors are gathered before any is raised.

    `known` are the problems of the facts; what is missing because of them is not told twice.
    """
    found: list[Evaluation] = []
    problems = dict.fromkeys(known)
    told = {problem.where for problem in known}
    raised: type[EvalengineError] = ActualsError
    for case in watched(cases, SCORING):
        try:
            found.append(judged(case, standard))
        except EvalengineError as error:
            raised = type(error)
            problems |= dict.fromkeys(each for each in error.problems if each.where not in told)
    if problems:
        raise raised(problems)
    return tuple(found)
