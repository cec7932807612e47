"""Numbers of an answer that are not what was achieved: planned, saved, not done yet, on the wrong
side of a bound (不足500人), of something else (不合格率4%).
"""

import re
from collections.abc import Iterator

from indicators.errors import Words
from indicators.grammar.answer import Case
from indicators.grammar.cell import CellParser
from indicators.grammar.lexicon import any_of
from indicators.grammar.measures import clause_end
from indicators.grammar.reservations import Reservations
from indicators.grammar.tokens import Quantity
from indicators.model import Comparator

_NAME = 3
"""So many characters at the end of a name tell what it is the rate of."""

_UNDONE = Words("这些还没有做完，这里要填做完了多少", "what was done is due here")
_PLANNED = Words(
    "这是原来打算的数，这里要填实际完成了多少", "it was planned; what was done is due here"
)
_SAMPLED = Words(
    "这是抽查的数，这里要填一共完成了多少",
    "so many were looked at; what was done in all is due here",
)
_SAVED = Words("这是省下或超支的钱，这里要填花了多少", "what was spent is due here")
_RANGE = Words("这是一个范围，无法与目标比较；请填一个数", "a range cannot be compared; one number")
_BOUND = Words(
    "只说了在界限的哪一边（没有做到的那一边），不知道差多少；请填确切的数",
    "only a bound is given, on the side that keeps no promise; the exact number is due",
)
_NEARLY = Words(
    "这是说还差一点，看不出是否达到；请填确切的数",
    "it says that a little is wanting; the exact number is due",
)
_OPPOSITE = Words("这个数说的与指标名称相反", "it is the rate of the opposite")
_CHANGE = Words("这是增减的幅度，这里要填达到了多少", "it is a change; the level is due here")
_DIFFERS = Words(
    "这只是多了或少了多少，这里要填一共达到了多少",
    "it is how much more or less; how much in all is due here",
)
_UPPER = (Comparator.LE, Comparator.LT)
_LOWER = (Comparator.GE, Comparator.GT)


class Refusals:
    """Says why a number is no fact, by the words of a parser's lexicon."""

    def __init__(self, parser: CellParser, reservations: Reservations) -> None:
        self._p = parser
        self._reservations = reservations
        lexicon, part = parser.lexicon, parser.lexicon.data["qualitative"]
        unfinished = any_of(part["unfinished"])
        self._unfinished = re.compile(unfinished)
        self._behind = re.compile(f"(?:{any_of(part['answer_lead'])})*(?:{unfinished})")
        self._saved = lexicon.pattern("qualitative", "saved")
        self._planned = lexicon.pattern("qualitative", "only_planned")
        self._hoped = lexicon.pattern("qualitative", "only_hoped")
        done = [*part["in_fact"], *part["finished"], *part["levels_in_fact"]]
        self._done = re.compile(any_of(done))
        self._looked_at = lexicon.pattern("qualitative", "looked_at")
        self._sampled = lexicon.pattern("qualitative", "sampled")
        self._negates: list[str] = part["negates_name"]
        self._shares = lexicon.words("qualitative", "parts_of_whole")
        self._differs = re.compile("|".join(part["differs"]) or r"(?!)")
        self._shortens = re.compile("|".join(part["shortens"]) or r"(?!)")
        self._more = frozenset(part["and_more"])
        self._nearly = lexicon.ending("comparators", "nearly")

    def refuse(self, case: Case, quantity: Quantity) -> None:
        """Raise what speaks against `quantity`.

        Raises:
            ActualsError: if it does not say what was achieved.
        """
        why = self.of(case, quantity)
        if why is not None:
            raise case.error(why.zh, why.en)

    def of(self, case: Case, quantity: Quantity) -> Words | None:
        """Why `quantity` does not say what was achieved; None if it does."""
        return next(self._reasons(case, quantity), None)

    def _reasons(self, case: Case, quantity: Quantity) -> Iterator[Words]:
        target, clause = case.target, case.clause(quantity)
        is_spent = target.direction == "lower" and target.dimension == "money"
        wrong = {"higher": _UPPER, "lower": _LOWER}.get(str(target.direction or ""), ())
        if self._is_undone(case, quantity, clause):
            yield _UNDONE
        if self._is_planned(case, clause):
            yield _PLANNED
        if self._is_sampled(case, quantity, clause):
            yield _SAMPLED
        if is_spent and self._saved.search(clause):
            yield _SAVED
        if quantity.comparator is Comparator.BETWEEN and quantity.rule != "tolerance":
            yield _RANGE
        if quantity.comparator in wrong and self._reservations.is_limit(case.text, quantity):
            yield _BOUND
        yield from self._about(case, quantity)
        if self._is_of_another(case, clause):
            yield _OPPOSITE
        yield from self._changes(case, quantity, clause)

    def _is_undone(self, case: Case, quantity: Quantity, clause: str) -> bool:
        """在建5座, 10项未完成; not below a name of what is not done."""
        behind = case.text[quantity.end : clause_end(case.text, quantity.end)]
        undone = self._unfinished.search(clause) or self._behind.match(behind)
        return undone is not None and undone[0] not in case.measure

    def _is_sampled(self, case: Case, quantity: Quantity, clause: str) -> bool:
        """抽查10个: not how many were done; but 抽查合格率98% is the rate."""
        unit = quantity.unit
        sampled = self._sampled.search(clause) if unit is not None else None
        is_count = unit is not None and unit.dimension == "count"
        return sampled is not None and is_count and not self._looked_at.search(case.about)

    def _is_planned(self, case: Case, clause: str) -> bool:
        """计划500人, and no more; 拟达95%."""
        if self._hoped.match(clause):
            return True
        planned = self._planned.match(clause)
        is_name = planned is not None and planned[0] in case.measure
        return planned is not None and not is_name and not self._done.search(clause)

    def _about(self, case: Case, quantity: Quantity) -> Iterator[Words]:
        if self._is_nearly(case, quantity):
            yield _NEARLY
        if self._is_a_little_more(case, quantity):
            yield _BOUND

    def _is_a_little_more(self, case: Case, quantity: Quantity) -> bool:
        """50余万元, where no more than 50万元 was due."""
        said = case.text[quantity.at : quantity.end]
        if not quantity.approximate or self._more.isdisjoint(said):
            return False
        unit, target = quantity.unit, case.target
        done = unit.canonical(quantity.value) if unit is not None else quantity.value
        return target.direction == "lower" and done == target.canonical

    def _is_nearly(self, case: Case, quantity: Quantity) -> bool:
        """近5次, where 5次 are due: fewer."""
        unit, target = quantity.unit, case.target
        done = unit.canonical(quantity.value) if unit is not None else quantity.value
        is_more = target.direction == "higher"
        said = case.text[: quantity.at].rstrip() if is_more and quantity.approximate else ""
        return done == target.canonical and self._nearly.search(said) is not None

    def _is_of_another(self, case: Case, clause: str) -> bool:
        """不合格率4%, for 合格率."""
        name, measure = case.measure[-_NAME:], case.measure
        opposites = [f"{sign}{name}" for sign in self._negates] if len(name) == _NAME else []
        return any(each in clause and each not in measure for each in opposites)

    def _changes(self, case: Case, quantity: Quantity, clause: str) -> Iterator[Words]:
        if self._is_change_of_level(case, quantity, clause):
            yield _CHANGE
        if self._is_difference(case, quantity):
            yield _DIFFERS

    def _is_difference(self, case: Case, quantity: Quantity) -> bool:
        """较计划多20人, 还差10人; 缩短10天, where 15天 was promised; not where a change was."""
        target, said = case.target, case.named(quantity)
        if target.change is not None or not said:
            return False
        is_level = target.direction == "lower" or target.baseline is not None
        if is_level and self._shortens.search(said):
            return True
        return self._differs.search(said) is not None and self._p.way_of(case.about) is None

    def _is_change_of_level(self, case: Case, quantity: Quantity, clause: str) -> bool:
        """提高3%, for 合格率≥95%."""
        measure, target = case.measure, case.target
        is_level = target.change is None and self._shares.ending(measure, len(measure)) is not None
        if not is_level or self._p.way_of(clause) is None or self._p.way_of(case.about) is not None:
            return False
        stated = self._p.targets(case.text)
        return any(t.change and t.span[0] <= quantity.at < t.span[1] for t in stated)
