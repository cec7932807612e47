"""The answer to a promise without a number: a choice (达成预期指标), a share, words of its own."""

import re
from decimal import Decimal

from indicators.grammar.answer import Case
from indicators.grammar.cell import CellParser
from indicators.grammar.judgements import Judgements
from indicators.grammar.lexicon import any_of
from indicators.grammar.measures import clause_end
from indicators.grammar.tokens import Quantity
from indicators.grammar.worded import is_doubtful, judgement_of
from indicators.model import Actual, Judgement, Target

_OUTER = " 。.；;，,\n()"
_ALL = 100
_MARK = 2
"""So long is the longest mere mark behind a day: 之前, and not 前全部."""

_IN_FACT = "actual"


class Judging:
    """Reads such answers by a parser and its judgements."""

    def __init__(self, parser: CellParser, judgements: Judgements) -> None:
        self._p = parser
        self._judgements = judgements
        lexicon = parser.lexicon
        due = [word for word in lexicon.data["dates"]["deadline_after"] if len(word) <= _MARK]
        self._due = re.compile(f"(?:{any_of(due)})?")
        self._dealt_with = lexicon.pattern("qualitative", "dealt_with_in_fact")

    def judged(self, case: Case, clean: str) -> Actual:
        """达成预期指标, or one of its other spellings, with a share where it is written: (85%)."""
        tokens = [t for t in self._p.scanner.tokens(clean) if isinstance(t, Quantity)]
        stated = {_way(target) for target in self._p.targets(clean)}
        words, share = clean, None
        if len(tokens) == 1 and stated == {None} and _is_share(tokens[0]):
            words, share = self._parted(clean, tokens[0])
        is_begun = self._judgements.is_only_begun(clean, case.promised + case.measure)
        judgement = (
            None if is_begun else self._judgements.of_words(words, case.target, case.promised)
        )
        if share == 1 and (not words or (judgement is None and not is_doubtful(words))):
            judgement = Judgement.ACHIEVED  # 100%; 合格率100%, for 合格
        if judgement is None and not is_begun:
            share = None
            judgement = self._in_its_words(case, clean, stated)
        if judgement is None and case.target.to == _IN_FACT and tokens and not is_doubtful(clean):
            # 12.5万元, for 据实列支
            return Actual("reached", case.text, judgement=Judgement.ACHIEVED, place=case.place)
        if judgement is None:
            raise case.error(
                "没有数字的指标要从下拉列表中选择完成情况（达成预期指标、部分达成…、未达成…）",
                "a promise without a number is answered by a choice: achieved, partly, not",
            )
        return Actual("qualitative", case.text, judgement=judgement, share=share, place=case.place)

    def _parted(self, clean: str, found: Quantity) -> tuple[str, Decimal | None]:
        """The words beside a share, and the share where it is one of the promise: 部分达成(85%),
        and not 低于市场均价8%.
        """
        share = found.value / 100
        words = (clean[: found.start] + clean[found.end :]).strip(_OUTER)
        is_apart = not words or clean[: found.start].endswith("(")
        is_meant = is_apart or share == 1 or self._judgements.is_choice(words)
        return words, share if is_meant else None

    def of_number(self, case: Case, clean: str, behind: int) -> Judgement | None:
        """What words say of a promise with a number; `behind`: where a day ends that says only by
        when: 截至12月31日尚未完成. 投诉均已处理 says not how few they were.
        """
        measure = case.measure
        judgement = self._judgements.of_number(clean, measure)
        if judgement is None and self._fell(case, clean):
            judgement = Judgement.ACHIEVED
        if judgement is None and behind and not case.is_dated:
            rest = self._due.sub("", clean[behind:], count=1)  # 6月10日前全部修复
            judgement = self._judgements.of_number(rest, measure)
        if judgement is None and case.is_dated:
            parts = clean[: clause_end(clean, 0)], clean[behind:]
            told = {self._judgements.of_number(part, measure) for part in parts}
            judgement = Judgement.NOT if Judgement.NOT in told else None
        is_few = case.target.direction == "lower" and case.target.dimension in ("count", "ratio")
        return None if is_few and self._dealt_with.search(clean) else judgement

    def _fell(self, case: Case, clean: str) -> bool:
        """负增长, 有所下降: less than before, where no more than before was promised."""
        target = case.target
        is_none_more = target.change == "increase" and target.direction == "lower"
        return is_none_more and target.value == 0 and self._p.way_of(clean) == "decrease"

    def _in_its_words(self, case: Case, clean: str, stated: set[str | None]) -> Judgement | None:
        """What an answer says in words of its own: 提高0.12个百分点, for 稳步提高; 水质明显好转.

        `stated`: the ways that all its numbers went. 合格率98% is left to a person.
        """
        promised = self._p.way_of(case.promised)
        if promised is not None and stated == {promised}:
            return Judgement.ACHIEVED
        is_share = stated == {None} and "%" in clean and self._p.way_of(clean) is None
        return None if is_share else judgement_of(clean, case.promised)


def _is_share(quantity: Quantity) -> bool:
    """85%, and 100 alone: so much of what was promised."""
    unit = quantity.unit
    return unit.name == "%" if unit is not None else quantity.value == _ALL


def _way(stated: Target) -> str | None:
    """Which way a number of an answer went: 下降2%, -1.6%."""
    is_less = stated.value is not None and stated.value < 0
    return "decrease" if is_less else stated.change
