"""Titles of forms: which kind of form a line names."""

import re
from functools import cache, lru_cache

from indicators.forms.layout import MAX_LABEL, Layout, layouts
from indicators.spelling import folded

_BEFORE_TITLE = re.compile(
    r"(?:附?[表件][0-9一二三四五六七八九十]*(?:[-－][0-9]+)?[:.、]?)?"
    r"(?:[^,;:。!?]{0,30}[省市州盟县区旗镇乡厅局委办部院校会室处所队站馆心司年度级位门)])?"
)
"""What may stand before a title on its line: a number, and a place, a department or a year."""

_AFTER_TITLE = re.compile(
    r"(?:\(?\d{4}年?度?\)?|\((?:\d{4}年)?(?:上半年|(?:\d{1,2}月?[-—–~至到])?\d{1,2}月份?)\)|"
    r"\((?:暂定|试行|初稿|草稿|定稿)\))+$"
)
_MAX_REMEMBERED = 4096
"""The same titles come again in every form of a file."""


@lru_cache(maxsize=_MAX_REMEMBERED)
def layout_titled(text: str) -> Layout | None:
    """The kind whose title this line is: `2019年 项目支出绩效目标申报表（2019年度）`.

    A place or a number may stand before the title, the year or months behind it; a sentence that
    mentions it is no title.
    """
    if len(text) > MAX_LABEL:
        return None
    line = _AFTER_TITLE.sub("", folded(text))
    if not line.endswith(_all_titles()):
        return None
    for layout in layouts():
        for title in layout.titles:
            if line.endswith(title) and _BEFORE_TITLE.fullmatch(line.removesuffix(title)):
                return layout
    return None


@cache
def _all_titles() -> tuple[str, ...]:
    """The titles of all kinds."""
    return tuple(title for layout in layouts() for title in layout.titles)


def is_title(text: str) -> bool:
    """Whether this line is the title of a form of a known kind."""
    return _mark_of_titles() in text and layout_titled(text) is not None


@cache
def _mark_of_titles() -> str:
    """A character that all titles have in common (表), by which most texts are none at a glance.

    That no other character is folded to it, is for a test to show.
    """
    return "".join(sorted(set.intersection(*map(set, _all_titles()))))[:1]
