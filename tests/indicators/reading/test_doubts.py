"""Every doubt speaks both languages, quotes what it is about, and has a lasting name of its own."""

import inspect
import re

import pytest

from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts

AT = Place("申报表.txt", line=7)
ALL = {
    name: function
    for name, function in vars(doubts).items()
    if inspect.isfunction(function) and not name.startswith("_")
}


def _said(name: str) -> tuple[Finding, list[str]]:
    """The doubt with made-up quotations, and these."""
    function = ALL[name]
    quotations = {
        parameter: 3 if parameter in ("forms", "rows") else f"〈{parameter}〉"
        for parameter in list(inspect.signature(function).parameters)[1:]
    }
    return function(AT, **quotations), [str(quoted) for quoted in quotations.values()]


@pytest.mark.parametrize("name", sorted(ALL))
def test_words(name: str) -> None:
    finding, quotations = _said(name)
    assert finding.check == name.replace("_", "-")
    assert finding.place == "申报表.txt:7"
    for words in (finding.words.zh, finding.words.en):
        assert all(quoted in words for quoted in quotations)
        assert words.endswith((".", "。"))
    assert re.search(r"[a-z]{3}", finding.words.en)
    assert re.search(r"[\u4e00-\u9fff]{3}", finding.words.zh)


def test_the_names_are_lasting() -> None:
    assert sorted(_said(name)[0].check for name in ALL) == [
        "category-misplaced",
        "category-unknown",
        "cell-stray",
        "execution-row",
        "file-cut",
        "form-cut",
        "form-end-missing",
        "header-twice",
        "indicator-cut",
        "indicator-empty",
        "indicators-behind",
        "label-twice",
        "label-unknown",
        "long-term-apart",
        "max-points-unreadable",
        "name-missing",
        "points-shared",
        "points-unreadable",
        "row-joined",
        "row-shifted",
        "row-too-long",
        "row-unread",
        "rows-apart",
        "spelling-differs",
        "table-unread",
        "target-in-name",
        "title-alone",
        "title-missing",
        "values-differ",
        "year-differs",
        "year-missing",
        "year-range",
    ]
