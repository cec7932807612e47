"""The verdict on one row: do the declared points agree with the standard, and if not, why?"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from indicators.errors import ActualsError, Words
from indicators.model import Kind, plain
from scoring.recheck.cuts import Cut
from scoring.recheck.judging import Judged, Judges, cents_of
from scoring.recheck.known import KnownRules, matching_cuts
from scoring.recheck.model import DeclaredRow, RowCheck, Verdict
from scoring.recheck.rules import RecheckRules
from scoring.rounding import MOST_DIGITS, from_cents
from scoring.standard import Standard


@dataclass(frozen=True, slots=True)
class Rechecker:
    """A standard and what is known beside it, kept ready for any number of rows."""

    judges: Judges
    known: KnownRules
    cuts: tuple[Cut, ...]

    @classmethod
    def by(cls, standard: Standard, rules: RecheckRules) -> Self:
        """What re-checks by `standard`, with the shipped standards as what else is known."""
        return cls(Judges(standard), KnownRules(standard, rules), rules.cuts)

    @property
    def standard(self) -> Standard:
        """The standard that rows are held against."""
        return self.judges.standard

    def check(self, row: DeclaredRow) -> RowCheck:
        """The verdict on `row`."""
        most = row.indicator.max_points
        cause = _cause(row)
        if cause is _NOT_APPLICABLE and row.indicator.declared_points is not None:
            return _not_applicable(row, row.indicator.declared_points)
        if cause is not None or most is None:
            return _not_computable(row, cause or _NO_MAX)
        max_points = cents_of(most)
        try:
            judged = self.judges.judged(row, max_points)
        except ActualsError as error:
            return _not_computable(row, _joined(error))
        if row.indicator.declared_points is None:
            return _result(row, Verdict.NOT_COMPUTABLE, _NOT_DECLARED, judged, judged.points)
        return self._compared(row, max_points, judged, cents_of(row.indicator.declared_points))

    def _compared(
        self, row: DeclaredRow, max_points: int, judged: Judged, declared: int
    ) -> RowCheck:
        """The declared points beside those of the standard."""
        if judged.admits(declared):
            return _result(row, Verdict.AGREES, _agreeing(judged), judged, declared)
        if judged.is_edge(declared) and declared < max_points:
            return _result(row, Verdict.AGREES, _on_the_edge(judged), judged, declared)
        computed = judged.nearest(declared)
        if not 0 <= declared <= max_points:
            words = _outside(declared, max_points)
            return _result(row, Verdict.DIFFERS, words, judged, computed)
        cuts = () if judged.is_open else tuple(self._cuts(row, judged, max_points, declared))
        if cuts:
            verdict = Verdict.AGREES if cuts[0].agrees else Verdict.ROUNDING
            exact = _exact(judged, self.judges.fine(row, max_points))
            words = _rounded(cuts, exact, declared)
            ids = tuple(cut.id for cut in cuts)
            return _result(row, verdict, words, judged, computed, cuts=ids)
        found = self.known.explaining(row, max_points, declared)
        if found is not None and found.agrees:
            return _result(row, Verdict.AGREES, found.words, judged, declared)
        if found is not None:
            return _result(row, Verdict.EXPLAINED, found.words, judged, computed)
        words = _differing(judged, declared, computed)
        return _result(row, Verdict.DIFFERS, words, judged, computed)

    def _cuts(
        self, row: DeclaredRow, judged: Judged, max_points: int, declared: int
    ) -> Iterator[Cut]:
        return matching_cuts(self.judges, row, judged, (max_points, declared), self.cuts)


def _cause(row: DeclaredRow) -> Words | None:
    """Why nothing can be computed, before any rule is asked; None if it may be possible."""
    for fact in row.facts:
        if isinstance(fact, Words):
            return fact
    kinds = [fact.kind for fact in row.facts if not isinstance(fact, Words)]
    if not kinds:
        return _NO_TARGET
    points = (row.indicator.max_points, row.indicator.declared_points)
    unreal = next((each for each in points if each is not None and not _is_real(each)), None)
    if unreal is not None:
        return Words(f"“{unreal}”不是可用的分数", f"'{unreal}' is no number of points")
    targets = (target.kind for target in row.indicator.targets)
    if all(Kind.NOT_APPLICABLE in pair for pair in zip(targets, kinds, strict=True)):
        return _NOT_APPLICABLE
    if "missing" in kinds:
        return _NO_ACTUAL
    if row.indicator.max_points is not None and row.indicator.max_points < 0:
        return Words("分值小于零", "the points that can be had are below zero")
    return None


def _is_real(points: Decimal) -> bool:
    return points.is_finite() and points.adjusted() <= MOST_DIGITS


def _result(
    row: DeclaredRow,
    verdict: Verdict,
    words: Words,
    judged: Judged,
    computed: int,
    *,
    cuts: tuple[str, ...] = (),
) -> RowCheck:
    return RowCheck(
        row=row,
        verdict=verdict,
        explanation=words,
        computed=from_cents(computed),
        low=from_cents(judged.low),
        high=from_cents(judged.high),
        met=judged.met,
        workings=judged.workings,
        cuts=cuts,
    )


def _not_computable(row: DeclaredRow, cause: Words) -> RowCheck:
    return RowCheck(row, Verdict.NOT_COMPUTABLE, cause)


def _not_applicable(row: DeclaredRow, declared: Decimal) -> RowCheck:
    """What does not apply brings no points, whatever was claimed for it."""
    none = from_cents(0)
    if declared == 0:
        return RowCheck(row, Verdict.AGREES, _NOT_APPLICABLE, none, none, none)
    given = plain(declared)
    words = Words(
        f"{_NOT_APPLICABLE.zh}，自评却有 {given} 分",
        f"{_NOT_APPLICABLE.en}, yet {given} are claimed",
    )
    return RowCheck(row, Verdict.DIFFERS, words, none, none, none)


def _joined(error: ActualsError) -> Words:
    words = [problem.words for problem in error.problems]
    return Words("".join(each.zh for each in words), " ".join(each.en for each in words))


def _formula(judged: Judged) -> str:
    return "；".join(working.formula for working in judged.workings)


def _range(judged: Judged) -> Words:
    low, high = from_cents(judged.low), from_cents(judged.high)
    end = "" if judged.met else "（不含）"
    end_en = "" if judged.met else " (not included)"
    return Words(f"{low}～{high}{end}", f"{low} to {high}{end_en}")


def _agreeing(judged: Judged) -> Words:
    if not judged.is_open:
        return Words(f"按标准计算：{_formula(judged)}", f"by the standard: {_formula(judged)}")
    zh, en = _range(judged)
    return Words(
        f"在标准留给评价人的范围 {zh} 之内", f"within the range that the standard leaves open: {en}"
    )


def _on_the_edge(judged: Judged) -> Words:
    zh, en = _range(judged)
    return Words(f"正好在 {zh} 和上一档的分界上", f"where {en} meets the next better level")


def _exact(judged: Judged, fine: Decimal) -> str:
    """The working with as many decimals as it takes to see how it was rounded."""
    parts = [working.formula.rpartition(" = ")[0] for working in judged.workings]
    return f"{' + '.join(parts)} = {plain(fine)}" if all(parts) else plain(fine)


def _rounded(cuts: tuple[Cut, ...], exact: str, declared: int) -> Words:
    """How the points were rounded; what else would have led to them comes second."""
    first, *more = cuts
    also = "、".join(cut.title for cut in more)
    also_en = ", ".join(cut.title_en for cut in more)
    given = plain(from_cents(declared))
    return Words(
        f"{first.title}：{exact} → {given}" + (f"（也符合：{also}）" if more else ""),
        f"{first.title_en}: {exact} → {given}" + (f" (also: {also_en})" if more else ""),
    )


def _differing(judged: Judged, declared: int, computed: int) -> Words:
    """By how much, and which way, the declared points miss those of the standard."""
    difference = declared - computed
    by = plain(from_cents(abs(difference)))
    zh, en = ("多给", "too much") if difference > 0 else ("少给", "too little")
    given = plain(from_cents(declared))
    if judged.is_open:
        due = _range(judged)
        return Words(
            f"自评 {given} 分，应在 {due.zh} 之内，{zh} {by} 分",
            f"{given} declared, {due.en} is due: {by} {en}",
        )
    formula = _formula(judged)
    return Words(
        f"自评 {given} 分，按标准 {formula}，{zh} {by} 分",
        f"{given} declared, by the standard {formula}: {by} {en}",
    )


def _outside(declared: int, max_points: int) -> Words:
    given, most = plain(from_cents(declared)), plain(from_cents(max_points))
    return Words(
        f"自评 {given} 分，不在 0～{most} 分之内",
        f"{given} points were declared, 0 to {most} can be had",
    )


_NO_TARGET = Words("没有指标值", "no target is given")
_NO_ACTUAL = Words("没有填实际完成值", "no actual is given")
_NO_MAX = Words("没有分值", "the points that can be had are not given")
_NOT_DECLARED = Words("没有自评得分，无从对照", "no points were declared to compare with")
_NOT_APPLICABLE = Words("不适用，不计分", "not applicable: no points")
