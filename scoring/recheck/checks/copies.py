"""雷同: forms of different projects that are nearly the same."""

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from indicators.errors import Words
from indicators.model import Finding
from scoring.checks.declaration.check import Check
from scoring.checks.declaration.rows import listed, quoted
from scoring.recheck.model import DeclaredForm


class CopiedForms(Check):
    """几份自评表几乎一样.

    What it checks: the rows of no two forms (names, targets, actuals and reasons together, numbers
    aside) are more than `similarity` alike, by their character n-grams. Texts of fewer than
    `least` characters are not compared; of more than `most` forms only those that are the same.
    Example: a satisfaction text that names another department's service.
    Source: findings of a re-check [PD-mz]: texts copied from another department.
    """

    NAME: ClassVar = "copied-forms"
    WHY: ClassVar = Words(
        "照抄的自评表说明不了这个项目做了什么。", "a copied form does not tell what was done."
    )
    MEND: ClassVar = Words(
        "按本项目的实际填写；确属同一政策分到各处的，说明即可。",
        "write what this project did; where one policy reaches many places, say so.",
    )

    similarity: Decimal = Field(gt=0, le=1)
    least: int = Field(ge=1)
    most: int = Field(ge=2)

    @staticmethod
    def text(form: DeclaredForm) -> str:
        """What is compared of a form."""
        rows = (row.indicator for row in form.rows if not row.is_money)
        return "\n".join(
            part
            for row in rows
            for part in (row.name, row.target_text, row.actual_text, row.deviation_reason)
            if part
        )

    def about(self, titles: Sequence[str], files: Sequence[str], similarity: float) -> Finding:
        """The finding about forms that are copies, at the first of their files."""
        names = listed([quoted(title) for title in titles])
        alike = f"{int(similarity * 100)}%"
        words = Words(
            f"{len(titles)} 份自评表的文字几乎一样（数字不算，相似 {alike} 以上）：{names.zh}。",
            f"the texts of {len(titles)} forms are {alike} alike or more, numbers aside: "
            f"{names.en}.",
        )
        return self.finding("、".join(list(dict.fromkeys(files))[:3]), words)
