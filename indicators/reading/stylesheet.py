"""Follows the style sheet of a web page as far as it hides text or puts a line through it.

Simple selectors are followed: `td`, `.old`, `#x`, `tr.old td`. Rules within @media and the like are
for other circumstances than reading on a screen, and are left out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from indicators.reading import limits
from indicators.reading.document import Document
from indicators.reading.markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_AT_RULE = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_SIMPLE = re.compile(r"(?P<tag>[a-z0-9]*|\*)(?P<marks>(?:[.#][\w\u0080-\uffff-]+)*)", re.IGNORECASE)
_MARK = re.compile(r"[.#][^.#]+")
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE
)
_SHOWN = re.compile(
    r"display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible|mso-hide\s*:\s*none", re.IGNORECASE
)
STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_BARE = re.compile(r"text-decoration(?:-line)?\s*:(?![^;]*line-through)", re.IGNORECASE)
_MOST_WORK = 30_000_000
"""Rules times elements; a page saved by an office program has some hundred times ten thousand."""


class _Selector(NamedTuple):
    """What an element must be: its name (or any), its class and id marks; `.old`, `#x`."""

    tag: str
    marks: frozenset[str]


class _Effect(NamedTuple):
    """What a style says: True, False, or nothing (None)."""

    hides: bool | None
    strikes: bool | None


_Rule = tuple[tuple[_Selector, ...], _Effect]


def write_out_styles(root: "_Element", document: Document) -> None:
    """Write onto each element what the style sheets of its page say: hidden, struck out.

    Later rules count more, and most of all what the element says for itself.

    Raises:
        DocumentError: if there are so many rules and elements that it would take too long.
    """
    texts = [style.text or "" for style in root.iter("style")]
    rules = [rule for text in texts for rule in _rules(text)]
    if not rules:
        return
    for done, element in enumerate(root.iter("*")):
        if done * len(rules) > _MOST_WORK:
            raise limits.too_large(document, f"{len(rules):,} 条样式", f"{len(rules):,} styles")
        own = _marks(element)
        hides = strikes = None
        for path, effect in rules:
            if _is(element, path[-1], own) and _stands_below(element, path[:-1]):
                hides = hides if effect.hides is None else effect.hides
                strikes = strikes if effect.strikes is None else effect.strikes
        if hides is not None or strikes is not None:
            _write(element, hides=hides, strikes=strikes)


def _write(element: "_Element", *, hides: bool | None, strikes: bool | None) -> None:
    """What a style sheet says of an element as its own style, unless that says otherwise."""
    style = element.get("style") or ""
    own = _effect_of(style)
    if hides and own.hides is None:
        style += ";display:none"
    if strikes and own.strikes is None:
        style += ";text-decoration:line-through"
    element.set("style", style)


def _rules(text: str) -> Iterator[tuple[tuple[_Selector, ...], _Effect]]:
    for selectors, body in _RULE.findall(_AT_RULE.sub("", _COMMENT.sub("", text))):
        effect = _effect_of(body)
        if effect == _Effect(None, None):
            continue
        for selector in selectors.split(","):
            if path := _path(selector):
                yield path, effect


def _path(selector: str) -> tuple[_Selector, ...]:
    """The parts of a selector from the outside in; none if it is not simple."""
    found = [_SIMPLE.fullmatch(part) for part in selector.replace(">", " ").split()]
    if not all(found):
        return ()
    return tuple(
        _Selector(part["tag"].lower().strip("*"), frozenset(_MARK.findall(part["marks"])))
        for part in found
        if part
    )


@lru_cache(maxsize=1024)
def _effect_of(style: str) -> _Effect:
    hides = True if HIDDEN.search(style) else (False if _SHOWN.search(style) else None)
    strikes = True if STRUCK.search(style) else (False if _BARE.search(style) else None)
    return _Effect(hides, strikes)


def _marks(element: "_Element") -> frozenset[str]:
    classes = (f".{name}" for name in (element.get("class") or "").split())
    return frozenset((*classes, f"#{element.get('id')}"))


def _is(element: "_Element", selector: _Selector, marks: frozenset[str]) -> bool:
    return selector.tag in ("", local_name(element)) and selector.marks <= marks


def _stands_below(element: "_Element", path: tuple[_Selector, ...]) -> bool:
    """Whether elements around it are those of the path, the innermost last."""
    above = iter(element.iterancestors())
    return all(any(_is(each, part, _marks(each)) for each in above) for part in reversed(path))
