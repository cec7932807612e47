"""Regular expressions that people write into rule files, checked before they are used.

Python tries every way in which an expression may match. Where a part that repeats has more than
one way to take the same characters (`(a+)+`, `(a|ab)*`), the ways double with every character, and
a short text takes years. Such expressions are refused, and those that match nothing at all.
"""

import re
from collections.abc import Iterable, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]  # no other way to take one apart
from typing import Annotated, Any

from pydantic import AfterValidator

from indicators.rulefile import fault

MANY = 20
"""A part that may repeat more often counts as repeating without end."""

REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
MOST_WORDS = 2000
"""More words than this are not looked at one by one."""

UNKNOWN = (_constants.ANY, _constants.GROUPREF, _constants.GROUPREF_EXISTS, _constants.ATOMIC_GROUP)
"""Items that may take any character; those of groups and repeats are looked at one by one."""

CATEGORIES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_WORD: r"\W",
}

Items = Sequence[tuple[Any, Any]]
"""A part of an expression as Python takes it apart: what each item is, and its contents."""


def check_pattern(text: str) -> str:
    """`text`, if it is a regular expression that can be used without harm.

    Raises:
        PydanticCustomError: if it is none, matches the empty text, or may take for ever.
    """
    check_piece(text)
    if re.compile(text).fullmatch("") is not None:
        raise fault(
            "这个正则表达式连空文字也符合，处处都会匹配；请至少写出一个字",
            "this expression matches the empty text, and so everywhere; let it want a character",
        )
    return text


def check_piece(text: str) -> str:
    """The same for a piece of a larger expression, which may match the empty text.

    Raises:
        PydanticCustomError: if it is no regular expression, or may take for ever.
    """
    try:
        re.compile(text)
        parts = _parser.parse(text)
    except (re.error, RecursionError, OverflowError) as error:
        at = getattr(error, "pos", None)
        where = "" if at is None else f"（第 {at + 1} 个字处）"
        raise fault(f"不是合法的正则表达式{where}", f"not a regular expression: {error}") from error
    if _is_harmful(parts):
        raise fault(
            "重复的部分里还有重复，或有几种写法可以匹配同样的字（如 (a+)+、(a|ab)*），"
            "匹配时间会失控；请改写",
            "a repeated part holds a repetition, or can match the same characters in several ways "
            "(as (a+)+ or (a|ab)*), which may take for ever; write it otherwise",
        )
    return text


Pattern = Annotated[str, AfterValidator(check_pattern)]
"""A regular expression in a rule file."""

Piece = Annotated[str, AfterValidator(check_piece)]
"""A piece of one."""


def _is_harmful(parts: Items) -> bool:
    """Whether any repeated part can take the same characters in several ways."""
    for kind, content in parts:
        if kind in REPEATS and content[1] > MANY and _is_ambiguous(content[2]):
            return True
        if any(_is_harmful(below) for below in _below(kind, content)):
            return True
    return False


def _below(kind: Any, content: Any) -> Iterable[Items]:
    """The parts that an item consists of."""
    if kind in REPEATS or kind is _constants.POSSESSIVE_REPEAT:
        return [content[2]]
    if kind is _constants.SUBPATTERN:
        return [content[3]]
    if kind is _constants.BRANCH:
        return list(content[1])
    if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [content[1]]
    if kind is _constants.ATOMIC_GROUP:
        return [content]
    if kind is _constants.GROUPREF_EXISTS:
        return [part for part in content[1:] if part is not None]
    return []


def _is_ambiguous(body: Items) -> bool:
    """Whether a part, repeated, can take the same characters in several ways."""
    words = _words(body)
    if words is not None:
        return not _decodable(words)
    whole = _unwrapped(body)
    inner = [c[2] for kind, c in whole if kind in REPEATS and c[0] != c[1]]
    if inner and not any(_stands_apart(edge, inner) for edge in (_first(body), _last(body))):
        return True
    return any(kind is _constants.BRANCH and _overlap(content[1]) for kind, content in whole)


def _words(parts: Items) -> list[str] | None:
    """All the words that a part matches, where they are few and written out; one for every way."""
    words = [""]
    for kind, content in parts:
        more: list[str] | None = list(_signs([(kind, content)])) or None
        if kind is _constants.SUBPATTERN:
            more = _words(content[3])
        elif kind is _constants.BRANCH:
            more = _either(content[1])
        elif kind in REPEATS and content[1] == 1:
            more = _either([[], content[2]])
        if more is None or len(words) * len(more) > MOST_WORDS:
            return None
        words = [one + other for one in words for other in more]
    return words


def _either(branches: Sequence[Items]) -> list[str] | None:
    """The words of all branches together."""
    words: list[str] = []
    for branch in branches:
        own = _words(branch)
        if own is None:
            return None
        words += own
    return words


def _decodable(words: Sequence[str]) -> bool:
    """Whether no text can be put together from the words in two ways (Sardinas and Patterson)."""
    if "" in words or len(set(words)) < len(words):
        return False
    left = {b.removeprefix(a) for a in words for b in words if a != b and b.startswith(a)}
    seen: set[str] = set()
    while left and "" not in left:
        seen |= left
        left = {
            longer.removeprefix(shorter)
            for rest in left
            for word in words
            for shorter, longer in ((rest, word), (word, rest))
            if longer.startswith(shorter)
        } - seen
    return not left


def _unwrapped(parts: Items) -> list[tuple[Any, Any]]:
    """The items of a part, with those within its groups, branches and repeats."""
    found: list[tuple[Any, Any]] = []
    for kind, content in parts:
        found.append((kind, content))
        if kind in REPEATS or kind in (_constants.BRANCH, _constants.SUBPATTERN):
            found += [item for below in _below(kind, content) for item in _unwrapped(below)]
    return found


def _first(parts: Items) -> Items:
    """The first item of a part, out of its groups; none of an empty one."""
    return _at_the_edge(parts, 0)


def _last(parts: Items) -> Items:
    """The last item of a part, out of its groups."""
    return _at_the_edge(parts, -1)


def _at_the_edge(parts: Items, edge: int) -> Items:
    if not parts:
        return []
    kind, content = parts[edge]
    if kind is _constants.SUBPATTERN:
        return _at_the_edge(content[3], edge)
    if kind in REPEATS and content[0] > 0:
        return _at_the_edge(content[2], edge)
    return [(kind, content)]


def _stands_apart(edge: Items, inner: Sequence[Items]) -> bool:
    """Whether every round has a character that no inner repetition can take: `(,[0-9]+)*`."""
    signs = _signs(edge)
    taken = [item for body in inner for item in _unwrapped(body)]
    return bool(signs) and not any(_takes(item, sign) for item in taken for sign in signs)


def _overlap(branches: Sequence[Items]) -> bool:
    """Whether two branches can begin alike, or one can be nothing; True where it is not known."""
    firsts = [_first(branch) for branch in branches]
    for at, first in enumerate(firsts):
        others = [item for other in firsts[:at] + firsts[at + 1 :] for item in other]
        signs = _signs(first)
        if not first or first[0][0] in REPEATS:
            return True
        if any(_takes(item, sign) for item in others for sign in signs):
            return True
        if not signs and not all(_signs([item]) for item in others):
            return True
    return False


def _signs(first: Items) -> str:
    """The characters that an item takes, where they are few and known; else none."""
    if not first:
        return ""
    kind, content = first[0]
    if kind is _constants.LITERAL:
        return chr(content)
    if kind is _constants.IN and all(k is _constants.LITERAL for k, _ in content):
        return "".join(chr(sign) for _, sign in content)
    return ""


def _takes(item: tuple[Any, Any], sign: str) -> bool:
    """Whether an item can take a character; True where that is not known."""
    kind, content = item
    if kind is _constants.LITERAL:
        return chr(content) == sign
    if kind is _constants.NOT_LITERAL:
        return chr(content) != sign
    if kind is _constants.RANGE:
        return bool(content[0] <= ord(sign) <= content[1])
    if kind is _constants.CATEGORY:
        return content not in CATEGORIES or bool(re.match(CATEGORIES[content], sign))
    if kind is _constants.IN:
        negated = bool(content[0][0] is _constants.NEGATE)
        found = any(_takes(each, sign) for each in content[negated:])
        return found != negated
    return bool(kind in UNKNOWN)
