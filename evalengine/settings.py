"""What holds when nothing is said: language, standard, version. No rule stands here."""

import os

NAME = "evalengine"

VERSION = "0.1.0"
"""The version of the engine; records carry it. Written out, since looking it up in the installed
package's metadata would cost more time than parsing a cell."""

LANGUAGES = ("zh", "en")

LANGUAGE_VARIABLE = "EVALENGINE_LANG"

STANDARD_VARIABLE = "EVALENGINE_STANDARD"

DEFAULT_STANDARD = "auto"
"""Selected by budget year and region; commands say which one and why, so that nobody is judged by
a standard unknowingly."""


def engine() -> str:
    """The engine's name and version, as records and files carry it."""
    return f"{NAME} {VERSION}"


def default_language() -> str:
    """`en` where the environment asks for English, else `zh`."""
    return "en" if os.environ.get(LANGUAGE_VARIABLE, "").lower().startswith("en") else "zh"


def unknown_language() -> str:
    """What the environment asks for, where that is no language of ours; else nothing."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    return "" if not asked or asked.lower().startswith(LANGUAGES) else asked


def default_standard() -> str:
    """The standard taken when none is named: the environment's choice, else ours."""
    return os.environ.get(STANDARD_VARIABLE) or DEFAULT_STANDARD


def colour_wanted() -> bool:
    """Whether the environment leaves colour on (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
