"""Which of the numbers of an answer is the fact: 计划100人，实际完成102人; 记录仪60台、系统3套."""

import re

from indicators.grammar.answer import Case
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Measured

_NAME = 3
"""So many characters before a number tell what it counts."""

_WORD = 2
"""So many do where the promise has them before its number, or where nothing else is said."""

_AND = "、"


class Choosing:
    """Decides by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["qualitative"]
        self._in_fact = lexicon.pattern("qualitative", "in_fact")
        aside = any_of([*words["saved"], *words["planned"]])
        self._aside = re.compile("|".join([aside, *words["starts_from"]]))
        self._part = re.compile(rf"(?:^|[(（，,、])(?:{any_of(words['parts_of_it'])})[^()]*$")
        self._light = frozenset("".join([*words["count_verbs"], *words["measure_lead"]]))
        self._totals = re.compile(rf"(?:{'|'.join(words['totals']) or '(?!)'})[^，,、\d]{{0,6}}$")
        self._of_each = re.compile("|".join(words["of_each"]) or r"(?!)")
        self._each: str = lexicon.data["units"]["each"]
        self._several = re.compile("|".join(words["each_of_several"]) or r"(?!)")

    def candidates(self, case: Case, quantities: list[Quantity]) -> list[Quantity]:
        """The numbers that may be the fact: not those that were planned or left over, nor parts.

        计划100人，实际完成102人; 支出498万元，结余2万元; 82人，其中居家60人.
        """
        if len(quantities) == 1:
            return quantities
        stated = max((match.end() for match in self._in_fact.finditer(case.text)), default=0)
        found = [quantity for quantity in quantities if quantity.start >= stated]
        whole = [q for q in found if not self._part.search(case.clause(q))] or found
        return [q for q in whole if not self._is_aside(case, q)] or whole

    def _is_aside(self, case: Case, quantity: Quantity) -> bool:
        """计划100人, but not below a name that has the word itself."""
        aside = self._aside.search(case.clause(quantity))
        return aside is not None and (not aside[0] or aside[0] not in case.measure)

    @staticmethod
    def in_its_unit(
        case: Case, quantities: list[Quantity], unit: Measured | None
    ) -> list[Quantity]:
        """Those in the promise's own unit, where others only compare with it: 创作3部，获奖2个; not
        where both are counted in one clause: 新品种3个、新技术2项.
        """
        own = [q for q in quantities if q.unit and unit and q.unit.key == unit.key]
        kept = set(map(id, own))
        clauses = {case.starts(q) for q in own}
        others = [q for q in quantities if id(q) not in kept and case.starts(q) in clauses]
        return quantities if others or not own else own

    def one(self, case: Case, quantities: list[Quantity]) -> Quantity | None:
        """The one of `quantities`, which all could be it by their unit; None: several are left."""
        found = quantities if len(quantities) == 1 else self._named(case, quantities)
        if len(found) > 1:
            found = [q for q in found if self._totals.search(case.clause(q))]
        if len(found) != 1 or self._several.search(case.clause(found[0])):
            return None
        is_of_each = self._each not in case.about and case.target.dimension != "money"
        return None if is_of_each and self._of_each.search(case.clause(found[0])) else found[0]

    def _named(self, case: Case, quantities: list[Quantity]) -> list[Quantity]:
        """The one behind the name of what is promised, or behind the promise's own word:
        记录仪60台、采集站3台; 净增18家，总数达96家; 查处酒驾26起、醉驾8起, for 酒驾查处.
        """
        clauses = [(q, case.named(q).rpartition(_AND)[2]) for q in quantities]
        ahead = case.promised[: case.target.span[0]].rstrip()[-_WORD:]
        known = frozenset(case.measure) | self._light
        named = [
            q for q, words in clauses if len(words) >= _NAME and words[-_NAME:] in case.measure
        ]
        same = [q for q, words in clauses if len(ahead) == _WORD and words.endswith(ahead)]
        short = [
            quantity
            for quantity, words in clauses
            if len(words) >= _WORD
            and case.target.dimension != "ratio"  # 非常满意98%，满意2%
            and words[-_WORD:] in case.measure
            and known.issuperset(words)
        ]
        return next((found for found in (named, same, short) if len(found) == 1), quantities)
