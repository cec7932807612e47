"""What would have brought an item all its points: nothing is advised that would not.

The facts that might are tried one after another by the method itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Final

from indicators.errors import ActualsError, Words
from indicators.model import Actual, Actuals, Comparator, Form, Target, plain
from scoring.case import COUNTED, ItemKind, kind_of
from scoring.choosing import choose
from scoring.execution import Money, execution_score
from scoring.facts import gather
from scoring.items import Item, judge
from scoring.methods import AnyMethod
from scoring.methods.bands import MONTHS_OF_A_YEAR, Bands
from scoring.methods.deduction import Deduction
from scoring.methods.levels import Levels
from scoring.methods.manual import Manual
from scoring.methods.rank import Rank
from scoring.model import ProjectScore
from scoring.rounding import from_cents, to_cents
from scoring.same_unit import MAX_DIGITS
from scoring.standard import Standard
from scoring.weights import EXECUTION

HUNDRED: Final = Decimal(100)
ENOUGH: Final = Context(prec=MAX_DIGITS, rounding=ROUND_CEILING)
NOT_TOO_MUCH: Final = Context(prec=MAX_DIGITS, rounding=ROUND_FLOOR)
"""A third of something has no end in decimals: what is tried must lie on the safe side."""

BARELY: Final = 3
"""A bound that does not count itself is passed by so small a digit, behind its own last one."""

EVIDENCE: Final = Words("附上佐证材料", "evidence")


@dataclass(frozen=True, slots=True)
class _Try:
    """A fact that might bring all the points, and what to call it in a sentence."""

    actual: Actual
    words: Words


def advise(
    form: Form, actuals: Actuals, score: ProjectScore, standard: Standard
) -> dict[str, Words]:
    """By the ids of items that lost points (`execution` among them): what brings all of them.

    An item that can have all its points in no way that is known is not there.
    """
    facts = gather(form, actuals, standard)
    items = {item.id: item for item in facts.items}
    found: dict[str, Words] = {}
    for scored in score.items:
        if scored.points < scored.max_points:
            cents = to_cents(scored.max_points)
            item = replace(items[scored.id], max_points=cents, category=scored.category)
            found |= _named(scored.id, _of_item(item, standard))
    money = score.execution
    if money is not None and money.working.points < money.max_points and facts.money is not None:
        found |= _named(EXECUTION, _of_money(form, facts.money, money.max_points, standard))
    return found


def _named(id_: str, words: Words | None) -> dict[str, Words]:
    return {} if words is None else {id_: words}


def _of_item(item: Item, standard: Standard) -> Words | None:
    text = f"{item.name} {item.row.target_text}"
    rule, _ = choose(standard, item.target, category=item.category, text=text)
    proved = replace(item.actual, evidence=item.actual.evidence.strip() or EVIDENCE.zh)
    wants_evidence = rule.needs_evidence and not item.actual.evidence.strip()
    if wants_evidence and _is_full(replace(item, actual=proved), standard):
        return EVIDENCE
    for each in _tries(item, rule.use, standard):
        actual = replace(each.actual, evidence=proved.evidence)
        if _is_full(replace(item, actual=actual), standard):
            return _both(each.words, EVIDENCE) if wants_evidence else each.words
    return None


def _both(one: Words, other: Words) -> Words:
    return Words(f"{one.zh}并{other.zh}", f"{one.en} with {other.en}")


def _is_full(item: Item, standard: Standard) -> bool:
    """Whether the item would have all its points."""
    try:
        return judge(item, standard).points == from_cents(item.max_points)
    except ActualsError:
        return False


def _tries(item: Item, method: AnyMethod, standard: Standard) -> Iterator[_Try]:
    """What might bring all the points, the likeliest first."""
    target = item.target
    kept = Words(f"达到“{item.promise}”", f"reaching '{item.promise}'")
    if kind_of(target) is ItemKind.DEADLINE:
        yield _Try(Actual("deadline", str(target.date), date=target.date), kept)
    if isinstance(method, Bands) and method.of == "value":
        yield _best_value(method)
    if kind_of(target) in COUNTED:
        yield _Try(_counted(target, _keeping(target)), kept)
    if isinstance(method, Bands) and method.of == "achievement" and target.value:
        yield from _best_achievement(target.value, target, method)
    if isinstance(method, Rank):
        yield _Try(_counted(target, Decimal(1)), Words("列第 1 名", "the first place"))
    if isinstance(method, Deduction):
        least = min(method.faults, key=lambda fault: fault.deduct)
        words = Words(f"复核结论为“{least.title}”", f"the finding '{least.title_en}'")
        yield _Try(Actual("qualitative", least.title), words)
    if isinstance(method, Manual):
        whole = Actual("qualitative", share=Decimal(1))
        yield _Try(whole, Words("由评价人评定 100%", "100% by the evaluator"))
    elif isinstance(method, Levels) or kind_of(target) not in COUNTED:
        best = standard.levels.bands[0]
        share = best.to / HUNDRED
        judged = Actual("qualitative", best.title, judgement=best.judgement, share=share)
        words = Words("判断为最高一档的上限", "the upper bound of the best level")
        yield _Try(judged, words)


def _counted(target: Target, value: Decimal) -> Actual:
    """The fact that so much of the target's unit was done."""
    return Actual("quantitative", plain(value), value, target.unit)


def _keeping(target: Target) -> Decimal:
    """The number that barely keeps the promise to the letter: what it brings, any better does."""
    due = target.canonical if kind_of(target) is ItemKind.SCHEDULE else target.value
    assert due is not None, "counted promises have a number"
    barely = Decimal((0, (1,), int(due.as_tuple().exponent) - BARELY))
    match target.comparator:
        case Comparator.GT:
            return due + barely
        case Comparator.LT:
            return due - barely
    return due


def _best_value(method: Bands) -> _Try:
    """The bound of the best band."""
    best = method.bands[0].from_
    bound = f"{plain(best)}{method.unit}"
    words = Words(f"达到最高一档的“{bound}”", f"{bound}, the bound of the best band,")
    return _Try(Actual("quantitative", bound, best, method.unit), words)


def _best_achievement(due: Decimal, target: Target, method: Bands) -> Iterator[_Try]:
    """So much of what is due that the best band is reached, from below or from above."""
    best = method.bands[0].from_
    so_far = "" if method.months is None else f"（按 {method.months} 个月折算）"
    so_far_en = "" if method.months is None else f" of what is due in {method.months} months"
    due = due * (method.months or MONTHS_OF_A_YEAR)
    whole = HUNDRED * MONTHS_OF_A_YEAR
    words = Words(
        f"达成率到 {plain(best)}%{so_far}", f"an achievement of {plain(best)}%{so_far_en}"
    )
    yield _Try(_counted(target, ENOUGH.divide(due * best, whole)), words)
    if best > 0:
        few = NOT_TOO_MUCH.divide(due * HUNDRED, best * MONTHS_OF_A_YEAR)
        yield _Try(_counted(target, few), words)


def _of_money(form: Form, money: Money, max_points: Decimal, standard: Standard) -> Words | None:
    """The money that would bring all the points of the execution rate."""
    spent = replace(money, executed=money.planned)
    scored = execution_score(form, spent, to_cents(max_points), standard)
    if scored is None or scored.working.points < max_points:
        return None
    amount = f"{money.planned:,f} {money.unit}"
    return Words(f"执行 {amount}", f"{amount} executed")
