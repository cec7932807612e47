"""How a doubt is made."""

from indicators.errors import Words
from indicators.model import Finding, Severity
from indicators.places import Place
from indicators.reading.doubting import doubt


def test_a_doubt_is_a_warning_unless_told_otherwise() -> None:
    at = Place("表.txt", line=3)
    made = doubt("year-missing", at, "没有年度。", "no year.")
    words = Words("没有年度。", "no year.")
    assert made == Finding("year-missing", Severity.WARNING, "表.txt:3", words)
    assert doubt("x", at, "甲", "A", Severity.INFO).severity is Severity.INFO
