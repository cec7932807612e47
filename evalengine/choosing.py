"""Finds the standard that a case is judged by: named by the user, selected, or kept in a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from evalengine.choices import check_choice
from evalengine.recorded import Recorded
from indicators import rulefile
from indicators.errors import Problem, StandardError, UsageError, Words
from indicators.model import Form
from scoring import register, selection
from scoring.standard import Purpose, Standard

PURPOSES = get_args(Purpose)
"""What a form may be judged for; self-evaluation, unless told."""

AUTOMATIC = "auto"
"""What `--standard` says to have the standard selected by year and place."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A standard, its text where it does not come with the engine, and why it was chosen."""

    standard: Standard
    rules: str = ""
    why: tuple[Words, ...] = ()


def standard_for(forms: Sequence[Form], named: str, purpose: str | None = None) -> Chosen:
    """The standard `named` by its id or path, or the one that fits `forms` and `purpose` (`auto`).

    Raises:
        UsageError: if there is a purpose that is unknown, or nothing to select for it.
        StandardError: if it is unknown; if none fits, or several do, or the forms call for
            different ones.
        RuleFileError: if its file is wrong.
    """
    if purpose is not None:
        check_choice("--purpose", purpose, PURPOSES)
    if named == AUTOMATIC:
        return _selected(forms, cast("Purpose", purpose or PURPOSES[0]))
    if purpose is not None:
        raise UsageError.at(
            "--purpose",
            f"评分标准已指定为 {named}，目的只用于自动选用；请去掉其中一个。",
            f"the standard is {named} already; a purpose is for selecting one: drop either.",
        )
    standard = register.find(named)
    is_shipped = named in register.ids()
    return Chosen(standard, "" if is_shipped else rulefile.read_text(Path(named)))


def _selected(forms: Sequence[Form], purpose: Purpose) -> Chosen:
    found = [_select(form, purpose) for form in forms]
    by_id = {each.standard.id: each for each in found}
    if len(by_id) > 1:
        ids = "、".join(by_id)
        raise StandardError.at(
            "--standard",
            f"各项目适用的评分标准不同（{ids}）；请用 --standard 指定一份，或用 --project 逐个评。",
            f"the projects call for different standards ({', '.join(by_id)}); name one with "
            "--standard, or take one --project at a time.",
        )
    (only,) = by_id.values()
    return Chosen(only.standard, why=(only.why,))


def _select(form: Form, purpose: Purpose) -> selection.Selected:
    """The standard for one form.

    Raises:
        StandardError: naming the form.
    """
    place = form.region or form.department
    try:
        return selection.select(year=form.year, place=place, purpose=purpose)
    except StandardError as error:
        raise StandardError(
            problem._replace(where=problem.where or form.title) for problem in error.problems
        ) from error


def standard_again(records: Sequence[Recorded], named: str | None) -> Standard:
    """The one standard that judged all `records`, found again and unchanged.

    Args:
        records: at least one.
        named: where the standard is, if neither the engine nor the record has it.

    Raises:
        StandardError: if there are several, or the one found is not the same to the byte.
        RuleFileError: if its file is wrong.
    """
    ids = dict.fromkeys(record.standard_id for record in records)
    if len(ids) > 1:
        raise StandardError.at(
            records[0].place,
            f"记录用了几种评分标准（{'、'.join(ids)}）；请用 --project 逐个项目重算。",
            f"records of several standards ({', '.join(ids)}); compute one --project at a time.",
        )
    first = records[0]
    if named is None and first.case.rules:
        standard = register.loads(first.case.rules, name=f"{first.place} rules")
    else:
        standard = register.find(named or first.standard_id)
    changed = [record for record in records if record.standard_sha256 != standard.sha256]
    if changed:
        raise StandardError([_other_standard(record, standard) for record in changed])
    return standard


def _other_standard(record: Recorded, standard: Standard) -> Problem:
    return Problem(
        record.place,
        Words(
            f"记录所用的评分标准 {record.standard_id}（{record.standard_sha256[:12]}…）与现有的 "
            f"{standard.id}（{standard.sha256[:12]}…）内容不同；"
            "请用 evalengine score --from 记录 --standard 当时的标准文件 重算。",
            f"the record was judged by {record.standard_id} ({record.standard_sha256[:12]}…), "
            f"which is not {standard.id} ({standard.sha256[:12]}…) as it is now; compute it "
            "again: evalengine score --from RECORD --standard FILE, the file of that time.",
        ),
    )
