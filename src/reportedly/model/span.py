"""Places in a text: half-open spans of Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from ``start`` up to, not including, ``end`` of a document's stored text."""

    start: int
    """Index of the first code point."""
    end: int
    """Index after the last code point; at least ``start``."""

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards or begins before the text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start}..{self.end}")

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the same span ``by`` code points further on."""
        return Span(self.start + by, self.end + by)
