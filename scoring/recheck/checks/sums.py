"""加总: points that can be had, points declared, the total and the grade must fit together."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Finding, plain
from indicators.spelling import folded
from scoring.checks.declaration.rows import place_of, quoted
from scoring.recheck.checks.check import WholeCheck
from scoring.recheck.model import FormCheck
from scoring.standard import Standard
from scoring.weights import EXECUTION

_PRINTED = re.compile(r"(\d+(?:\.\d+)?)分")


class PointsNotTotal(WholeCheck):
    """分值合计不是满分.

    What it checks: the points that can be had make the total of the standard; without the money
    row, the total less its points is right as well.
    Example: 10 + 50 + 30 + 5 = 95.
    Source: 财预〔2020〕10号; software of finance bureaus [LT-js].
    """

    NAME: ClassVar = "points-not-total"
    WHY: ClassVar = Words(
        "分值加起来不是满分，总分就不能与别的项目比。",
        "totals out of different wholes cannot be compared.",
    )
    MEND: ClassVar = Words(
        "调整各行分值，使合计等于满分。", "adjust the points of the rows to make the total."
    )

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a form."""
        rows = [row.row for row in checked.rows]
        points = [row.indicator.max_points for row in rows]
        if not rows or None in points:
            return
        found = sum((each for each in points if each is not None), Decimal(0))
        due = [standard.weights.total]
        if not any(row.is_money for row in rows):
            due.append(due[0] - standard.weights.points.get(EXECUTION, Decimal(0)))
        if found not in due:
            wanted = "或".join(map(plain, due))
            yield self.finding(
                place_of(checked.declared.form),
                Words(
                    f"各行分值合计 {plain(found)}，应为 {wanted}。",
                    f"the points of the rows make {plain(found)}, {plain(due[0])} are due.",
                ),
            )


class LevelPointsDiffer(WholeCheck):
    """一级指标印的分值与各行合计不同.

    What it checks: where level 1 prints its points (产出指标(50分)), its rows make them.
    Example: 产出指标(50分) with rows of 10 + 10 + 10 + 15.
    Source: software of finance bureaus [LT-js]: weights of level 3 make those set above them.
    """

    NAME: ClassVar = "level-points-differ"
    WHY: ClassVar = Words(
        "上下级的分值对不上，不知道以哪个为准。", "nobody knows which of the two figures holds."
    )
    MEND: ClassVar = Words("改正其中一个。", "correct one of the two.")

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a level-1 name."""
        sums: dict[str, Decimal] = defaultdict(Decimal)
        places: dict[str, str] = {}
        for row in checked.rows:
            level = row.row.indicator.level1
            sums[level] += row.row.indicator.max_points or Decimal(0)
            places.setdefault(level, row.row.place)
        for level, found in sums.items():
            printed = _PRINTED.search(folded(level))
            if printed and Decimal(printed[1]) != found:
                yield self.finding(
                    places[level],
                    Words(
                        f"“{quoted(level)}”各行分值合计 {plain(found)}。",
                        f"the rows of '{quoted(level)}' make {plain(found)} points.",
                    ),
                )


class TotalNotSum(WholeCheck):
    """总分不等于各项得分之和.

    What it checks: the declared total is the sum of the declared points, to the cent.
    Example: rows of 10 + 48.5 + 30 + 9.5 = 98, total 100.
    Source: software of finance bureaus [LT-grade-a], [IA-self].
    """

    NAME: ClassVar = "total-not-sum"
    WHY: ClassVar = Words("总分和等级要由各项得分得出。", "total and grade follow from the points.")
    MEND: ClassVar = Words("重新加总，或改正漏填的得分。", "add up again, or mend points left out.")

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a form."""
        declared = [row.declared for row in checked.rows]
        total = checked.declared.total
        if total is None or not declared or None in declared:
            return
        found = sum((each for each in declared if each is not None), Decimal(0))
        if found != total:
            yield self.finding(
                place_of(checked.declared.form),
                Words(
                    f"总分填 {plain(total)}，各项得分之和为 {plain(found)}。",
                    f"the total is given as {plain(total)}, the points make {plain(found)}.",
                ),
            )


class GradeChanges(WholeCheck):
    """复算后等级不同.

    What it checks: the recomputed total has the grade that is declared, or, where none is printed,
    that of the declared total.
    Example: declared 91.5 优, recomputed 88.94 良.
    Source: the grades of the standard chosen.
    """

    NAME: ClassVar = "grade-changes"
    WHY: ClassVar = Words("预算安排看等级。", "the budget follows the grade.")
    MEND: ClassVar = Words("先核实不一致的各行。", "settle the rows that differ first.")

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a form."""
        declared = checked.declared_grade
        if declared is None or _is_same(declared, checked.grade.title):
            return
        total = "" if checked.declared_total is None else plain(checked.declared_total)
        yield self.finding(
            place_of(checked.declared.form),
            Words(
                f"自评 {total} {declared}，复算 {plain(checked.total)} {checked.grade.title}。",
                f"declared {total} {declared}, recomputed {plain(checked.total)} "
                f"{checked.grade.title_en}.",
            ),
        )


def _is_same(one: str, other: str) -> bool:
    """Whether two titles name one grade: 优 and 优秀, 良 and 良好."""
    one, other = folded(one), folded(other)
    return one.startswith(other) or other.startswith(one)


class GradeNotOfTotal(WholeCheck):
    """填的等级不是总分对应的等级.

    What it checks: the printed grade is that of the declared total.
    Example: 总分 88，等级 优.
    Source: the grades of the standard chosen.
    """

    NAME: ClassVar = "grade-not-of-total"
    WHY: ClassVar = Words("等级由总分决定。", "the grade follows from the total.")
    MEND: ClassVar = Words("按总分改等级。", "give the grade of the total.")

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a form."""
        printed, total = checked.declared.grade, checked.declared_total
        if printed is None or total is None:
            return
        known = any(_is_same(printed, band.title) for band in standard.grades.bands)
        due = standard.grades.grade(total)
        if known and not _is_same(printed, due.title):
            yield self.finding(
                place_of(checked.declared.form),
                Words(
                    f"总分 {plain(total)} 应为“{due.title}”，填的是“{quoted(printed)}”。",
                    f"{plain(total)} is '{due.title_en}', '{quoted(printed)}' is given.",
                ),
            )
