"""Draws a comparison in SVG: how totals lie, departments, attainment against execution, losses.

Every picture says in words what it shows (`desc`); positions are for the eye, so they are floats.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.builder import ElementMaker

from evalengine.reports.cells import printable
from evalengine.reports.chart import FILLED, INK, SVG, TRACK
from scoring.comparison.tables import points_text

_FACES = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, SimHei, sans-serif"
_WIDTH = 420
_LEFT, _RIGHT = 118, 16
"""Room for names at the left, and for half a number at the right; small enough for a telephone."""

_LINE, _SOFT, _RED = "#8b949e", "#4a535d", "#a3262a"

MOST_POINTS = 1500
"""So many projects are drawn one by one; more are gathered into squares."""

MOST_DEPARTMENTS = 40
"""So many departments are drawn; the table has all."""

_SIDE = 10

_BIN = 5
"""Points of a total that one column of the histogram stands for."""

_FULL = 100

_svg = ElementMaker(namespace=SVG, nsmap={None: SVG})


@dataclass(frozen=True, slots=True)
class Spread:
    """A group of projects: lowest total, quartiles and highest, in cents."""

    name: str
    projects: int
    quartiles: tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Dot:
    """A project: percent of the budget executed, percent of the counted points earned."""

    name: str
    executed: float
    attained: float


def histogram(totals: Sequence[int]) -> etree._Element:
    """How many projects have which totals, in steps of five points; totals in cents."""
    counts: dict[int, int] = {}
    for total in totals:
        step = min(total // (100 * _BIN), _FULL // _BIN - 1)
        counts[step] = counts.get(step, 0) + 1
    first = min(counts, default=0)
    steps = range(first, _FULL // _BIN)
    said = [f"{_BIN * s}—{_BIN * (s + 1)} 分 {counts[s]} 个" for s in steps if s in counts]
    height, base = 220, 180
    picture = _picture("总分分布", "，".join(said), height)
    room = (_WIDTH - 2 * _SIDE) / max(len(steps), 1)
    most = max(counts.values(), default=1)
    for place, step in enumerate(steps):
        left, count = _SIDE + place * room, counts.get(step, 0)
        tall = (base - 30) * count / most
        picture.append(_rect(left + 2, base - tall, room - 4, tall, FILLED, said=f"{count} 个项目"))
        if count:
            picture.append(_text(left + room / 2, base - tall - 6, str(count), "middle"))
        picture.append(_text(left + room / 2, base + 18, str(_BIN * step), "middle", size=12))
    picture.append(_rule(_SIDE, base, _WIDTH - _SIDE, base))
    picture.append(_text(_WIDTH / 2, height - 4, "总分（每格 5 分，含下限）", "middle", size=12))
    return picture


def spreads(groups: Sequence[Spread], title: str) -> etree._Element:
    """A box a group: a line from lowest to highest, a box over the middle half, the median."""
    shown = sorted(groups, key=lambda g: -g.projects)[:MOST_DEPARTMENTS]
    low = min((group.quartiles[0] for group in shown), default=0) // 1000 * 1000
    row = 30
    height = row * len(shown) + 34
    said = [f"{g.name}中位 {points_text(g.quartiles[2])}" for g in shown]
    picture = _picture(title, "，".join(said), height)

    def across(cents: int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (cents - low) / max(_FULL * 100 - low, 1)

    for mark in range(low, _FULL * 100 + 1, 1000):
        picture.append(_rule(across(mark), 4, across(mark), height - 24, TRACK))
        picture.append(_text(across(mark), height - 8, str(mark // 100), "middle", size=12))
    for place, (group, label) in enumerate(
        zip(shown, labels([group.name for group in shown]), strict=True)
    ):
        middle = row * place + 18
        least, lower, median, upper, most = map(across, group.quartiles)
        picture.append(_text(_LEFT - 8, middle + 5, label, "end", size=12))
        picture.append(_rule(least, middle, most, middle))
        quartiles = " / ".join(map(points_text, group.quartiles))
        words = f"{group.name}（{group.projects} 个）：{quartiles}"
        wide = max(upper - lower, 2)
        picture.append(_rect(lower, middle - 8, wide, 16, FILLED, said=words))
        picture.append(_rule(median, middle - 10, median, middle + 10, INK, 2))
    return picture


def scatter(dots: Sequence[Dot]) -> etree._Element:
    """Attainment of counted targets against execution; below the diagonal more was spent."""
    size, left, top = 340, 50, 28
    picture = _picture("指标完成与预算执行", _scatter_words(dots), size + 76)

    def place(dot: Dot) -> tuple[float, float]:
        return left + size * dot.executed / _FULL, top + size * (1 - dot.attained / _FULL)

    for mark in range(0, _FULL + 1, 20):
        x, y = place(Dot("", mark, mark))
        picture.append(_rule(left, y, left + size, y, TRACK))
        picture.append(_rule(x, top, x, top + size, TRACK))
        picture.append(_text(left - 6, y + 4, f"{mark}%", "end", size=12))
        picture.append(_text(x, top + size + 16, f"{mark}%", "middle", size=12))
    picture.append(_rule(left, top + size, left + size, top, _LINE))
    if len(dots) > MOST_POINTS:
        picture.extend(_squares(dots, left, top, size))
    else:
        picture.extend(_circle(*place(dot), dot) for dot in dots)
    picture.append(_text(left + size / 2, top + size + 38, "预算执行率", "middle", size=12))
    picture.append(_text(left, 14, "定量指标得分率", "middle", size=12))
    return picture


def losses(parts: Sequence[tuple[str, int, int]]) -> etree._Element:
    """Where points are lost: a bar a category, lost of all that could be had (cents)."""
    row = 28
    said = [f"{name}失分率 {100 * lost / most:.1f}%" for name, lost, most in parts if most]
    picture = _picture("失分在哪里", "，".join(said), row * len(parts) + 8)
    widest = max((lost / most for _, lost, most in parts if most), default=1) or 1
    for place, (name, lost, most) in enumerate(parts):
        share = lost / most if most else 0
        middle = row * place + 18
        wide = (_WIDTH - _LEFT - 128) * share / widest
        picture.append(_text(_LEFT - 8, middle + 5, _clipped(name), "end", size=12))
        picture.append(_rect(_LEFT, middle - 8, max(wide, 1), 16, FILLED, said=name))
        words = f"{share:.1%}（{points_text(lost)} 分）"
        picture.append(_text(_LEFT + max(wide, 1) + 6, middle + 5, words, size=12))
    return picture


def _scatter_words(dots: Sequence[Dot]) -> str:
    far = sum(dot.attained - dot.executed >= _FAR for dot in dots)
    return f"{len(dots)} 个项目，其中 {far} 个的完成比执行高 {_FAR} 个百分点以上"


_FAR = 20


def _squares(dots: Iterable[Dot], left: float, top: float, size: float) -> list[etree._Element]:
    """Projects gathered into squares of two percent, the darker the more."""
    step = 2
    counts: dict[tuple[int, int], int] = {}
    for dot in dots:
        key = (min(int(dot.executed), 99) // step, min(int(dot.attained), 99) // step)
        counts[key] = counts.get(key, 0) + 1
    most = max(counts.values())
    side = size * step / _FULL
    return [
        _rect(
            left + column * side,
            top + size - (line + 1) * side,
            side,
            side,
            FILLED,
            said=f"{count} 个项目",
            opacity=0.2 + 0.8 * count / most,
        )
        for (column, line), count in sorted(counts.items())
    ]


def _circle(x: float, y: float, dot: Dot) -> etree._Element:
    colour = _RED if dot.attained - dot.executed >= _FAR else FILLED
    circle = _svg.circle(
        {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "4", "fill": colour, "fill-opacity": "0.7"}
    )
    words = f"{dot.name}：执行率 {dot.executed:.1f}%，得分率 {dot.attained:.1f}%"
    circle.append(_svg.title(printable(words)))
    return circle


def _picture(title: str, said: str, height: float) -> etree._Element:
    return _svg.svg(
        _svg.title(title),
        _svg.desc(printable(said) + "。"),
        {"viewBox": f"0 0 {_WIDTH} {height:.0f}", "role": "img", "font-family": _FACES},
        {"font-size": "14", "fill": INK, "width": str(_WIDTH), "height": f"{height:.0f}"},
    )


def _text(
    x: float, y: float, words: str, anchor: str = "start", *, size: int = 14
) -> etree._Element:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor, "font-size": str(size)}
    return _svg.text(printable(words), place)


def _rect(
    x: float, y: float, wide: float, tall: float, colour: str, *, said: str, opacity: float = 1
) -> etree._Element:
    box = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{wide:.1f}", "height": f"{tall:.1f}"}
    drawn = _svg.rect({**box, "fill": colour, "fill-opacity": f"{opacity:.2f}"})
    drawn.append(_svg.title(printable(said)))
    return drawn


def _rule(
    x: float, y: float, to_x: float, to_y: float, colour: str = _LINE, thick: int = 1
) -> etree._Element:
    ends = {"x1": f"{x:.1f}", "y1": f"{y:.1f}", "x2": f"{to_x:.1f}", "y2": f"{to_y:.1f}"}
    return _svg.line({**ends, "stroke": colour, "stroke-width": str(thick)})


def _clipped(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"


def labels(names: Sequence[str]) -> list[str]:
    """Names short enough for a picture; those that begin alike keep their ends, or get numbers."""
    found = [_clipped(name) for name in names]
    alike = {label for label, times in Counter(found).items() if times > 1}
    half = _NAME // 2
    found = [
        f"{name[:half]}…{name[-half:]}" if label in alike and len(name) > _NAME else label
        for name, label in zip(names, found, strict=True)
    ]
    seen: Counter[str] = Counter()
    for at, label in enumerate(found):
        seen[label] += 1
        if seen[label] > 1:
            found[at] = f"{label[: _NAME - 2]}·{seen[label]}"
    return found


_NAME = 9
