"""Yardsticks: published tables that pair words with numbers, of likelihood, confidence, reliability or credibility."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

_EXACT = 9
"""Decimals to which probabilities are compared, so that 0.55 + 0.25 meets the edge at 0.8."""


class ScaleOf(StrEnum):
    """What a scale measures."""

    LIKELIHOOD = "likelihood"
    CONFIDENCE = "confidence"
    RELIABILITY = "reliability"
    """Of a source."""
    CREDIBILITY = "credibility"
    """Of a piece of information."""


class ScaleKind(StrEnum):
    """How the rows of a scale lie on the line from 0 to 1."""

    DISJOINT = "disjoint"
    """Side by side; neighbours share an edge."""
    GAPS = "gaps"
    """Apart; what lies between two rows has no word."""
    NESTED = "nested"
    """One inside the other; ``use`` says which word is taken where."""
    STEPS = "steps"
    """Runs of whole percent, each with a value of its own."""
    POINTS = "points"
    """A single value each."""
    NAMED = "named"
    """Words in an order, without numbers."""


class Edge(StrEnum):
    """Which of two rows has the edge that they share."""

    CAUTIOUS = "cautious"
    """The one whose middle is nearer to even chances."""
    UPPER = "upper"
    """The one that begins there."""


@dataclass(frozen=True, slots=True)
class Band:
    """One row of a yardstick."""

    low: float
    high: float
    words: tuple[str, ...]
    """The words of the row, the one that output uses first."""
    adverbs: tuple[str, ...] = ()
    """For each word the form it takes beside a verb; empty where it has none."""
    code: str = ""
    """The sign that stands for the row, such as ``B`` or ``3``."""
    point: float | None = None
    """The one number that the publisher gives for the row; None where there is none."""
    open_low: bool = False
    """Whether the lower end is outside of the row."""
    open_high: bool = False
    """Whether the upper end is outside of the row."""
    use: tuple[float, float] | None = None
    """Where the word is taken, if not on the whole row."""

    @property
    def span(self) -> tuple[float, float]:
        """Where the word is taken for a number."""
        return self.use or (self.low, self.high)

    @property
    def number(self) -> float:
        """The one number that stands for the row: the publisher's, else its middle, or that of where it is used."""
        low, high = self.span
        middle = (self.low + self.high) / 2 if low < (self.low + self.high) / 2 < high else (low + high) / 2
        return round(middle, _EXACT) if self.point is None else self.point

    @property
    def width(self) -> float:
        """Length of the row."""
        return round(self.high - self.low, _EXACT)

    def holds(self, probability: float) -> bool:
        """Return whether the word is taken for this number."""
        low, high = self.span
        number = round(probability, _EXACT)
        above = low < number or (number == low and not (self.open_low and low == self.low))
        below = number < high or (number == high and not (self.open_high and high == self.high))
        return above and below


@dataclass(frozen=True, slots=True)
class Named:
    """A row without a number: a level of confidence, or what cannot be judged."""

    words: tuple[str, ...]
    code: str = ""
    basis: str = ""
    """On what the standard rests the word."""
    unknown: bool = False
    """Whether the row says that nothing can be said; it is no middle value, whatever number a publisher writes."""
    exported: float | None = None
    """The number that the publisher writes for it all the same; it is written, never read back."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Where on a yardstick a number falls that has no word."""

    low: float | None
    """Upper end of the row below; None where there is none."""
    high: float | None
    """Lower end of the row above; None where there is none."""
    below: Band | None
    above: Band | None

    @property
    def text(self) -> str:
        """The gap in words: ``between unlikely and realistic possibility``, ``below almost no chance``."""
        if self.below and self.above:
            return f"between {self.below.words[0]} and {self.above.words[0]}"
        if self.above:
            return f"below {self.above.words[0]}"
        return f"above {self.below.words[0]}" if self.below else "no number is paired with a word"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A named table of words; exports carry its name, since one word has other numbers elsewhere."""

    name: str
    source: str
    """Where the table was published."""
    bands: tuple[Band, ...]
    """Rows with numbers, from low to high."""
    edition: str = ""
    of: ScaleOf = ScaleOf.LIKELIHOOD
    kind: ScaleKind = ScaleKind.DISJOINT
    edge: Edge = Edge.CAUTIOUS
    word_rows: int = 1
    """How many rows of words the table has that must not be mixed; each band then has one word for each."""
    named: tuple[Named, ...] = ()
    """Rows without a number."""
    aliases: tuple[str, ...] = ()
    """Other names by which it can be asked for."""
    note: str = ""
    """What a user should know before taking a word from it."""

    def band(self, probability: float) -> Band | None:
        """Return the row whose word is taken for a number.

        Args:
            probability: from 0 to 1.

        Returns:
            The row; at an edge that two rows share the one that ``edge`` says, of nested rows the narrowest; None where
            the table has no word for the number, which ``gap`` then names.
        """
        number = self._percent(probability) if self.kind is ScaleKind.STEPS else probability
        fitting = [band for band in self.bands if band.holds(number)]
        if self.kind is ScaleKind.NESTED:
            return min(fitting, key=lambda band: (band.width, _from_even(band)), default=None)
        if self.edge is Edge.UPPER:
            return max(fitting, key=lambda band: band.span, default=None)
        return min(fitting, key=_from_even, default=None)

    def gap(self, probability: float) -> Gap | None:
        """Return where a number falls that has no word; None where it has one."""
        if self.band(probability) is not None:
            return None
        below = [band for band in self.bands if band.span[1] <= probability]
        above = [band for band in self.bands if band.span[0] >= probability]
        last = max(below, key=lambda band: band.span[1], default=None)
        first = min(above, key=lambda band: band.span[0], default=None)
        return Gap(last.span[1] if last else None, first.span[0] if first else None, last, first)

    def nearest(self, probability: float) -> Band | None:
        """Return the row whose use lies nearest to a number, of two as near the more cautious; None without rows."""
        held = self.band(probability)
        return held or min(self.bands, key=lambda band: (_away(band, probability), _from_even(band)), default=None)

    def holding(self, probability: float) -> tuple[Band, ...]:
        """Return all rows that are true of a number, the narrowest first; nested tables have several."""
        own = (replace(band, use=None) for band in self.bands)
        held = [band for band, whole in zip(self.bands, own, strict=True) if whole.holds(probability)]
        return tuple(sorted(held, key=lambda band: (band.width, _from_even(band))))

    def row(self, word: str) -> Band | Named | None:
        """Return the row of a word, an adverb or a code, whatever its case; None where the table does not have it."""
        asked = " ".join(word.lower().split())
        rows: Iterator[Band | Named] = iter((*self.bands, *self.named))
        return next((row for row in rows if asked in spellings(row)), None)

    def in_row(self, number: int) -> Yardstick:
        """Return the table with the words of its nth row (from 1) first, which output then uses.

        Raises:
            ValueError: where the table has no such row of words.
        """
        if not 1 <= number <= self.word_rows:
            raise ValueError(f"{self.name} has {self.word_rows} rows of words")
        return replace(self, bands=tuple(_turned(band, number - 1) for band in self.bands))

    def read_back(self, value: float) -> Band | None:
        """Return the row of a number that came from outside; None where it may as well stand for what is unknown.

        MISP writes 50 for ``F`` (cannot be judged) as it does for ``C``: the number alone says neither.
        """
        if any(row.exported is not None and math.isclose(row.exported, value) for row in self.named):
            return None
        return self.band(value)

    def _percent(self, probability: float) -> float:
        """Round to whole percent, halves up; what is neither sure nor excluded stays off the two ends."""
        if probability in (0.0, 1.0):
            return probability
        return min(max(math.floor(round(probability * 100, _EXACT) + 0.5), 1), 99) / 100


def spellings(row: Band | Named) -> tuple[str, ...]:
    """Return everything by which a row can be asked for, in small letters: words, adverbs, code."""
    adverbs = row.adverbs if isinstance(row, Band) else ()
    return tuple(word.lower() for word in (*row.words, *adverbs, row.code) if word)


def _turned(band: Band, first: int) -> Band:
    order = [first, *(n for n in range(len(band.words)) if n != first)]
    adverbs = tuple(band.adverbs[n] for n in order) if band.adverbs else ()
    return replace(band, words=tuple(band.words[n] for n in order), adverbs=adverbs)


def _from_even(band: Band) -> float:
    return round(abs((band.low + band.high) / 2 - 0.5), _EXACT)


def _away(band: Band, probability: float) -> float:
    low, high = band.span
    return round(max(low - probability, probability - high, 0.0), _EXACT)
