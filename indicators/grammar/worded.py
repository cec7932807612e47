"""Understands answers in words on filled forms: 已建立长效机制 says that it was achieved."""

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.model import Judgement
from indicators.rulecache import load_cached
from indicators.spelling import folded

if TYPE_CHECKING:
    from pydantic import BaseModel

RULES = Path(__file__).parent / "wordings.yaml"
SCHEMA = (Path(__file__).parent / "wording_schema.py",)
"""The module that says what may stand in the rule file."""

_PUNCTUATION = re.compile(r"[^\w%<>=≤≥]+")
_LEAST_REPEATED = 2
"""A target of so many characters or more, repeated in the answer, is answered by its own words."""

_PHRASE = 4
"""A phrase of so many characters or more may be turned round."""

_MOST = 400
"""A longer answer is a report; a person reads it."""


def judgement_of(answer: str, promise: str) -> Judgement | None:
    """What an answer in words says of a promise in words; None where a person must say it.

    The promise's own words, given back, say that it was achieved.
    """
    said, promised = _key(answer), _key(promise)
    if not said or len(said) > _MOST:
        return None
    words = _words()
    rest = words["none_of_bad"].sub("", said)
    calm = rest != said
    if words["not_done"].search(rest) or words["undone"].sub("", said) == promised != said:
        return Judgement.NOT
    plainly = words["gradual"].sub("", promised)
    repeated = _is_repeated(said, promised) or _holds(said, plainly)
    hedges = words["hedges"].finditer(rest) if promised else ()
    if any(rest.startswith(promised, hedge.end()) for hedge in hedges):
        return Judgement.PARTLY
    if words["partly"].search(rest) or (words["some"].search(rest) and not repeated):
        return Judgement.PARTLY
    if words["falls"].search(promised):
        rest, fewer = words["falls"].subn("", rest)
        calm = calm or fewer > 0
    if words["doubt"].search(rest):
        return None
    is_good = calm or repeated or _is_under(said, promised) or words["good"].search(rest)
    return Judgement.ACHIEVED if is_good else None


def _is_under(said: str, promised: str) -> bool:
    """低于市场价, for 不超过市场价."""
    under = _words()["under"]
    due, done = under.sub("", promised), under.sub("", said)
    return due == done and due != promised and done != said


def says_in_time(answer: str) -> bool:
    """Whether an answer to a deadline says, without a date, that it was kept: 已按时发放."""
    words, said = _words(), _key(answer)
    return bool(words["in_time"].search(said)) and not words["doubt"].search(said)


def says_all(answer: str, measure: str, *, whole: bool) -> bool:
    """Whether an answer to a rate says, without a number, that all of it was reached: 全部通过评审,
    or, where `whole` of it was promised, the quality itself: 质量合格 for 工程质量合格率.
    """
    words = _words()
    said = words["so_many"].sub("", _key(answer))
    if any(map(str.isdecimal, said)) or words["hedges"].search(said):
        return False
    if judgement_of(said, "") is not Judgement.ACHIEVED:
        return False
    quality = words["of_quality"].search(measure) if whole else None
    is_of_it = quality is not None and quality["quality"] in said
    return is_of_it or words["every"].search(said) is not None


def is_doubtful(answer: str) -> bool:
    """Whether an answer says that something was not done, done in part, or still to do."""
    words, said = _words(), _key(answer)
    return any(words[name].search(said) for name in ("not_done", "partly", "some", "doubt"))


def says_none(answer: str) -> bool:
    """Whether an answer to a number says that nothing at all was done: 未开展."""
    return bool(_words()["none"].fullmatch(_key(answer)))


def is_work(measure: str) -> bool:
    """Whether a rate is one of work done, and 0% where none was: 完成率, not 满意度 nor 参训率."""
    return bool(_words()["work"].search(measure))


def part_done(answer: str) -> Decimal | None:
    """How much was done, where an answer says only that: 1 for 完成率100%, 100%完成."""
    found = _words()["part_done"].fullmatch(folded(answer).strip(" 。.;"))
    return Decimal(found["percent"]) / 100 if found else None


def _is_repeated(said: str, promised: str) -> bool:
    """Whether an answer gives the promise back, the grade of it, or what it ends with: 合规, for
    资金使用合规.
    """
    if min(len(said), len(promised)) < _LEAST_REPEATED:
        return promised in said and len(promised) >= _LEAST_REPEATED
    if promised in said or _grade(promised) == _grade(said):
        return True
    return promised.endswith(said) and not _words()["negates"].search(promised)


def _holds(said: str, promised: str) -> bool:
    """Whether an answer holds all of a promise: 安全感有所提升, for 提升安全感."""
    if promised in said:
        return bool(promised)
    return len(promised) >= _PHRASE and not Counter(promised) - Counter(said)


def _grade(text: str) -> str:
    """The grade that a text names: Ⅲ类, of 达到Ⅲ类及以上标准."""
    found = _words()["or_better"].fullmatch(text)
    return found["grade"] if found else text


def _key(text: str) -> str:
    """The text as it is compared: one spelling, without punctuation."""
    return _PUNCTUATION.sub("", folded(text))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(each)) for name, each in _rules().items()}


@cache
def _rules() -> dict[str, Any]:
    [data] = load_cached([RULES], _schema, name="wordings", schema_files=SCHEMA)
    rules: dict[str, Any] = data
    return rules


def _schema(path: Path) -> "type[BaseModel]":
    from indicators.grammar.wording_schema import Wordings  # noqa: PLC0415 -- costs pydantic

    return Wordings
