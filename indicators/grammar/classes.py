"""Which numbers only say which things are meant: 50亩以上的大户, 加强200平方米以上场所管理."""

import re

from indicators.grammar.comparators import ENDS
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.measures import REACH
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity, Token

_IN_BRACKETS = frozenset(")、，,；;")
"""What may stand behind an attribute in a bracket."""

_NO_ATTRIBUTES = ("count", "ratio", "point")
"""Dimensions of what is promised rather than of what a thing is like."""


class Classes:
    """Decides by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["qualitative"]
        self._verbs = lexicon.words("qualitative", "class_verbs")
        self._doing = frozenset(words["class_verbs_of_doing"])
        self._rules = frozenset(words["rule_verbs"])
        self._large = frozenset(words["class_units"])
        self._limits = frozenset(lexicon.data["comparators"]["limits"])
        self._particles = frozenset(words["measure_particles"])
        self._deeds = lexicon.words("qualitative", "count_verbs")
        self._aims = lexicon.words("qualitative", "aims")
        self._heads = lexicon.words("qualitative", "class_heads")
        self._attributes = lexicon.words("qualitative", "attribute_names")
        self._technical = frozenset(lexicon.data["units"]["technical"])
        self._strong = re.compile(any_of(words["strong_verbs"]))

    def says_which(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether the number tells which things are meant, and promises none of them."""
        unit, text = quantity.unit, around.text
        if quantity.rule in self._limits and self._is_in_brackets(around, quantity):
            return True
        if unit is None or ENDS.match(text, quantity.end) or around.is_whole(quantity):
            return False
        if unit.dimension == "age":
            return True  # 年满60周岁的老人
        words = text[around.start : quantity.at].strip()
        is_time = unit.dimension in ("time", "workday")
        if words in self._rules and is_time:
            return True  # 执行7天无理由退货
        if quantity.rule not in self._limits:
            return False
        is_attribute = unit.dimension not in _NO_ATTRIBUTES or unit.name in self._large
        if is_attribute and text[quantity.end] in self._particles:
            return self._is_attributive(text, words, quantity)
        if quantity.end == quantity.until:
            return False
        verb = self._verbs.starting(words, 0)
        if verb is None and self._attributes.ending(words, len(words)):
            return True  # 年产值2000万元以上企业
        if verb is None:
            return is_attribute and not words and not is_time  # 1.2米以下儿童, not 2小时内到达现场
        return is_attribute or (words == verb and verb not in self._doing)

    def _is_in_brackets(self, around: Surroundings, quantity: Quantity) -> bool:
        """企业(员工300人以下、营收2000万元以下): an attribute, in a bracket behind what has it."""
        text, end = around.text, quantity.end
        if text[end : end + 1] not in _IN_BRACKETS or quantity.unit is None:
            return False
        if not self._attributes.ending(text, quantity.start):
            return False
        opened = text.rfind("(", max(0, quantity.start - REACH), quantity.start)
        is_open = opened >= 0 and ")" not in text[opened : quantity.start]
        return is_open and self._heads.ending(text, opened) is not None

    def is_class_of(self, around: Surroundings, quantity: Quantity, next_: Token) -> bool:
        """引进5亿元以上项目5个: a limit that tells which ones; not 实现产值5亿元以上企业5家."""
        unit, count = quantity.unit, next_.unit if isinstance(next_, Quantity) else None
        if unit is None or unit.dimension != "money" or quantity.rule not in self._limits:
            return False
        if count is None or count.dimension != "count" or quantity.end == quantity.until:
            return False
        return not self._strong.search(around.text[around.start : quantity.at])

    def describes(self, quantity: Quantity, next_: Token) -> bool:
        """Whether the number is a thing's own, and how many there are follows: 160kVA变压器2台."""
        unit, count = quantity.unit, next_.unit if isinstance(next_, Quantity) else None
        if quantity.explicit or unit is None or count is None:
            return False
        return unit.dimension in self._technical and count.dimension == "count"

    def _is_attributive(self, text: str, words: str, quantity: Quantity) -> bool:
        """年收入低于5000元的监测户, not 建设500平方米以上的厂房 nor 实现销售超过50万元的目标."""
        if self._strong.search(words) or self._aims.starting(text, quantity.end + 1):
            return False
        return self._deeds.ending(words, len(words)) is None
