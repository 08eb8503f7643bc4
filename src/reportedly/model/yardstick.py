"""Yardsticks: standard tables that pair probability words with intervals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """One row of a yardstick."""

    low: float
    high: float
    words: tuple[str, ...]
    """The words of the row, the one that output uses first."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A named table of probability words; exports carry its name, since one word has other numbers elsewhere."""

    name: str
    source: str
    """Where the table was published."""
    bands: tuple[Band, ...]

    def band(self, probability: float) -> Band | None:
        """Return the row that holds ``probability`` (0 to 1), the more cautious one at a shared edge; None in a gap."""
        fitting = [band for band in self.bands if band.low <= probability <= band.high]
        return min(fitting, key=lambda band: abs((band.low + band.high) / 2 - 0.5), default=None)
