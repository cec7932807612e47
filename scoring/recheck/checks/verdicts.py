"""复算: what the verdicts on the rows come to, as findings."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from indicators.errors import Words
from indicators.model import Finding
from scoring.checks.declaration.rows import place_of, quoted
from scoring.recheck.checks.check import RowsCheck, WholeCheck
from scoring.recheck.model import FormCheck, RowCheck, Verdict
from scoring.standard import Standard


class _VerdictCheck(RowsCheck):
    """One finding for each row of one verdict, in the words of the verdict."""

    VERDICT: ClassVar[Verdict]

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """The explanation of the verdict; money whose points a form leaves out is no finding."""
        if row.verdict is self.VERDICT and not row.is_money_left_out:
            name, (zh, en) = quoted(row.row.name), row.explanation
            yield self.finding(row.row.place, Words(f"“{name}”：{zh}。", f"'{name}': {en}."))


class PointsDiffer(_VerdictCheck):
    """自评得分与标准算出的不一致.

    What it checks: the declared points are those of the standard; no habit of rounding and no
    other known rule gives them.
    Example: target 3807人, actual 3224人, 2 points, declared 1.9; the standard gives 1.69.
    Source: the standard chosen; the clause stands in the row.
    """

    NAME: ClassVar = "points-differ"
    WHY: ClassVar = Words(
        "得分是预算安排的依据，多给少给都要有理由。",
        "money follows the points; too many or too few need a reason.",
    )
    MEND: ClassVar = Words(
        "按算式改得分；确有理由的，由复核人写明。",
        "correct the points by the formula, or let the reviewer state why not.",
    )
    VERDICT: ClassVar = Verdict.DIFFERS


class PointsByOtherRule(_VerdictCheck):
    """自评得分是按另一条规则算的.

    What it checks: the chosen standard does not give the declared points, another known rule does.
    Example: cost ≤100万元, actual 140万元, 10 points, declared 6: linear, not in proportion.
    Source: the standard or practice named in the finding.
    """

    NAME: ClassVar = "points-by-other-rule"
    WHY: ClassVar = Words(
        "同样的完成情况，用不同的规则会得不同的分。",
        "the same result has other points under another rule.",
    )
    MEND: ClassVar = Words(
        "确认本单位应当用哪份标准；用 --standard 可以换一份重新复核。",
        "settle which standard applies; --standard re-checks by another one.",
    )
    VERDICT: ClassVar = Verdict.EXPLAINED


class PointsRounded(_VerdictCheck):
    """自评得分取整过粗.

    What it checks: the declared points are those of the rule, cut or rounded more coarsely than
    the standard says.
    Example: 86.2% of 10 points, declared 9.
    Source: forms published in 2016–2023, as read row by row.
    """

    NAME: ClassVar = "points-rounded"
    WHY: ClassVar = Words(
        "一项差不到一分，十几项加起来可能差出一个等级。",
        "less than a point each, but a dozen of them may make a grade.",
    )
    MEND: ClassVar = Words("得分保留两位小数。", "give points with two decimals.")
    VERDICT: ClassVar = Verdict.ROUNDING


class PointsNotComputable(_VerdictCheck):
    """得分无法复算.

    What it checks: promise and fact can be read and compared, and the points are given.
    Example: target ≥20套, actual 550万元.
    Source: the notes of the forms: 实际完成值 answers 年度指标值 in the same unit.
    """

    NAME: ClassVar = "points-not-computable"
    WHY: ClassVar = Words(
        "实际值答非所问，得分就没有依据。",
        "without a fact that answers the target, points rest on nothing.",
    )
    MEND: ClassVar = Words(
        "按目标的单位和口径补填实际完成值，或由复核人判断。",
        "give the actual in the unit of the target, or let the reviewer judge.",
    )
    VERDICT: ClassVar = Verdict.NOT_COMPUTABLE


class NothingComputable(WholeCheck):
    """没有一行能够复算.

    What it checks: of the rows with an indicator, one at least can be computed anew.
    Example: 分值 holds 见附件 in every row.
    Source: practice; a table whose points were not read is not re-checked, whatever it says.
    """

    NAME: ClassVar = "nothing-computable"
    WHY: ClassVar = Words(
        "一行也没有核对，不能说这份自评没有问题。",
        "no row was checked, so nothing can be said for this self-evaluation.",
    )
    MEND: ClassVar = Words(
        "核对分值、指标值、实际完成值各在哪一栏、写法对不对，再复核一次。",
        "see in which columns points, targets and actuals stand and how, and re-check.",
    )

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a form."""
        rows = [row for row in checked.rows if not row.row.is_money]
        if not rows or any(row.verdict is not Verdict.NOT_COMPUTABLE for row in rows):
            return
        causes = Counter(row.explanation for row in rows)
        most, times = causes.most_common(1)[0]
        yield self.finding(
            place_of(checked.declared.form),
            Words(
                f"{len(rows)} 行没有一行能够复算；其中 {times} 行：{most.zh}。",
                f"none of {len(rows)} rows can be computed; of {times} of them: {most.en}.",
            ),
        )


BY_VERDICT: Final = frozenset(
    check.NAME for check in (PointsDiffer, PointsByOtherRule, PointsRounded, PointsNotComputable)
)
"""The names of these checks: whoever shows the verdicts need not show their findings."""
