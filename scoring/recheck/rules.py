"""The rule file of the re-check: habits of rounding, other known rules, checks of whole forms."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from indicators import rulefile
from indicators.rulefile import Rule, fault
from scoring.checks.declaration.check import FormCheck as DeclarationCheck
from scoring.checks.declaration.rules import load_rules as declaration_rules
from scoring.provenance import Source
from scoring.recheck.checks import Checks
from scoring.recheck.cuts import Cut
from scoring.standard import Purpose, ScoringRule, Standard

SHIPPED = Path(__file__).parent / "recheck.yaml"

Status = Literal["official", "trial", "repealed", "practice", "form"]


class Others(Rule):
    """Which other standards may explain points: for these purposes, of this region and below,
    but those of a status in `unless`.
    """

    purposes: tuple[Purpose, ...] = Field(min_length=1)
    region: str
    unless: tuple[Status, ...] = ()

    def admit(self, standard: Standard) -> bool:
        """Whether `standard` may explain points."""
        applies = standard.applies_to
        serves = applies.purpose in self.purposes and applies.region.startswith(self.region)
        return serves and standard.status not in self.unless


class KnownRule(ScoringRule):
    """A rule that units are known to use although no standard at hand has it.

    `agrees`: a reading of the standard that leaves no difference.
    """

    source: Source
    agrees: bool = False


class RecheckRules(Rule):
    """All that the re-check knows beyond the standard.

    `declaration_checks` names the checks of declared targets that a re-check makes as well.
    """

    cuts: tuple[Cut, ...]
    others: Others
    known_rules: tuple[KnownRule, ...]
    checks: Checks
    declaration_checks: tuple[str, ...]

    @model_validator(mode="after")
    def _names_are_unique(self) -> "RecheckRules":
        for parts in (self.cuts, self.known_rules):
            names = [part.id for part in parts]
            if len(set(names)) < len(names):
                raise fault("有两项 id 相同", "two entries have the same id")
        return self

    @model_validator(mode="after")
    def _declaration_checks_exist(self) -> "RecheckRules":
        known = _of_declarations()
        unknown = [name for name in self.declaration_checks if name not in known]
        if unknown:
            names = "、".join(known)
            raise fault(
                f"declaration_checks：没有检查 {unknown[0]}；现有 {names}",
                f"declaration_checks: no check {unknown[0]}; there are {names}",
            )
        return self

    def of_declarations(self) -> tuple[DeclarationCheck, ...]:
        """The checks of declared targets that a re-check makes as well."""
        known = _of_declarations()
        return tuple(known[name] for name in self.declaration_checks)


@cache
def _of_declarations() -> dict[str, DeclarationCheck]:
    checks = declaration_rules().checks()
    return {check.NAME: check for check in checks if isinstance(check, DeclarationCheck)}


@cache
def load_rules() -> RecheckRules:
    """The shipped rules."""
    return rulefile.load(SHIPPED, RecheckRules)
