"""Where a number of a standard comes from, and whether its text was seen."""

from typing import Literal

from pydantic import model_validator

from indicators.rulefile import Rule, fault

Mark = Literal["practice", "high", "medium", "low", "choice"]
"""Why a parameter is not verified.

`practice`: read in software that finance bureaus use, not in a regulation; `high`, `medium`,
`low`: known from memory, with that confidence; `choice`: the standard is silent, this file chooses.
"""


class Source(Rule):
    """The clause (or page, or printed note) that a parameter comes from."""

    clause: str
    url: str | None = None
    verified: bool
    mark: Mark | None = None

    @model_validator(mode="after")
    def _mark_explains_what_is_unverified(self) -> "Source":
        if self.verified and self.mark is not None:
            raise fault(
                "已核对（verified: true）的出处不写 mark，请删去其一",
                "a verified source carries no mark; delete one of the two",
            )
        if not self.verified and self.mark is None:
            raise fault(
                "未核对的出处要写明 mark：practice、high、medium、low 或 choice",
                "an unverified source says why: mark: practice, high, medium, low or choice",
            )
        return self


class Sourced(Rule):
    """A part of a standard. Without a source of its own it has the source of the whole standard."""

    source: Source | None = None
    note: str = ""
