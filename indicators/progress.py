"""Long work says how far it is, to whoever watches; nobody does, unless `watched_by` says so.

The wings below the command line know what they are going through, and the command line knows who
listens; neither has to hand the other through every function between them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from indicators.errors import Words

Item = TypeVar("Item")


Watch = Callable[[Sequence[Any], Words], Iterable[Any]]
"""Gives the same items in the same order, and may tell how many of them were taken."""


def _unseen(items: Sequence[Any], _doing: Words) -> Iterable[Any]:
    return items


_watch: ContextVar[Watch] = ContextVar("watch", default=_unseen)


def watched(items: Sequence[Item], doing: Words) -> Iterable[Item]:
    """`items`, for a loop that may take a while; `doing` names the work in a word or two."""
    return _watch.get()(items, doing)


@contextmanager
def watched_by(watch: Watch) -> Iterator[None]:
    """Let `watch` follow every `watched` loop that is begun inside."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)
