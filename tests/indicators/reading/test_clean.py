r"""Texts have `\n` as their only line end, and nothing that steers a terminal."""

import pytest

from indicators.reading.clean import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("聘用保安 100人", "聘用保安 100人"),
        ("甲\r\n乙\r丙\x0b丁\x0c戊\u2028己\n", "甲\n乙\n丙\n丁\n戊\n己\n"),
        ("\x1b[31m甲\u202e乙\x7f\x07", "[31m甲乙"),
        ("甲\ud800乙", "甲乙"),
        ("\t甲\xa0乙\u3000丙", "\t甲\xa0乙\u3000丙"),
    ],
)
def test_what_is_kept(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
