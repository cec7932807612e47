"""What each official form looks like: one description, used to read it and to write it."""

from indicators.forms.layout import (
    Label,
    Layout,
    Match,
    layout_of,
    layouts,
    printed_form,
)
from indicators.forms.titles import is_title, layout_titled

__all__ = [
    "Label",
    "Layout",
    "Match",
    "is_title",
    "layout_of",
    "layout_titled",
    "layouts",
    "printed_form",
]
