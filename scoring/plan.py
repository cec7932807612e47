"""Plans the points before anything is judged: whose they are, and what every promise can bring."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.errors import EvalengineError, Problem, StandardError, Words
from indicators.model import MAX_POINTS_UNREADABLE, Finding, Form, Indicator, plain
from indicators.taxonomy import category_title
from scoring.provenance import Source
from scoring.rounding import from_cents, to_cents
from scoring.sharing import Row, Sharing
from scoring.standard import Standard
from scoring.weights import EXECUTION, owner


@dataclass(frozen=True, slots=True)
class Plan:
    """The points (in cents) that each promise and the execution item can bring.

    What was excluded has none. `available` is their sum, `total` what the standard's total is:
    they differ only where the standard scales the total up (`rescale`). `points` are those of the
    categories (`keys` says which one a promise is in), before anything was excluded; `source` says
    who set them: a clause, the form, the user.
    """

    points: dict[str, int]
    keys: dict[str, str]
    items: dict[str, int]
    execution: int
    categories: dict[str, str]
    total: int
    source: Source
    notes: tuple[Words, ...]

    @property
    def available(self) -> int:
        """All the points that can be had."""
        return sum(self.items.values()) + self.execution


def make_plan(
    form: Form,
    standard: Standard,
    *,
    excluded: Collection[str],
    weights: Mapping[str, Decimal] | None,
) -> Plan:
    """The points of every promise; `excluded` names those (and `execution`) that do not apply.

    Raises:
        StandardError: if a row's category is unknown or has no points in the standard, if the
            points of the form cannot be read, if they or those of `weights` do not make the
            total, or if nothing is left.
    """
    if weights is None and (unread := form.found(MAX_POINTS_UNREADABLE)):
        raise StandardError([_unread(finding) for finding in unread])
    points, source, chosen = _due_points(form, standard, excluded, weights)
    rows = _rows(form, standard, points, excluded)
    printed = weights is None and any(row.indicator.max_points is not None for row in rows)
    if printed:
        points = _printed_points(form, rows, points, excluded, standard)
        source = _FORM
    due = dict(points)
    execution = points.pop(EXECUTION, 0)
    total = to_cents(standard.weights.total) if printed else sum(due.values())
    sharing = Sharing(points, rows, excluded)
    if standard.not_applicable.policy == "rescale":
        items, notes = sharing.left_out()
    else:
        left = execution if EXECUTION not in excluded else 0
        items, notes = sharing.handed_on(total - left)
    if printed:
        chosen = (_PRINTED_BUT if notes else _PRINTED,)
    plan = Plan(
        points=due,
        keys={id_: row.key for row in rows for id_ in row.ids},
        items=items,
        execution=0 if EXECUTION in excluded else execution,
        categories={id_: row.category for row in rows for id_ in row.ids},
        total=total,
        source=source,
        notes=(*chosen, *notes),
    )
    if plan.available == 0:
        raise _nothing_left(form)
    return plan


def _due_points(
    form: Form,
    standard: Standard,
    excluded: Collection[str],
    weights: Mapping[str, Decimal] | None,
) -> tuple[dict[str, int], Source, tuple[Words, ...]]:
    """The points of each category in cents: the user's, else the standard's for such a form.

    With them comes their source, and a note where they are not the usual ones of the standard.
    """
    applicable = {
        standard.weights.counted(row.category)
        for row in form.indicators
        if any(id_ not in excluded for id_, _ in row.items())
    }
    alternative = standard.weights.alternative_for(applicable)
    if weights is not None:
        usual = standard.weights.points_for(applicable)
        points = standard.weights.overridden(weights, usual)
        return _in_cents(points), _USER, (_chosen_by_user(points),)
    source = standard.cite(standard.weights if alternative is None else alternative)
    if alternative is None:
        return _in_cents(standard.weights.points), source, ()
    return _in_cents(alternative.points), source, (_chosen_by_rule(source.clause),)


def _in_cents(points: Mapping[str, Decimal]) -> dict[str, int]:
    return {code: to_cents(value) for code, value in points.items()}


def _chosen_by_user(points: Mapping[str, Decimal]) -> Words:
    parts = "，".join(f"{category_title(code).zh} {plain(value)}" for code, value in points.items())
    parts_en = ", ".join(
        f"{category_title(code).en} {plain(value)}" for code, value in points.items()
    )
    return Words(f"各类分值由使用者指定：{parts}。", f"points chosen by the user: {parts_en}.")


def _chosen_by_rule(clause: str) -> Words:
    return Words(
        f"各类分值按标准中符合本表情况的一组：{clause}。",
        f"points by the alternative of the standard that fits this form: {clause}.",
    )


def _rows(
    form: Form, standard: Standard, points: Mapping[str, int], excluded: Collection[str]
) -> list[Row]:
    """The rows of the form by their numbers, each with the key of its points.

    A row that does not apply at all needs no points: its key may be empty.

    Raises:
        StandardError: naming every row whose category is unknown, or has no points.
    """
    keys = [key for key in points if key != EXECUTION]
    rows: dict[int, Row] = {}
    problems = []
    for indicator in sorted(form.indicators, key=lambda row: row.number):
        category = standard.weights.counted(indicator.category)
        key = owner(category, keys)
        if key is None and not all(id_ in excluded for id_, _ in indicator.items()):
            problems.append(_homeless(indicator, standard.id, keys))
        elif indicator.number in rows:
            problems.append(_twin(indicator))
        else:
            rows[indicator.number] = Row(indicator, category, key or "")
    if problems:
        raise StandardError(problems)
    return list(rows.values())


def _twin(row: Indicator) -> Problem:
    return Problem(
        row.place,
        Words(
            f"序号 {row.number} 出现了两次；每一行指标的序号应不同。",
            f"number {row.number} stands twice; every row needs its own.",
        ),
    )


def _homeless(row: Indicator, standard: str, keys: Sequence[str]) -> Problem:
    levels = " / ".join(part for part in (row.level1, row.level2) if part) or "（空）"
    if not row.category:
        return Problem(
            row.place,
            Words(
                f"不认识指标类别“{levels}”；请改用规范名称，或把这个写法加到 "
                "indicators/taxonomy/categories.yaml。",
                f"unknown category '{levels}'; use an official name, or add this one to "
                "indicators/taxonomy/categories.yaml.",
            ),
        )
    known = "、".join(keys)
    return Problem(
        row.place,
        Words(
            f"标准 {standard} 没有给“{levels}”（{row.category}）分值；有分值的类别：{known}。"
            "请换一份标准，或在标准的 weights.counts_as 写明它算在哪一类。",
            f"standard {standard} gives no points to '{levels}' ({row.category}), only to "
            f"{known}; take another standard, or say in its weights.counts_as where it counts.",
        ),
    )


def _printed_points(
    form: Form,
    rows: Sequence[Row],
    points: Mapping[str, int],
    excluded: Collection[str],
    standard: Standard,
) -> dict[str, int]:
    """The points that the form prints (分值), by category, with those of the execution item.

    Where the standard scales up what is left, points may lack to the total: those of rows left
    blank that do not apply, or of whole categories that have no row.
    """
    blank = [row for row in rows if row.indicator.max_points is None]
    problems = [_unprinted(row) for row in blank if not all(id_ in excluded for id_ in row.ids)]
    if problems:
        raise StandardError(problems)
    found = {key: cents if key == EXECUTION else 0 for key, cents in points.items()}
    if EXECUTION in found and form.declared.execution_max is not None:
        found[EXECUTION] = to_cents(form.declared.execution_max)
    for row in rows:
        cents = 0 if row in blank else _printed(row)
        if cents is None:
            problems.append(_wrong_points(row))
        elif row not in blank:
            found[row.key] = found.get(row.key, 0) + cents
    if problems:
        raise StandardError(problems)
    total, made = to_cents(standard.weights.total), sum(found.values())
    may_lack = standard.not_applicable.policy == "rescale" and (
        bool(blank) or _as_due(found, points, {row.key for row in rows})
    )
    if made > total or (made < total and not may_lack):
        raise _wrong_sum(form, found, standard.weights.total)
    return found


def _as_due(found: Mapping[str, int], points: Mapping[str, int], keys: Collection[str]) -> bool:
    """Whether the form prints what is due for all that it has: the execution and these keys."""
    return all(found[key] == points[key] for key in points if key == EXECUTION or key in keys)


def _printed(row: Row) -> int | None:
    """The points printed in the row in cents; None if they are no number of points."""
    points = row.indicator.max_points
    try:
        return None if points is None or points < 0 else to_cents(points)
    except ValueError:
        return None


_USER = Source(clause="--weights", verified=False, mark="choice")
_FORM = Source(clause="表中所印的分值", verified=True)
_PRINTED = Words("各项分值按表中所印。", "points as the form prints them.")
_PRINTED_BUT = Words(
    "分值按表中所印，不参与评价的除外。",
    "points as the form prints them, but for what is not judged.",
)


def _unread(finding: Finding) -> Problem:
    words = Words(
        f"{finding.words.zh}请改正，或用 --weights 指定各类分值。",
        f"{finding.words.en} Mend it, or give points with --weights.",
    )
    return Problem(finding.place, words)


def _unprinted(row: Row) -> Problem:
    return Problem(
        row.indicator.place,
        Words(
            "这一行没有分值，而其他行有；请补上，或用 --weights 指定各类分值。",
            "this row has no points, others have; add them, or give points with --weights.",
        ),
    )


def _wrong_points(row: Row) -> Problem:
    return Problem(
        row.indicator.place,
        Words(
            f"分值 {row.indicator.max_points} 不合要求；请填不小于 0、最多两位小数的数。",
            f"{row.indicator.max_points} points are not possible; give 0 or more, two decimals.",
        ),
    )


def _wrong_sum(form: Form, found: Mapping[str, int], total: Decimal) -> EvalengineError:
    parts = " + ".join(f"{code} {from_cents(cents)}" for code, cents in found.items() if cents)
    made = from_cents(sum(found.values()))
    return StandardError.at(
        form.title,
        f"表中分值合计 {made}，应为 {total}（{parts}）；请改正，或用 --weights 指定各类分值。",
        f"the form's points make {made}, not {total} ({parts}); mend them, or give points with "
        "--weights.",
    )


def _nothing_left(form: Form) -> EvalengineError:
    return StandardError.at(
        form.title,
        "没有任何可以评价的指标（全部不适用、未填或没有分值）；请核对。",
        "nothing is left to be judged: all is not applicable, missing or without points; check.",
    )
