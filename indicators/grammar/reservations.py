"""What to ask about a figure that was given as what was achieved: 约90%, 95%以上, 满意度9200%."""

from collections.abc import Iterator

from indicators.errors import Words
from indicators.grammar.answer import Case
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Measured
from indicators.model import SIGNS, Comparator, Target, plain

_WHOLE = 100
_ABSURD = 1000
"""So many percent are no share and hardly a growth where the promise is at most a hundred."""

_STRICT = (Comparator.LT, Comparator.GT)


class Reservations:
    """Asks by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._levels = frozenset(lexicon.data["qualitative"]["levels_in_fact"])
        self._begun = lexicon.pattern("qualitative", "begun_to_build")
        self._finished = lexicon.pattern("qualitative", "finished")
        self._shares = lexicon.words("qualitative", "parts_of_whole")

    def about(self, case: Case, quantity: Quantity, given: Measured | None) -> tuple[Words, ...]:
        """What is doubtful in `quantity`, which has its unit in place of the `given` one, as the
        answer of `case`; it counts all the same.
        """
        target = case.target
        return (
            *self._about_exactness(case.text, quantity),
            *self._about_beginning(case, quantity),
            *self._about_share(quantity, target),
            *_about_unit(quantity, given, target),
        )

    def _about_beginning(self, case: Case, quantity: Quantity) -> Iterator[Words]:
        """86户已开工, where no beginning was promised."""
        clause = case.clause(quantity) + case.text[quantity.end :]
        begun = self._begun.search(clause)
        if begun is None or begun[0] in case.about or self._finished.search(clause):
            return
        yield Words(
            f"说的是“{begun[0]}”，不一定做完了，按填的数计；请核对。",
            f"'{begun[0]}' tells of a beginning and not that it was done; the number counts as "
            "given. Please check.",
        )

    def _about_share(self, quantity: Quantity, target: Target) -> Iterator[Words]:
        unit, measure = quantity.unit, target.measure or ""
        if unit is None or unit.name != "%" or quantity.value <= _WHOLE or target.change:
            return
        is_part = self._shares.ending(measure, len(measure)) is not None
        is_absurd = quantity.value >= _ABSURD and (target.value or 0) <= _WHOLE
        if is_part or is_absurd:
            said = f"{plain(quantity.value)}%"
            yield Words(
                f"“{said}”不像是一个比率（整体的一部分不会多于整体），请核对是不是多写了位数。",
                f"'{said}' is hardly a share (a part is never more than the whole); are there too "
                "many digits?",
            )

    def _about_exactness(self, text: str, quantity: Quantity) -> Iterator[Words]:
        said = f"{plain(quantity.value)}{quantity.unit.name if quantity.unit else ''}"
        if quantity.approximate:
            yield Words(
                f"填的是约数，按“{said}”计分；请填确切的数。",
                f"only an approximate figure was given; judged as {said}. Enter the exact one.",
            )
        elif self.is_limit(text, quantity):
            sign = SIGNS[quantity.comparator]
            yield Words(
                f"填的是“{sign}{said}”，不是确切的完成值，按“{said}”计分；请填确切的数。",
                f"'{sign}{said}' is a limit, no exact figure; judged as {said}. Enter the exact "
                "one.",
            )

    def is_limit(self, text: str, quantity: Quantity) -> bool:
        """Whether only a limit was given: 95%以上, ≥95%; not 达到95% nor 控制在5%."""
        if not quantity.explicit or quantity.comparator in (Comparator.EQ, Comparator.BETWEEN):
            return False
        word = text[quantity.start : quantity.at].strip(" :")
        return quantity.end > quantity.until or word not in self._levels

    def is_beyond(self, text: str, quantity: Quantity, target: Target) -> bool:
        """Whether an answer says just what was promised, the bound itself excluded: 不到48小时, for
        <48小时. The bound alone would miss it.
        """
        is_same = quantity.comparator is target.comparator and quantity.comparator in _STRICT
        if not is_same or quantity.unit is None or not self.is_limit(text, quantity):
            return False
        return quantity.unit.canonical(quantity.value) == target.canonical


def _about_unit(quantity: Quantity, given: Measured | None, target: Target) -> Iterator[Words]:
    """5所 for 5个: other words for what is counted."""
    unit = quantity.unit
    if given is not None and target.unit is None:
        yield Words(
            f"目标没有写单位，按“{given.name}”理解；请核对。",
            f"the target has no unit; read in '{given.name}'. Please check.",
        )
    if given is not None and unit is not None and given.dimension == "ratio" != unit.dimension:
        said = f"{plain(quantity.value)}{unit.name}"
        yield Words(
            f"填的是目标的百分之几，折算成“{said}”；请填确切的数。",
            f"given as a share of the target, which makes {said}. Enter the exact figure.",
        )
        return
    if given is not None and unit is not None and unit.dimension == "workday" != given.dimension:
        yield Words(
            f"填的是“{given.name}”，目标是“{unit.name}”；天数不多于目标的工作日数，就在期限内。",
            f"given in '{given.name}', promised in '{unit.name}'; no more than was promised, so in "
            "time.",
        )
        return
    if given is None or unit is None or unit.dimension != "count" or given.key == unit.key:
        return
    if unit.key.startswith(f"{given.key}/"):
        return  # 12次, for 1次/月: said already of what it counts
    yield Words(
        f"填的单位是“{given.name}”，目标的单位是“{unit.name}”，按同一样东西计；请核对。",
        f"given in '{given.name}', promised in '{unit.name}'; taken for the same thing.",
    )
