"""A word that must be one of some: checked, and the nearest named when it is none of them."""

from collections.abc import Sequence

from indicators.errors import UsageError
from indicators.spelling import nearest, perhaps


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
