"""Lines broken for want of room are joined; breaks that were meant stay."""

import pytest

from indicators.reading.wrapping import (
    Line,
    ends_sentence,
    first_word,
    is_listed,
    paragraphs,
    width_of,
)

SIZE = 10.0


def _lines(*texts: str, left: float = 0) -> list[Line]:
    """Lines of square characters, one below the other."""
    return [
        Line(text, left, left + width_of(text, SIZE), 12.0 * at, SIZE)
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("聘用保安人员一百", "人"), "聘用保安人员一百人"),
        (("聘用保安", "按合同支付"), "聘用保安\n按合同支付"),
        (("1、聘用保安人员。", "2、按合同支付。"), "1、聘用保安人员。\n2、按合同支付。"),
        (("（数量一套）（一）", "2）扩展数据"), "（数量一套）（一）\n2）扩展数据"),
        (("聘用保安人员", "7×24小时"), "聘用保安人员\n7×24小时"),
        (("年故障累计时间", "48.50小时"), "年故障累计时间48.50小时"),
        (("坚定推进疏解", "“促提升”行动"), "坚定推进疏解“促提升”行动"),
        (("annual budget", "plan"), "annual budget plan"),
        (("一句话。", "二"), "一句话。\n二"),
        ((), ""),
    ],
)
def test_a_cell_of_eight_characters(lines: tuple[str, ...], text: str) -> None:
    assert paragraphs(_lines(*lines), room=80) == text


def test_an_indented_line_begins_a_paragraph() -> None:
    full = _lines("聘用保安人员一百人")
    assert paragraphs([*full, *_lines("按合同支付", left=20)], room=90) == (
        "聘用保安人员一百人\n按合同支付"
    )


def test_first_words() -> None:
    words = ["10月", "感。3、进", "（一）甲", "“安西", "GPS系统", "98%以上"]
    assert [first_word(word) for word in words] == ["10", "感。", "（一）", "“安", "GPS", "98%"]


def test_widths() -> None:
    assert (width_of("甲", 10), width_of("ab", 10), width_of("甲1", 10)) == (10, 10, 15)


def test_marks_of_lists_and_sentences() -> None:
    assert is_listed("2、知识库")
    assert is_listed("（二）知识库")
    assert not is_listed("知识库")
    assert ends_sentence("到此为止。")
    assert not ends_sentence("到此为")
