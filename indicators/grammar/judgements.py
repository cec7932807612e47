"""What an answer in words says of its promise: kept, partly kept, not kept, or none at all."""

import re

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.qualitative import Wordings
from indicators.model import Judgement, Kind, Target

_OUTER = " 。.；;，,\n"
_NAME = 2
"""So many characters at least name what is measured; more of them make a promise of its own."""

_SHORT = 24
"""A longer answer is more than a name and whether it is done."""

_WORDS = 4
"""Two words at least may change places."""

_PROSE = 60
_CLAUSES = re.compile(r"[，,;；。\n]+")

_MORE = 6
"""So many more characters than its promise may an answer have that gives it back."""


class Judgements:
    """Reads answers by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, wordings: Wordings) -> None:
        part = lexicon.data["qualitative"]
        self._wordings = wordings
        self._clean = lexicon.characters.clean
        self._words = {
            word: Judgement(judgement)
            for judgement, words in part["reached"].items()
            for word in words
        }
        self._sentences = [
            (re.compile("|".join(patterns)), Judgement(judgement))
            for judgement, patterns in part["reached_patterns"].items()
        ]
        self._degrees = re.compile("|".join(part["achieved_patterns"]) or r"(?!)")
        self._of_degree = frozenset(part["of_degree"])
        lead, tail = any_of(part["answer_lead"]), any_of(part["answer_tail"])
        self._about = re.compile(rf"^(?:{lead})+|(?:{tail})+$|\s")
        self._about_work = frozenset("".join(part["answer_about"]))
        self._weakens = re.compile(any_of(part["answer_weakens"]))
        self._partly = re.compile(rf"^(?:{any_of(part['answer_partly'])})")
        self._adverbs = re.compile(rf"^(?:{any_of(part['answer_adverbs'])})+")
        self._rate = re.compile(rf"(.+)(?:{any_of(part['rates'])})(?:[(（].*[)）])?$")
        self._none = re.compile("|".join(part["none_patterns"]) or r"(?!)")
        self._grades = {word: rank for rank, words in enumerate(part["grades"]) for word in words}
        self._begun = lexicon.pattern("qualitative", "only_begun")
        self._finished = lexicon.pattern("qualitative", "finished")
        self._none_of_it = frozenset([*part["none_of_it"], *part["surely_none"]])

    def of_number(self, words: str, measure: str) -> Judgement | None:
        """What `words` say of a promise with a number; words of degree (良好) answer none.

        They may name what is measured beside (已完成系统升级), or be the quality that a rate is
        of: 准确, where the rate is 认定准确率.
        """
        if words in self._of_degree or self.is_only_begun(words, measure):
            return None
        said = self._said(words)
        if said is not None:
            return said
        rate = self._rate.search(measure)
        stem = self._adverbs.sub("", self._bare(words))
        if rate and len(stem) >= _NAME and rate[1].endswith(stem):
            return Judgement.ACHIEVED
        if rate and len(stem) == len(rate[1]) and frozenset(stem) == frozenset(rate[1]):
            return Judgement.ACHIEVED  # 及时预警, for 预警及时率
        named = self._about_work | frozenset(measure)
        beside = (said for rest in _beside(words, named) if (said := self._said(rest)))
        return next(beside, None) or self._of_clauses(words, measure)

    def _of_clauses(self, words: str, measure: str) -> Judgement | None:
        """已按期完成，运行正常: kept, if a clause says so and no other takes anything back."""
        clauses = self._clauses(words)
        said = [self.of_number(clause, measure) for clause in clauses]
        others = (c for c, judgement in zip(clauses, said, strict=True) if judgement is None)
        is_kept = set(said) <= {Judgement.ACHIEVED, None} and all(map(self._is_harmless, others))
        return Judgement.ACHIEVED if Judgement.ACHIEVED in said and is_kept else None

    def _clauses(self, words: str) -> list[str]:
        """The clauses of an answer that has several; a long one is prose and not taken apart."""
        parts = [part for part in _CLAUSES.split(words) if part] if len(words) <= _PROSE else []
        return parts if len(parts) > 1 else []

    def _is_harmless(self, clause: str) -> bool:
        """Whether a clause takes nothing back: 无漏报, 效果良好; a number may always do."""
        if any(map(str.isdecimal, clause)):
            return False
        return self._says_none(clause) or self._weakens.search(clause) is None

    def of_words(self, words: str, target: Target, promised: str) -> Judgement | None:
        """What `words` say of a promise without a number, whose text is `promised`: also by its
        own words (得到提升), by words of degree, by pointing where it points (按合同支付).
        """
        if self._is_lower(words, self._clean(promised).strip(_OUTER)):
            return Judgement.PARTLY
        said = self._said(words) or self._said(self._bare(words))
        if said is not None:
            return said
        reference = self._wordings.reference(words, None)
        points = target.kind is Kind.REFERENCE and reference is not None
        if points and reference is not None and reference.to == target.to:
            return Judgement.ACHIEVED
        if self._repeats(words, promised) or self._degrees.fullmatch(words):
            return Judgement.ACHIEVED
        if self._partly.match(words) and self._repeats(self._partly.sub("", words), promised):
            return Judgement.PARTLY
        if self._says_none(self._clean(promised).strip(_OUTER)) and self.says_none(words):
            return Judgement.ACHIEVED  # 无脱管现象, for 零脱管
        named = self._about_work | frozenset(target.measure or "")
        says_more = self._says_more(words, self._clean(promised).strip(_OUTER))
        is_kept = says_more or any(self._repeats(rest, promised) for rest in _beside(words, named))
        return Judgement.ACHIEVED if is_kept else None

    def is_choice(self, words: str) -> bool:
        """Whether `words` are one of the choices: 达成预期指标, and not words of their own."""
        return self._said(words) is not None or self._said(self._bare(words)) is not None

    def weakens(self, before: str) -> bool:
        """Whether the words close before something take some of it back: 尚未(全覆盖)."""
        return self._weakens.search(before[-_MORE:]) is not None

    def is_only_begun(self, words: str, about: str) -> bool:
        """已开工, where no beginning was promised."""
        begun = self._begun.search(words)
        return begun is not None and begun[0] not in about and not self._finished.search(words)

    def _is_lower(self, words: str, promised: str) -> bool:
        """合格, for 优良: a grade below the promised one."""
        due, had = (self._grades.get(self._bare(text)) for text in (promised, words))
        return due is not None and had is not None and had > due

    def says_none(self, words: str) -> bool:
        """Whether `words` say that there was none of what is counted: 无, 未发生故障."""
        if self._says_none(words):
            return True
        clauses = self._clauses(words)
        is_said = any(map(self._says_none, clauses))
        return is_said and all(map(self._is_harmless, clauses))

    def _says_none(self, words: str) -> bool:
        return words in self._none_of_it or self._none.fullmatch(words) is not None

    def _said(self, words: str) -> Judgement | None:
        found = self._words.get(words)
        if found is not None:
            return found
        return next((said for all_, said in self._sentences if all_.fullmatch(words)), None)

    def _says_more(self, words: str, aim: str) -> bool:
        """Whether an answer holds all of the promise, in its order, and a few words more, none of
        which takes anything back: 通过专家验收 for 通过验收.
        """
        signs = iter(words)
        more = len(words) - len(aim)
        if len(aim) <= _NAME or not 0 < more <= _MORE or any(map(str.isdecimal, words)):
            return False
        return all(sign in signs for sign in aim) and self._weakens.search(words) is None

    def _repeats(self, words: str, promised: str) -> bool:
        """Whether an answer is the promise itself, with 已, 了 or 有效 about it."""
        aim, said = (self._clean(text).strip(_OUTER) for text in (promised, words))
        without = self._adverbs.sub("", said)
        if len(aim) >= _WORDS and sorted(aim) == sorted(said):
            return True  # 处置及时, for 及时处置
        return bool(aim) and self._bare(aim) in (self._bare(said), self._bare(without), without)

    def _bare(self, text: str) -> str:
        return self._about.sub("", text)


def _beside(words: str, named: frozenset[str]) -> list[str]:
    """What may be said in `words` beside the name of what is measured, before or behind it."""
    if len(words) > _SHORT:
        return []
    ahead = next((i for i, sign in enumerate(words) if sign not in named), len(words))
    behind = next((i for i, sign in enumerate(words[::-1]) if sign not in named), len(words))
    rests = [words[at:] for at in range(ahead, _NAME - 1, -1)]
    rests += [words[: len(words) - at] for at in range(behind, _NAME - 1, -1)]
    return [rest for rest in rests if rest]
