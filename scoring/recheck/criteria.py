"""The criteria of a re-check as a rule file: what a machine finds, what a person must look at."""

from collections.abc import Collection
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from indicators import rulefile
from indicators.errors import Words
from indicators.rulefile import Rule, fault
from scoring.provenance import Source

SHIPPED = Path(__file__).parent / "criteria.yaml"

Consequence = Literal["zero", "share", "none", "error", "format"]

CONSEQUENCES = {
    "zero": Words("该项 0 分", "no points for the item"),
    "share": Words("按比例扣分", "a share is deducted"),
    "none": Words("不扣分", "no deduction"),
    "error": Words("退回更正", "sent back"),
    "format": Words("格式问题", "a matter of format"),
}

State = Literal["found", "nothing_found", "to_judge"]

STATES = {
    "found": Words("发现线索", "found"),
    "nothing_found": Words("未发现", "nothing found"),
    "to_judge": Words("需人工判断", "a person must judge"),
}


class Criterion(Rule):
    """One criterion: who can tell, by which checks, and what follows.

    `shares` are the percentages deducted, by how bad it is.
    """

    number: int = Field(ge=1)
    title: str
    title_en: str
    by: Literal["machine", "person", "both"]
    checks: tuple[str, ...] = ()
    consequence: Consequence
    shares: dict[str, Decimal] = {}
    source: Source | None = None

    @model_validator(mode="after")
    def _parts_fit(self) -> "Criterion":
        if (self.by == "person") == bool(self.checks):
            raise fault(
                "by: person 不写 checks，其余要写", "`checks` goes with all but `by: person`"
            )
        if (self.consequence == "share") != bool(self.shares):
            raise fault(
                "shares 与 consequence: share 同时写", "`shares` goes with `consequence: share`"
            )
        return self

    @property
    def consequence_words(self) -> Words:
        """What follows, with the shares where there are any."""
        zh, en = CONSEQUENCES[self.consequence]
        shares = "、".join(f"{name} {share}%" for name, share in self.shares.items())
        return Words(f"{zh}（{shares}）", f"{en} ({shares})") if shares else Words(zh, en)

    def state(self, found: Collection[str]) -> State:
        """What is known, given the names of the checks that found something."""
        if any(name in found for name in self.checks):
            return "found"
        return "nothing_found" if self.by == "machine" else "to_judge"


class Criteria(Rule):
    """All criteria of one re-check, in their order; each without a source has that of all."""

    source: Source
    criteria: tuple[Criterion, ...]

    def cite(self, criterion: Criterion) -> Source:
        """Where a criterion comes from."""
        return criterion.source or self.source


@cache
def load_criteria() -> Criteria:
    """The shipped criteria: those of a district, practice of 2026."""
    return rulefile.load(SHIPPED, Criteria)
