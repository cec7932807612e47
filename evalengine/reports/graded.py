"""The graded sheet of one project: what it got where, what it lost and why, on one page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from evalengine import settings
from evalengine.record import Evaluation
from evalengine.reports.basis import UNSEEN, mark
from evalengine.reports.onepage import LONGEST, MOST_FINDINGS, limits_for, shortened
from evalengine.reports.overview import Category, categories_of, grade_of, met_of
from evalengine.reports.screen import margin_words
from evalengine.reports.standard import part_title
from evalengine.terminal import plain
from evalengine.wording import NONE, SEVERITIES, amount
from scoring.model import ProjectScore, Working
from scoring.standard import Standard

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
    doubts, notes = tuple(_doubts(score))[:MOST_FINDINGS], tuple(_notes(score, standard))
    cited = dict.fromkeys(_clause(each.working) for each in lost)
    below = [*(c.text for c in cited), *(d.place + d.text for d in doubts), *notes]
    count, limits = limits_for([each.texts for each in lost], below)
    shown, rest = lost[:count], lost[count:]
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
        losses=tuple(_loss(each, limits, list(clauses)) for each in shown),
        more_losses=(len(rest), sum((each.points for each in rest), Decimal(0))),
        clauses=tuple(clauses),
        doubts=doubts,
        more_doubts=max(len(score.findings) - MOST_FINDINGS, 0),
        notes=notes,
    )


def _money(score: ProjectScore) -> tuple[str, str]:
    """Budget and execution in words, and the rate."""
    if score.execution is None:
        return "不评预算执行", NONE
    each = score.execution
    unit = f" {each.unit}"
    of_budget = unit if each.executed is None else ""
    return f"预算 {amount(each.budget, of_budget)}，执行 {amount(each.executed, unit)}", each.rate


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

    @property
    def texts(self) -> dict[str, str]:
        """What the sheet says of it, each text on one line, by the field of `Loss`."""
        working = self.working
        why = "；".join(part for part in (working.words.zh, working.formula) if part)
        texts = {"name": self.name, "target": self.target, "actual": self.actual}
        texts |= {"why": why, "reason": self.reason}
        return {what: plain(text) for what, text in texts.items()}


def _lost(score: ProjectScore) -> Iterator[_Lost]:
    """Every item that did not get all its points, in the order of the form."""
    each = score.execution
    if each and each.working.points < each.max_points:
        budget, executed = (amount(one, each.unit) for one in (each.budget, each.executed))
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


def _loss(lost: _Lost, limits: Mapping[str, int], clauses: list[Clause]) -> Loss:
    working = lost.working
    texts = {what: shortened(text, limits[what]) for what, text in lost.texts.items()}
    return Loss(
        **texts,
        lost=lost.points,
        max_points=lost.max_points,
        clause=clauses.index(_clause(working)) + 1,
        mark=mark(working),
    )


def _clause(working: Working) -> Clause:
    return Clause(shortened(plain(working.cite), LONGEST["clause"]), mark(working))


def _doubts(score: ProjectScore) -> Iterator[Doubt]:
    for finding in sorted(score.findings, key=lambda each: each.severity.rank):
        severity, text = SEVERITIES[finding.severity].zh, plain(finding.words.zh)
        yield Doubt(severity, plain(finding.place), shortened(text, LONGEST["doubt"]))


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
