"""Every number of a text, promise or not: with unit, comparator, both ends, and dates.

The promise parser passes over names, list numbers and passing remarks; here nothing is passed
over. The same scan is used, on a text without white space, with some numerals more: fractions
(三百又三分之一), powers (2^-1, 1e3, 40k), discounts (九折) and compounds (五元三毛, 两米半).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.numbers import Number, dated
from indicators.grammar.openings import NameRule
from indicators.grammar.quantities import Scanner
from indicators.grammar.tokens import Quantity, Token
from indicators.model import Comparator

_SCALES = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_SYMBOLS = {"$": "美元", "¥": "元", "￥": "元"}
_BREAK = "\x1f"
"""Stands for white space between two words or numbers in Latin script."""

_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
"""A comma that groups digits, where all of them are full-width."""

_ADDRESS = NameRule.of(r"https?:[!-~]+", ["http"])
_LONE = re.compile(r"[a-zA-Z\u4e00-\u9fff]")
_SHARES: dict[tuple[str | None, str | None], int] = {
    ("元", "角"): 10,
    ("元", "分"): 100,
    ("角", "分"): 10,
    ("美元", "美分"): 100,
}
"""How many of the second make one of the first, where both are said in one breath."""

_COPULAS = ("是", "为")
_CONNECTIVES = tuple("不而却那这和与或")
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_LINK = re.compile(r"[\s,，、的]*(?:同时|并且|而且|并|且|而|又|但)?[\s,，、]*")
_BETWEEN = re.compile(r"[与和到至及]")
_BETWEEN_END = re.compile(r"之?间")
_MORE, _LESS = "大高多长重", "小低少短轻"


class Everything(Scanner):
    """Finds every number by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        plain = self._numerals.pattern
        real = (
            rf"(?:\d+(?:\.\d+)?(?:[eE][-+]?\d{{1,3}}|\^[-+]*\d+)|(?<![\d.])\.\d+"
            rf"|半[十百千万亿]|{plain})"
        )
        self._whole = rf"{real}(?:{_BREAK}?[kKMGT](?![A-Za-z]))?"
        self._multipliers = "".join([*lexicon.data["numerals"]["tens"], *self._powers])
        digits = "".join(lexicon.data["numerals"]["digits"])
        below = rf"(?:[{digits}{self._multipliers}]+|{self._whole})"
        fraction = (
            rf"(?:{self._whole}又)?负?{below}分之负?{self._whole}|(?:\d+{_BREAK})?\d+/\d+(?!\d|/)"
        )
        begins = self._numerals.begins | {".", "负", "对折"}
        self._compile(rf"{fraction}|{self._whole}|(?<=打)对(?=折)", begins, [_ADDRESS])

    def _read(self, numeral: str) -> tuple[Decimal, bool] | None:
        """Also reads fractions, powers and scales; 万 alone is no number."""
        if numeral == "对":
            return Decimal(5), False
        if all(sign in self._powers for sign in numeral):
            return None
        if "分之" in numeral or "/" in numeral:
            return self._fraction(numeral)
        if numeral[-1] in _SCALES and len(numeral) > 1:
            read = self._read(numeral[:-1].rstrip(_BREAK))
            return None if read is None else (read[0] * _SCALES[numeral[-1]], read[1])
        if "^" in numeral:
            base, _, power = numeral.partition("^")
            sign = -1 if power.count("-") % 2 else 1
            return Decimal(base) ** (sign * int(power.lstrip("+-")[:3])), False
        if numeral[0] == "半" and len(numeral) == 2:
            whole = self._numerals.read("一" + numeral[1])
            return None if whole is None else (whole[0] / 2, False)
        if numeral.isascii() and ("e" in numeral or "E" in numeral or numeral[0] == "."):
            return Decimal(numeral), False
        return super()._read(numeral)

    def _simple(self, text: str, start: int, end: int) -> Quantity | None:
        """三千两百两: a 两 at the end of a spoken numeral is the unit."""
        below, parts, above = text[start:end].partition("分之")
        if parts and below and all(sign in self._multipliers for sign in below):
            return self._percentage(text, start, end, below, above)
        is_spoken = not text[start].isdigit()
        if is_spoken and end - start > 1 and text[end - 1] == "两":
            found = super()._simple(text, start, end - 1)
            unit = self.units.named("两")
            return replace(found, unit=unit, until=end, end=end) if found else None
        return super()._simple(text, start, end)

    def _percentage(
        self, text: str, start: int, end: int, below: str, above: str
    ) -> Quantity | None:
        """百分之五, 千分之三, 百万分之六: hundredths, whatever the denominator."""
        share, whole = self._read(above.lstrip("负")), self._numerals.read("一" + below)
        if share is None or whole is None:
            return None
        value = share[0] * 100 / whole[0]
        unit = self.units.named("%")
        sign = -1 if above.startswith("负") else 1
        return Quantity(sign * value, start, end, start, end, unit=unit, spoken=True)

    def _quantity(self, text: str, start: int, end: int, floor: int) -> Quantity | None:
        """With what belongs to the numeral behind the unit: 九折, 两米半."""
        found = super()._quantity(text, start, end, floor)
        return None if found is None else self._discounted(text, found)

    def _prefixed(self, text: str, found: Quantity) -> None:
        """Also 负三 and ￥300."""
        super()._prefixed(text, found)
        before = text[found.start - 1 : found.start]
        if before in _SYMBOLS and found.unit is None:
            found.unit = self.units.named(_SYMBOLS[before])
            found.start -= 1
        elif before == "负":
            found.value = -found.value
            found.start -= 1
            found.at = min(found.start, found.at)

    def _fraction(self, numeral: str) -> tuple[Decimal, bool] | None:
        """三百又三分之一, 5/4, 负三分之负五."""
        whole, _, rest = numeral.replace(_BREAK, "又").rpartition("又")
        below, _, above = rest.partition("分之") if "分之" in rest else rest.partition("/")[::-1]
        reads = [self._read(part.lstrip("负")) for part in (whole or "0", above, below)]
        values = [read[0] for read in reads if read is not None]
        if len(values) < len(reads) or not values[2]:
            return None
        sign = -1 if rest.count("负") % 2 else 1
        return values[0] + sign * values[1] / values[2], False

    def quantities(self, text: str, *, year: int | None = None) -> list[Number]:
        """Every number and date of `text`, in order; see `indicators.grammar.quantities`."""
        grouped = _WIDE_COMMA.sub(",", text)
        clean, places = _compact(self.clean(grouped))
        tokens = self.tokens(clean, year=year)
        found = [self._finished(clean, token) for token in self._counted(clean, tokens)]
        numbers = list(self._paired(clean, list(self._compounds(clean, found))))
        return [replace(number, span=_original(number.span, places)) for number in numbers]

    def _counted(self, text: str, tokens: list[Token]) -> Iterator[Quantity | DateSpan]:
        for token in tokens:
            if isinstance(token, DateSpan) or (
                isinstance(token, Quantity) and not self._is_letter(text, token)
            ):
                yield token

    @staticmethod
    def _is_letter(text: str, token: Quantity) -> bool:
        """Whether a lone numeral is part of a word: 四川, 队伍, 拾起."""
        if not token.spoken or token.explicit or len(text[token.at : token.until]) > 2:
            return False
        ahead = text[token.at - 1 : token.at] if token.at else ""
        counts = token.unit is None or token.unit.dimension == "count"
        if text[token.at] in _FORMAL and _LONE.match(ahead) and counts:
            return True
        if token.until - token.at != 1 or token.unit:
            return False
        behind = text[token.until : token.until + 1]
        if ahead in _COPULAS and behind in _CONNECTIVES:
            return False
        return bool(_LONE.match(behind))

    def _finished(self, text: str, token: Quantity | DateSpan) -> Number:
        if isinstance(token, DateSpan):
            return dated(text, token)
        number = self._number_of(text, token)
        if token.approximate and number.comparator is Comparator.EQ and _says_more(text, token):
            return replace(number, comparator=Comparator.GT)
        return _compared(text, number)

    def _discounted(self, text: str, token: Quantity) -> Quantity:
        """九折, 三成半, 两米半."""
        if text[token.until : token.until + 1] == "折":
            value = token.value
            while 0 < value < 10:
                value *= 10
            unit = self.units.named("%")
            return replace(token, value=value, unit=unit, until=token.until + 1, end=token.end + 1)
        if token.unit is None and text[token.until : token.until + 1] == "打":
            return replace(token, value=token.value * 12, until=token.until + 1, end=token.end + 1)
        if token.unit and token.unit.name == "成":
            token = replace(token, value=token.value * 10, unit=self.units.named("%"))
            half = Decimal(5)
            digit = text[token.until : token.until + 1]
            read = self._numerals.read(digit) if digit and digit in "一二三四五六七八九" else None
            if read is not None:
                end = token.until + 1
                value = token.value + read[0]
                return replace(token, value=value, until=end, end=max(end, token.end))
        else:
            half = Decimal("0.5")
        if token.unit and text[token.until : token.until + 1] == "半":
            end = token.until + 1
            return replace(token, value=token.value + half, until=end, end=max(end, token.end))
        return token

    @staticmethod
    def _number_of(text: str, token: Quantity) -> Number:
        unit = token.unit
        dimension = unit.dimension if unit else None
        kinds = {"ratio": "percent", "point": "percent", "money": "money", "time": "duration"}
        kind = kinds.get(dimension or "", "quantity" if unit else "number")
        strict = token.comparator in (Comparator.GT, Comparator.LT)
        return Number(
            kind,
            token.comparator,
            token.value,
            token.upper,
            unit.name if unit else None,
            dimension,
            token.approximate,
            (token.start, token.end),
            lower_included=not strict,
            upper_included=not strict,
        )

    def _compounds(self, text: str, found: list[Number]) -> Iterator[Number]:
        """50元6角三分 is one amount, as 两美元又三美分 is."""
        waiting: Number | None = None
        for number in found:
            pair = (waiting.unit, number.unit) if waiting else ("", "")
            share = _SHARES.get(pair)
            if waiting and share and text[waiting.span[1] : number.span[0]] in ("", "又"):
                assert isinstance(waiting.value, Decimal)
                assert isinstance(number.value, Decimal)
                value = waiting.value + number.value / share
                waiting = replace(waiting, value=value, span=(waiting.span[0], number.span[1]))
                continue
            if waiting:
                yield waiting
            waiting = number
        if waiting:
            yield waiting

    def _paired(self, text: str, numbers: list[Number]) -> Iterator[Number]:
        """Two one-sided numbers about the same thing are a range: 大于50小于100, 20与30之间."""
        at = 0
        while at < len(numbers):
            pair = self._pair(text, *numbers[at : at + 2]) if at + 1 < len(numbers) else None
            yield pair or numbers[at]
            at += 2 if pair else 1

    @staticmethod
    def _pair(text: str, first: Number, second: Number) -> Number | None:
        between = text[first.span[1] : second.span[0]]
        if first.kind == "date" or second.kind == "date":
            return None
        if _BETWEEN.fullmatch(between) and _BETWEEN_END.match(text, second.span[1]):
            return _range(first, second)
        if _BETWEEN.fullmatch(between) and second.unit == "间" and first.unit is None:
            return _range(first, replace(second, unit=None, dimension=None, kind="number"))
        lower = (Comparator.GE, Comparator.GT)
        upper = (Comparator.LE, Comparator.LT)
        if _LINK.fullmatch(between) is None:
            return None
        if first.comparator in lower and second.comparator in upper:
            return _range(first, second)
        if first.comparator in upper and second.comparator in lower:
            return _range(second, first)
        return None


def _range(low: Number, high: Number) -> Number | None:
    """The range from `low` to `high`, if it is one."""
    assert isinstance(low.value, Decimal)
    assert isinstance(high.value, Decimal)
    if low.value >= high.value or (low.unit and high.unit and low.unit != high.unit):
        return None
    start = min(low.span[0], high.span[0])
    return replace(
        low,
        comparator=Comparator.BETWEEN,
        upper=high.value,
        unit=high.unit or low.unit,
        dimension=high.dimension or low.dimension,
        kind=high.kind if high.unit else low.kind,
        lower_included=low.lower_included,
        upper_included=high.upper_included,
        span=(start, max(low.span[1], high.span[1])),
    )


def _says_more(text: str, token: Quantity) -> bool:
    """Whether the numeral says that there is more than its stated part: 五百多, 十几万."""
    return re.search("[多余几来]", text[token.at : token.until + 1]) is not None


def _compared(text: str, number: Number) -> Number:
    """比三十大, 过20: comparisons that enclose the number, or that are common words else."""
    start, end = number.span
    if number.comparator is not Comparator.EQ or start == 0:
        return number
    behind = text[end : end + 1]
    if text[start - 1] == "比" and behind and behind in _MORE + _LESS:
        sign = Comparator.GT if behind in _MORE else Comparator.LT
        return replace(
            number,
            comparator=sign,
            span=(start - 1, end + 1),
            lower_included=False,
            upper_included=False,
        )
    if re.search(r"(?<![通超经不])过了?$", text[:start]):
        return replace(number, comparator=Comparator.GT, lower_included=False)
    return number


def _compact(text: str) -> tuple[str, list[int]]:
    """`text` without white space, and where each remaining character stood.

    White space between two Latin letters or digits keeps them apart.
    """
    signs: list[str] = []
    places: list[int] = []
    gap = False
    for at, sign in enumerate(text):
        if sign.isspace():
            gap = True
            continue
        if gap and signs and _apart(signs[-1], sign):
            signs.append(_BREAK)
            places.append(at)
        signs.append(sign)
        places.append(at)
        gap = False
    return "".join(signs), [*places, len(text)]


def _apart(before: str, sign: str) -> bool:
    """Whether white space between these two tells words or numbers apart: `20 30`, `1, 234`."""
    return (before == "," or (before.isascii() and before.isalnum())) and (
        sign.isascii() and sign.isalnum()
    )


def _original(span: tuple[int, int], places: list[int]) -> tuple[int, int]:
    """The span in the text with its white space."""
    start, end = span
    return places[start], (places[end - 1] + 1 if end > start else places[start])
