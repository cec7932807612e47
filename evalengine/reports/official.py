"""The official self-evaluation form of one project as cells, by the layout that describes it.

The layout (`indicators/forms/selfevaluation-*.yaml`) says what is printed where; here it is filled
with what an evaluation found. The same layout reads the form back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby

from evalengine.record import Evaluation
from evalengine.reports.basis import notes_of
from evalengine.reports.cells import Look, Table, TableBuilder
from evalengine.reports.promised import Promise, is_counted, promised
from evalengine.wording import NONE
from indicators.forms.schema import LabelRule, LayoutRule, MoneyRule, SignatureRule
from indicators.model import plain
from indicators.reading.amounts import AMOUNTS
from indicators.spelling import folded, plain_words
from indicators.taxonomy import head_of
from scoring.model import ItemScore
from scoring.standard import Standard

Content = str | Decimal
Span = tuple[int, int]

PROVISIONAL = "（暂定）"
"""Behind the title of a form from which something is missing."""

_LEAST_GOAL, _LEAST_ITEM = 80, 26
"""Heights (points) that the rows of goals and of indicators have at least."""

_LOOKS = {"name": Look.TEXT, "reason": Look.TEXT, "max_points": Look.POINTS, "points": Look.POINTS}


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on: what is printed, over which columns of the paper."""

    columns: Span
    text: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """One printed form: title, year, tables below one another, notes, lines to sign on.

    All tables have the same columns; the heading of the last one is repeated on every page.
    """

    title: str
    year: str
    is_landscape: bool
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    signatures: tuple[tuple[Signature, ...], ...]

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths of the columns of the paper, in Latin letters."""
        return self.tables[0].widths


def form_page(evaluation: Evaluation, standard: Standard, printed: LayoutRule) -> FormPage:
    """The form of one project, filled in."""
    filler = _Filler(evaluation, printed)
    score = evaluation.score
    return FormPage(
        title=printed.title + (PROVISIONAL if score.status == "provisional" else ""),
        year=f"（{score.year}年度）" if score.year else "",
        is_landscape=printed.paper is not None and printed.paper.orientation == "landscape",
        tables=(filler.head(), filler.indicators(standard)),
        notes=tuple(notes_of(score, standard)),
        signatures=tuple(map(_signatures, printed.signatures)),
    )


def upright(text: str) -> str:
    """`text` from top to bottom, one character a line, as narrow cells of forms have it."""
    return "\n".join(text)


def _signatures(row: Sequence[SignatureRule]) -> tuple[Signature, ...]:
    spans = _spans(each.span for each in row)
    return tuple(Signature(columns, each.label) for columns, each in zip(spans, row, strict=True))


def _spans(counts: Iterable[int], start: int = 0) -> list[Span]:
    """The first and last column of cells that take so many columns each."""
    spans = []
    for count in counts:
        spans.append((start, start + count - 1))
        start += count
    return spans


def _upright_in(span: int, label: str) -> str:
    """A label as it goes into a cell that is so many columns wide."""
    return upright(label) if span == 1 else label


class _Filler:
    """Fills the tables of one form."""

    def __init__(self, evaluation: Evaluation, printed: LayoutRule) -> None:
        self._printed = printed
        self._form = evaluation.case.form
        self._facts = evaluation.case.actuals
        self._score = evaluation.score
        self._promises = {
            key: Promise(row, target, self._form.year, self._form.budget)
            for key, row, target in self._form.items()
        }
        self._widths = [float(width) for width in printed.paper.widths] if printed.paper else []

    def head(self) -> Table:
        """What stands above the indicators: names, money, goals."""
        table = TableBuilder(self._widths)
        self._labelled(table, self._printed.head)
        if self._printed.goals_first:
            self._goals(table)
        if self._printed.money:
            self._money(table, self._printed.money)
        if not self._printed.goals_first:
            self._goals(table)
        return table.table()

    def _labelled(self, table: TableBuilder, rows: Sequence[Sequence[LabelRule]]) -> None:
        """Rows of labels with their values beside them."""
        values = {
            "project": self._form.title,
            "department": self._form.department,
            "implementing_unit": self._form.implementing_unit or self._form.department,
        }
        for row in rows:
            spans = iter(_spans(span for label in row for span in label.span or ()))
            for label in row:
                table.put(next(spans), label.label, Look.LABEL)
                table.put(next(spans), values.get(label.gives or "", ""))
            table.end()

    def _money(self, table: TableBuilder, money: MoneyRule) -> None:
        """The money: headings, the whole, and its parts, as far as the form tells them."""
        lead, row_head, *columns = _spans(
            [money.lead.span, money.row_span, *(column.span for column in money.columns)]
        )
        top = table.row
        table.put(row_head, "", Look.LABEL)
        for span, column in zip(columns, money.columns, strict=True):
            table.put(span, column.label, Look.LABEL)
        table.end()
        for row in money.rows:
            table.put(row_head, row.label, Look.LABEL)
            for span, column in zip(columns, money.columns, strict=True):
                is_whole = row.means == "whole"
                of_part = partial(self._part, row.label)
                table.put(span, *(self._whole if is_whole else of_part)(column.means))
            table.end()
        label = f"{_upright_in(money.lead.span, money.lead.label)}\n（{self._unit()}）"
        table.put(lead, label, Look.LABEL, top=top)

    def _part(self, label: str, means: str) -> tuple[Content, Look]:
        """The content of the row of a part of the money; what the form does not tell is blank."""
        if means in ("max_points", "points"):
            return NONE, Look.WORDS
        parts = self._form.budget.parts if self._form.budget else ()
        part = next((one for one in parts if _is_named(label, one.name)), None)
        amount = getattr(part, means, None) if means in AMOUNTS else None
        return ("", Look.WORDS) if amount is None else self._amount(amount, self._unit())

    def _whole(self, means: str) -> tuple[Content, Look]:
        """The content of the row 年度资金总额 in the column of this meaning."""
        execution, budget, facts = self._score.execution, self._form.budget, self._facts
        if means == "amount":
            return self._amount(budget.amount if budget else None, self._unit())
        if means == "executed" and facts.executed is not None:
            return self._amount(facts.executed, facts.unit)
        if means == "executed":
            # A filled form, or a long table, says itself what was executed.
            return self._amount(budget.executed if budget else None, self._unit())
        if means == "annual" and facts.annual is not None:
            return self._amount(facts.annual, facts.unit)
        if means == "annual":
            annual = (budget.annual or budget.amount) if budget else None
            return self._amount(annual, self._unit())
        if execution is None:
            return NONE, Look.WORDS
        contents: dict[str, tuple[Content, Look]] = {
            "max_points": (execution.max_points, Look.POINTS),
            "rate": (execution.rate, Look.WORDS),
            "points": (execution.working.points, Look.POINTS),
        }
        return contents.get(means, ("", Look.WORDS))

    def _unit(self) -> str:
        budget = self._form.budget
        return budget.unit if budget else self._facts.unit

    def _amount(self, amount: Decimal | None, unit: str) -> tuple[Content, Look]:
        """An amount of money as a number; with its unit, as text, where that is another one."""
        if amount is None:
            return "", Look.WORDS
        return (amount, Look.MONEY) if unit == self._unit() else (f"{amount:,f}{unit}", Look.WORDS)

    def _goals(self, table: TableBuilder) -> None:
        goals = self._printed.goals
        if goals is None:
            return
        lead, *columns = _spans([goals.lead.span, *(column.span for column in goals.columns)])
        texts = {"goal": self._form.goal, "goal_actual": self._facts.goal}
        top = table.row
        for span, column in zip(columns, goals.columns, strict=True):
            table.put(span, column.label, Look.LABEL)
        table.end()
        for span, column in zip(columns, goals.columns, strict=True):
            table.put(span, texts.get(column.gives, ""), Look.TEXT)
        table.end(_LEAST_GOAL)
        table.put(lead, _upright_in(goals.lead.span, goals.lead.label), Look.LABEL, top=top)

    def indicators(self, standard: Standard) -> Table:
        """The indicator table with its total, and what a form has below it."""
        table = TableBuilder(self._widths)
        rules = self._printed.indicators
        width = rules.lead_span if rules.lead else 0
        columns = _spans((column.span for column in rules.columns), start=width)
        means = [column.means for column in rules.columns]
        for span, column in zip(columns, rules.columns, strict=True):
            table.put(span, column.label, Look.LABEL)
        table.end(34)
        self._items(table, dict(zip(means, columns, strict=True)))
        if width:
            table.put((0, width - 1), _upright_in(width, rules.lead[0]), Look.LABEL, top=0)
        end = table.row
        self._total(table, dict(zip(means, columns, strict=True)), standard)
        self._labelled(table, self._printed.tail)
        return table.table(heads=1, feet=table.row - end)

    def _items(self, table: TableBuilder, columns: Mapping[str, Span]) -> None:
        """A row a promise; level 1 and level 2 are merged over their promises."""
        for level1, items in groupby(self._score.items, key=self._level1):
            first = table.row
            for level2, below in groupby(items, key=lambda item: item.level2):
                start = table.row
                for item in below:
                    self._item(table, item, columns)
                table.put(columns["level2"], level2, top=start)
            table.put(columns["level1"], level1, top=first)

    def _level1(self, item: ItemScore) -> str:
        """The level-1 indicator with its points, as standards count it: by the form's own name of
        it, or as the form prints both.
        """
        code = item.category.partition(".")[0]
        for part in self._score.subtotals:
            if part.category == code:
                points = f"（{plain(part.max_points)}分）"
                promise = self._promises.get(item.id)
                if promise and folded(promise.row.level1) == folded(item.level1 + points):
                    return promise.row.level1
                is_own = head_of(item.level1) == code
                return f"{item.level1 if is_own else part.title.zh}\n{points}"
        return item.level1

    def _item(self, table: TableBuilder, item: ItemScore, columns: Mapping[str, Span]) -> None:
        """One promise; the text of a promise without a number takes the room of its columns."""
        contents = self._contents(item, columns)
        end = -1 if is_counted(item) else _promise_end(columns)
        for means, span in columns.items():
            content, look = contents.get(means, ""), _LOOKS.get(means, Look.WORDS)
            if means == "name":
                table.put((span[0], max(span[1], end)), content, look)
            elif means not in ("level1", "level2") and span[0] > end:
                table.put(span, content, Look.WORDS if content == NONE else look)
        table.end(_LEAST_ITEM)

    def _contents(self, item: ItemScore, columns: Mapping[str, Span]) -> dict[str, Content]:
        """What stands in the row of an item, by the meaning of the column."""
        points: dict[str, Content] = {"max_points": NONE, "points": NONE}
        if item.max_points:
            points = {"max_points": item.max_points, "points": item.points}
        return {
            **promised(item, self._promises.get(item.id), columns),
            "actual": item.actual,
            **points,
            "other": item.working.formula,
            "reason": item.deviation_reason,
            "evidence": item.evidence,
        }

    def _total(self, table: TableBuilder, columns: Mapping[str, Span], standard: Standard) -> None:
        """总分 and 等级; before it the sum of the rows, where that was scaled up to the whole."""
        score, whole = self._score, self._score.max_points
        label = self._printed.total.label if self._printed.total else "总分"
        if score.total != score.points:
            self._sum(table, columns, "各项得分之和", (whole, score.points), "")
            whole = standard.weights.total
        grade = f"等级：{score.grade.title}"
        self._sum(table, columns, label, (whole, score.total), grade)

    def _sum(
        self,
        table: TableBuilder,
        columns: Mapping[str, Span],
        label: str,
        points: tuple[Decimal, Decimal],
        remark: str,
    ) -> None:
        """A row with sums: label up to the first of them, and a remark in the last column."""
        maximum, had = columns["max_points"], columns["points"]
        first = min(maximum[0], had[0])
        table.put((0, first - 1), label, Look.LABEL)
        for means, span in columns.items():
            if span[0] < first:
                continue
            if span in (maximum, had):
                table.put(span, points[0] if span == maximum else points[1], Look.SUM)
            else:
                table.put(span, remark if means == "reason" else "", Look.LABEL)
        table.end(_LEAST_ITEM)


def _is_named(label: str, name: str) -> bool:
    """Whether a row of the official form is the part of this name: 其中：当年财政拨款, 财政拨款."""
    one, other = (plain_words(text).removeprefix("其中") for text in (label, name))
    return bool(other) and (one == other or one.endswith(other))


_PROMISE = ("name", "nature", "target", "unit")
"""The columns that tell what was promised."""


def _promise_end(columns: Mapping[str, Span]) -> int:
    """The last column that a promise in words may take: as far as the columns stand together."""
    end = columns["name"][1]
    for means in _PROMISE:
        if means in columns and columns[means][0] == end + 1:
            end = columns[means][1]
    return end
