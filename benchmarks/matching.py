"""Holds what was read against what was annotated, field by field, whatever the spelling.

A field that the annotation does not give is not compared; a list in the annotation means any of
its values. Amounts compare in base units: 6 万人 is 60000 人.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from benchmarks.corpus import Fields
from indicators.grammar import parser
from indicators.model import Kind, Target

CORE = ("kind", "comparator", "value", "upper", "unit", "date", "start", "after", "direction")
"""The fields by which a target counts as read exactly."""

OTHERS = ("explicit", "measure", "approximate", "change", "baseline", "per", "to")
NOT_COUNTED = (Kind.QUALITATIVE, Kind.NOT_APPLICABLE)
NO_NUMBER = (*NOT_COUNTED, "reached")
"""Kinds without anything to compare, where the annotation allows them beside another."""

WEIGHTS = {"value": 4, "date": 4, "unit": 2, "kind": 2, "after": 2}
"""How much a field says about which promise is meant; others weigh one."""

CLOSE = Fraction(1, 10_000)
"""Thirds have no last decimal."""

_PERIODS = {"日": "天", "年度": "年", "个月": "月"}
_BEFORE_EVENT = re.compile(r"^[自从在于经待]")
_AFTER_EVENT = re.compile(r"(?:之?日起|之后|以后|后|起|的)+$")
_BASELINE = re.compile(r"^[较比与]|相比$|同期$")
_LEADING = re.compile(r"^(?:本?项目(?=.)|全年|完成|开展)")
_NOISE = re.compile(r"[\s、，,：:（）()“”]")


@dataclass(frozen=True, slots=True)
class Pair:
    """One annotated target and the one read for it; either may be missing."""

    wanted: Fields | None
    got: Fields | None
    agrees: dict[str, bool]

    @property
    def exact(self) -> bool:
        """Whether all core fields agree."""
        both = self.wanted is not None and self.got is not None
        return both and all(ok for name, ok in self.agrees.items() if name in CORE)


def annotated(targets: list[Fields]) -> list[Fields]:
    """The targets to be found: a remark beside counted promises is none of its own."""
    due = [_dated(target) for target in targets]
    return [target for target in due if not is_remark(target)] or due


def seen(targets: list[Target]) -> list[Fields]:
    """What the parser read, in the shape of the annotation, remarks beside promises left out."""
    names = (*CORE, *OTHERS)
    found = [{name: _plain(getattr(target, name)) for name in names} for target in targets]
    return [target for target in found if target["kind"] not in NOT_COUNTED] or found


def aligned(wanted: list[Fields], got: list[Fields]) -> list[Pair]:
    """Pairs in order, such that as much as possible agrees; what is left over stands alone."""
    best: list[list[tuple[int, list[Pair]]]] = [
        [(0, [])] * (len(got) + 1) for _ in range(len(wanted) + 1)
    ]
    for i in range(len(wanted), -1, -1):
        for j in range(len(got), -1, -1):
            choices: list[tuple[int, list[Pair]]] = []
            if i < len(wanted) and j < len(got):
                agrees = compared(wanted[i], got[j])
                weight, rest = best[i + 1][j + 1]
                worth = sum(WEIGHTS.get(name, 1) for name, ok in agrees.items() if ok)
                choices.append((weight + worth, [Pair(wanted[i], got[j], agrees), *rest]))
            if i < len(wanted):
                weight, rest = best[i + 1][j]
                missing = dict.fromkeys(_given(wanted[i]), False)
                choices.append((weight, [Pair(wanted[i], None, missing), *rest]))
            if j < len(got):
                weight, rest = best[i][j + 1]
                choices.append((weight, [Pair(None, got[j], {}), *rest]))
            if choices:
                best[i][j] = max(choices, key=lambda choice: choice[0])
    return best[0][0][1]


def compared(wanted: Fields, got: Fields) -> dict[str, bool]:
    """Whether each field of the annotation agrees with what was read."""
    kinds = _any(wanted["kind"])
    if got["kind"] in kinds[1:] and got["kind"] in NO_NUMBER:
        return {"kind": True}
    return {name: _agrees(name, wanted, got) for name in _given(wanted)}


def _given(wanted: Fields) -> list[str]:
    return [name for name in (*CORE, *OTHERS) if name in wanted]


def _dated(target: Fields) -> Fields:
    """A date that stands in `value` and `upper` in its own fields; `approximate` always given."""
    found = dict(target)
    if found["kind"] == Kind.QUANTITATIVE:
        found.setdefault("approximate", False)
    if found["kind"] == Kind.DEADLINE and "-" in str(found.get("value", "")):
        first, last = found.pop("value"), found.pop("upper", None)
        found |= {"start": first, "date": last} if last else {"date": first}
    if "start" in found:
        found.pop("comparator", None)
        found.pop("direction", None)
    return found


def is_remark(target: Fields) -> bool:
    """Whether a target is only words: qualitative, or not applicable."""
    return set(_any(target["kind"])) <= set(NOT_COUNTED)


def _agrees(name: str, wanted: Fields, got: Fields) -> bool:
    if name in ("value", "upper"):
        return _same_amount(name, wanted, got)
    if name == "unit":
        return bool(_keys(wanted) & _keys(got))
    fold = FOLDS.get(name, str)
    due = [None if value is None else fold(str(value)) for value in _any(wanted[name])]
    return (None if got[name] is None else fold(str(got[name]))) in due


def _same_amount(name: str, wanted: Fields, got: Fields) -> bool:
    if got[name] is None or wanted[name] is None:
        return got[name] is wanted[name]
    factor = _factor(got.get("unit"))
    read = Fraction(str(got[name])) * factor
    due = Fraction(str(wanted[name]))
    units = _any(wanted.get("unit", got.get("unit")))
    return any(abs(due * _factor(unit) - read) < CLOSE * factor for unit in units)


def _factor(unit: str | None) -> Fraction:
    known = _named(unit)
    return Fraction(known.numerator, known.denominator) if known else Fraction(1)


def _keys(target: Fields) -> set[str]:
    """What the unit compares by; a denominator may stand in the unit or in `per`."""
    per = target.get("per")
    keys = {_key(unit) for unit in _any(target["unit"])}
    for unit in _any(target["unit"]):
        if unit and per and "/" not in unit:
            keys |= {_key(f"{unit}/{_any(per)[0]}")}
    return keys


def _key(unit: str | None) -> str:
    known = _named(unit)
    head, slash, per = (known.key if known else unit or "").partition("/")
    return head + slash + "·".join(_period(part) for part in per.split("·"))


def _named(unit: str | None) -> Any:
    """The unit of the lexicon with this name; 万 alone is 万元."""
    scanner = parser().scanner
    name = scanner.clean(unit or "")
    if not name:
        return None
    money = re.sub(r"^([万亿])(?=/|$)", r"\1元", name)
    return scanner.units.named(name) or scanner.units.named(money)


def _event(text: str) -> str:
    return _AFTER_EVENT.sub("", _BEFORE_EVENT.sub("", text))


def _earlier(text: str) -> str:
    return _BASELINE.sub("", text)


def _period(text: str) -> str:
    return _PERIODS.get(text, text)


def _words(text: str) -> str:
    return _LEADING.sub("", _NOISE.sub("", text))


def _any(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, dt.date) else value


FOLDS = {"after": _event, "baseline": _earlier, "measure": _words, "per": _period}
"""How a text's own words are made alike before they are compared."""
