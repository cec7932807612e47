"""Names that one form spells unlike the others."""

from indicators.places import Place
from indicators.reading.agreement import Spelling, differing


def _forms(*texts: str) -> list[dict[str, Spelling]]:
    return [
        {"name": Spelling(text, Place("a.txt", line=line))} for line, text in enumerate(texts, 1)
    ]


def _lines(*texts: str, alike: bool = False) -> list[str]:
    """The places of the doubts."""
    found = differing(_forms(*texts), only_alike=["name"] if alike else [])
    return [finding.place for findings in found for finding in findings]


def test_the_rare_spelling_is_the_doubtful_one() -> None:
    assert _lines("效果指标", "效益指标", "效益指标") == ["a.txt:1"]
    assert _lines("效益指标", "效益指标", "效益指标") == []


def test_of_two_the_second_is_doubtful() -> None:
    assert _lines("效果指标", "效益指标") == ["a.txt:2"]


def test_width_and_white_space_are_no_difference() -> None:
    assert _lines("某局（本级）", "某局(本级)", "某 局（本级）") == []


def test_the_usual_spelling_is_quoted_as_written() -> None:
    [[], [], [finding]] = differing(_forms("某局（本级）", "某局（本级）", "某局本级"))
    assert "“某局（本级）”" in finding.words.zh
    assert "2 张表" in finding.words.zh


def test_departments_are_compared_only_if_one_is_the_other_with_characters_left_out() -> None:
    assert _lines("某区监察局", "某区监察局", "某区行政监察局", alike=True) == ["a.txt:3"]
    assert _lines("某区第一小学", "某区第一小学", "某区第二小学", alike=True) == []


def test_what_a_form_does_not_name_is_no_difference() -> None:
    assert differing([{}, *_forms("甲")]) == [[], []]
