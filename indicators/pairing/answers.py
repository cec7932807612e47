"""Reads one answer of the fill-in workbook: the fact, the share claimed, reason and evidence."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from indicators.errors import ActualsError, Problem, Words
from indicators.grammar import parse_targets, read_actual, read_number
from indicators.model import Actual, Budget, Kind, Target, plain
from indicators.pairing.sheet import Answer, is_judged, squeeze, takes_share
from indicators.quick import replaced
from indicators.spelling import folded

DEFAULT_UNIT = "万元"
"""The unit of money on these forms, where the form names none."""

BASE_UNIT = "元"
"""The unit of an `Actual.canonical` that is money."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that an answer may use beyond the shipped ones.

    `lexicon` is a local file of words; `levels` are those by which the standard names its levels,
    without white space, and `fits` tells whether the share that an answer claims lies in the level
    that its words name; `faults` are the words of the standard's tables of deductions.
    """

    lexicon: Path | None = None
    levels: frozenset[str] = frozenset()
    fits: Callable[[Actual], bool] | None = None
    faults: frozenset[str] = frozenset()


SHIPPED = Vocabulary()
"""No words but those that come with the engine."""


def read_answer(
    answer: Answer,
    target: Target,
    *,
    place: str,
    year: int | None,
    promised: str = "",
    vocabulary: Vocabulary = SHIPPED,
) -> Actual:
    """The fact that `answer` states for `target`. Nothing filled in: `Actual.missing`.

    Raises:
        ActualsError: if the answer cannot be compared with the target, or its share is no share.
    """
    actual = _read(answer.actual, target, promised, place, year, vocabulary)
    share = _share(answer.share, target, place) if answer.share else actual.share
    text, reason, evidence = _with_unit(actual), answer.reason, answer.evidence
    if text == actual.text and share is actual.share and not (reason or evidence):
        return actual  # most answers: copying takes as long as reading them
    return replaced(actual, text=text, share=share, reason=reason, evidence=evidence)


def _read(
    text: str,
    target: Target,
    promised: str,
    place: str,
    year: int | None,
    vocabulary: Vocabulary,
) -> Actual:
    """The fact, by the grammar or, where that cannot read it, as the two data items of a rate, or
    as a level or a fault of the standard.
    """
    try:
        return read_actual(
            text, target, promised=promised, place=place, year=year, lexicon=vocabulary.lexicon
        )
    except ActualsError:
        items = _raw_items(text) if target.dimension == "ratio" else None
        if items is not None:
            return Actual(
                Kind.QUANTITATIVE, text, dimension=target.dimension, place=place, raw=items
            )
        words = vocabulary.faults | (vocabulary.levels if is_judged(target) else frozenset())
        if squeeze(text) in words:
            return Actual("qualitative", text, place=place)
        raise


def _raw_items(text: str) -> tuple[Decimal, Decimal] | None:
    """Numerator and denominator of a rate: `1523/1600`, `1523÷1600`."""
    numbers = [read_number(part) for part in folded(text).replace("÷", "/").split("/")]
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
        return None
    return numbers[0], numbers[1]


def _with_unit(actual: Actual) -> str:
    """The answer as it reads away from the sheet, where the unit stands in a column beside it."""
    if actual.unit is None or actual.text.endswith(actual.unit):
        return actual.text
    is_bare = read_number(actual.text) is not None
    return f"{actual.text}{actual.unit}" if is_bare else actual.text


def _share(text: str, target: Target, place: str) -> Decimal:
    """得分比例 as a number between 0 and 1, from `85%` or `85`.

    `0.85` is refused: it may mean 85% (a cell of that format was pasted) or 0.85%.
    """
    if not takes_share(target):
        raise ActualsError.at(
            place,
            f"得分比例“{text}”多余：有数字的指标按公式计分；请清空这一格。",
            f"the share '{text}' has no use here: an indicator with a number is scored by "
            "formula; empty that cell.",
        )
    bare = text.replace("％", "%").removesuffix("%").strip()
    number = read_number(bare)
    is_percentage = number is not None and (bare != text or number == 0 or number >= 1)
    if number is None or not is_percentage or not 0 <= number <= 100:
        raise ActualsError.at(
            place,
            f"得分比例“{text}”看不懂；请写成 0% 到 100% 的百分数，如 85%。",
            f"the share '{text}' is unclear; write a percentage from 0% to 100%, as 85%.",
        )
    return number / 100


def money_target(budget: Budget | None) -> Target:
    """The budget as a promise, so that money is read by the same grammar as everything else."""
    unit = budget.unit if budget else DEFAULT_UNIT
    amount = plain(budget.amount) if budget else "0"
    found = parse_targets(f"{amount}{unit}", category="output.cost")[0]
    return found if budget else replace(found, value=None, canonical=None)


def read_money(text: str, budget: Budget | None, *, place: str) -> Actual:
    """An amount of money: `720.5` in the unit of the budget, or with a unit of its own.

    Nothing filled in: `Actual.missing`.

    Raises:
        ActualsError: if it is no amount of money, or its unit is in doubt.
    """
    actual = read_actual(text, money_target(budget), place=place)
    if actual.kind in (Kind.QUANTITATIVE, "missing"):
        return actual
    unit = budget.unit if budget else DEFAULT_UNIT
    words = Words(
        f"“{text}”不是金额；请填数字，单位{unit}，如 720.50。",
        f"'{text}' is no amount of money; enter a number in {unit}, as 720.50.",
    )
    raise ActualsError([Problem(place, words)])


def in_one_unit(
    executed: Actual, annual: Actual, budget: Budget | None
) -> tuple[str, Decimal | None, Decimal | None]:
    """A unit, the money executed and the budget after changes, both in that unit; None: missing."""
    unit = executed.unit or annual.unit or (budget.unit if budget else DEFAULT_UNIT)
    if annual.unit not in (None, unit):
        return BASE_UNIT, executed.canonical, annual.canonical
    return unit, executed.value, annual.value
