"""按名次计分 (rank): the first has all points, the last of all places the least."""

from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import ActualsError, Words
from indicators.rulefile import Rule
from scoring.achievement import compare
from scoring.case import Case, ItemKind, Outcome


class Rank(Rule):
    """`max_points × (places − rank + 1) ÷ places`; a rank beyond `places` has none."""

    method: Literal["rank"]
    places: int = Field(ge=2)

    kinds: ClassVar[frozenset[ItemKind]] = frozenset({ItemKind.QUANTITATIVE})
    title: ClassVar[Words] = Words("按名次计分", "by rank")

    def judge(self, case: Case) -> Outcome:
        """The points of one rank. Raises ActualsError if the actual is no rank."""
        done = compare(case.target, case.actual)
        rank, rest = divmod(done.actual, done.one)
        if rest or rank < 1:
            raise ActualsError.at(
                case.actual.place,
                f"“{case.actual.text}”不是名次；请填 1 到 {self.places} 的整数。",
                f"'{case.actual.text}' is no rank; give a whole number from 1 to {self.places}.",
            )
        part = max(0, self.places - rank + 1)
        words = Words(f"{self.places} 个名次中列第 {rank}", f"rank {rank} of {self.places} places")
        factor = f"{part} ÷ {self.places}"
        points = case.portion(part, self.places)
        return case.some(points, factor, words, achievement=f"{part}/{self.places}", met=done.met)
