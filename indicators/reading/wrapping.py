"""Puts wrapped lines together: where one was broken for want of room, and where on purpose.

A typesetter breaks a line when its next word does not fit. So if the first word of the next line
would well have fitted behind the line above, the break was meant.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LATIN = r"[0-9A-Za-z.,:/%+\-_@&'\u2019]"
_CLOSING = r"[，。、；：？！）》〉」』】〕”’…—％,.;:?!)\]}%]"
_OPENING = r"[（《〈「『【〔“‘(\[{]"
_QUOTE = "[“”‘’\"']"
_FIRST_WORD = re.compile(rf"{_OPENING}*(?:{_LATIN}+|.)(?:{_QUOTE}.|{_CLOSING})*")
_LIST_MARK = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]"
)
_SENTENCE_END = tuple("。；;：:！!？?")
_ITEM_END = (*_SENTENCE_END, *"）)")
_INDENT = 1.5
"""A line that begins so many characters further in than the others begins a paragraph."""

_SLACK = 1
"""So many characters more may be left where a sentence goes on: typesetters keep more together than
words alone."""

_WIDE = re.compile(r"[\u2e80-\uffff“”‘’…—]")


class Line(NamedTuple):
    """A line of text and where it stands: its edges, its top, and the size of its first letter."""

    text: str
    left: float
    right: float
    top: float
    size: float


def paragraphs(lines: Sequence[Line], room: float) -> str:
    """The text of these lines, a line a paragraph.

    Args:
        lines: from top to bottom, as many as a cell holds.
        room: the right edge up to which text may reach.
    """
    if not lines:
        return ""
    edge = max(room, *(line.right for line in lines))
    left = min(line.left for line in lines)
    text = lines[0].text
    for above, line in pairwise(lines):
        if is_wrapped(above, line, edge) and not _is_indented(line, left):
            text += _between(above.text, line.text) + line.text
        else:
            text += "\n" + line.text
    return text


def is_wrapped(above: Line, below: Line, edge: float) -> bool:
    """Whether the text of `below` goes on in the same paragraph, broken for want of room."""
    if is_listed(below.text) and above.text.endswith(_ITEM_END):
        return False
    word = width_of(first_word(below.text), below.size)
    slack = 0 if ends_sentence(above.text) else _SLACK * below.size
    return above.right + word + slack > edge


def first_word(text: str) -> str:
    """The beginning of a text that is never broken: a Chinese character, a Latin word."""
    found = _FIRST_WORD.match(text)
    return found[0] if found else text


def width_of(word: str, size: float) -> float:
    """How wide a word is, about: Chinese characters are square, others half as wide."""
    wide = len(_WIDE.findall(word))
    return size * (wide + (len(word) - wide) / 2)


def is_listed(text: str) -> bool:
    """Whether a text begins with the mark of a list, `2、` or `（二）`."""
    return _LIST_MARK.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends with the mark of a sentence, or of a clause: `；`."""
    return text.endswith(_SENTENCE_END)


def _is_indented(line: Line, left: float) -> bool:
    return line.left - left > _INDENT * line.size


def _between(above: str, below: str) -> str:
    """A space between two Latin words, nothing between Chinese characters."""
    ends = above[-1:] + below[:1]
    return " " if ends.isascii() and ends.isalpha() else ""
