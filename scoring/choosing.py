"""Chooses the rule of a standard that an item falls under, and says why others do not apply."""

from collections.abc import Iterator
from functools import lru_cache

from indicators.errors import Words
from indicators.model import Target
from scoring.case import KIND_TITLES, ItemKind, kind_of
from scoring.standard import For, ScoringRule, Standard
from scoring.weights import is_below

PassedOver = tuple[tuple[str, Words], ...]

_REMEMBERED = 1024
"""Rules, kinds and categories are few: why they do not fit is put into words once."""


def choose(
    standard: Standard, target: Target, *, category: str, text: str
) -> tuple[ScoringRule, PassedOver]:
    """The first rule that judges `target`, and those before it with why they do not.

    `text` is what the measure words of a rule are looked for in. A standard judges every kind, so
    there always is one.
    """
    passed_over: list[tuple[str, Words]] = []
    kind = kind_of(target)
    for rule in standard.rules:
        reason = next(_reasons(rule.for_, target, kind, category, text), None)
        if reason is None:
            return rule, tuple(passed_over)
        passed_over.append((rule.id, reason))
    raise AssertionError(f"{standard.id} was loaded without a rule for every kind")


def _reasons(
    wanted: For, target: Target, kind: ItemKind, category: str, text: str
) -> Iterator[Words]:
    """Why a rule does not judge the item, condition by condition."""
    if wanted.kind and kind not in wanted.kind:
        yield _of_kinds(wanted.kind, kind)
    if wanted.category and not any(is_below(category, code) for code in wanted.category):
        yield _same(wanted.category, category)
    if wanted.comparator and target.comparator not in wanted.comparator:
        yield _same(wanted.comparator, target.comparator)
    if wanted.direction and target.direction not in wanted.direction:
        yield _same(wanted.direction, target.direction)
    if wanted.dimension and target.dimension not in wanted.dimension:
        yield _same(wanted.dimension, target.dimension)
    if wanted.words and not any(word in text for word in wanted.words):
        named = "、".join(wanted.words)
        yield Words(f"名称里没有“{named}”", f"its name has none of: {named}")


@lru_cache(maxsize=_REMEMBERED)
def _of_kinds(wanted: tuple[ItemKind, ...], found: ItemKind) -> Words:
    return _only(
        "、".join(KIND_TITLES[k].zh for k in wanted),
        ", ".join(KIND_TITLES[k].en for k in wanted),
        KIND_TITLES[found],
    )


@lru_cache(maxsize=_REMEMBERED)
def _same(wanted: tuple[str, ...], found: str | None) -> Words:
    all_ = ", ".join(wanted)
    return _only(all_, all_, Words(found or "—", found or "none"))


def _only(wanted: str, wanted_en: str, found: Words) -> Words:
    return Words(f"只用于{wanted}，本项是{found.zh}", f"only for {wanted_en}; this is {found.en}")
