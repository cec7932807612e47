"""合计: do the amounts of a declaration add up?"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import ClassVar, NamedTuple

from pydantic import Field

from indicators.errors import Words
from indicators.model import Budget, Finding, Form, Indicator, Target, plain
from indicators.rulefile import Rule
from indicators.spelling import label_key
from indicators.wordlists import PatternList, WordList
from scoring.checks.declaration.check import ComparingCheck, FormCheck, Level
from scoring.checks.declaration.rows import (
    goal_row,
    has_word,
    is_total,
    label,
    listed,
    place_of,
    promise,
)
from scoring.same_unit import YUAN

_AMOUNT = re.compile(r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,6})?(?:万元|元)?")
_OF_WHICH = re.compile(r"^其中:?")
_UNIT_IN_LABEL = re.compile(r"\([^()]*元\)$")
_SENTENCE_ENDS = re.compile(r"[。！!\n]")
_SEVERAL = 2
"""So many amounts make a sum."""
_NOTHING = ("", "无", "-", "—", "/")


class Part(NamedTuple):
    """An amount in the head of a form, behind its label."""

    name: str
    amount: Decimal


class Sum(Rule):
    """Labels of the form whose amounts make a total, which has one of the names `totals`; those of
    `perhaps` are counted in, or in another part already.
    """

    totals: WordList
    parts: WordList
    perhaps: WordList = []

    def with_parts(
        self, fields: Sequence[tuple[str, str]]
    ) -> Iterator[tuple[Part, Sequence[Part]]]:
        """Each total of a head with its own parts; none where it is open whose a part is, or one
        cannot be read.
        """
        totals = [field for field in fields if field[0] in self.totals]
        columns: dict[str, list[str]] = {}
        for name, text in fields:
            if name in self.parts or name in self.perhaps:
                columns.setdefault(name, []).append(text)
        if any(len(texts) != len(totals) for texts in columns.values()):
            return
        for at, (name, text) in enumerate(totals):
            total = _amount(text)
            parts = [(part, _part(texts[at])) for part, texts in columns.items()]
            read = [Part(part, amount) for part, amount in parts if amount is not None]
            if total is not None and len(read) == len(parts):
                yield Part(name, total), read

    def made(self, parts: Sequence[Part]) -> set[Decimal]:
        """What the parts may make, with and without each that may be in another."""
        sums = {sum((part.amount for part in parts if part.name in self.parts), Decimal(0))}
        for part in parts:
            if part.name not in self.parts:
                sums |= {made + part.amount for made in sums}
        return sums


class PartsDifferFromTotal(FormCheck):
    """各部分金额加起来不等于总额.

    What it checks: for each of `sums`, the amounts behind the labels `parts` make the one behind
    a label of `totals`, within `tolerance` (in the form's own unit); those of `perhaps` may be
    counted in or not. Totals side by side (中期, 年度) have parts of their own. 无 is nothing; an
    amount that cannot be read leaves the sum out; one part alone may be less, and so may all beside
    a label that is not known. In a row, and in a sentence of the goal, the amounts before a total
    (named by `totals`, regular expressions) make it. Those behind it, or said to be `within` it
    (其中), may be some of it only; of `least_listed` or more that make less, `when_less` is the
    severity.
    Example: 资金总额 5591.93, 基本支出 3260.21, 项目支出 2331.72: agrees; 人员经费300万元、
    设备购置456万元，合计700万元: does not.
    Source: practice of goal audits [IA-decl]: total = fiscal + other, tolerance 0.1 万元.
    """

    NAME: ClassVar = "parts-differ-from-total"
    WHY: ClassVar = Words(
        "预算数错了一处，执行率和成本都没有可靠的底数。",
        "one amount is wrong, so execution and costs have nothing firm to stand on.",
    )
    MEND: ClassVar = Words("核对各项金额，改正其中一处。", "check the amounts and correct one.")

    MEND_LESS: ClassVar = Words(
        "补上没有列出的部分，或改正其中一处；只列主要部分的，写明“主要用于”。",
        "add what is not listed, or correct one of the amounts; say so if only some are listed.",
    )

    sums: list[Sum]
    tolerance: Decimal = Field(ge=0)
    totals: PatternList
    within: WordList
    least_listed: int = Field(ge=_SEVERAL)
    when_less: Level

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a sum."""
        yield from self._in_the_head(form)
        for row in form.indicators:
            yield from self._added(row, [t for t in row.targets if _is_amount(t)])
        goal = goal_row(form)
        for amounts in _by_sentence(goal):
            if self._opened(goal, amounts) == 1 or is_total(self.totals, goal, amounts[-1]):
                yield from self._added(goal, amounts)

    def _added(self, row: Indicator, amounts: list[Target]) -> Iterator[Finding]:
        """What to say of a row whose amounts do not make its total."""
        total = self._total(row, amounts)
        parts = [target for target in amounts if target is not total]
        signs = {target.comparator for target in amounts}
        if total is None or len(parts) < _SEVERAL or len(signs) > 1:
            return
        made = sum(map(_in_yuan, parts), Decimal(0))
        off = (made - _in_yuan(total)).scaleb(-YUAN[total.unit or ""])
        words = _row_differs(row, parts, total, made.scaleb(-YUAN[total.unit or ""]))
        may_be_less = total is not amounts[-1] or has_word(self.within, row.target_text)
        if abs(off) <= self.tolerance:
            return
        are_listed = self._opened(row, amounts) == 1 and len(parts) >= self.least_listed
        if off > 0 or not may_be_less:
            yield self.finding(row.place, words)
        elif are_listed and self.when_less is not Level.OFF:
            yield self.finding(row.place, words, mend=self.MEND_LESS, severity=self.when_less)

    def _total(self, row: Indicator, amounts: list[Target]) -> Target | None:
        """The amount that holds the others: 合计700万元, or what stands before 其中."""
        totals = [target for target in amounts if is_total(self.totals, row, target)]
        if not totals and self._opened(row, amounts) == 1:
            totals = amounts[:1]
        return totals[0] if len(totals) == 1 else None

    def _opened(self, row: Indicator, amounts: list[Target]) -> int | None:
        """Which amount is the first behind 其中; None if none is."""
        ends = [0, *(target.span[1] for target in amounts)]
        for at, (end, target) in enumerate(zip(ends, amounts, strict=False)):
            if at and has_word(self.within, row.target_text[end : target.span[0]]):
                return at
        return None

    def _in_the_head(self, form: Form) -> Iterator[Finding]:
        """One finding a total of the head; the rest of it may stand behind a label not known."""
        fields = [(_bare(name), text) for name, text in form.fields]
        are_known = all(finding.check != "label-unknown" for finding in form.findings)
        for rule in self.sums:
            for total, parts in rule.with_parts(fields):
                off = min((made - total.amount for made in rule.made(parts)), key=abs)
                may_be_less = len(parts) < _SEVERAL or not are_known
                if abs(off) > self.tolerance and (off > 0 or not may_be_less):
                    yield self.finding(_money_place(form), _differ(parts, total))


def _by_sentence(row: Indicator) -> Iterator[list[Target]]:
    """The amounts of each sentence of a text."""
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(row.target_text)]
    sentences: dict[int, list[Target]] = defaultdict(list)
    for target in row.targets:
        if _is_amount(target):
            sentences[bisect_right(ends, target.span[0])].append(target)
    yield from sentences.values()


def _is_amount(target: Target) -> bool:
    """Whether a promise is one exact sum of money."""
    is_one = target.dimension == "money" and target.unit in YUAN and target.upper is None
    return is_one and target.canonical is not None and not (target.per or target.change)


def _in_yuan(target: Target) -> Decimal:
    return target.canonical or Decimal(0)


def _row_differs(row: Indicator, parts: list[Target], total: Target, made: Decimal) -> Words:
    names = listed([promise(row, part) for part in parts])
    sum_ = f"{plain(made)}{total.unit}"
    return Words(
        f"“{label(row)}”里{names.zh}加起来是 {sum_}，写的是“{promise(row, total)}”。",
        f"{names.en} in '{label(row)}' make {sum_}, but it says '{promise(row, total)}'.",
    )


def _differ(parts: Sequence[Part], total: Part) -> Words:
    names = "＋".join(part.name for part in parts)
    made = sum((part.amount for part in parts), Decimal(0))
    difference = plain(abs(made - total.amount))
    return Words(
        f"{names}共 {plain(made)}，与“{total.name}”{plain(total.amount)} 相差 {difference}。",
        f"{names} make {plain(made)}, but '{total.name}' is {plain(total.amount)}: "
        f"{difference} apart.",
    )


def _bare(label: str) -> str:
    """The last part of a label without 其中 and unit: `资金（万元）/其中：拨款` → `拨款`."""
    return _UNIT_IN_LABEL.sub("", _OF_WHICH.sub("", label_key(label.rpartition("/")[2])))


def _part(text: str) -> Decimal | None:
    """The amount of a part, which may be nothing (无); None if it cannot be read."""
    return Decimal(0) if label_key(text) in _NOTHING else _amount(text)


def _amount(text: str) -> Decimal | None:
    """The amount that a cell of the head states; None if it is no plain number."""
    match = _AMOUNT.fullmatch(label_key(text))
    return Decimal(f"{match[1].replace(',', '')}{match[2] or ''}") if match else None


class ProjectsDifferFromDepartment(ComparingCheck):
    """各项目预算合计与部门的项目支出不一致.

    What it checks: within a file that has one department's form, the budgets of the project forms
    make the amount behind `label`, within `tolerance` (in the department's unit). More than it has
    the severity of the check; less has `when_less`, since not every project needs a form.
    Example: nine projects with 1527.74 of 2331.72万元.
    Source: arithmetic; practice.
    """

    NAME: ClassVar = "projects-differ-from-department"
    WHY: ClassVar = Words(
        "项目合计多于部门的项目支出是错的；少于它，说明有项目没有申报绩效目标。",
        "projects above the department's amount are an error; below it, some project has no form.",
    )
    MEND: ClassVar = Words(
        "核对各表的预算和部门的合计。", "check the budgets and the department's total."
    )
    MEND_LESS: ClassVar = Words(
        "确认其余的项目支出不需要申报绩效目标，或补上申报表。",
        "make sure that the rest of the spending needs no form, or add the forms.",
    )

    label: str
    tolerance: Decimal = Field(ge=0)
    when_less: Level

    def findings(self, forms: Sequence[Form]) -> Iterator[Finding]:
        """One finding a file."""
        files: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            files[form.source.sha256].append(form)
        for together in files.values():
            departments = [form for form in together if form.project is None]
            projects = [form.budget for form in together if form.project and form.budget]
            if len(departments) == 1 and projects:
                yield from self._compared(departments[0], projects)

    def _compared(self, department: Form, projects: list[Budget]) -> Iterator[Finding]:
        texts = {_bare(label): text for label, text in department.fields}
        total = _amount(texts.get(self.label, ""))
        unit = department.budget.unit if department.budget else ""
        if total is None or not {unit, *(each.unit for each in projects)} <= YUAN.keys():
            return
        budgets = [each.amount.scaleb(YUAN[each.unit] - YUAN[unit]) for each in projects]
        made = sum(budgets, Decimal(0))
        severity, mend = (
            (self.severity, self.MEND) if made > total else (self.when_less, self.MEND_LESS)
        )
        if abs(made - total) > self.tolerance and severity is not Level.OFF:
            words = self._words(len(budgets), made, total, unit)
            yield self.finding(_money_place(department), words, mend=mend, severity=severity)

    def _words(self, number: int, made: Decimal, total: Decimal, unit: str) -> Words:
        difference = f"{plain(abs(made - total))}{unit}"
        how = Words("多", "more") if made > total else Words("少", "less")
        return Words(
            f"{number} 个项目的预算共 {plain(made)}{unit}，比部门的“{self.label}”"
            f" {plain(total)}{unit} {how.zh} {difference}。",
            f"the budgets of {number} projects make {plain(made)}{unit}, {difference} {how.en} "
            f"than the department's '{self.label}' of {plain(total)}{unit}.",
        )


def _money_place(form: Form) -> str:
    return form.budget.place if form.budget and form.budget.place else place_of(form)
