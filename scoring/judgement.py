"""定性分档: the bands in which a judgement falls, and the share of the points each leaves open."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from indicators.errors import ActualsError
from indicators.model import Actual, Judgement, plain
from indicators.rulefile import Rule, fault
from scoring.provenance import Sourced

FULL = Decimal(100)
"""Shares are percentages of the points of an item."""


def squeeze(text: str) -> str:
    """`text` without any white space: cells are broken into lines at will."""
    return "".join(text.split())


class Band(Rule):
    """One band: `from` (included) to `to` (excluded, but for the best band), in percent.

    `judgement` is the answer that falls in it; `aliases` are other wordings of its title on
    forms. `default` is the share where the evaluator names none: a bound, the middle, or a number.
    """

    name: str
    title: str
    title_en: str
    aliases: tuple[str, ...] = ()
    judgement: Judgement | None = None
    from_: Decimal = Field(alias="from", ge=0, le=FULL)
    to: Decimal = Field(ge=0, le=FULL)
    default: Literal["upper", "middle", "lower"] | Decimal

    @model_validator(mode="after")
    def _bounds_are_ordered(self) -> "Band":
        if self.from_ > self.to:
            raise fault(f"{self.name} 档的 from 大于 to", f"band {self.name}: `from` is above `to`")
        return self

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Every way to say it, without white space."""
        return tuple(map(squeeze, (self.title, self.title_en, *self.aliases)))

    @cached_property
    def default_share(self) -> Decimal:
        """The share given where none is named."""
        named = {"upper": self.to, "middle": (self.from_ + self.to) / 2, "lower": self.from_}
        return self.default if isinstance(self.default, Decimal) else named[self.default]

    def holds(self, share: Decimal) -> bool:
        """Whether `share` lies in the band; the upper bound only where it is 100% or alone."""
        closed = self.to == FULL or self.from_ == self.to
        return self.from_ <= share and (share <= self.to if closed else share < self.to)

    @cached_property
    def interval(self) -> str:
        """The band as people write intervals: `[80%, 100%]`, `[50%, 80%)`."""
        end = "]" if self.holds(self.to) else ")"
        return f"[{plain(self.from_)}%, {plain(self.to)}%{end}"


@dataclass(frozen=True, slots=True)
class JudgedShare:
    """The share of the points, in percent, that an answer has; `named` by the evaluator or not."""

    band: Band
    share: Decimal
    named: bool


class Share(NamedTuple):
    """What an answer in words is worth: percent of the points, and whether it keeps the promise."""

    percent: Decimal
    met: bool


class Bands(Sourced):
    """The bands of a standard, best first. They leave no gap, unless each is a single share."""

    bands: tuple[Band, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _bands_fit_together(self) -> "Bands":
        for band in self.bands:
            if not band.holds(band.default_share):
                raise fault(
                    f"{band.name} 档的 default 不在本档 {band.interval} 之内",
                    f"band {band.name}: its default lies outside {band.interval}",
                )
        for better, worse in zip(self.bands, self.bands[1:], strict=False):
            if worse.to > better.from_:
                raise fault(
                    f"{better.name} 与 {worse.name} 两档重叠",
                    f"bands {better.name} and {worse.name} overlap",
                )
            if worse.to < better.from_ and not self._single_shares:
                raise fault(
                    f"{better.name} 与 {worse.name} 两档之间有空隙",
                    f"there is a gap between bands {better.name} and {worse.name}",
                )
        names = [band.name for band in self.bands]
        if len(set(names)) < len(names):
            raise fault("有两档同名", "two bands have the same name")
        return self

    @property
    def _single_shares(self) -> bool:
        return all(band.from_ == band.to for band in self.bands)

    def named(self, name: str) -> Band:
        """The band of that name. Raises KeyError if there is none."""
        return {band.name: band for band in self.bands}[name]

    def titled(self, text: str) -> Band | None:
        """The band whose title, or one of its other wordings, is exactly `text`."""
        return self._by_wording.get(squeeze(text))

    @property
    def words(self) -> frozenset[str]:
        """All words, without white space, by which the bands are named."""
        return frozenset(self._by_wording)

    @cached_property
    def _by_wording(self) -> dict[str, Band]:
        """The bands by their wordings; of two that share one, the better."""
        return {word: band for band in reversed(self.bands) for word in band.wordings}

    def holding(self, share: Decimal) -> Band | None:
        """The band in which `share` lies."""
        return next((band for band in self.bands if band.holds(share)), None)

    def worth(self, judged: JudgedShare) -> Share:
        """What a judgement is worth: only the best band keeps the promise."""
        return Share(judged.share, judged.band == self.bands[0])

    def answering(self, actual: Actual) -> Band | None:
        """The band of an answer: by its wording, else its judgement, else the share it claims."""
        worded = self.titled(actual.text)
        if worded is not None:
            return worded
        judgement = Judgement.ACHIEVED if actual.kind == "reached" else actual.judgement
        if judgement is not None:
            return next((band for band in self.bands if band.judgement == judgement), None)
        return None if actual.share is None else self.holding(actual.share * 100)

    def fits(self, actual: Actual) -> bool:
        """Whether the share that an answer claims lies in the band that its words name."""
        band = self.answering(actual)
        return band is not None and actual.share is not None and band.holds(actual.share * 100)


def share_in(band: Band, actual: Actual) -> JudgedShare:
    """The share that `actual` claims within `band`, or the default of the band.

    Raises:
        ActualsError: if the share claimed lies outside the band.
    """
    if actual.share is None:
        return JudgedShare(band, band.default_share, named=False)
    share = actual.share * 100
    if not band.holds(share):
        raise ActualsError.at(
            actual.place,
            f"得分比例 {plain(share)}% 与“{band.title}”不符；该档为 {band.interval}。"
            "请改比例，或改选档次。",
            f"a share of {plain(share)}% does not fit '{band.title_en}', which is "
            f"{band.interval}; change the share or the judgement.",
        )
    return JudgedShare(band, share, named=True)


def judged_share(levels: Bands, actual: Actual) -> JudgedShare:
    """The band and the share of an answer in words.

    Raises:
        ActualsError: if the words name no band, or the share lies outside the band.
    """
    band = levels.answering(actual)
    if band is None:
        titles = "、".join(band.title for band in levels.bands)
        titles_en = ", ".join(band.title_en for band in levels.bands)
        raise ActualsError.at(
            actual.place,
            f"“{actual.text}”不是评价档次；请选：{titles}。",
            f"'{actual.text}' is no judgement; choose one of: {titles_en}.",
        )
    return share_in(band, actual)
