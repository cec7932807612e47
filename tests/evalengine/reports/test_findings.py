"""An audit on the screen: what, where, how to mend it; then why, and how many."""

from evalengine.checking import Checked
from evalengine.reports.findings import finding_lines, told
from indicators.errors import Words
from indicators.model import Finding, Severity
from scoring.checks.declaration import Audited
from tests.evalengine.factories import guards_form

WHY = Words("要紧。", "It matters.")
MEND = Words("改掉。", "Change it.")
COST = Finding("cost", Severity.ERROR, "a.txt:3", Words("超了。", "Too much."), WHY, MEND)
DOUBT = Finding("doubt", Severity.INFO, "a.txt:4", Words("可疑。", "Doubtful."))


def _lines(*parts: Audited, language: str = "zh") -> list[str]:
    return list(finding_lines(Checked(parts, (), ()), language))


def test_a_form_with_findings() -> None:
    assert _lines(Audited(guards_form(), (COST, DOUBT)), Audited(None, (COST,))) == [
        "保安服务费（2019年度）",
        "错误  a.txt:3 cost",
        "      超了。",
        "      改：改掉。",
        "提示  a.txt:4 doubt",
        "      可疑。",
        "",
        "各表之间",
        "错误  a.txt:3 cost",
        "      超了。",
        "      改：改掉。",
        "",
        "为什么要改",
        "  cost（2 处）",
        "      要紧。",
        "",
        "1 张表：2 项错误，0 项注意，1 项提示。",
    ]


def test_nothing_found() -> None:
    assert _lines(Audited(guards_form(), ())) == ["1 张表，没有发现问题。"]


def test_a_long_word_for_how_grave_it_is_keeps_its_distance() -> None:
    doubt = Finding("cost", Severity.WARNING, "a.docx 第2个表第5行", Words("太多。", "Too much."))
    assert list(told(doubt, "en")) == ["warning  a.docx table 2 row 5 cost", "      Too much."]
    assert list(told(doubt, "zh")) == ["注意  a.docx 第2个表第5行 cost", "      太多。"]


def test_english() -> None:
    lines = _lines(Audited(guards_form(), (COST,)), language="en")
    assert lines[0] == "保安服务费 (2019)"
    assert lines[1:4] == ["error  a.txt:3 cost", "      Too much.", "      Mend: Change it."]
    assert lines[-1] == "1 form: 1 × error, 0 × warning, 0 × note."


def test_what_a_document_says_cannot_steer_the_terminal() -> None:
    evil = Finding("x", Severity.ERROR, "a\x1b[2J.txt", Words("红\x1b[31m\n字。", "x"))
    lines = _lines(Audited(None, (evil,)))
    assert not any("\x1b" in line or "\n" in line for line in lines)
