"""复核扣分 (deduction): a reviewer names a fault, and a table says which share it costs."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import ActualsError, Words
from indicators.model import Actual, plain
from indicators.rulefile import Rule
from scoring.case import Case, ItemKind, Outcome
from scoring.judgement import FULL, Bands, Share


class Fault(Rule):
    """One fault: its words on the review sheet, and the share it costs, in percent."""

    name: str
    title: str
    title_en: str
    aliases: tuple[str, ...] = ()
    deduct: Decimal = Field(ge=0, le=FULL)


class Deduction(Rule):
    """`max_points × (100% − deduct)` of the fault that the fact names in words.

    Source: 14-point re-check of a district (practice): severe 100%, medium 60%, light 30%.
    """

    method: Literal["deduction"]
    faults: tuple[Fault, ...] = Field(min_length=1)

    kinds: ClassVar[frozenset[ItemKind]] = frozenset(ItemKind)
    title: ClassVar[Words] = Words("复核扣分", "reviewer's deduction")

    def judge(self, case: Case) -> Outcome:
        """The points that a fault leaves. Raises ActualsError if no fault of the table is named."""
        fault = self._named(case.actual)
        words = Words(
            f"“{fault.title}”扣 {plain(fault.deduct)}%",
            f"'{fault.title_en}' costs {plain(fault.deduct)}%",
        )
        factor = f"(100% − {plain(fault.deduct)}%)"
        share = self.share(case.levels, case.actual)
        return case.some(case.share(share.percent), factor, words, met=share.met)

    def share(self, levels: Bands, actual: Actual) -> Share:
        """What a fault leaves. Raises ActualsError if no fault of the table is named."""
        fault = self._named(actual)
        return Share(FULL - fault.deduct, fault.deduct == 0)

    def _named(self, actual: Actual) -> Fault:
        said = "".join(actual.text.split())
        found = (f for f in self.faults if said in (f.name, f.title, f.title_en, *f.aliases))
        fault = next(found, None)
        if fault is not None:
            return fault
        known = "、".join(fault.title for fault in self.faults)
        raise ActualsError.at(
            actual.place,
            f"“{actual.text}”不在扣分表中；请选：{known}。",
            f"'{actual.text}' is not in the table of deductions; choose one of: {known}.",
        )
