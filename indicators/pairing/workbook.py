"""Reads the filled-in workbook: which fact answers which promise, and all that is wrong at once."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indicators.errors import ActualsError, Problem
from indicators.model import Actuals, Finding, Form
from indicators.pairing.answers import SHIPPED, Vocabulary
from indicators.pairing.matching import Pairing, problem
from indicators.pairing.rows import FilledSheet, FilledWorkbook, read_filled


@dataclass(frozen=True, slots=True)
class Paired:
    """The facts of every form by `Form.id`, everything that could not be read, and the doubts."""

    actuals: dict[str, Actuals]
    problems: tuple[Problem, ...]
    doubts: dict[str, tuple[Finding, ...]] = field(default_factory=dict)


def read_actuals(
    path: Path,
    forms: Sequence[Form],
    *,
    wanted: Collection[str] | None = None,
    vocabulary: Vocabulary = SHIPPED,
) -> dict[str, Actuals]:
    """What was achieved, from the fill-in workbook at `path`, by `Form.id`; see `pair_workbook`.

    Raises:
        DocumentError: if the file cannot be read as a workbook.
        ActualsError: with every problem found, one line a row.
    """
    paired = pair_workbook(path, forms, wanted=wanted, vocabulary=vocabulary)
    if paired.problems:
        raise ActualsError(paired.problems)
    return paired.actuals


def pair_workbook(
    path: Path,
    forms: Sequence[Form],
    *,
    wanted: Collection[str] | None = None,
    vocabulary: Vocabulary = SHIPPED,
) -> Paired:
    """What was achieved, from the fill-in workbook at `path`, and what is wrong in it.

    Args:
        path: an .xlsx workbook written by `evalengine.reports.template`.
        forms: all forms of the declaration that the workbook was written for.
        wanted: ids of the forms that matter; the others are passed over, faults and all.
            By default all forms that the workbook has a sheet for.
        vocabulary: words beyond the shipped ones; its lexicon is the one that `forms` were
            read by.

    A cell that was left empty gives `Actual.missing`; what follows from that, the scorer decides.
    An answer that is among the problems is missing too, at the place of the problem.

    Raises:
        DocumentError: if the file cannot be read as a workbook.
        ActualsError: if it is no fill-in workbook.
    """
    return pair_filled(read_filled(path), path, forms, wanted=wanted, vocabulary=vocabulary)


def pair_filled(
    workbook: FilledWorkbook,
    path: Path,
    forms: Sequence[Form],
    *,
    wanted: Collection[str] | None = None,
    vocabulary: Vocabulary = SHIPPED,
) -> Paired:
    """The same, of a workbook that has been read."""
    known = {form.id: form for form in forms}
    sheets = [s for s in workbook.sheets if wanted is None or s.form_id in wanted]
    problems = list(_stray_sheets(path, workbook, sheets, known, wanted))
    found: dict[str, Actuals] = {}
    for sheet in sheets:
        form = known.get(sheet.form_id)
        if form is not None:
            pairing = Pairing(form, sheet, vocabulary)
            found[form.id] = pairing.actuals()
            problems += pairing.problems
    return Paired(found, tuple(problems))


def _stray_sheets(
    path: Path,
    workbook: FilledWorkbook,
    sheets: Sequence[FilledSheet],
    known: dict[str, Form],
    wanted: Collection[str] | None,
) -> Iterator[Problem]:
    """Sheets of another declaration, sheets that stand twice, sheets that were deleted."""
    present = {sheet.form_id: sheet for sheet in reversed(sheets)}
    if not any(sheet.form_id in known for sheet in workbook.sheets):
        yield _other_declaration(path, workbook, known)
        return
    for sheet in sheets:
        if sheet.form_id not in known:
            yield problem(
                sheet.place,
                "这张表的项目不在申报表中；请删去这张表，或换用对应的申报表。",
                "the project of this sheet is not in the declaration; delete the sheet, or use "
                "the declaration it belongs to.",
            )
        elif present[sheet.form_id] is not sheet:
            other = present[sheet.form_id].name
            yield problem(
                sheet.place,
                f"与表“{other}”是同一个项目，填了两份；请只保留一份。",
                f"the same project as sheet '{other}'; keep one of the two.",
            )
    due = (
        workbook.contents
        if wanted is None
        else {key: known[key].title for key in wanted if key in known}
    )
    for form_id, title in due.items():
        if form_id in known and form_id not in present:
            yield problem(
                str(path),
                f"没有项目“{title}”的填报表（可能被删除）；请用 evalengine template 重新生成。",
                f"there is no sheet for project '{title}' (deleted?); write it anew with "
                "`evalengine template`.",
            )


def _other_declaration(path: Path, workbook: FilledWorkbook, known: dict[str, Form]) -> Problem:
    """The whole workbook was written for another declaration; says for which."""
    theirs = "、".join(dict.fromkeys(s.declaration for s in workbook.sheets if s.declaration))
    projects = "、".join(sheet.name for sheet in workbook.sheets[:3])
    ours = "、".join(dict.fromkeys(form.source.file for form in known.values()))
    return problem(
        str(path),
        f"这是按另一份申报表（{theirs or '未注明'}：{projects} 等）生成的填报表，与“{ours}”不符；"
        "请换用对应的申报表，或用 evalengine template 重新生成。",
        f"this workbook was written for another declaration ({theirs or 'not named'}: {projects}, "
        f"…), not for '{ours}'; use that declaration, or write a new workbook with "
        "`evalengine template`.",
    )
