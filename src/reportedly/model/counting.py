"""Counting conventions: named tables that say between which numbers a vague word for a number lies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from reportedly.model.claim import Claim, Quantity
from reportedly.model.measures import rounding


class AboutRule(StrEnum):
    """What ``about 200`` stands for."""

    AS_WRITTEN = "as written"
    """The number itself."""
    HALF_UNIT = "half a unit"
    """Half a unit of the last digit that is not nought to both sides: 150 to 250, with 200 as the best."""


class BoundRule(StrEnum):
    """What the point of ``at least 24`` or ``30 to 40`` is."""

    OPEN = "open"
    """There is none: a bound is a bound."""
    LOWEST = "lowest"
    """The lowest number that the words allow."""


class Above(StrEnum):
    """Where ``more than 100`` begins."""

    AT = "at"
    """At the number named."""
    NEXT = "next"
    """One above it."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """What some words stand for."""

    words: tuple[str, ...]
    """The words in lower case, without ``of`` behind them."""
    low: int | None
    high: int | None
    best: int | None = None
    note: str = ""
    """Where the reading comes from, if not from the table's source, and how sure that is."""


@dataclass(frozen=True, slots=True)
class CountInterval:
    """A figure as a convention reads it."""

    low: int | None
    high: int | None
    best: int | None
    """The number that stands for the figure; None where the convention names none."""
    convention: str
    """Name of the convention."""
    reason: str
    """Why these numbers, in words."""


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """One figure of a claim with its reading."""

    claim_id: str
    figure: int
    """Place among the claim's quantities, from 0."""
    interval: CountInterval


@dataclass(frozen=True)
class Convention:
    """A named way to turn what a text says of a number into an interval."""

    name: str
    """The name that output prints."""
    source: str
    """Where the rules were published, and of what we are not sure."""
    words: tuple[WordReading, ...]
    about: AboutRule = AboutRule.AS_WRITTEN
    bounds: BoundRule = BoundRule.OPEN
    above: Above = Above.AT
    coded: bool = False
    """Whether claims are coded by this very convention, so that the ends of a figure stand as they are."""

    @cached_property
    def _by_word(self) -> dict[str, WordReading]:
        return {word: reading for reading in self.words for word in reading.words}

    def reading(self, words: str) -> WordReading | None:
        """Return what a vague word stands for; None where the convention does not know it.

        A word before a scale is multiplied out: ``several hundred`` is ``several`` times a hundred.
        """
        plain = _plain(words)
        if plain in self._by_word:
            return self._by_word[plain]
        match = _SCALED.fullmatch(plain)
        first = self._by_word.get(_plain(match["first"])) if match else None
        if match is None or first is None:
            return None
        scale = _SCALES[match["scale"].rstrip("s")]
        low, high, best = (None if end is None else end * scale for end in (first.low, first.high, first.best))
        return WordReading((plain,), low, high, best, first.note)

    def interval(self, quantity: Quantity) -> CountInterval:
        """Return a figure between the ends that this convention gives it.

        Args:
            quantity: a figure as the codebook codes it; a vague word stands in its ``qualifier``.
        """
        words = quantity.qualifier or ""
        if self.coded and (quantity.low is not None or quantity.high is not None):
            return self._as_coded(quantity)
        if words in _BOUNDS:
            return self._bounded(quantity)
        if not words:
            return self._plain_figure(quantity)
        found = self.reading(words)
        if found is None:
            reason = f"{self.name} has no reading of “{words}”; it stays as the codebook codes it"
            return CountInterval(quantity.low, quantity.high, None, self.name, reason)
        reason = f"“{words}” is {interval_words(found.low, found.high, found.best)} by {self.name}"
        return CountInterval(found.low, found.high, found.best, self.name, reason)

    def _as_coded(self, quantity: Quantity) -> CountInterval:
        low, high = _ordered(quantity.low, quantity.high)
        best = low if low is not None and low == high else None
        vague = f"“{quantity.qualifier}” is {interval_words(low, high)} by {self.name}"
        words = vague if is_vague(quantity) else "as coded"
        return CountInterval(low, high, best, self.name, words)

    def _plain_figure(self, quantity: Quantity) -> CountInterval:
        low, high = _ordered(quantity.low, quantity.high)
        if low is not None and low == high:
            return CountInterval(low, high, low, self.name, "an exact figure")
        best = low if self.bounds is BoundRule.LOWEST else None
        return CountInterval(low, high, best, self.name, "a range" if low is not None else "no figure")

    def _bounded(self, quantity: Quantity) -> CountInterval:
        low, high = _ordered(quantity.low, quantity.high)
        if quantity.qualifier == "about":
            best = low if low == high else None
            margin = rounding(best) if best is not None and self.about is AboutRule.HALF_UNIT else 0
            low = None if low is None else max(0, low - margin)
            high = None if high is None else high + margin
            reason = f"“about” leaves {margin:,} to both sides" if margin else "“about” is read as written"
            return CountInterval(low, high, best, self.name, reason)
        if quantity.qualifier == "more than" and low is not None and self.above is Above.NEXT:
            low += 1
        best = low if self.bounds is BoundRule.LOWEST else None
        return CountInterval(low, high, best, self.name, f"“{quantity.qualifier}” is a bound")


AS_CODED = Convention("Codebook", "the codebook's table of quantities", (), coded=True)
"""The convention by which claims are coded, without its table: every figure stays as it is."""

_BOUNDS = frozenset({"about", "at least", "more than", "up to", "fewer than"})
"""Qualifiers of the codebook that are no vague words."""

_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6}
_SCALED = re.compile(r"(?P<first>[a-z ]+?) (?:of )?(?P<scale>(?:dozen|hundred|thousand|million)s?)")
_TRIMMED = re.compile(r"^(?:the |quite |just |only |perhaps )+|\s+of$")


def is_vague(quantity: Quantity) -> bool:
    """Say whether a figure is a word such as ``dozens``, which conventions read differently."""
    return bool(quantity.qualifier) and quantity.qualifier not in _BOUNDS


def _plain(words: str) -> str:
    return _TRIMMED.sub("", " ".join(words.lower().replace("-", " ").split()))


def _ordered(low: int | None, high: int | None) -> tuple[int | None, int | None]:
    return (high, low) if low is not None and high is not None and high < low else (low, high)


def interval_words(low: int | None, high: int | None, best: int | None = None) -> str:
    """Return an interval in words: ``12``, ``24 or more``, ``18 to 49, best 36``; ``no number`` where it has no end."""
    if low is not None and low == high:
        return f"{low:,}"
    if low is None:
        ends = f"up to {high:,}" if high is not None else "no number"
    else:
        ends = f"{low:,} or more" if high is None else f"{low:,} to {high:,}"
    return ends if best is None or best in {low, high} else f"{ends}, best {best:,}"


def counted(claims: Iterable[Claim], convention: Convention) -> tuple[CountedFigure, ...]:
    """Return every figure of the claims as the convention reads it, in the order of claims and figures."""
    return tuple(
        CountedFigure(claim.id, place, convention.interval(quantity))
        for claim in claims
        for place, quantity in enumerate(claim.quantities)
    )


def as_read(quantity: Quantity, convention: Convention) -> Quantity:
    """Return a figure with the ends that the convention gives its vague word; any other figure stays as it is."""
    if not is_vague(quantity):
        return quantity
    read = convention.interval(quantity)
    return replace(quantity, low=read.low, high=read.high)


@dataclass(frozen=True, slots=True)
class UnitSize:
    """How many people a military unit of one name has."""

    words: tuple[str, ...]
    low: int
    high: int | None
    """None where no upper end is stated."""


@dataclass(frozen=True)
class UnitSizes:
    """Sizes of military units; a count of units is never added to a count of people, only shown beside it."""

    name: str
    source: str
    units: tuple[UnitSize, ...]

    @cached_property
    def _by_word(self) -> dict[str, UnitSize]:
        return {word: unit for unit in self.units for word in unit.words}

    def people(self, quantity: Quantity) -> CountInterval | None:
        """Return how many people a count of units stands for (``up to a battalion``); None where it counts no units."""
        word = unit_word(quantity.of)
        size = self._by_word.get(word) if word else None
        if size is None or (quantity.low is None and quantity.high is None):
            return None
        low = None if quantity.low is None else quantity.low * size.low
        high = None if quantity.high is None or size.high is None else quantity.high * size.high
        reason = f"a {word} has {interval_words(size.low, size.high)} people by {self.name}"
        return CountInterval(low, high, None, self.name, reason)


NO_UNITS = UnitSizes("no unit sizes", "", ())
"""No unit has a size."""

_UNIT = re.compile(
    r"\b(?P<unit>squad|platoon|company|battalion|regiment|brigade|division|corps)s?\b|\b(?P<plural>companies)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s+(?:of|from|in|at|with|within|who|that|which|belonging|under|near)\s|,")


def unit_word(of: str) -> str | None:
    """Return the unit (``battalion``) that a phrase counts; None where it counts people or things.

    The unit must be the head: ``two battalions of marines`` counts units, ``soldiers of the 3rd battalion`` does not.
    """
    head = _HEAD.split(" ".join(of.split()))[0].split()
    match = _UNIT.fullmatch(head[-1]) if head else None
    if match is None:
        return None
    return "company" if match["plural"] else match["unit"].lower()
