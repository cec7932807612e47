"""重复: was it written for this indicator, or copied?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from pydantic import Field

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Kind
from indicators.wordlists import WordList
from scoring.checks.declaration.check import ComparingCheck, FormCheck
from scoring.checks.declaration.rows import (
    bare,
    is_counted,
    is_only,
    label,
    listed,
    promise,
    quoted,
    text_key,
)

_PLACES = 4
"""So many places of copies are named."""

_COMPARED = 200
"""Rows of a form that are held against one another; no honest form has more."""


class RepeatedInForm(FormCheck):
    """同一件事写了两行.

    What it checks: no two rows have the same name (in any order of its characters, without `idle`
    words at its end; `least_name` characters or more) and promise the same numbers. Of texts, none
    of at least `least` characters stands under two level-2 names, or twice under one name, and
    none of at least `least_within` is a part of another row; but what is counted under names of
    its own (开工时间、完工时间: 6月底前) only looks alike.
    Example: the whole 环境效益指标 is the last sentence of 社会效益指标; 维修桥梁≥9座 and
    桥梁维修数量≥9座.
    Source: the re-check keeps one of a set that stands under output and benefit, and gives the
    other no points ([PD-14], criterion 9).
    """

    NAME: ClassVar = "repeated-in-form"
    WHY: ClassVar = Words(
        "同一件事得两次分；有的地方复核时，重复的一行按 0 分处理。",
        "one thing would earn points twice; some re-checks give the repeated row none.",
    )
    MEND: ClassVar = Words(
        "留在最合适的一行，另一行写它自己的内容，或写“不适用”。",
        "keep it in the row where it belongs; write the other's own content, or 不适用.",
    )

    least: int = Field(ge=1)
    least_within: int = Field(ge=1)
    least_name: int = Field(ge=1)
    idle: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a row that stands elsewhere too."""
        rows = [row for row in form.indicators if not is_only(row, Kind.NOT_APPLICABLE)]
        keyed = [_Keyed(row, text_key(row.target_text), self._said(row)) for row in rows]
        for at, own in enumerate(keyed[:_COMPARED]):
            before, behind = keyed[:at], keyed[at + 1 : _COMPARED]
            twin = next((each for each in before if own.said and each.said == own.said), None)
            other = next(self._with_the_text(own, before, behind), None)
            if twin is not None:
                yield self.finding(own.row.place, _twice(own.row, twin.row))
            elif other is not None:
                yield self.finding(own.row.place, _words(own.row, other.row))

    def _with_the_text(
        self, own: "_Keyed", before: list["_Keyed"], behind: list["_Keyed"]
    ) -> Iterator["_Keyed"]:
        """The rows under another level-2 name that hold the text of `own`."""
        for at, other in enumerate((*before, *behind)):
            is_copy = own.key == other.key and len(own.key) >= self.least and at < len(before)
            is_part = own.key != other.key and own.key in other.key
            is_apart = is_counted(own.row) and own.row.name and own.row.name != other.row.name
            is_held = is_copy or (is_part and len(own.key) >= self.least_within)
            is_elsewhere = other.row.level2 != own.row.level2
            is_same = is_copy and other.row.name == own.row.name
            if is_held and not is_apart and (is_elsewhere or is_same):
                yield other

    def _said(self, row: Indicator) -> tuple[object, ...]:
        """What a row promises under its name; nothing, where that is not enough to compare."""
        measures = (target.measure for target in row.targets)
        name = text_key(bare(row.name or next(measures, None) or ""))
        short = next((name.removesuffix(each) for each in self.idle if name.endswith(each)), name)
        if len(short) < self.least_name or not is_counted(row):
            return ()
        numbers = [(t.value, t.upper, t.unit, t.date, t.change) for t in row.targets]
        return ("".join(sorted(short)), *numbers)


class _Keyed(NamedTuple):
    """A row with what is compared: its text, and what it promises under its name."""

    row: Indicator
    key: str
    said: tuple[object, ...]


def _twice(row: Indicator, other: Indicator) -> Words:
    said = listed([promise(row, target) for target in row.targets])
    return Words(
        f"{said.zh}与“{label(other)}”（{other.place}）说的是同一件事。",
        f"{said.en} is the same as '{label(other)}' ({other.place}).",
    )


def _words(row: Indicator, other: Indicator) -> Words:
    text = quoted(row.target_text)
    return Words(
        f"“{label(row)}”的内容“{text}”原样写在“{label(other)}”里（{other.place}）。",
        f"'{label(row)}': '{text}' stands word for word in '{label(other)}' ({other.place}).",
    )


class CopiedBetweenProjects(ComparingCheck):
    """几个项目写了一字不差的指标.

    What it checks: no text of at least `least` characters (`least_counted` where it promises
    numbers) stands word for word in `projects` projects or more.
    Example: 按合同签订支付金额 in four projects of one department.
    Source: practice of re-checks, which found satisfaction texts copied between departments.
    """

    NAME: ClassVar = "copied-between-projects"
    WHY: ClassVar = Words(
        "看不出各个项目自己要做到什么，像是套用的模板。",
        "it does not show what each project is to achieve; it looks like a template.",
    )
    MEND: ClassVar = Words(
        "按各项目的实际，分别写明自己的内容和数字。",
        "write for each project what it is to achieve, with its own numbers.",
    )

    projects: int = Field(ge=2)
    least: int = Field(ge=1)
    least_counted: int = Field(ge=1)

    def findings(self, forms: Sequence[Form]) -> Iterator[Finding]:
        """One finding a text, where it stands first."""
        groups: dict[str, dict[str, tuple[Form, Indicator]]] = defaultdict(dict)
        for form in forms:
            for row in form.indicators if form.project else ():
                key = text_key(row.target_text)
                least = self.least_counted if is_counted(row) else self.least
                if len(key) >= least and not is_only(row, Kind.NOT_APPLICABLE):
                    groups[key].setdefault(form.id, (form, row))
        for group in groups.values():
            if len(group) >= self.projects:
                yield self._finding(list(group.values()))

    def _finding(self, copies: list[tuple[Form, Indicator]]) -> Finding:
        first = copies[0][1]
        titles = listed([quoted(form.title) for form, _ in copies])
        others = "、".join(row.place for _, row in copies[1 : _PLACES + 1])
        text = quoted(first.target_text)
        return self.finding(
            first.place,
            Words(
                f"“{label(first)}”的“{text}”在 {len(copies)} 个项目里一字不差：{titles.zh}"
                f"（另见 {others}）。",
                f"'{label(first)}': '{text}' stands word for word in {len(copies)} projects: "
                f"{titles.en} (also {others}).",
            ),
        )
