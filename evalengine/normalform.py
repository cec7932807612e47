"""Targets and forms as the plain data of the contract: decimals as text, dates in ISO.

The order and the names of the fields are a promise (sections 1 and 2 of `docs/contract.md`).
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from indicators.errors import Words
from indicators.model import Budget, Finding, Form, Indicator, Target
from indicators.model import plain as shortest

FORMS_SCHEMA = "evalengine/forms/1"

TARGET_FIELDS = (
    *("kind", "measure", "comparator", "explicit", "value", "upper", "unit", "dimension"),
    *("canonical", "canonical_upper", "direction", "approximate", "change", "baseline", "per"),
    *("date", "start", "after", "to", "span", "rule", "notes"),
)

INDICATOR_FIELDS = (
    *("number", "level1", "level2", "category", "name", "target_text", "targets"),
    *("max_points", "actual_text", "declared_points", "deviation_reason", "evidence", "place"),
)

DECLARED_FIELDS = (
    *("execution_max", "execution_points", "execution_rate", "total_max", "total", "grade"),
)


def plain(value: Any) -> Any:
    """A value of the model as JSON knows it; exact numbers become text."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Words):
        return value.zh
    if isinstance(value, Target):
        return target_data(value)
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


def cents(value: Decimal | None) -> str | None:
    """Points or an amount with two decimal places or more: `10.00`, `127.624`."""
    if value is None:
        return None
    places = -int(value.normalize().as_tuple().exponent)
    return f"{value:.{max(places, 2)}f}"


def target_data(target: Target) -> dict[str, Any]:
    """A promise in the normal form of the contract.

    `value` keeps the digits as written (`756.00`); what the engine made of them is cut to the
    digits that count (`0.9`).
    """
    data = {name: plain(getattr(target, name)) for name in TARGET_FIELDS}
    for name in ("canonical", "canonical_upper"):
        data[name] = shortest(getattr(target, name)) or None
    return data


def text_data(text: str, targets: Sequence[Target]) -> dict[str, Any]:
    """The promises of one text."""
    return {"text": text, "targets": [target_data(target) for target in targets]}


def forms_data(forms: Sequence[Form]) -> dict[str, Any]:
    """The document that `evalengine parse FILE --format json` prints."""
    return {"schema": FORMS_SCHEMA, "forms": [form_data(form) for form in forms]}


def form_data(form: Form) -> dict[str, Any]:
    """One form as read."""
    return {
        "id": form.id,
        "kind": form.kind,
        "layout": form.layout,
        "department": form.department,
        "implementing_unit": form.implementing_unit,
        "region": form.region,
        "project": form.project,
        "project_id": form.project_id,
        "year": form.year,
        "budget": budget_data(form.budget) if form.budget else None,
        "manager": form.manager,
        "goal": form.goal,
        "goal_actual": form.goal_actual,
        "long_term_goal": form.long_term_goal,
        "fields": _labelled(form.fields),
        "indicators": [indicator_data(row) for row in form.indicators],
        "long_term": [indicator_data(row) for row in form.long_term],
        "declared": {name: plain(getattr(form.declared, name)) for name in DECLARED_FIELDS},
        "source": {
            "file": form.source.file,
            "sha256": form.source.sha256,
            "part": form.source.part,
            "line": form.source.line,
        },
        "findings": [finding_data(finding) for finding in form.findings],
    }


def indicator_data(row: Indicator) -> dict[str, Any]:
    """One row of a form, with the promises read from it."""
    data = {name: plain(getattr(row, name)) for name in INDICATOR_FIELDS}
    return {**data, "others": _labelled(row.others)}


def _labelled(pairs: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"label": label, "text": text} for label, text in pairs]


def budget_data(budget: Budget) -> dict[str, Any]:
    """The money of a project, amounts in `unit`."""
    amounts = ("amount", "annual", "executed")
    return {
        "unit": budget.unit,
        **{name: plain(getattr(budget, name)) for name in amounts},
        "parts": [
            {"name": part.name, **{name: plain(getattr(part, name)) for name in amounts}}
            for part in budget.parts
        ],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """A doubt; both languages, since whoever reads the file may not be whoever wrote it.

    `why` and `mend` are there where the check says them apart from the message.
    """
    said = {"message": finding.words, "why": finding.why, "mend": finding.mend}
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "place": finding.place,
        **{
            key: text
            for name, words in said.items()
            if words is not None
            for key, text in ((name, words.zh), (f"{name}_en", words.en))
        },
    }
