"""What the columns of a row say against one another: ≤95 beside ≥, 户 beside 人数（人次）."""

from collections.abc import Iterator, Sequence

from indicators.errors import Words
from indicators.grammar.cell import CellParser
from indicators.grammar.fitting import Fitting
from indicators.grammar.neighbours import Neighbours
from indicators.grammar.units import Measured, in_other
from indicators.model import SIGNS, Comparator, Kind, Target

_SIDES = ({Comparator.GE, Comparator.GT}, {Comparator.LE, Comparator.LT})
_SHARES = {"ratio", "point"}
"""2% and 2个百分点 stand for each other in everyday forms."""

_UNIT_IN_NAME = "(（[【/:：%％"
"""Only behind one of these a name gives a unit."""


class Contradictions:
    """Holds the columns of a row against one another, by the words of a parser's lexicon."""

    def __init__(self, parser: CellParser) -> None:
        words = parser.lexicon.data["qualitative"]
        self._parser = parser
        self._natures = frozenset(parser.lexicon.data["comparators"]["nature"])
        self._blank = frozenset([*words["unfilled"], *words["nothing"]])
        self._fitting = Fitting(parser)

    def between(
        self,
        text: str,
        targets: Sequence[Target],
        *,
        name: str | None,
        nature: str | None,
        unit: str | None,
    ) -> tuple[Words, ...]:
        """What the name, nature and unit of a row and its text, read as `targets`, contradict."""
        if not (nature or unit) or self._agree(targets, name, nature, unit):
            return ()
        near = self._parser.neighbours(name, nature, unit)
        return (
            *self._of_nature(nature or "", targets, near),
            *(() if near.is_counted else self._of_number(text, name, unit)),
            *self._of_units(targets, near),
        )

    @staticmethod
    def _agree(
        targets: Sequence[Target], name: str | None, nature: str | None, unit: str | None
    ) -> bool:
        """Whether one number took its sign and unit from the columns, as in most rows."""
        if len(targets) != 1 or any(sign in _UNIT_IN_NAME for sign in name or ""):
            return False
        [target] = targets
        is_signed = target.rule == "column" and bool(nature)
        return is_signed and (not unit or target.unit == unit.strip())

    def _of_number(self, text: str, name: str | None, unit: str | None) -> Iterator[Words]:
        """A number beside 定性, which the text would promise without it."""
        for target in self._parser.targets(text, name=name, unit=unit):
            if target.kind is Kind.QUANTITATIVE:
                yield Words(
                    f"性质一栏是“定性”，指标值却写了数字“{target.phrase}”",
                    f"the nature column says 定性 (no number), but the value is '{target.phrase}'",
                )
                break

    def _of_nature(
        self, nature: str, targets: Sequence[Target], near: Neighbours
    ) -> Iterator[Words]:
        words = self._parser.scanner.clean(nature).split()
        is_known, written = bool(self._natures.intersection(words)), " ".join(words)
        if not is_known and written and written not in self._blank:
            yield Words(
                f"性质一栏写的是“{written}”，不认得",
                f"the nature column says '{written}', which is not known",
            )
        where = Words("性质一栏", "the nature column") if is_known else Words("名称里", "the name")
        said = near.comparator
        for target in targets:
            own = target.comparator
            is_own = target.kind is Kind.QUANTITATIVE and target.explicit
            is_own = is_own and target.rule != near.rule and own is not Comparator.BETWEEN
            if said and own and is_own and said is not own and {said, own} not in _SIDES:
                yield Words(
                    f"{where.zh}是“{SIGNS[said]}”，指标值里写的是“{SIGNS[own]}”",
                    f"{where.en} says {SIGNS[said]}, the value {SIGNS[own]}",
                )
                break

    def _of_units(self, targets: Sequence[Target], near: Neighbours) -> Iterator[Words]:
        column, named = near.unit, near.named_unit
        if column is None:
            return
        if named is not None and self._differ(named, column):
            yield Words(
                f"名称里的单位是“{named.name}”，单位一栏是“{column.name}”",
                f"the name says {named.name}, the unit column {column.name}",
            )
        for target in targets:
            own = self._parser.scanner.units.named(target.unit or "") if target.unit else None
            if target.kind is Kind.QUANTITATIVE and own and self._differ(own, column):
                yield Words(
                    f"指标值里的单位是“{own.name}”，单位一栏是“{column.name}”",
                    f"the value has the unit {own.name}, the unit column {column.name}",
                )
                break

    def _differ(self, one: Measured, other: Measured) -> bool:
        """Whether two units are not the same, nor different words for the same things."""
        if one.key == other.key:
            return in_other(one, other) != 1
        is_rate_of_it = one.name.partition("/")[0] == other.name.partition("/")[0]
        if is_rate_of_it or {one.dimension, other.dimension} == _SHARES:
            return False
        return not self._fitting.stands_for(one, other, "")
