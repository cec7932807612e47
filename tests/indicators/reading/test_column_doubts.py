"""Every doubt about columns speaks both languages, and quotes what it is about."""

import inspect

import pytest

from indicators.places import Place
from indicators.reading import column_doubts

ALL = {
    name: function
    for name, function in vars(column_doubts).items()
    if inspect.isfunction(function) and not name.startswith("_")
}


@pytest.mark.parametrize("name", sorted(ALL))
def test_words(name: str) -> None:
    names = list(inspect.signature(ALL[name]).parameters)[1:]
    quotations = {key: 3 if key == "rows" else f"〈{key}〉" for key in names}
    finding = ALL[name](Place("申报表.txt", line=7), **quotations)
    assert (finding.check, finding.place) == (name.replace("_", "-"), "申报表.txt:7")
    for words in (finding.words.zh, finding.words.en):
        assert all(str(quoted) in words for quoted in quotations.values())
        assert words.endswith((".", "。"))


def test_the_names_are_lasting() -> None:
    assert sorted(name.replace("_", "-") for name in ALL) == [
        "actual-column-missing",
        "column-twice",
        "column-unknown",
        "target-adjusted",
        "target-column-guessed",
        "target-column-missing",
    ]
