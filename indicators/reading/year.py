"""Finds the budget year of a form: in the line below its title, in a field, or in the title.

Not every year that stands there is one: 填报日期：2023年3月15日 is the day of filling it in.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts
from indicators.spelling import folded

_Y = r"((?:19|20)[0-9]{2})"
_TO = r"[-—–~至到]+"
_DAY = r"(?:[0-9]{1,2}日)?"

_IN_WORDS = re.compile(r"[一二][〇○零O0九][〇○零O0一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_LABELLED_DATE = re.compile(r"(?:日期|时间):[^()]*")
_RANGE = re.compile(rf"{_Y}年?度?{_TO}{_Y}年度?")
_MONTHS = re.compile(rf"{_Y}年[0-9]{{1,2}}月?{_DAY}{_TO}(?:{_Y}年)?[0-9]{{1,2}}月{_DAY}")
_DATE = re.compile(rf"{_Y}年[0-9]{{1,2}}月{_DAY}")
_YEAR = re.compile(rf"{_Y}年(度?)")
_ALONE = re.compile(rf"\(?{_Y}\)?")

_LINE, _FIELD, _BUDGET, _MENTIONED = range(4)
"""What says the year, the surest first: a line of its own, a field, `2022年度`, `2022年`."""


class _Found(NamedTuple):
    """A year, or the first and last of several; `rank` as above, the text as written."""

    rank: int
    first: int
    last: int
    text: str


def budget_year(
    title: str, below: Iterable[str], given: str, place: Place
) -> tuple[int | None, list[Finding]]:
    """The budget year of a form, and the doubts about it; of several years, the first one.

    Args:
        title: the title of the form.
        below: the lines between the title and the table.
        given: what a field for the year holds, if there is one.
        place: where doubts are told.
    """
    found = [*_in_line(title), *(each for text in below for each in _in_line(text))]
    found += _in_field(given)
    if not found:
        return None, [doubts.year_missing(place)]
    best = min(found, key=lambda each: each.rank)
    if best.first != best.last:
        singles = (each for each in found if each.first == each.last and each.rank <= _BUDGET)
        best = next((one for one in singles if best.first <= one.first <= best.last), best)
    findings = []
    if best.first != best.last:
        findings.append(doubts.year_range(place, best.text, str(best.first)))
    sure = max(best.rank, _BUDGET)
    others = [each for each in found if each.rank <= sure and not _agree(each, best)]
    if others:
        findings.append(doubts.year_differs(place, others[0].text, str(best.first)))
    return best.first, findings


def _agree(one: _Found, other: _Found) -> bool:
    """Whether two ways to say the year may mean the same."""
    return one.first <= other.first <= one.last


def _in_field(text: str) -> list[_Found]:
    """The years that the field for the year names."""
    if alone := _ALONE.fullmatch(_digits(text)):
        return [_Found(_FIELD, int(alone[1]), int(alone[1]), text.strip())]
    return [each._replace(rank=_FIELD) for each in _in_line(text)]


def _in_line(text: str) -> Iterator[_Found]:
    """The years that a line names, without those of single days and months."""
    line = _LABELLED_DATE.sub("", _digits(text))
    for pattern in (_RANGE, _MONTHS):
        for match in pattern.finditer(line):
            rank = _LINE if match[0] == line.strip("()") else _BUDGET
            yield _Found(rank, int(match[1]), int(match[2] or match[1]), match[0])
        line = pattern.sub("", line)
    line = _DATE.sub("", line)
    for match in _YEAR.finditer(line):
        rank = _BUDGET if match[2] else _MENTIONED
        rank = _LINE if match[0] == line.strip("()") else rank
        yield _Found(rank, int(match[1]), int(match[1]), match[0])


def _digits(text: str) -> str:
    """The text folded, years in Chinese numerals in digits: 二〇二二年 → 2022年."""
    return _IN_WORDS.sub(lambda match: match[0].translate(_DIGITS), folded(text))
