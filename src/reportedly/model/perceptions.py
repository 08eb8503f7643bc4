"""Perceptions: what readers take words of likelihood to mean, as surveys found it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """How readers of a survey put one word into a number."""

    words: tuple[str, ...]
    """The word as the survey asked for it, and other forms of it."""
    median: float
    low: float
    """A quarter of the readers named less."""
    high: float
    """A quarter of the readers named more."""
    share: float | None = None
    """Share of the readers whose number lies in the word's row of ICD 203; None where that has no such word."""


@dataclass(frozen=True, slots=True)
class Perceptions:
    """One survey of what words of likelihood are heard as."""

    name: str
    source: str
    readers: int
    """How many people answered."""
    words: tuple[Heard, ...]
    note: str = ""

    def heard(self, word: str) -> Heard | None:
        """Return what readers made of a word; None where they were not asked."""
        asked = " ".join(word.lower().split())
        return next((one for one in self.words if asked in one.words), None)
