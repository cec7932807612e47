"""Looks for another known rule that gives the declared points, where the chosen one does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicators.errors import ActualsError, Words
from scoring.provenance import Source
from scoring.recheck.cuts import Cut
from scoring.recheck.judging import Judged, Judges
from scoring.recheck.model import DeclaredRow
from scoring.recheck.rules import KnownRule, RecheckRules
from scoring.register import shipped
from scoring.standard import Execution, Standard
from scoring.weights import EXECUTION


@dataclass(frozen=True, slots=True)
class Explanation:
    """The rule that gives the declared points: that of a standard, or a habit without one.

    `agrees`: it is a way to read the chosen standard.
    """

    title: Words
    source: Source
    formula: str
    agrees: bool = False

    @property
    def words(self) -> Words:
        """The rule with its clause, and what it comes to."""
        unseen = Words("", "") if self.source.verified else Words("，未核对", ", not verified")
        return Words(
            f"按{self.title.zh}（{self.source.clause}{unseen.zh}）：{self.formula}",
            f"by {self.title.en} ({self.source.clause}{unseen.en}): {self.formula}",
        )


class KnownRules:
    """The rules of the other standards of self-evaluation and review, and the habits of the file.

    They are tried on a row only where the chosen standard does not give the declared points.
    """

    def __init__(
        self, standard: Standard, rules: RecheckRules, *, others: Iterable[Standard] | None = None
    ) -> None:
        self._exact = tuple(cut for cut in rules.cuts if cut.agrees and cut.of == "points")
        known = shipped() if others is None else others
        self._others = list(map(Judges, _different(standard, filter(rules.others.admit, known))))
        self._habits = [(rule, Judges(_with(standard, rule))) for rule in rules.known_rules]

    def explaining(self, row: DeclaredRow, max_points: int, declared: int) -> Explanation | None:
        """The first rule that gives `declared` cents, exactly or as far as forms print them."""
        readings = (self._by_habit(habit, row, max_points, declared) for habit in self._habits)
        found = [each for each in readings if each is not None]
        if found and found[0].agrees:
            return found[0]
        for judges in self._others:
            judged = self._giving(judges, row, max_points, declared)
            if judged is not None:
                return _by_standard(judges.standard, row, judged)
        return found[0] if found else None

    def _by_habit(
        self, habit: tuple[KnownRule, Judges], row: DeclaredRow, max_points: int, declared: int
    ) -> Explanation | None:
        rule, judges = habit
        judged = self._giving(judges, row, max_points, declared)
        if judged is None or not _is_by(rule, row, judged):
            return None
        title = Words(rule.title, rule.title_en)
        return Explanation(title, rule.source, _formula(judged), rule.agrees)

    def _giving(
        self, judges: Judges, row: DeclaredRow, max_points: int, declared: int
    ) -> Judged | None:
        """What `judges` say of the row, if it comes to the declared points."""
        try:
            judged = judges.judged(row, max_points)
            fits = judged.admits(declared) or any(
                judges.may_lead(cut, judged, declared)
                and judges.cut(row, max_points, cut) == declared
                for cut in self._exact
            )
        except ActualsError:
            return None  # that rule cannot judge such a fact
        return judged if fits else None


def _different(standard: Standard, others: Iterable[Standard]) -> Iterator[Standard]:
    """Of `others`, those that may judge otherwise than `standard` and those before them: many
    differ in weights and grades only.
    """
    seen = [_law(standard)]
    for other in others:
        if _law(other) not in seen:
            seen.append(_law(other))
            yield other


def _law(standard: Standard) -> tuple[object, ...]:
    """All by which a standard judges a row."""
    rules = [(rule.for_, rule.use, rule.needs_evidence) for rule in standard.rules]
    execution = standard.execution.use if standard.execution else None
    rounding = (standard.rounding.digits, standard.rounding.mode)
    counts_as = standard.weights.counts_as
    return rules, execution, standard.levels.bands, rounding, counts_as


def _with(standard: Standard, rule: KnownRule) -> Standard:
    """`standard` with `rule` before its own, or in place of that of the execution item."""
    if _is_of_money(rule):
        execution = Execution(denominator="annual_budget", use=rule.use, source=rule.source)
        return standard.model_copy(update={"execution": execution})
    return standard.model_copy(update={"rules": (rule, *standard.rules)})


def _is_of_money(rule: KnownRule) -> bool:
    return rule.for_.category == (EXECUTION,)


def _is_by(rule: KnownRule, row: DeclaredRow, judged: Judged) -> bool:
    """Whether it was this rule that judged the row, and none of the standard's own."""
    if row.is_money:
        return _is_of_money(rule)
    return any(working.rule == rule.id for working in judged.workings)


def _by_standard(standard: Standard, row: DeclaredRow, judged: Judged) -> Explanation:
    rules = {rule.id: rule for rule in standard.rules}
    part = standard.execution if row.is_money else rules[judged.workings[0].rule]
    source = standard.source if part is None else standard.cite(part)
    title = Words(f"“{standard.title}”（{standard.id}）", f"'{standard.title_en}' ({standard.id})")
    return Explanation(title, source, _formula(judged))


def _formula(judged: Judged) -> str:
    return "；".join(working.formula for working in judged.workings)


def matching_cuts(
    judges: Judges,
    row: DeclaredRow,
    judged: Judged,
    points: tuple[int, int],
    cuts: Iterable[Cut],
) -> Iterator[Cut]:
    """The habits of rounding that lead from the rule's points to the declared ones, in their order.

    None of them makes all points of a promise that was not kept, but for a rate that is printed
    as 100%.

    Args:
        judges: judge and round by the rule.
        row: the row.
        judged: its points by the rule.
        points: those that can be had, and those declared, in cents.
        cuts: the habits.
    """
    max_points, declared = points
    for cut in cuts:
        if (cut.of == "rate" and not row.is_money) or (cut.of, declared) == ("points", max_points):
            continue
        is_near = judges.may_lead(cut, judged, declared)
        if is_near and judges.cut(row, max_points, cut) == declared:
            yield cut
