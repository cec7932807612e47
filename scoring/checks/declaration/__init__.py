"""目标审核: what finance bureaus find wrong in declared targets. One check a class, its page."""

from scoring.checks.declaration.audit import Audited, audit
from scoring.checks.declaration.rules import DeclarationRules, load_rules

__all__ = ["Audited", "DeclarationRules", "audit", "load_rules"]
