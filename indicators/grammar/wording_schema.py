"""The schema of wordings.yaml: regular expressions by what they say, checked when loaded."""

from typing import Annotated

from pydantic import Field

from indicators.patterns import Pattern
from indicators.rulefile import Rule

Patterns = Annotated[tuple[Pattern, ...], Field(min_length=1)]


class Wordings(Rule):
    """What answers in words say. Each list is searched as one expression."""

    none_of_bad: Patterns
    not_done: Patterns
    partly: Patterns
    gradual: Patterns
    undone: Patterns
    under: Patterns
    hedges: Patterns
    some: Patterns
    doubt: Patterns
    good: Patterns
    in_time: Patterns
    none: Patterns
    work: Patterns
    every: Patterns
    so_many: Patterns
    of_quality: Patterns
    falls: Patterns
    or_better: Patterns
    negates: Patterns
    part_done: Patterns
