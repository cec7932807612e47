"""The graded sheet of one project: what it got where, what it lost and why, on one page."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evalengine import settings
from evalengine.record import Evaluation
from evalengine.reports.basis import UNSEEN, mark
from evalengine.reports.cells import money
from evalengine.reports.overview import Category, categories_of, grade_of, met_of
from evalengine.reports.screen import margin_words
from evalengine.reports.standard import part_title
from evalengine.terminal import plain
from evalengine.wording import NONE, SEVERITIES
from scoring.model import ProjectScore, Working
from scoring.standard import Standard

MOST_LOSSES, MOST_FINDINGS = 10, 4
"""So many are shown, the gravest first; the rest is counted, so that all goes on one page."""

_LONGEST = {
    "name": 40,
    "target": 24,
    "actual": 24,
    "why": 96,
    "reason": 38,
    "clause": 120,
    "doubt": 120,
}
"""Characters of a text that the sheet shows; the form has the whole of it."""

_EXECUTION = "预算执行率"
_NO_REASON = "未填写"


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost in one item: how many of how many, promise and fact, why, by which clause.

    `clause` is its number in `Graded.clauses`, from 1; `mark` says whether its text was seen.
    """

    name: str
    target: str
    actual: str
    lost: Decimal
    max_points: Decimal
    why: str
    reason: str
    clause: int
    mark: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by which points were lost; `mark` says whether its text was seen."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding in words: how grave, where, what."""

    severity: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Graded:
    """The sheet of one project. What was too much for one page is counted in `more_losses` (how
    many, how many points) and `more_doubts`.
    """

    project: str
    department: str
    year: str
    total: Decimal
    whole: Decimal
    grade: str
    is_provisional: bool
    margin: str
    money: str
    rate: str
    met: tuple[int, int]
    categories: tuple[Category, ...]
    losses: tuple[Loss, ...]
    more_losses: tuple[int, Decimal]
    clauses: tuple[Clause, ...]
    doubts: tuple[Doubt, ...]
    more_doubts: int
    notes: tuple[str, ...]


def graded(evaluation: Evaluation, standard: Standard) -> Graded:
    """The graded sheet of one project."""
    score = evaluation.score
    lost = sorted(_lost(score), key=lambda each: -each.points)
    shown, rest = lost[:MOST_LOSSES], lost[MOST_LOSSES:]
    clauses = dict.fromkeys(_clause(each.working) for each in shown)
    budget, rate = _money(score)
    return Graded(
        project=plain(score.project or score.department),
        department=plain(score.department),
        year=f"{score.year}年度" if score.year else "",
        total=score.total,
        whole=standard.weights.total,
        grade=grade_of(score),
        is_provisional=score.status == "provisional",
        margin=margin_words(score).zh,
        money=budget,
        rate=rate,
        met=met_of(score),
        categories=tuple(categories_of(score)),
        losses=tuple(_loss(each, list(clauses)) for each in shown),
        more_losses=(len(rest), sum((each.points for each in rest), Decimal(0))),
        clauses=tuple(Clause(_short(c.text, "clause"), c.mark) for c in clauses),
        doubts=tuple(_doubts(score))[:MOST_FINDINGS],
        more_doubts=max(len(score.findings) - MOST_FINDINGS, 0),
        notes=tuple(_notes(score, standard)),
    )


def _money(score: ProjectScore) -> tuple[str, str]:
    """Budget and execution in words, and the rate."""
    if score.execution is None:
        return "不评预算执行", NONE
    each = score.execution
    unit = f" {each.unit}"
    of_budget = unit if each.executed is None else ""
    return f"预算 {money(each.budget, of_budget)}，执行 {money(each.executed, unit)}", each.rate


@dataclass(frozen=True, slots=True)
class _Lost:
    """An item that did not get all its points; the texts are whole."""

    name: str
    target: str
    actual: str
    max_points: Decimal
    working: Working
    reason: str = ""

    @property
    def points(self) -> Decimal:
        return self.max_points - self.working.points


def _lost(score: ProjectScore) -> Iterator[_Lost]:
    """Every item that did not get all its points, in the order of the form."""
    each = score.execution
    if each and each.working.points < each.max_points:
        budget, executed = (money(amount, each.unit) for amount in (each.budget, each.executed))
        yield _Lost(_EXECUTION, budget, executed, each.max_points, each.working)
    for item in score.items:
        if item.points < item.max_points:
            yield _Lost(
                item.measure or item.indicator,
                # A promise in words stands in the name already.
                NONE if item.target in ("", item.indicator) else item.target,
                item.actual,
                item.max_points,
                item.working,
                item.deviation_reason or _NO_REASON,
            )


def _loss(lost: _Lost, clauses: list[Clause]) -> Loss:
    working = lost.working
    why = "；".join(part for part in (working.words.zh, working.formula) if part)
    return Loss(
        name=_short(lost.name, "name"),
        target=_short(lost.target, "target"),
        actual=_short(lost.actual, "actual"),
        lost=lost.points,
        max_points=lost.max_points,
        why=_short(why, "why"),
        reason=_short(lost.reason, "reason"),
        clause=clauses.index(_clause(working)) + 1,
        mark=mark(working),
    )


def _clause(working: Working) -> Clause:
    return Clause(working.cite, mark(working))


def _short(text: str, what: str) -> str:
    """`text` on one line, as much of it as goes on the sheet."""
    words = plain(text)
    return words if len(words) <= _LONGEST[what] else words[: _LONGEST[what] - 1] + "…"


def _doubts(score: ProjectScore) -> Iterator[Doubt]:
    for finding in sorted(score.findings, key=lambda each: each.severity.rank):
        severity, text = SEVERITIES[finding.severity].zh, _short(finding.words.zh, "doubt")
        yield Doubt(severity, plain(finding.place), text)


def _notes(score: ProjectScore, standard: Standard) -> Iterator[str]:
    yield (
        f"评分标准：{standard.title}（{standard.id}，校验值 {standard.sha256[:12]}），"
        f"由 {settings.engine()} 计算。"
    )
    unseen = [part_title(standard, key).zh for key, _ in standard.unverified()]
    if unseen:
        yield f"标准中{UNSEEN}原文的部分：{'、'.join(unseen)}。这些条款不能作为权威依据。"
    if score.status == "provisional":
        yield "有未填报的内容，结果为暂定，不能作为正式自评结果。"
    for note in score.notes:
        yield plain(note.zh)
