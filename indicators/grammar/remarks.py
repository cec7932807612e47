"""What to tell of a promise that took a decision to read, or that its columns contradict."""

from collections.abc import Iterator

from indicators.errors import Words
from indicators.grammar.neighbours import Neighbours
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Measured
from indicators.model import SIGNS, Comparator

_FROM_NEIGHBOUR = Words(
    "比较符或单位取自指标名称、性质或单位一栏。",
    "comparator or unit taken from the name, nature or unit column.",
)
_FROM_CAP = Words(
    "下文有“控制在预算内”一类的话，按上限理解。",
    "read as an upper limit, since the text goes on 'within budget'.",
)
_AS_RATIO = Words(
    "按比值理解，即前一个数除以后一个数；写了“≤”“不超过”的请核对方向。",
    "read as a ratio, the first number divided by the second; with ≤ check which way it is meant.",
)
_AS_SHARE = Words(
    "单位一栏是“%”，数值不到 1，按百分之几十理解（0.95 即 95%）；请核对。",
    "the unit is % and the number below 1; read as a share (0.95 is 95%). Please check.",
)
_SIDES = ({Comparator.GE, Comparator.GT}, {Comparator.LE, Comparator.LT})


def remarks(quantity: Quantity, near: Neighbours, ratio: Measured | None) -> tuple[Words, ...]:
    """What had to be decided about `quantity`, which the columns of `near` say something of.

    `ratio` is the unit of 1:18.
    """
    is_beside = near.comparator is not None or near.named_unit is not None or quantity.is_share
    if not is_beside and quantity.rule != "cap" and quantity.unit is not ratio:
        return ()  # as of most promises
    return (*_decided(quantity, near, ratio), *_contradicted(quantity, near))


def _decided(quantity: Quantity, near: Neighbours, ratio: Measured | None) -> Iterator[Words]:
    if quantity.unit is ratio:
        yield _AS_RATIO
    elif quantity.rule == near.rule and near.comparator is not None:
        yield _FROM_NEIGHBOUR
    elif quantity.rule == "cap":
        yield _FROM_CAP
    if quantity.is_share:
        yield _AS_SHARE


def _contradicted(quantity: Quantity, near: Neighbours) -> Iterator[Words]:
    said, own = near.comparator, quantity.comparator
    is_own = quantity.explicit and quantity.rule != near.rule and own is not Comparator.BETWEEN
    if said is not None and is_own and said is not own and {said, own} not in _SIDES:
        yield Words(
            f"名称或性质一栏是“{SIGNS[said]}”，目标里写的是“{SIGNS[own]}”，按目标里的理解；请核对。",
            f"the name or nature column says {SIGNS[said]}, the text {SIGNS[own]}, which counts. "
            "Please check.",
        )
    other, unit = near.named_unit, quantity.unit
    if other is not None and unit is not None and unit is near.unit:
        yield Words(
            f"单位一栏是“{unit.name}”，名称里写的是“{other.name}”，按单位一栏理解；请核对。",
            f"the unit column says {unit.name}, the name {other.name}; the column counts. "
            "Please check.",
        )
