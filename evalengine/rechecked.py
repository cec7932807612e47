"""A re-check as the plain data of the contract: `evalengine/recheck/1`."""

from typing import Any

from evalengine import settings
from evalengine.normalform import finding_data, plain
from evalengine.rechecking import Rechecked, RecheckedForm
from scoring.recheck.criteria import load_criteria
from scoring.recheck.decisions import Decision, decided
from scoring.recheck.model import RowCheck, Verdict

RECHECK_SCHEMA = "evalengine/recheck/1"


def recheck_data(rechecked: Rechecked) -> dict[str, Any]:
    """The document that `evalengine recheck --format json` prints."""
    return {
        "schema": RECHECK_SCHEMA,
        "rows": [row_data(form, row) for form, row in rechecked.rows if not row.row.is_money],
        "forms": [form_data(form) for form in rechecked.forms],
        "copies": [
            {
                **finding_data(each.finding),
                "project_ids": [_id(rechecked.forms[at]) for at in each.members],
            }
            for each in rechecked.copies
        ],
        "counts": {severity.value: number for severity, number in rechecked.counts.items()},
        "inputs": [{"file": each.file, "sha256": each.sha256} for each in rechecked.inputs],
        "engine": settings.engine(),
    }


def _id(form: RecheckedForm) -> str:
    return form.form.project_id or form.form.id


def row_data(form: RecheckedForm, row: RowCheck) -> dict[str, Any]:
    """One row as read, with its verdict, its working, and what was decided about it."""
    indicator = row.row.indicator
    decision = form.decisions.get(row.number)
    return {
        "project_id": _id(form),
        "number": indicator.number,
        "level1": indicator.level1,
        "level2": indicator.level2,
        "category": indicator.category,
        "indicator": indicator.name,
        "target": indicator.target_text,
        "actual": indicator.actual_text,
        "max_points": plain(indicator.max_points),
        "declared_points": plain(row.declared),
        "computed_points": plain(row.computed),
        "low": plain(row.low),
        "high": plain(row.high),
        "difference": plain(row.difference),
        "verdict": row.verdict.value,
        "explanation": row.explanation.zh,
        "explanation_en": row.explanation.en,
        "cuts": list(row.cuts),
        "workings": [
            {
                "rule": working.rule,
                "method": working.method,
                "working": working.formula,
                "met": working.met,
                "cite": working.cite,
                "verified": working.verified,
            }
            for working in row.workings
        ],
        "finding": [finding_data(found) for found in row.findings],
        "decision": None if decision is None else decision_data(decision),
        "reviewed_points": None if decision is None else plain(decided(row, decision)),
        "place": indicator.place,
    }


def decision_data(decision: Decision) -> dict[str, Any]:
    """What a reviewer decided, with who and when."""
    return {
        "decision": decision.ruling.value,
        "points": plain(decision.points),
        "reason": decision.reason,
        "by": decision.by,
        "on": decision.on.isoformat(),
    }


def form_data(form: RecheckedForm) -> dict[str, Any]:
    """The bottom line of one form, declared, recomputed and (with decisions) reviewed."""
    check, read = form.check, form.form
    money = next((row for row in check.rows if row.row.is_money), None)
    after = form.reviewed
    has_decisions = bool(form.decisions or form.opinions)
    return {
        "project_id": _id(form),
        "project": read.project,
        "department": read.department,
        "year": read.year,
        "standard": {"id": check.standard.id, "sha256": check.standard.sha256},
        "declared_total": plain(check.declared_total),
        "declared_from": check.declared_from.value,
        "computed_total": plain(check.total) if check.is_computed else None,
        "declared_grade": check.declared_grade,
        "computed_grade": check.grade.title if check.is_computed else None,
        "unchecked_points": plain(check.unchecked),
        "reviewed_total": plain(after.total) if has_decisions else None,
        "reviewed_grade": after.grade.title if has_decisions else None,
        "waiting": after.waiting,
        "verdicts": {verdict.value: check.verdicts[verdict] for verdict in Verdict},
        "execution": None if money is None else row_data(form, money),
        "findings": [
            {
                **finding_data(found),
                "decision": decision_data(form.opinions[at]) if at in form.opinions else None,
            }
            for at, found in enumerate(check.findings)
        ],
        "criteria": criteria_data(form),
        "source": {"file": read.source.file, "sha256": read.source.sha256},
    }


def criteria_data(form: RecheckedForm) -> list[dict[str, Any]]:
    """The criteria of a re-check: what was found, and what a person must look at."""
    found = {each.check for each in form.check.all_findings}
    criteria = load_criteria()
    return [
        {
            "number": criterion.number,
            "title": criterion.title,
            "by": criterion.by,
            "state": criterion.state(found),
            "consequence": criterion.consequence_words.zh,
            "cite": criteria.cite(criterion).clause,
            "verified": criteria.cite(criterion).verified,
        }
        for criterion in criteria.criteria
    ]
