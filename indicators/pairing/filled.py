"""Reads what a filled row says was achieved: a fact for each promise, or why there is none."""

from indicators.errors import ActualsError, Words
from indicators.grammar.worded import judgement_of
from indicators.model import Actual, Indicator, Judgement, Kind, Target
from indicators.pairing.answers import SHIPPED, Vocabulary
from indicators.pairing.freely import says_kept
from indicators.pairing.own import fact_of, texts_of

_IN_WORDS = (Kind.QUALITATIVE, Kind.REFERENCE)


def facts_of(
    row: Indicator, *, year: int | None, vocabulary: Vocabulary = SHIPPED
) -> tuple[Actual | Words, ...]:
    """The fact for each promise of `row`, or the words that say why it could not be read.

    Forms are filled more freely than the workbook of `template`: what the grammar refuses is read
    once more: as the target's own words given back, as an answer in words, without remarks. Nothing
    is guessed: doubt stays words.
    """
    pairs = zip(row.targets, texts_of(row), strict=True)
    return tuple(_fact(row, target, text, year, vocabulary) for target, text in pairs)


def _fact(
    row: Indicator, target: Target, text: str, year: int | None, vocabulary: Vocabulary
) -> Actual | Words:
    try:
        return fact_of(row, target, text, year=year, vocabulary=vocabulary)
    except ActualsError as error:
        refusal = error.problems[0].words
    if target.kind not in _IN_WORDS:
        return refusal
    if says_kept(text, target, row):
        return Actual("reached", text, judgement=Judgement.ACHIEVED, place=row.place)
    judgement = judgement_of(text, row.target_text)
    return _unclear(text) if judgement is None else _judged(text, judgement, row)


def _judged(text: str, judgement: Judgement, row: Indicator) -> Actual:
    return Actual("qualitative", text, judgement=judgement, place=row.place)


def _unclear(text: str) -> Words:
    return Words(
        f"目标没有数字，从“{text}”看不出达成的程度，需要人判断",
        f"the target has no number, and '{text}' does not say how far it was achieved: a person "
        "must judge",
    )
