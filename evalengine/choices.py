"""A word that must be one of some: checked, and the nearest named when it is none of them."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from indicators.errors import UsageError, Words


def check_choice(name: str, value: str, choices: Sequence[str]) -> str:
    """`value`, if it is one of `choices`.

    Raises:
        UsageError: names the nearest choice, and all of them.
    """
    if value in choices:
        return value
    near = nearest(value, choices)
    listed = "、".join(choices)
    raise UsageError.at(
        name,
        f"不能是“{value}”{perhaps(near).zh}。可用：{listed}。",
        f"cannot be '{value}'{perhaps(near).en}. Allowed: {', '.join(choices)}.",
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`, if any does."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return found[0] if found else None


def perhaps(near: str | None) -> Words:
    """A question to put behind a wrong word: was `near` meant? Nothing where nothing is near."""
    if near is None:
        return Words("", "")
    return Words(f"（是不是“{near}”？）", f" (did you mean '{near}'?)")
