"""The schema of wordings.yaml: regular expressions by what they say, checked when loaded."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from indicators.rulefile import Rule, fault


def _regular_expression(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise fault(f"不是合法的正则表达式：{error}", f"no regular expression: {error}") from error
    return text


Patterns = Annotated[
    tuple[Annotated[str, AfterValidator(_regular_expression)], ...], Field(min_length=1)
]


class Wordings(Rule):
    """What answers in words say. Each list is searched as one expression, but for `same_units`:
    groups of units by which people count the same things.
    """

    none_of_bad: Patterns
    not_done: Patterns
    partly: Patterns
    hedges: Patterns
    some: Patterns
    doubt: Patterns
    good: Patterns
    in_time: Patterns
    none: Patterns
    every: Patterns
    of_quality: Patterns
    falls: Patterns
    part_done: Patterns
    same_units: tuple[tuple[str, ...], ...]
