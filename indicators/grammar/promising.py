"""Which quantities of a cell are promises, and which are said in passing, or say which things."""

import re
from decimal import Decimal

from indicators.grammar.classes import Classes
from indicators.grammar.comparators import ENDS
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.measures import REACH, clause_end
from indicators.grammar.qualitative import Wordings
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity, Token, back
from indicators.grammar.units import Measured
from indicators.model import Comparator

_SAME_SENTENCE = re.compile(r"[^。；;\n]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT = 12
_HUNDRED = 100
_BEHIND = 18
"""So many characters behind a number may tell that it is one among them."""
_STEPS_APART = 120
"""Characters back in which a rule of scoring gives points for the step before."""


class Promising:
    """Decides by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, wordings: Wordings) -> None:
        self._wordings = wordings
        self._count_verbs = lexicon.words("qualitative", "count_verbs")
        self._passing = lexicon.words("dates", "passing")
        self._passing_after = lexicon.words("dates", "passing_after")
        part = lexicon.data["numerals"]
        signs = (*part["digits"], *part["tens"], *part["powers"], *"".join(part["vague"]))
        self._surely = frozenset(part["surely"])
        self._great = frozenset(part["powers"])
        self._times = frozenset(lexicon.data["units"]["times"])
        self._each: str = lexicon.data["units"]["each"]
        self._starts = re.compile("|".join(lexicon.data["qualitative"]["starts_from"]) or r"(?!)")
        self._rises_to = tuple(lexicon.data["qualitative"]["rises_to"])
        self._at_the_rate = tuple(lexicon.data["qualitative"]["at_the_rate"])
        self._particles = frozenset(lexicon.data["qualitative"]["measure_particles"])
        self._numeral_signs = frozenset(signs)
        words = lexicon.data["qualitative"]
        self._classes = Classes(lexicon)
        self._limits = frozenset(lexicon.data["comparators"]["limits"])
        tens = [sign for sign, value in part["tens"].items() if value >= _HUNDRED]
        self._great_signs = frozenset([*part["powers"], *tens])
        self._deeds, self._lexicon = lexicon.deeds, lexicon
        self._object_marks = tuple(words["object_marks"])
        self._told_behind = re.compile("|".join(lexicon.data["telling"]["behind"]) or r"(?!)")
        self._states = re.compile("|".join(words["states"]) or r"(?!)")
        self._scored = re.compile("|".join(words["scored"]) or r"(?!)")
        self._gives_points = re.compile("|".join(words["gives_points"]) or r"(?!)")
        self._background = lexicon.pattern("qualitative", "background")
        self._time_names = lexicon.words("dates", "time_names")
        self._number_names = lexicon.words("qualitative", "number_names")
        self._percent_names = lexicon.words("qualitative", "percent_names")

    def is_promise(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether the number, the token that `around` is seen from, promises something, or is said
        in passing.
        """
        unit = quantity.unit
        if self._governed(self._background, around, quantity):
            return False  # 已建成210个: the number tells what is there already
        if unit is None and not quantity.explicit and not self._stands_alone(around, quantity):
            return False
        if unit is not None and self._is_passing(around, quantity, unit):
            return False
        if around.follows(quantity) and (
            self._is_qualifier(around, quantity) or self._is_start(around.text, quantity)
        ):
            return False
        if self._classes.says_which(around, quantity) or self._is_scored(around.text, quantity):
            return False
        if self._is_one_among_them(around, quantity):
            return False
        if not quantity.spoken or quantity.explicit or around.is_whole(quantity):
            return True
        if around.text[quantity.at] in self._great_signs:
            return False  # 百万人口大城市, 千亿级产业: a great number as a name
        return unit is None or self._is_counted(around, quantity, unit)

    def times_a_period(
        self, around: Surroundings, quantity: Quantity, unit: Measured
    ) -> tuple[int, str, Decimal] | None:
        """The period before a number of times: where it begins in its clause, its name, how many
        make a year.
        """
        if unit.name not in self._times or quantity.comparator is Comparator.BETWEEN:
            return None
        return self._wordings.period_in(around.text[around.start : quantity.start].rstrip())

    def _is_counted(self, around: Surroundings, quantity: Quantity, unit: Measured) -> bool:
        """Whether a spoken numeral counts something (新建两座, 排查一百二十处, 每季度一次), and is
        no mere word (一处风景, 三级).
        """
        if unit.dimension == "ratio" or quantity.start < quantity.at:
            return True
        text, at = around.text, quantity.at
        if self._count_verbs.ending(text, at) is not None:
            return True
        if self.times_a_period(around, quantity, unit) is not None:
            return True
        # One sign alone may be part of a word; two of them, or 两, are a number.
        is_number = text[at] in self._surely or self._numeral_signs.issuperset(text[at : at + 2])
        is_number = is_number or (quantity.value > 1 and quantity.value % 1 > 0)  # 一年半
        is_number = is_number or self._time_names.ending(text, at) is not None  # 响应时间一刻钟
        # 举办培训班三期: of something done, so many times.
        is_number = is_number or (
            unit.name in self._times and self._deeds.search(text, around.start, at) is not None
        )
        return is_number and ENDS.match(text, quantity.end) is not None

    def _stands_alone(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether a number without a unit promises something all the same: the whole cell, a rate
        (利用率0.85), a number that a name or 为 asks for (事故次数为0), a great one (用户300万).
        """
        text = around.text
        if around.is_whole(quantity):
            return True
        if quantity.spoken and quantity.value:
            return False
        if self._percent_names.ending(text, quantity.at):
            return True
        if ENDS.match(text, quantity.end) is None:
            return False
        at = back(text, quantity.start)
        is_year = _YEAR.fullmatch(text, quantity.at, quantity.end) is not None
        is_named = text[at - 1 : at] == ":" and not text[at - 2 : at - 1].isdigit()
        says = (quantity.start < quantity.at or is_named) and not is_year
        is_great = text[quantity.until - 1 : quantity.until] in self._great
        return says or is_great or self._number_names.ending(text, at) is not None

    def _is_passing(self, around: Surroundings, quantity: Quantity, unit: Measured) -> bool:
        """未来两年, 每天8小时, 三年来: a span of time said in passing."""
        if unit.dimension not in ("time", "workday"):
            return False
        before = around.text[around.floor : quantity.start]
        near = around.text[around.floor : quantity.at]  # 近 may be read as 约 too
        if self._passing.ending(before, len(before)) or self._passing.ending(near, len(near)):
            return True
        if self._wordings.period(before.rstrip()) and not quantity.explicit:
            return not self._is_asked(around, quantity, before)
        word = self._passing_after.starting(around.text, quantity.until)
        # 合同签订后30日后 is no promise; 30日内 is.
        return word is not None and quantity.end == quantity.until and not quantity.explicit

    def _is_asked(self, around: Surroundings, quantity: Quantity, before: str) -> bool:
        """开放时长每天8小时, or 每天8小时 as the whole cell; not 每天8小时值守."""
        words = before.strip().lstrip("、")
        period = self._wordings.period_in(words)
        if period is None or ENDS.match(around.text, quantity.end) is None:
            return False
        return period[0] > 0 or (len(around.tokens) == 1 and around.start == 0)

    def _is_start(self, text: str, quantity: Quantity) -> bool:
        """由85%提高到90%, 85%→90%: the first number of two is where the change starts from."""
        if text.startswith(self._rises_to, quantity.end):
            return True
        near = max(0, quantity.start - _SHORT)
        return self._starts.search(text, near, quantity.start) is not None

    def start_of(self, around: Surroundings) -> int | None:
        """Where 由 of 由30天缩短至15天 stands, seen from the second number; None without it."""
        first = around.tokens[around.index - 1] if around.index else None
        if not isinstance(first, Quantity) or first.end < around.start:
            return None
        near = max(0, first.start - _SHORT)
        found = self._starts.search(around.text, near, first.start)
        return found.start() if found else None

    def baseline(self, around: Surroundings) -> str | None:
        """What a number changes from, in the text's own words: 由(30天)缩短至15天."""
        if self.start_of(around) is None:
            return None
        first = around.tokens[around.index - 1]
        return around.text[first.start : first.end]

    def _governed(self, words: "re.Pattern[str]", around: Surroundings, quantity: Quantity) -> bool:
        """Whether one of `words` says how many there are, and no other verb does so behind it:
        已建成210个, not 已有设施维护120处 nor 已完成验收的项目达到20个.
        """
        text = around.text
        found = words.search(text, around.start, quantity.start)
        if found is None or self._is_object(around, quantity, found.start()):
            return False
        between = text[found.end() : quantity.start].strip()
        if found[0][-1] in self._particles:  # 反映的32个问题, not 存在的问题整改率, 3个问题进行整改
            stop = clause_end(text, quantity.end)
            return not between and not self._deeds.search(text, quantity.end, stop)
        if quantity.explicit or any(sign in self._particles for sign in between):
            return False
        deed = self._deeds.search(between)
        return deed is None or deed.start() == 0

    def _is_object(self, around: Surroundings, quantity: Quantity, at: int) -> bool:
        """Whether something is done with what begins at `at`: 维修(现有设备12台), 对(现有12个站点)
        进行改造.
        """
        text = around.text
        if self._lexicon.is_object(text, around.start, at):
            return True
        if not text[around.start : at].endswith(self._object_marks):
            return False
        return self._deeds.search(text, quantity.end, clause_end(text, quantity.end)) is not None

    def is_state(self, around: Surroundings, quantity: Quantity, stated: int | None) -> bool:
        """现有在职人员86人，离退休人员40人: what there is, where nobody asks for it by name.

        `stated` is where the last number ended that told so.
        """
        if self._governed(self._states, around, quantity):
            return True
        if stated is None or quantity.explicit or quantity.start > stated + REACH:
            return False
        between = around.text[stated : quantity.start]
        return _SAME_SENTENCE.fullmatch(between) is not None and not self._deeds.search(between)

    def _is_scored(self, text: str, quantity: Quantity) -> bool:
        """每降低1%扣1分: a rule of scoring, and no promise; 达到90%得10分, said first, is one."""
        if self._scored.match(text, quantity.end):
            return True
        if not self._gives_points.match(text, quantity.end):
            return False
        first = max(0, quantity.start - _STEPS_APART)
        return self._gives_points.search(text, first, quantity.start) is not None

    def _is_one_among_them(self, around: Surroundings, quantity: Quantity) -> bool:
        """全省10个试点县之一, 参照5个城市的做法: the words behind it tell that it is no promise."""
        stop = clause_end(around.text, quantity.end)
        if stop == quantity.end:
            return False
        stop = min(stop + 1, quantity.end + _BEHIND)
        for token in around.tokens[around.index + 1 : around.index + 2]:
            if isinstance(token, Quantity):
                stop = min(stop, token.start)
        return self._told_behind.search(around.text, quantity.end, stop) is not None

    @staticmethod
    def _is_window(quantity: Quantity, next_: Token) -> bool:
        """三年内留用率不低于80%: within which time the rate that follows is counted."""
        unit = next_.unit if isinstance(next_, Quantity) else None
        is_time = quantity.unit is not None and quantity.unit.dimension in ("time", "workday")
        is_within = quantity.comparator is Comparator.LE and quantity.start == quantity.at
        return is_time and is_within and unit is not None and unit.dimension == "ratio"

    def names_rate(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether the number only tells which rate is meant, which follows it with no mark between:
        20户以上自然村通路比例达到100%, 24小时预报准确率87%, 下达后30日内分解率100%.
        """
        unit, tokens = quantity.unit, around.tokens
        next_ = tokens[around.index + 1] if around.index + 1 < len(tokens) else None
        if unit is None or not isinstance(next_, Quantity) or next_.unit is None:
            return False
        is_time = unit.dimension in ("time", "workday")
        is_limit = quantity.rule in self._limits and unit.dimension != "ratio"
        if next_.unit.dimension != "ratio" or not (is_time or is_limit):
            return False
        text = around.text
        between = text[quantity.end : next_.start].rstrip(" :")
        if len(between) > REACH or clause_end(text, quantity.end) < next_.start:
            return False
        ahead = text[around.start : quantity.start]
        is_named = self._percent_names.ending(between, len(between)) is not None
        return is_named and not self._deeds.search(ahead)

    def _is_qualifier(self, around: Surroundings, quantity: Quantity) -> bool:
        """单位价值50万元以上的设备10台: the first of two numbers says which devices are meant."""
        if around.text[quantity.end : quantity.end + 1] == self._each:
            return True  # 50-100亩每亩补贴60元
        if quantity.rule == "range":
            return False
        next_ = around.tokens[around.index + 1]
        if self.names_rate(around, quantity) or self._is_window(quantity, next_):
            return True
        if self._classes.describes(quantity, next_):
            return True
        if self._classes.is_class_of(around, quantity, next_):
            return True
        is_bound = isinstance(next_, Quantity) and next_.start < next_.at  # 大于90%小于95%
        touches = quantity.explicit and next_.start == quantity.end and not is_bound
        if around.text.startswith(self._at_the_rate, quantity.end):
            return False  # 按每人150元的标准为300人发放
        return touches or around.text[quantity.end : quantity.end + 1] in self._particles
