"""Shares the points of categories over their rows, and those of rows over their promises."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from indicators.errors import Words
from indicators.model import Indicator
from indicators.taxonomy import category_title
from scoring.rounding import from_cents
from scoring.same_unit import whole_numbers
from scoring.weights import apportion


@dataclass(frozen=True)
class Row:
    """A row of the form with the category as the standard counts it, and the key of its points."""

    indicator: Indicator
    category: str
    key: str

    @cached_property
    def ids(self) -> list[str]:
        """The ids of its promises."""
        return [id_ for id_, _ in self.indicator.items()]


class Sharing:
    """Shares the points of categories (in cents) over rows and promises."""

    def __init__(
        self, points: Mapping[str, int], rows: Sequence[Row], excluded: Collection[str]
    ) -> None:
        self._points = points
        self._rows = rows
        self._excluded = excluded

    def left_out(self) -> tuple[dict[str, int], tuple[Words, ...]]:
        """Every promise has its share; the shares of the excluded ones are dropped."""
        items = self._nothing()
        for key, cents in self._points.items():
            items |= self._in_category(self._rows, key, cents, ())
        return {id_: 0 if id_ in self._excluded else c for id_, c in items.items()}, ()

    def handed_on(self, total: int) -> tuple[dict[str, int], tuple[Words, ...]]:
        """Excluded promises hand their share on, so that `total` cents are shared out."""
        kept = [row for row in self._rows if any(id_ not in self._excluded for id_ in row.ids)]
        keys = [key for key in self._points if any(row.key == key for row in kept)]
        shares = apportion(total, [self._points[key] for key in keys])
        items = self._nothing()
        for key, cents in zip(keys, shares, strict=True):
            items |= self._in_category(kept, key, cents, self._excluded)
        return items, tuple(self._handed(keys))

    def _nothing(self) -> dict[str, int]:
        return {id_: 0 for row in self._rows for id_ in row.ids}

    def _in_category(
        self, rows: Sequence[Row], key: str, cents: int, excluded: Collection[str]
    ) -> dict[str, int]:
        """The points of one category over its rows, and of each row over its promises."""
        own = [row for row in rows if row.key == key]
        items: dict[str, int] = {}
        for row, share in zip(own, apportion(cents, self._row_weights(own)), strict=True):
            ids = [id_ for id_ in row.ids if id_ not in excluded]
            items |= zip(ids, apportion(share, [1] * len(ids)), strict=True)
        return items

    def _handed(self, keys: Collection[str]) -> Iterator[Words]:
        """What became of points: those of whole categories (`keys` are left), and of promises."""
        for key, cents in self._points.items():
            title = category_title(key)
            if cents and key not in keys:
                points = from_cents(cents)
                yield Words(
                    f"没有适用的{title.zh}，其 {points} 分按比例分给其他指标类别。",
                    f"no {title.en} indicator applies; its {points} points go to the other "
                    "categories.",
                )
                continue
            own = self._in_category(self._rows, key, cents, ())
            gone = {id_: share for id_, share in own.items() if share and id_ in self._excluded}
            if gone:
                ids, points = list(gone), from_cents(sum(gone.values()))
                yield Words(
                    f"{'、'.join(ids)} 不参与评价，其 {points} 分分给其他{title.zh}。",
                    f"{', '.join(ids)} not judged: {points} points go to the other {title.en} "
                    "indicators.",
                )

    def _row_weights(self, rows: Sequence[Row]) -> list[int]:
        """The points that the form prints, where it prints any in the category, and leaves none
        blank but those that do not apply; else equal weights.
        """
        printed = [row.indicator.max_points for row in rows]
        blank = [row for row in rows if row.indicator.max_points is None]
        applies = any(id_ not in self._excluded for row in blank for id_ in row.ids)
        if any(printed) and not applies:
            return list(whole_numbers(*(points or Decimal(0) for points in printed)))
        return [1] * len(rows)
