"""Reading: from documents to promises and facts. It knows language and forms, and never judges."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indicators.grammar import parse_targets, read_actual
    from indicators.pairing.workbook import read_actuals
    from indicators.reading import read_forms

__all__ = ["parse_targets", "read_actual", "read_actuals", "read_forms"]

_HOMES = {
    "parse_targets": "indicators.grammar",
    "read_actual": "indicators.grammar",
    "read_actuals": "indicators.pairing.workbook",
    "read_forms": "indicators.reading",
}


def __getattr__(name: str) -> object:
    """The public names, each imported when it is first asked for: a start must not read all."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
