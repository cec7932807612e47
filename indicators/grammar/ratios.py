"""What two numbers say together: 师生比1:18, 1/3以上, 减少1/4."""

import re
from decimal import Decimal

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Units

_RATIO = re.compile(r"(?P<of>\d{1,9}(?:\.\d{1,4})?):(?P<to>\d{1,9}(?:\.\d{1,4})?)(?![\d:])")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/.])")
_HUNDRED = 100
_REACH = 10
"""So many characters before a ratio tell that it is one: 师生比不低于(1:18)."""


class Ratios:
    """Reads them by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        self._units = units
        self.names = lexicon.words("qualitative", "ratio_names")
        said = any_of([*lexicon.before.meaning, *lexicon.data["comparators"]["approximate"], *": "])
        self._named = re.compile(rf"(?:{any_of(self.names.meaning)})(?:{said})*$")
        words = lexicon.data["qualitative"]
        changes = any_of([*words["increase"], *words["decrease"]])
        self._change = re.compile(rf"(?:{changes})(?:{any_of(words['change_tails'])})?$")

    def ratio(self, text: str, at: int, floor: int, *, is_asked: bool) -> Quantity | None:
        """师生比(1:18), or what is asked for by the column 师生比: what the first number is of the
        second; elsewhere such a sign stands between the hours and minutes of a day.
        """
        match = _RATIO.match(text, at)
        if match is None or not int(match["to"].replace(".", "")):
            return None
        if not is_asked and not self._named.search(text, max(floor, at - _REACH), at):
            return None
        value, end = Decimal(match["of"]) / Decimal(match["to"]), match.end()
        return Quantity(value, at, end, at, end, unit=self._units.ratio)

    def fraction(self, text: str, at: int) -> Quantity | None:
        """(1/3)以上, 不低于(2/3): a part of something."""
        match = _FRACTION.match(text, at)
        if match is None or not 0 < int(match[1]) < int(match[2]):
            return None
        value, end = percent(Decimal(match[1]) / Decimal(match[2])), match.end()
        return Quantity(value, at, end, at, end, unit=self._units.named("%"))

    def is_change(self, text: str, at: int, floor: int) -> bool:
        """Whether a fraction at `at` is how much something changes: 减少(1/4)."""
        return self._change.search(text, max(floor, at - _REACH), at) is not None


def percent(share: Decimal) -> Decimal:
    """A share in percent, to so many digits as one would write: 三分之二 is 66.6667%."""
    of_hundred = round(share * _HUNDRED, 4)
    whole = of_hundred.to_integral_value()
    return whole if whole == of_hundred else of_hundred.normalize()
