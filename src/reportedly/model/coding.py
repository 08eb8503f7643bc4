"""Codings: what a second coder found in a document, beside the built-in reader; no stage reads them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Claim
from reportedly.model.document import Refusal
from reportedly.model.ids import identifier


class DropReason(StrEnum):
    """Why something that a second coder answered was not kept."""

    FORM = "a field has no admissible value"
    TOO_SHORT = "the quote is empty, or one word that stands at several places"
    TOO_LONG = "the quote is longer than a claim"
    NOT_FOUND = "the quote does not stand in the document"
    AMBIGUOUS = "the quote stands at several places, all taken or passed"
    REPEATED = "an earlier claim has the same words"
    SOURCE = "a source is not named in the document"
    CUE = "the words that attribute do not stand in the document"
    HEDGE = "the hedging words do not stand in the document, or their interval is none of the codebook's"
    TIME = "the words for the time do not stand in the document"
    FIGURE = "a figure does not stand in its own quote"
    COUNTED = "whom or what a figure counts is not named in the document"
    PLACE = "a place does not stand in its own quote; the claim is kept without it"

    @property
    def drops_the_claim(self) -> bool:
        """Whether the whole claim goes, not only a part of it."""
        return self is not DropReason.PLACE


@dataclass(frozen=True, slots=True)
class Dropped:
    """One thing that was not kept."""

    reason: DropReason
    words: str
    """The words that failed, cut after 200 characters; empty where the claim had none."""


@dataclass(frozen=True, slots=True)
class Coding:
    """The claims that one second coder found in one document."""

    id: str
    """``cod-`` and digits, derived from document and coder, so that a later coding supersedes it."""
    document_id: str
    coder: str
    """Who coded: ``backend:`` and the name of the model."""
    prompt: str
    """Which instructions it was given: the beginning of their SHA-256."""
    claims: tuple[Claim, ...]
    """In the order of the text; each quotes it word for word."""
    dropped: tuple[Dropped, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    """Answers that could not be used at all; what their passages say was not coded."""
    requests: tuple[str, ...] = ()
    """Keys of the requests that were asked, in order: the names of the files that keep the answers."""

    @staticmethod
    def identify(document_id: str, coder: str) -> str:
        """Return the id of a coder's coding of a document."""
        return identifier("cod", document_id, coder)
