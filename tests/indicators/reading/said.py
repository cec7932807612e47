"""What every module of doubts owes: each in both languages, with what it is about quoted."""

import inspect
import re
from collections.abc import Callable
from types import ModuleType

from indicators.model import Finding
from indicators.places import Place

AT = Place("申报表.txt", line=7)

Doubts = dict[str, Callable[..., Finding]]


def doubts_of(module: ModuleType) -> Doubts:
    """The functions of a module that make a doubt each, by name."""
    return {
        name: function
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
    }


def check_words(doubts: Doubts, name: str) -> None:
    """The doubt of that name, made with made-up quotations, says them in both languages."""
    names = list(inspect.signature(doubts[name]).parameters)[1:]
    quotations = {key: 3 if key in ("forms", "rows") else f"〈{key}〉" for key in names}
    finding = doubts[name](AT, **quotations)
    assert (finding.check, finding.place) == (name.replace("_", "-"), "申报表.txt:7")
    for words in (finding.words.zh, finding.words.en):
        assert all(str(quoted) in words for quoted in quotations.values())
        assert words.endswith((".", "。"))
    assert re.search(r"[a-z]{3}", finding.words.en)
    assert re.search(r"[\u4e00-\u9fff]{3}", finding.words.zh)
