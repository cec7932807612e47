"""Re-checks filled self-evaluations: what the standard gives beside what the unit gave itself."""

from scoring.recheck.forms import recheck_form
from scoring.recheck.rules import load_rules
from scoring.recheck.verdict import Rechecker

__all__ = ["Rechecker", "load_rules", "recheck_form"]
