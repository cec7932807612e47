"""一致: do the numbers, the names and the columns of a form agree with one another?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Kind, Target
from indicators.patterns import Pattern
from scoring.checks.declaration.check import FormCheck
from scoring.checks.declaration.rows import counted, label, listed, measure, promise, text_key

_CLOSING = ")）]】 "


class ColumnsDiffer(FormCheck):
    """同一行各栏的说法互相矛盾.

    What it checks: the nature column (≥, 定性) is a known one and fits the value, and the unit
    column is the unit of the name and of the value, or another word for it.
    Example: ≤95 beside ≥; 90% beside 定性; 培训人数（人次） with the unit 户.
    Source: practice of goal audits; forms with columns for 指标性质 and 计量单位.
    """

    NAME: ClassVar = "columns-differ"
    WHY: ClassVar = Words(
        "同一行有两种说法，年底可以挑对自己有利的一种来算。",
        "with two readings in one row, the handier one can be chosen at year end.",
    )
    MEND: ClassVar = Words(
        "各栏写成一致的：比较符写在性质一栏，单位写在单位一栏，指标值只写数字。",
        "make the columns agree: sign, unit and bare number each in its own.",
    )

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a row."""
        for row in form.indicators:
            if row.contradictions:
                zh = "；".join(words.zh for words in row.contradictions)
                en = "; ".join(words.en for words in row.contradictions)
                yield self.finding(
                    row.place, Words(f"“{label(row)}”：{zh}。", f"'{label(row)}': {en}.")
                )


class ValuesDiffer(FormCheck):
    """同一件事前后写了两个不同的数.

    What it checks: a measure of at least `least` characters is promised with one number only, in
    the same unit and with the same comparator; each of several `periods` (regular expressions) may
    have its own. A number at the end of a row's name, or a day in it, is the row's, too.
    Example: 公众满意度≥90% in one row, 公众满意度≥95% in another; 建设气象站（30个） with ≥25个.
    Source: practice of goal audits [IA-sem], contradictions.
    """

    NAME: ClassVar = "values-differ"
    WHY: ClassVar = Words(
        "两个数不会都是目标，打分时不知以哪个为准。",
        "only one can be the target; whoever scores does not know which.",
    )
    MEND: ClassVar = Words(
        "统一成一个数；如果是两件事，写清各是什么。",
        "keep one number; if two things are meant, say which is which.",
    )

    least: int
    periods: list[Pattern]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a measure, where the second number stands, and one a name."""
        yield from self._between(form)
        for row in form.indicators:
            words = next(_named_otherwise(row), None)
            if words is not None:
                yield self.finding(row.place, words)

    def _between(self, form: Form) -> Iterator[Finding]:
        groups: dict[tuple[object, ...], list[tuple[Indicator, Target]]] = defaultdict(list)
        before: tuple[int, int] = (0, 0)
        for row, target in counted(form):
            starts = before[1] if before[0] == row.number else 0
            before = (row.number, target.span[1])
            name = text_key(measure(row, target))
            if len(name) >= self.least:
                when = self._when(row.target_text[starts : target.span[0]])
                how = (target.comparator, target.unit, target.per, target.change, target.baseline)
                groups[name, when, *how].append((row, target))
        for same in groups.values():
            first = same[0]
            for row, target in same[1:]:
                if (target.value, target.upper) != (first[1].value, first[1].upper):
                    both = listed([promise(*first), promise(row, target)])
                    words = Words(
                        f"{both.zh}：同一件事有两个数（另一个在 {first[0].place}）。",
                        f"{both.en}: two numbers for one thing (the other at {first[0].place}).",
                    )
                    yield self.finding(row.place, words)
                    break

    def _when(self, words: str) -> tuple[str, ...]:
        """The periods named in the words between the number before and this one."""
        return tuple(match[0] for each in self.periods for match in re.finditer(each, words))


def _named_otherwise(row: Indicator) -> Iterator[Words]:
    """What to say of a number at the end of a row's name that the row does not promise."""
    name = (row.name or "").rstrip(_CLOSING)
    for said in row.named:
        is_last = said.kind is Kind.DEADLINE or said.span[1] >= len(name)
        if not is_last or said.approximate or said.change:
            continue
        same = [target for target in row.targets if _is_of_one_kind(said, target)]
        if same and all(_number(target) != _number(said) for target in same):
            yield Words(
                f"“{label(row)}”：名称里是“{said.phrase}”，指标值是“{same[0].phrase}”。",
                f"'{label(row)}': the name says '{said.phrase}', the value '{same[0].phrase}'.",
            )


def _is_of_one_kind(said: Target, target: Target) -> bool:
    if said.kind is Kind.DEADLINE:
        return target.kind is Kind.DEADLINE and said.date is not None and target.date is not None
    is_counted = said.kind is target.kind is Kind.QUANTITATIVE
    return is_counted and said.unit == target.unit and said.per == target.per


def _number(target: Target) -> tuple[object, ...]:
    return target.date, target.value, target.upper
