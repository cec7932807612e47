"""What the speed of `parse_targets` is held against: regular expressions, and other parsers.

The expressions only find tokens and understand nothing. One finds what the lexicon knows: every
unit, comparator and part of a year, numerals and dates, in the quickest form that we know: a trie,
entered only at a character that a token can begin with. The other, written by hand, knows some
hundred words; so it is quicker and finds less. The other parsers are imported where they are
installed.
"""

import contextlib
import importlib
import io
import logging
import re
from collections.abc import Callable, Iterable

from indicators.grammar import parse_targets
from indicators.grammar.lexicon import default
from indicators.grammar.units import unit_words

Parse = Callable[[str], object]

OURS, TOKENS = "parse_targets", "one regular expression"
FEW_TOKENS = "one that knows 100 words"
JIONLP, MICROSOFT = "jionlp, money and time", "ms-recognizers, five models"

_BEFORE = """
不得少于 不得低于 不得超过 大于等于 小于等于 不少于 不低于 不小于 不超过 不高于 不大于 控制在
至少 至多 达到 超过 大于 高于 多于 小于 低于 少于 约 >= <= ＞= ＜= ≥ ≧ ≤ ≦ ＞ > ═ = ＜ <
"""
_AFTER = "及以上 （含）以上 以上 以内 之内 以下 左右 上下"
_UNITS = """
平方公里 平方米 立方米 千瓦时 工作日 百分点 万人次 亿元 万元 万人 公里 公顷 公斤 小时 分钟 人次 户次
场次 批次 个月 季度 元 亩 米 吨 年 月 周 天 日 人 户 家 件 项 次 套 台 个 处 场 期 份 只 头
株 篇 条 辆 座 所 村 % ％ ‰
"""
_DATES = (
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?"
    r"|年底|上半年|下半年|第?[一二三四]季度"
)
_NUMBERS = (
    r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?[万亿千百]?"
    r"|百分之[一二三四五六七八九十百]+|[一二两三四五六七八九十百千万亿]+"
)


def lexicon_pattern() -> re.Pattern[str]:
    """The expression that finds the tokens that the lexicon knows."""
    data = default().data
    comparators, numerals = data["comparators"], data["numerals"]
    words = unit_words(data["units"]) | set(data["dates"]["parts_of_year"])
    words |= {
        word for side in ("before", "after") for rule in comparators[side] for word in rule["words"]
    }
    words |= {*comparators["approximate"], *comparators["ranges"]}
    signs = "".join({*numerals["digits"], *numerals["tens"], *numerals["powers"]})
    firsts = "".join(map(re.escape, sorted({word[0] for word in words})))
    number = rf"\d+(?:[,，]\d{{3}})*(?:\.\d+)?|[{signs}]+"
    return re.compile(rf"(?=[\d{signs}{firsts}])(?:{_DATES}|{number}|{_trie(words)})")


def _trie(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first, that tries no beginning twice."""
    rests: dict[str, set[str]] = {}
    for word in words:
        if word:
            rests.setdefault(word[0], set()).add(word[1:])
    ends = "".join(re.escape(sign) for sign, rest in sorted(rests.items()) if rest == {""})
    longer = [re.escape(sign) + _trie(rest) for sign, rest in sorted(rests.items()) if rest != {""}]
    parts = "|".join([*longer, *([f"[{ends}]"] if ends else [])])
    return f"(?:{parts}){'?' if '' in words else ''}" if parts else ""


def token_pattern() -> re.Pattern[str]:
    """The expression that only finds a hundred words, numbers and dates."""
    parts = (_any(_BEFORE), _any(_AFTER), _DATES, _NUMBERS, _any(_UNITS), r"[-~～—至到]")
    return re.compile("|".join(parts))


def _any(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


def parsers() -> tuple[dict[str, Parse], list[str]]:
    """The parsers that can run here, ours first, and the names of those that are absent."""
    found: dict[str, Parse] = {
        OURS: parse_targets,
        TOKENS: lexicon_pattern().findall,
        FEW_TOKENS: token_pattern().findall,
    }
    absent = []
    for name, make in PEERS.items():
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # some greet when imported
                found[name] = make()
        except ImportError:
            absent.append(name)
    return found, absent


def _jionlp() -> Parse:
    logging.disable(logging.CRITICAL)  # it logs a traceback for every time that it cannot read
    names = importlib.import_module("jionlp").ner
    return lambda text: (names.extract_money(text), names.extract_time(text))


def _microsoft() -> Parse:
    suite = importlib.import_module("ms_recognizers_suite")
    models = [
        getattr(suite, f"recognize_{name}")
        for name in ("number", "percentage", "currency", "dimension", "datetime")
    ]
    return lambda text: [model(text, "zh-cn") for model in models]


def _cn2an() -> Parse:
    module = importlib.import_module("cn2an")
    return lambda text: module.transform(text, "cn2an")


def _chinese2digits() -> Parse:
    parse: Parse = importlib.import_module("chinese2digits").takeNumberFromString
    return parse


PEERS: dict[str, Callable[[], Parse]] = {
    JIONLP: _jionlp,
    MICROSOFT: _microsoft,
    "cn2an.transform": _cn2an,
    "chinese2digits": _chinese2digits,
}
"""Other parsers by what they are asked for, each as a function that imports it."""
