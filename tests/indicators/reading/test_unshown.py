"""Every doubt about what does not show speaks both languages, and quotes what it is about."""

import inspect

import pytest

from indicators.places import Place
from indicators.reading import unshown

AT = Place("申报表.xlsx", "表1")
ALL = {
    name: function
    for name, function in vars(unshown).items()
    if inspect.isfunction(function) and not name.startswith("_")
}


@pytest.mark.parametrize("name", sorted(ALL))
def test_words(name: str) -> None:
    quotations = {key: f"〈{key}〉" for key in list(inspect.signature(ALL[name]).parameters)[1:]}
    finding = ALL[name](AT, **quotations)
    assert (finding.check, finding.place) == (name.replace("_", "-"), "申报表.xlsx!表1")
    for words in (finding.words.zh, finding.words.en):
        assert all(quoted in words for quoted in quotations.values())
        assert words.endswith((".", "。"))


def test_the_names_are_lasting() -> None:
    assert sorted(name.replace("_", "-") for name in ALL) == [
        "format-unread",
        "hidden-cells",
        "hidden-row",
        "hidden-sheet",
        "outside-cells",
        "struck-out",
        "symbol-unknown",
    ]
