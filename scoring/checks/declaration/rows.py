"""What the checks ask of rows and promises, and how they quote them without showing too much."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from indicators.errors import Words
from indicators.model import Form, Indicator, Kind, Target
from indicators.places import Place
from indicators.spelling import folded

COUNTED = frozenset((Kind.QUANTITATIVE, Kind.DEADLINE, Kind.SCHEDULE))
"""Kinds of promises whose keeping can be counted."""

WHOLE = Decimal(1)
"""100%, in the base unit of shares."""

SHOWN = 8
"""So many things are named in one message; of more, their number is told."""

GOAL = "绩效目标"
"""What the goal is called as a row."""

_QUOTED = 24
_PRIVATE = re.compile(
    r"(?<![\d.,])(?:\d{17}[\dXx]|1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})(?![\d.,%元万亿])"
)
"""Numbers that may be a telephone's or a person's."""
_INNER_QUOTES = str.maketrans("“”", "‘’")
_PUNCTUATION = re.compile(r"[^\w%<>=≤≥]+")
_NEAR = 100
"""So many characters before a promise may belong to it."""
_CLAUSE_ENDS = re.compile(r"[，,。；;、：:！!？?\n]")
_LAST_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")


def is_counted(row: Indicator) -> bool:
    """Whether the row holds any promise that can be counted (also: not over the budget)."""
    return any(target.kind in COUNTED or target.value is not None for target in row.targets)


def is_only(row: Indicator, kind: Kind) -> bool:
    """Whether all that the row says is of one kind."""
    return bool(row.targets) and all(target.kind is kind for target in row.targets)


def counted(form: Form) -> Iterator[tuple[Indicator, Target]]:
    """Every promise of a number, with its row."""
    for row in form.indicators:
        for target in row.targets:
            if target.kind is Kind.QUANTITATIVE and target.value is not None:
                yield row, target


def label(row: Indicator) -> str:
    """What to call a row: its own name, or that of its level."""
    return quoted(row.name or row.level2 or row.level1)


def measure(row: Indicator, target: Target) -> str:
    """What a promise measures, in the words of the form."""
    return (target.measure or row.name or "").strip() or label(row)


def lead(row: Indicator, target: Target) -> str:
    """The words before a promise in its clause: 争取社会资金 of `…，争取社会资金≥500万元`."""
    return _CLAUSE_ENDS.split(before(row, target))[-1].strip()


def before(row: Indicator, target: Target) -> str:
    """The text close before a promise; of a long one only its end, so that time stays linear."""
    start = target.span[0]
    return row.target_text[max(start - _NEAR, 0) : start]


def names_of(row: Indicator, target: Target) -> tuple[str, ...]:
    """All that says what a promise is about: its measure, the row's name, the words before it."""
    return tuple(name for name in (target.measure, row.name, lead(row, target)) if name)


def promise(row: Indicator, target: Target) -> str:
    """A promise in a few words: `年租金 130万元`."""
    return f"{quoted(measure(row, target))} {target.phrase}".strip()


def quoted(text: str) -> str:
    """The beginning of a text, on one line and fit to stand in quotation marks; numbers that may be
    a telephone's are blotted out.
    """
    line = _PRIVATE.sub("***", " ".join(text.split())).translate(_INNER_QUOTES)
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"


def listed(names: Sequence[str]) -> Words:
    """Names in a sentence, `“甲”“乙”`; of many, the first and how many there are."""
    unique = list(dict.fromkeys(names))
    zh = "".join(f"“{name}”" for name in unique[:SHOWN])
    en = ", ".join(f"'{name}'" for name in unique[:SHOWN])
    if len(unique) > SHOWN:
        return Words(f"{zh}等 {len(unique)} 项", f"{en} and {len(unique) - SHOWN} more")
    return Words(zh, en)


def text_key(text: str) -> str:
    """The text as it is compared: without spaces and punctuation."""
    return _PUNCTUATION.sub("", folded(text))


def ends_with(words: Iterable[str], *names: str | None) -> bool:
    """Whether a name ends with one of the words, as the head of a Chinese noun does."""
    ends = tuple(words)
    return any(bare(name).endswith(ends) for name in names if name)


def bare(name: str) -> str:
    """A name without what stands in brackets at its end and without 指标."""
    return _LAST_BRACKET.sub("", folded(name)).removesuffix("指标")


def has_word(words: Iterable[str], *texts: str | None) -> bool:
    """Whether any of the words stands in any of the texts."""
    return any(word in text for text in texts if text for word in words)


def found_words(words: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The words that stand in the texts, in the order of the texts."""
    whole = "\n".join(texts)
    return sorted((word for word in words if word in whole), key=whole.index)


def is_total(totals: Iterable[str], row: Indicator, target: Target) -> bool:
    """Whether an amount holds others by its name (regular expressions): 合计700万元."""
    names = names_of(row, target)
    return any(re.search(each, name) for each in totals for name in names)


def goal_row(form: Form) -> Indicator:
    """The goal in the shape of a row, for what is asked of rows and of the goal alike."""
    place = form.goal_place or place_of(form)
    return Indicator(0, "", "", "", GOAL, form.goal, form.goal_targets, place)


def place_of(form: Form) -> str:
    """Where a form begins."""
    return str(Place(form.source.file, part=form.source.part, line=form.source.line))
