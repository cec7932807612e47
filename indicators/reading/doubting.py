"""How every doubt about a document is made: the name of its check, its place, both languages."""

from indicators.errors import Words
from indicators.model import Finding, Severity
from indicators.places import Place


def doubt(
    check: str, place: Place, zh: str, en: str, severity: Severity = Severity.WARNING
) -> Finding:
    """A finding by this check, at this place, in both languages."""
    return Finding(check, severity, str(place), Words(zh, en))
