"""A claim on its way: content and chain are set, the other fields are still to be read."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.claim import Ground, Link, Polarity
from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """What segmentation and attribution hand to the field readers."""

    span: Span
    """The content in the document's text."""
    sentence: int
    """Index of the sentence that holds the content's first character."""
    chain: tuple[Link, ...] = ()
    cues: tuple[Span, ...] = ()
    """Cue words with their adverbs and auxiliaries that stand in this sentence; hedges in them count."""
    polarity: Polarity = Polarity.AFFIRMED
    grounds: tuple[Ground, ...] = ()
