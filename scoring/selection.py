"""Selects the standard for a case by budget year, place, object and purpose, and says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.errors import EvalengineError, Problem, StandardError, Words
from scoring.register import shipped
from scoring.standard import Object, Purpose, Standard

PURPOSES: Final[dict[Purpose, Words]] = {
    "self_evaluation": Words("单位自评", "self-evaluation"),
    "review": Words("自评复核", "re-check of self-evaluations"),
    "evaluation": Words("部门或财政评价", "evaluation"),
    "monitoring": Words("运行监控", "monitoring"),
    "target_audit": Words("目标审核", "audit of targets"),
}
OBJECTS: Final[dict[Object, Words]] = {
    "project": Words("项目", "projects"),
    "department": Words("部门", "departments"),
    "transfer": Words("转移支付", "transfers"),
    "policy": Words("政策", "policies"),
}

COUNTRY = "CN"
"""The region of a place that is not known: the national standards."""

NEVER_AUTOMATIC = frozenset({"practice", "repealed"})
"""What software happens to compute, and what is repealed, is used only by name."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The standard that fits a case, and why."""

    standard: Standard
    why: Words


def select(
    *,
    year: int | None,
    place: str,
    object: Object = "project",  # noqa: A002 -- the word of the standards' files
    purpose: Purpose = "self_evaluation",
    among: Sequence[Standard] | None = None,
) -> Selected:
    """The one standard for a budget year and a place.

    Args:
        year: the budget year of the form.
        place: names the place: a region code (`CN-BJ`), or a text with the name of the region in
            it, such as the name of the department. Without a known name: the whole country.
        object: what is judged.
        purpose: what for.
        among: the standards to select from; the shipped ones by default.

    Raises:
        StandardError: if none fits (the nearest in time is named), or several do (all are named).
    """
    if year is None:
        raise _no_year()
    known = shipped() if among is None else among
    fitting = [s for s in known if _serves(s, object, purpose)]
    meant = _near(fitting, place)
    here = [s for s in meant if s.status not in NEVER_AUTOMATIC]
    in_time = [s for s in here if s.budget_years.hold(year)]
    if not in_time:
        raise _none(here or meant or fitting, year, place, object=object, purpose=purpose)
    finest = max(len(s.applies_to.region) for s in in_time)
    best = [s for s in in_time if len(s.applies_to.region) == finest]
    if len(best) > 1:
        raise _several(best, year)
    return Selected(best[0], _why(best[0], year, place, purpose))


def _serves(standard: Standard, object: str, purpose: str) -> bool:  # noqa: A002
    applies = standard.applies_to
    return object in applies.objects and purpose == applies.purpose


def _near(standards: Sequence[Standard], place: str) -> list[Standard]:
    """The standards of the region of `place`, and of every region around it."""
    return [s for s in standards if s.applies_to.region == COUNTRY or _is_in(place, s)]


def _is_in(place: str, standard: Standard) -> bool:
    """Whether `place` lies in the region of `standard`, by its code or by a name in the text."""
    region = standard.applies_to.region
    coded = place == region or place.startswith(f"{region}-")
    return coded or any(name in place for name in standard.applies_to.region_names)


def _why(standard: Standard, year: int, place: str, purpose: Purpose) -> Words:
    years = standard.budget_years
    region = standard.applies_to.region
    found = next((name for name in standard.applies_to.region_names if name in place), "")
    where = f"地区 {region}" + (f"（名称中有“{found}”）" if found else "")
    where_en = f"region {region}" + (f" ('{found}' is in the name)" if found else "")
    until = "" if years.until == "open" else years.until
    title = PURPOSES[purpose]
    return Words(
        f"按预算年度 {year}（{years.from_}—{until}）、{where}、{title.zh}，选用 {standard.id}。",
        f"{standard.id} for budget year {year} ({years.from_}–{until}), {where_en}, {title.en}.",
    )


def _no_year() -> EvalengineError:
    return StandardError.at(
        "",
        "不知道预算年度，无法自动选用标准；请用 --standard 指定。",
        "the budget year is not known, so no standard can be selected; name one with --standard.",
    )


def _none(
    near: Sequence[Standard],
    year: int,
    place: str,
    *,
    object: Object,  # noqa: A002
    purpose: Purpose,
) -> EvalengineError:
    """No standard fits; `near` are those for other years or places, or chosen only by name."""
    what, title = OBJECTS[object], PURPOSES[purpose]
    nearest = min(near, key=lambda s: _years_away(s, year), default=None)
    hint = f"最近的是 {nearest.id}（{nearest.title}）；" if nearest else ""
    hint_en = f"nearest is {nearest.id} ({nearest.title_en}); " if nearest else ""
    return StandardError.at(
        place,
        f"没有适用于 {year} 年度、{what.zh}、{title.zh}的标准。{hint}"
        "如要使用，请用 --standard 明确指定。",
        f"no standard is for {what.en} of {year}, {title.en}. {hint_en}to use one, name it with "
        "--standard.",
    )


def _years_away(standard: Standard, year: int) -> int:
    years = standard.budget_years
    until = year if years.until == "open" else int(years.until)
    return max(years.from_ - year, year - until, 0)


def _several(best: Sequence[Standard], year: int) -> EvalengineError:
    names = "、".join(standard.id for standard in best)
    words = Words(
        f"{year} 年度有多份标准同样适用：{names}；请用 --standard 指定一份。",
        f"several standards fit {year} equally: {names}; name one with --standard.",
    )
    return StandardError([Problem("", words)])
