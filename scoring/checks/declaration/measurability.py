"""可衡量: can it be told at the end of the year whether the promise was kept?"""

from collections.abc import Iterator
from typing import ClassVar, Literal

from indicators.errors import Words
from indicators.model import Finding, Form, Indicator, Kind
from indicators.wordlists import WordList
from scoring.checks.declaration.check import CategoryCode, FormCheck
from scoring.checks.declaration.rows import (
    SHOWN,
    found_words,
    is_counted,
    is_only,
    label,
    listed,
    quoted,
)


class NotMeasurable(FormCheck):
    """应当可以衡量的指标没有数字、期限或依据.

    What it checks: rows of `categories` promise something that can be counted, or point to a
    document that does. Each category comes with an example of how to write it.
    Example: 产出质量指标: 提高执法队员工作效率.
    Source: practice of goal audits [IA-sem]; an indicator that cannot be verified loses points
    when the self-evaluation is checked [PD-14], criterion 3.
    """

    NAME: ClassVar = "not-measurable"
    BEHIND: ClassVar = ("placeholder-text", "date-impossible", "columns-differ")
    WHY: ClassVar = Words(
        "年底无法核实完成没有，只能凭印象打分；有的地方复核时按“无法核实”扣分。",
        "nobody can verify at year end whether it was kept; some re-checks deduct points for that.",
    )
    MEND: ClassVar = Words(
        "写明数字、单位和比较符，或者完成期限。",
        "state a number with unit and comparator, or a deadline.",
    )

    categories: dict[CategoryCode, str]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a row."""
        for row in form.indicators:
            example = self.categories.get(row.category)
            if example is None or is_counted(row) or not is_qualitative(row):
                continue
            text = quoted(row.target_text)
            said = Words(f"写的是“{text}”，没有", f"says '{text}', with no")
            said = said if text else Words("没有填写指标值，也就没有", "has no target, so no")
            words = Words(
                f"“{label(row)}”{said.zh}可以核对的数字、比例或期限。",
                f"'{label(row)}' {said.en} number, share or deadline to verify.",
            )
            mend = Words(
                f"写成可以核对的，如“{example}”。", f"make it verifiable, such as '{example}'."
            )
            yield self.finding(row.place, words, mend=mend)


class VagueWordsOnly(FormCheck):
    """效益指标只有“提高、加强”一类的话.

    What it checks: rows of `categories` hold more than `words`, and are not as a whole one of
    `degrees`. One finding a form.
    Example: 社会效益指标: 进一步提升城市精细化管理水平.
    Source: practice of goal audits [IA-sem]: vague wording (有效提升).
    """

    NAME: ClassVar = "vague-words-only"
    WHY: ClassVar = Words(
        "这样的话放在哪个项目都成立，看不出这笔钱带来了什么。",
        "such words fit any project; they do not show what this money brought about.",
    )
    MEND: ClassVar = Words(
        "能计数的写成数字（如“投诉量较上年下降5%”），不能计数的写明用什么证明（验收文件、问卷、统计报表）。",
        "give a number (complaints 5% below last year), or name the proof: acceptance papers, a "
        "survey, statistics.",
    )

    categories: list[CategoryCode]
    words: WordList
    degrees: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding for all such rows of the form, at the first of them."""
        rows = [row for row in form.indicators if self._vague_words(row)]
        if not rows:
            return
        names = listed([label(row) for row in rows])
        found = dict.fromkeys(word for row in rows for word in self._vague_words(row))
        words = "、".join(list(found)[:SHOWN])
        yield self.finding(
            rows[0].place,
            Words(
                f"{names.zh}只有“{words}”一类的话，没有数字，也没有可以对照的依据。",
                f"{names.en} hold only words like {words}: no number, nothing to compare with.",
            ),
        )

    def _vague_words(self, row: Indicator) -> list[str]:
        """The words that are all a row has to say; none, if it says more."""
        if row.category not in self.categories or not is_qualitative(row):
            return []
        text = row.target_text.strip()
        return [text] if text in self.degrees else found_words(self.words, [text])


class PointsElsewhere(FormCheck):
    """指标只写“按合同”“按计划”，没有自己的数字.

    What it checks: rows whose only content points to one of the documents `to`. A reference to
    the budget is not meant: its amount stands in the form. One finding a form.
    Example: 产出成本指标: 按合同签订支付金额.
    Source: practice of goal audits [IA-sem], measurability.
    """

    NAME: ClassVar = "points-elsewhere"
    WHY: ClassVar = Words(
        "表里看不出要做到多少；审核和打分时都得另找合同或计划。",
        "the form does not say how much; whoever audits or scores must look for other papers.",
    )
    MEND: ClassVar = Words(
        "把合同或计划里的数字写进来，如“总成本≤（金额）万元”“12月底前支付完毕”。",
        "copy the number here, such as 总成本≤(amount)万元 or 12月底前支付完毕.",
    )

    to: list[Literal["contract", "budget", "plan", "standard", "actual"]]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding for all such rows of the form, at the first of them."""
        rows = [row for row in form.indicators if self._points_elsewhere(row)]
        if not rows:
            return
        names, texts = (
            listed([label(row) for row in rows]),
            listed([quoted(row.target_text) for row in rows]),
        )
        yield self.finding(
            rows[0].place,
            Words(
                f"{names.zh}只写了{texts.zh}，没有自己的数字。",
                f"{names.en}: only {texts.en}, without a number of its own.",
            ),
        )

    def _points_elsewhere(self, row: Indicator) -> bool:
        elsewhere = is_only(row, Kind.REFERENCE) and not is_counted(row)
        return elsewhere and any(target.to in self.to for target in row.targets)


def is_qualitative(row: Indicator) -> bool:
    """Whether the row holds words only."""
    return is_only(row, Kind.QUALITATIVE)
