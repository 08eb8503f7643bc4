"""Days and intervals of days, both ends included, as the codebook counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        if self.last < self.first:
            raise ValueError(f"interval ends before it begins: {self.first}..{self.last}")

    @classmethod
    def on(cls, day: date) -> Days:
        """Return the interval of a single day."""
        return cls(day, day)

    @property
    def length(self) -> int:
        """Number of days covered, at least 1."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: Days) -> bool:
        """Say whether the two intervals share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """Return the days between the two intervals; 0 where they overlap or touch."""
        if self.overlaps(other):
            return 0
        earlier, later = sorted((self, other))
        return (later.first - earlier.last).days

    def __str__(self) -> str:
        """Return ``2024-12-14`` or ``2024-12-13..2024-12-14``."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"
