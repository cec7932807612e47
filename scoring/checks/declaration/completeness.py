"""完整: is everything there that a declaration must say?"""

import re
from collections.abc import Iterator
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Kind
from indicators.patterns import Pattern
from indicators.spelling import folded
from indicators.taxonomy import category_title
from indicators.wordlists import WordList
from scoring.checks.declaration.check import CategoryCode, FormCheck
from scoring.checks.declaration.rows import (
    bare,
    goal_row,
    is_counted,
    is_only,
    label,
    place_of,
    quoted,
)


class PlaceholderText(FormCheck):
    """内容是没有替换掉的占位文字.

    What it checks: no text is, as a whole, one of `whole` or has one of `inside` in it (regular
    expressions; width and spaces do not count); where the row has no number, none of `unfinished`
    either. A bracket at the end of a name may have marks that the number behind it fills in. Empty
    rows are told by the reader.
    The goal is looked at, too.
    Example: 产出数量指标: 培训××人次.
    Source: practice of goal audits [IA-decl]: no placeholder `*`, no empty target.
    """

    NAME: ClassVar = "placeholder-text"
    WHY: ClassVar = Words(
        "表还没有填完，这一行不能作为目标。", "the form is not finished; this row is no target."
    )
    MEND: ClassVar = Words(
        "填上实际的内容；不适用的写“不适用”。", "fill it in; write 不适用 if it does not apply."
    )

    whole: list[Pattern]
    inside: list[Pattern]
    unfinished: list[Pattern]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a row."""
        for row in (*form.indicators, goal_row(form)):
            text = None if is_only(row, Kind.NOT_APPLICABLE) else self._placeholder(row)
            if text is not None:
                words = Words(
                    f"“{label(row)}”写的是占位文字“{quoted(text)}”。",
                    f"'{label(row)}' still holds the placeholder '{quoted(text)}'.",
                )
                yield self.finding(row.place, words)

    def _placeholder(self, row: Indicator) -> str | None:
        # The number of 满意度（≥**%） stands in the column behind the name.
        name = row.name or ""
        texts = (row.target_text, bare(name) if is_counted(row) else name)
        inside = self.inside if is_counted(row) else [*self.inside, *self.unfinished]
        return next((each for each in texts if self._is_placeholder(each, inside)), None)

    def _is_placeholder(self, text: str, inside: list[str]) -> bool:
        key = folded(text)
        end = key.rstrip("。.;；")
        return any(re.fullmatch(pattern, end) for pattern in self.whole) or any(
            re.search(pattern, key) for pattern in inside
        )


class CategoryAbsent(FormCheck):
    """缺少应有的一类指标.

    What it checks: the form has at least one row of each category of `required` (codes of level 1).
    Example: no row of 服务对象满意度.
    Source: practice of goal audits [IA-decl]: all of 产出, 效益, 满意度 present.
    """

    NAME: ClassVar = "category-absent"
    WHY: ClassVar = Words(
        "评分标准给每类指标都分了分值；缺一类，这些分就没有着落。",
        "every standard gives points to each kind; without one, its points hang in the air.",
    )
    MEND: ClassVar = Words(
        "补上这类指标；确实不适用的，保留这一行并写“不适用”。",
        "add a row of that kind; if it does not apply, keep the row and write 不适用.",
    )

    required: list[CategoryCode]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding for all that is absent."""
        present = {row.category.partition(".")[0] for row in form.indicators}
        absent = [category_title(head) for head in self.required if head not in present]
        if absent:
            words = Words(
                f"没有{'、'.join(title.zh for title in absent)}。",
                f"no indicator of: {', '.join(title.en for title in absent)}.",
            )
            yield self.finding(place_of(form), words)


class GoalMissing(FormCheck):
    """没有填写绩效目标.

    What it checks: the form says in words what the money is for (项目绩效目标); but for the
    `layouts` that have no room for it.
    Example: 项目绩效目标 is left empty.
    Source: practice of goal audits [IA-decl]: name, department and goal text present.
    """

    NAME: ClassVar = "goal-missing"
    WHY: ClassVar = Words(
        "指标是目标的分解；没有目标，就无从判断指标是否相关。",
        "indicators break a goal down; without it nobody can tell whether they are relevant.",
    )
    MEND: ClassVar = Words("填写绩效目标。", "fill in the goal.")

    layouts: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding if the goal is empty."""
        if not form.goal.strip() and form.layout not in self.layouts:
            words = Words("没有填写绩效目标。", "the goal is not filled in.")
            yield self.finding(place_of(form), words)
