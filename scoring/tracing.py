"""The trace of a score: what each item's points and numbers are, and the steps to total and grade.

Nothing is computed a second time: a step tells in words what the plan, the workings and the
standard already say, with the clause behind it.
"""

from collections.abc import Iterator, Mapping, Sequence

from indicators.errors import ActualsError, Words
from indicators.model import Actual, Target, plain
from indicators.quick import replaced
from indicators.taxonomy import category_title
from scoring.case import COUNTED, kind_of
from scoring.items import Item
from scoring.model import ProjectScore, Step
from scoring.plan import Plan
from scoring.provenance import Source
from scoring.rounding import Mode, from_cents
from scoring.same_unit import in_one_unit
from scoring.standard import Standard
from scoring.weights import EXECUTION

MODES = {
    Mode.HALF_UP: Words("四舍五入", "rounded half up"),
    Mode.HALF_EVEN: Words("四舍六入五成双", "rounded half to even"),
    Mode.DOWN: Words("舍去余数", "cut off"),
    Mode.UP: Words("进位", "rounded up"),
}


def traced(
    score: ProjectScore, items: Mapping[str, Item], plan: Plan, standard: Standard
) -> ProjectScore:
    """`score` with the share and the inputs of every item, and the steps to total and grade."""
    shares = _shares(plan)
    known = tuple(
        replaced(each, share=shares[each.id], inputs=_inputs(items[each.id]))
        for each in score.items
    )
    return replaced(score, items=known, steps=tuple(_steps(score, plan, standard)))


def _shares(plan: Plan) -> dict[str, Words]:
    """Whose points each item has."""
    categories: dict[str, dict[str, list[int]]] = {}
    for id_, cents in plan.items.items():
        rows = categories.setdefault(plan.keys[id_], {})
        if cents:
            rows.setdefault(_row_of(id_), []).append(cents)
    return {
        id_: _share(cents, _row_of(id_), plan.keys[id_], categories[plan.keys[id_]])
        for id_, cents in plan.items.items()
    }


def _row_of(id_: str) -> str:
    return id_.partition(".")[0]


def _share(own: int, at: str, key: str, rows: Mapping[str, Sequence[int]]) -> Words:
    """How an item's `own` points come from those of its category `key`, over its `rows`."""
    if not own:
        return Words("不占分值", "no points to be had")
    row = rows[at]
    title, whole = category_title(key), from_cents(sum(map(sum, rows.values())))
    zh, en = f"{title.zh} {whole} 分", f"{title.en} has {whole}"
    if len(rows) > 1:
        zh += f"，分给 {len(rows)} 行，本行 {from_cents(sum(row))}"
        en += f", over {len(rows)} rows, {from_cents(sum(row))} for this one"
    if len(row) > 1:
        zh += f"；本行 {len(row)} 项承诺，本项 {from_cents(own)}"
        en += f"; over its {len(row)} promises, {from_cents(own)} for this one"
    return Words(zh, en)


def _inputs(item: Item) -> tuple[tuple[str, str], ...]:
    """What was put into the method, by name, in the unit of comparison and in the base unit."""
    target, actual = item.target, item.actual
    pairs = [*_compared(target, actual), *_base(target, actual)]
    if actual.raw is not None:
        numerator, denominator = map(plain, actual.raw)
        pairs += [("numerator", numerator), ("denominator", denominator)]
    pairs += [("due_date", str(target.date or "")), ("done_date", str(actual.date or ""))]
    pairs += [("judgement", actual.judgement.value if actual.judgement else "")]
    pairs += [("share", "" if actual.share is None else f"{plain(actual.share * 100)}%")]
    return tuple((name, value) for name, value in pairs if value)


def _compared(target: Target, actual: Actual) -> Iterator[tuple[str, str]]:
    """The numbers as they were compared; nothing where they cannot be."""
    if kind_of(target) not in COUNTED:
        return
    try:
        numbers = in_one_unit(target, actual)
    except ActualsError:
        return
    if target.comparator is not None:
        yield "comparator", target.comparator.value
    if target.direction is not None:
        yield "direction", target.direction.value
    yield "due", plain(numbers.least)
    if numbers.most != numbers.least:
        yield "due_most", plain(numbers.most)
    yield "done", plain(numbers.done)
    yield "unit", numbers.unit


def _base(target: Target, actual: Actual) -> Iterator[tuple[str, str]]:
    """The same in the base unit of their dimension, where both have one."""
    if target.canonical is None or actual.canonical is None:
        return
    yield "dimension", target.dimension or ""
    yield "due_canonical", plain(target.canonical)
    yield "due_most_canonical", plain(target.canonical_upper)
    yield "done_canonical", plain(actual.canonical)


def _steps(score: ProjectScore, plan: Plan, standard: Standard) -> Iterator[Step]:
    """From the points of the categories to the grade, in the order of the work."""
    yield _step("weights", _weights(plan), plan.source)
    for note in score.notes:
        yield _step("note", note, None)
    yield _step("rounding", _rounding(score, standard), standard.cite(standard.rounding))
    yield _step("sum", _sum(score), None)
    yield _step("grade", _grade(score, standard), standard.cite(standard.grades))
    for words in _distances(score, standard):
        yield _step("distance", words, None)


def _step(name: str, words: Words, source: Source | None) -> Step:
    if source is None:
        return Step(name, words)
    return Step(name, words, source.clause, source.verified)


def _weights(plan: Plan) -> Words:
    titled = [
        (category_title(key), from_cents(cents)) for key, cents in plan.points.items() if cents
    ]
    return Words(
        "各类分值：" + "，".join(f"{title.zh} {points}" for title, points in titled),
        "points of the categories: "
        + ", ".join(f"{title.en} {points}" for title, points in titled),
    )


def _rounding(score: ProjectScore, standard: Standard) -> Words:
    mode, digits = MODES[standard.rounding.mode], standard.rounding.digits
    again = Words("合计不再取整", "their sum is not rounded")
    if score.total != score.points:
        again = Words("换算后的总分再取整一次", "and so is the total that is made of their sum")
    return Words(
        f"每项得分{mode.zh}，保留 {digits} 位小数，只取整一次；{again.zh}",
        f"the points of every item are {mode.en} to {digits} decimals, once; {again.en}",
    )


def _sum(score: ProjectScore) -> Words:
    """The points of the categories, added up."""
    parts = [(part.title, part.points) for part in score.subtotals]
    if score.execution is not None:
        parts.insert(0, (category_title(EXECUTION), score.execution.working.points))
    total = score.points
    return Words(
        " + ".join(f"{title.zh} {points}" for title, points in parts) + f" = {total}",
        " + ".join(f"{title.en} {points}" for title, points in parts) + f" = {total}",
    )


def _grade(score: ProjectScore, standard: Standard) -> Words:
    """The grade beside the whole table."""
    bands = standard.grades.bands
    table = "，".join(f"{band.title} ≥ {plain(band.from_)}" for band in bands)
    table_en = ", ".join(f"{band.title_en} ≥ {plain(band.from_)}" for band in bands)
    first, first_en = "", ""
    if standard.grades.whole_points:
        first, first_en = "先四舍五入到整数；", "rounded to whole points first; "
    return Words(
        f"总分 {score.total:f}，等级“{score.grade.title}”（{first}{table}）",
        f"total {score.total:f}, grade '{score.grade.title_en}' ({first_en}{table_en})",
    )


def _distances(score: ProjectScore, standard: Standard) -> Iterator[Words]:
    """How far it is to every other grade, the nearest first."""
    bands = [band.grade for band in standard.grades.bands]
    if score.grade not in bands:
        return
    place = bands.index(score.grade)
    for better in reversed(bands[:place]):
        gap = standard.grades.least(better) - score.total
        yield Words(
            f"再得 {gap:f} 分为“{better.title}”", f"{gap:f} points more make it '{better.title_en}'"
        )
    for grade, worse in zip(bands[place:], bands[place + 1 :], strict=False):
        gap = score.total - standard.grades.least(grade)
        yield Words(
            f"失分超过 {gap:f} 为“{worse.title}”",
            f"losing more than {gap:f} points makes it '{worse.title_en}'",
        )
