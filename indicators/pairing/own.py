"""Takes the facts that a filled form or a long table holds itself, with no workbook beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from indicators.errors import ActualsError, EvalengineError, Problem, Words
from indicators.model import (
    Actual,
    Actuals,
    Finding,
    Form,
    Indicator,
    Kind,
    Severity,
    Target,
    plain,
)
from indicators.pairing.answers import DEFAULT_UNIT, SHIPPED, Vocabulary, read_answer
from indicators.pairing.freely import freely
from indicators.pairing.sheet import Answer, is_judged, promise_in_full
from indicators.pairing.workbook import Paired
from indicators.quick import replaced
from indicators.spelling import folded

_SENTENCES = re.compile(r"[;；。\n]+")
_PHRASES = re.compile(r"[;；。\n，,、]+")
_PERCENT, _SHARE = Decimal("0.01"), Decimal("0.000001")
_CENT = Decimal("0.01")
_UNJUDGED = ("missing", "not_applicable")


def is_filled(form: Form) -> bool:
    """Whether a form says itself what was achieved."""
    return any(row.actual_text is not None for row in form.indicators)


def pair_own(forms: Sequence[Form], *, vocabulary: Vocabulary = SHIPPED) -> Paired:
    """The facts of those `forms` that were filled in, and what could not be read in them.

    A cell that was left empty gives `Actual.missing`, and so does one with a problem. For a promise
    without a number, the points that the unit gave itself are its judgement: within the level that
    the words name, or, with a doubt, where they name none.
    """
    readers = [_Reader(form, vocabulary) for form in forms if is_filled(form)]
    actuals = {reader.form.id: reader.actuals() for reader in readers}
    return Paired(
        actuals,
        tuple(problem for reader in readers for problem in reader.problems),
        {reader.form.id: tuple(reader.doubts) for reader in readers if reader.doubts},
    )


@dataclass(slots=True)
class _Reader:
    """Reads the facts of one form, and gathers the problems and doubts about them."""

    form: Form
    vocabulary: Vocabulary
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)

    def actuals(self) -> Actuals:
        """The facts; the money executed is that of the form itself."""
        budget = self.form.budget
        return Actuals(
            self.form.id,
            {
                key: self._read(key, row, target, text)
                for row in self.form.indicators
                for (key, target), text in zip(row.items(), texts_of(row), strict=True)
            },
            unit=budget.unit if budget else DEFAULT_UNIT,
            place=budget.place if budget and budget.place else self.form.source.file,
            goal=self.form.goal_actual,
        )

    def _read(self, key: str, row: Indicator, target: Target, text: str) -> Actual:
        try:
            fact = fact_of(row, target, text, year=self.form.year, vocabulary=self.vocabulary)
        except ActualsError as error:
            share = _claimed(row, target)
            if share is None or not text:
                self.problems += named(error, row, target)
                return Actual.missing(text, place=row.place)
            self.doubts.append(_about_claim(key, row, text))
            reason, evidence = row.deviation_reason or "", row.evidence or ""
            return Actual(
                Kind.QUALITATIVE,
                text,
                share=share,
                reason=reason,
                evidence=evidence,
                place=row.place,
            )
        return self._with_share(key, row, target, fact)

    def _with_share(self, key: str, row: Indicator, target: Target, fact: Actual) -> Actual:
        """A judgement with the share that its points claim, if that lies in the level it names."""
        share = None if fact.kind in _UNJUDGED or fact.share else _claimed(row, target)
        if share is None or self.vocabulary.fits is None:
            return fact
        claimed = replaced(fact, share=share)
        if self.vocabulary.fits(claimed):
            return claimed
        self.doubts.append(_about_level(key, row, fact))
        return fact


def texts_of(row: Indicator) -> list[str]:
    """What the cell of a row answers to each of its promises: sentence by sentence, if it has as
    many sentences or phrases as there are promises; else the whole cell to each.
    """
    text = row.actual_text or ""
    count = len(row.targets)
    for divider in (_SENTENCES, _PHRASES) if count > 1 else ():
        pieces = [piece.strip() for piece in divider.split(text) if piece.strip()]
        if len(pieces) == count:
            return pieces
    return [text] * count


def fact_of(
    row: Indicator,
    target: Target,
    text: str,
    *,
    year: int | None,
    vocabulary: Vocabulary = SHIPPED,
) -> Actual:
    """The fact in the cell of a row; the target's own words, repeated, say that it was kept.

    A cell is filled in more freely than one answers a question: what the grammar refuses is read
    once more, but not an answer to a promise in words, which a person judges.

    Raises:
        ActualsError: if it cannot be compared with the target.
    """

    def stated(words: str) -> Actual:
        return _stated(row, target, words, year, vocabulary)

    try:
        return stated(text)
    except ActualsError:
        fact = None if is_judged(target) else freely(row, target, text, stated)
        if fact is None:
            raise
    return replaced(fact, reason=row.deviation_reason or "", evidence=row.evidence or "")


def _stated(
    row: Indicator, target: Target, text: str, year: int | None, vocabulary: Vocabulary
) -> Actual:
    reason, evidence = row.deviation_reason or "", row.evidence or ""
    if (
        is_judged(target)
        and text
        and folded(text) in map(folded, (row.target_text, row.name or ""))
    ):
        return Actual("reached", text, reason=reason, evidence=evidence, place=row.place)
    answer = Answer(text, reason=reason, evidence=evidence)
    return read_answer(
        answer,
        target,
        place=row.place,
        year=year,
        promised=row.target_text,
        vocabulary=vocabulary,
    )


def named(error: EvalengineError, row: Indicator, target: Target) -> Iterator[Problem]:
    """The problems of an answer, each with the promise it is about."""
    name = promise_in_full(row, target)
    for problem in error.problems:
        words = Words(f"“{name}”：{problem.words.zh}", f"'{name}': {problem.words.en}")
        yield Problem(problem.where or row.place, words)


def _claimed(row: Indicator, target: Target) -> Decimal | None:
    """The unit's own judgement of a promise without a number: the share of the points it claims.

    Points were cut to whole hundredths: 7.13 of 7.5 are 95%, and not 95.0667%.
    """
    most, had = row.max_points, row.declared_points
    if not is_judged(target) or not most or had is None or not 0 <= had <= most:
        return None
    share = (had / most).quantize(_PERCENT, ROUND_HALF_UP)
    is_whole = (share * most).quantize(_CENT, ROUND_HALF_UP) == had
    return share if is_whole else (had / most).quantize(_SHARE)


def _about_claim(key: str, row: Indicator, text: str) -> Finding:
    points = f"{plain(row.declared_points)}/{plain(row.max_points)}"
    return Finding(
        "judged-by-declared-points",
        Severity.WARNING,
        row.place,
        Words(
            f"{key} 的完成情况“{text}”没有写明档次，按自评得分的比例 {points} 认定；请核对。",
            f"the answer '{text}' to {key} names no level; its share is that of the declared "
            f"points, {points}. Please check.",
        ),
    )


def _about_level(key: str, row: Indicator, fact: Actual) -> Finding:
    points = f"{plain(row.declared_points)}/{plain(row.max_points)}"
    return Finding(
        "points-outside-level",
        Severity.WARNING,
        row.place,
        Words(
            f"{key} 的完成情况“{fact.text}”与自评得分 {points} 不在同一档，按文字计分；请核对。",
            f"the answer '{fact.text}' to {key} and the declared points {points} are of different "
            "levels; the words count. Please check.",
        ),
    )
