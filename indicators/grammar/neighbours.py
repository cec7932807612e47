"""What the columns beside the value say of it: its name, nature (≥, 定性), unit."""

import re
from dataclasses import dataclass

from indicators.grammar.comparators import ABOUT
from indicators.grammar.quantities import Scanner
from indicators.grammar.tokens import Point
from indicators.grammar.units import Measured
from indicators.model import Comparator

_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,16})[)\]]")
_ENDING = re.compile(r"(?:[/:]|[≥≤><=]{1,2})\s?([^()\[\]/:≥≤><=\d\s]{0,6})$")
"""What may end a name instead of a bracket: 作品/部, 数量 单位:部, 满意度≥, 满意度≥%."""

_TAIL = re.compile(r"(?:\s|[≥≤><=:%‰]|[(\[][^()\[\]]{0,16}[)\]])+$")
_FILLER = re.compile(r"[*＊_\s]+")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Comparator and unit from beside the value; `rule` is the id of the comparator's rule.

    `asks_for_year`: 2022 is a year there, beside the unit 年 or below a name that asks for a date.
    `named_unit` is the unit in the name, where the column has another one.
    `head` is the name without brackets and signs at its end. `point` is how to take a point or a
    colon in the value. `is_counted` is false where the nature column says 定性: then no number is a
    promise; `is_approximate` is true where it says ≈. `adds_nothing`: a comparator, a number and a
    unit mean there what they mean anywhere.
    """

    name: str | None = None
    comparator: Comparator | None = None
    rule: str = ""
    unit: Measured | None = None
    named_unit: Measured | None = None
    is_counted: bool = True
    is_about_time: bool = False
    is_approximate: bool = False
    asks_for_year: bool = False
    head: str = ""
    point: Point = "date"
    adds_nothing: bool = True


_NONE = Neighbours()


def read_neighbours(
    scanner: Scanner, name: str | None, nature: str | None, unit: str | None
) -> Neighbours:
    """What `name`, `nature` and `unit` say; the columns of their own win over the name."""
    if not (name or nature or unit):
        return _NONE
    clean = scanner.clean(name or "").strip()
    sign, kind = _from_name(scanner, clean)
    said = scanner.comparators.nature(scanner.clean(nature or ""))
    named = kind
    if unit:
        kind = scanner.units.of_column(scanner.clean(unit).strip()) or kind
    comparator = Comparator(said) if said in list(Comparator) else sign
    is_about_time = scanner.time_names.search(clean) is not None
    asks_for_year = is_about_time if kind is None else kind.name in scanner.years
    other = named if named is not None and named != kind else None
    return Neighbours(
        name=name.strip() if name else None,
        comparator=comparator,
        rule="column" if comparator is not None else "",
        unit=kind,
        named_unit=other,
        is_counted=said != "qualitative",
        is_about_time=is_about_time,
        is_approximate=said == ABOUT,
        head=_TAIL.sub("", clean),
        asks_for_year=asks_for_year,
        adds_nothing=comparator is None and other is None and not said and not asks_for_year,
        point=_point(scanner, clean, kind, is_about_time=is_about_time),
    )


def _point(scanner: Scanner, name: str, unit: Measured | None, *, is_about_time: bool) -> Point:
    """Beside a unit, unless it is one of time, a value is no date."""
    if scanner.ratio_names.ending(name, len(name)) is not None:
        return "ratio"
    is_time = is_about_time or (unit is not None and unit.dimension == "time")
    return "date" if unit is None or is_time else "decimal"


def _from_name(scanner: Scanner, name: str) -> tuple[Comparator | None, Measured | None]:
    """公猪舍(≥**平方米), 工程合格率(%), 数量(个): sign and unit in the last bracket of a name."""
    comparator: Comparator | None = None
    unit: Measured | None = None
    ending = _ENDING.search(name)
    said = [match[1] for match in _BRACKET.finditer(name)]
    if ending:
        said.append(ending[0].lstrip("/: "))
    for each in said:
        words = scanner.units.without_title(_FILLER.sub("", each))
        sign = scanner.comparators.sign(words)
        rest = words[len(sign[0]) :] if sign else words
        found = scanner.units.named(rest) if rest else None
        if sign is not None and (found is not None or not rest):
            comparator = Comparator(sign[1])
        if found is not None:
            unit = found
    return comparator, unit
