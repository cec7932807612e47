"""重复: was it written for this indicator, or copied?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

from pydantic import Field

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Kind
from scoring.checks.declaration.check import ComparingCheck, FormCheck
from scoring.checks.declaration.rows import (
    SHOWN,
    is_counted,
    is_only,
    label,
    listed,
    quoted,
    text_key,
)

_COMPARED = 200
"""Rows of a form that are held against one another; no honest form has more."""


class RepeatedInForm(FormCheck):
    """同一段文字写在两个二级指标下.

    What it checks: no text of at least `least` characters stands under two level-2 names, and none
    of at least `least_within` characters is a part of another row.
    Example: the whole 环境效益指标 is the last sentence of 社会效益指标.
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

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a row that stands elsewhere too."""
        rows = [row for row in form.indicators if not is_only(row, Kind.NOT_APPLICABLE)]
        keyed = [(row, text_key(row.target_text)) for row in rows[:_COMPARED]]
        for at, (row, key) in enumerate(keyed):
            others = [*keyed[:at], *keyed[at + 1 :]]
            earlier = {other.number for other, _ in keyed[:at]}
            for other, text in others:
                is_copy = key == text and other.number in earlier and len(key) >= self.least
                is_part = key != text and key in text and len(key) >= self.least_within
                if other.level2 != row.level2 and (is_copy or is_part):
                    yield self.finding(row.place, _words(row, other))
                    break


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
        others = "、".join(row.place for _, row in copies[1 : SHOWN + 1])
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
