"""What reading gives: documents, claims, refusals, and which count by a day; the readers load much more than this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from reportedly.model.claim import Claim
from reportedly.model.codes import CodeMeaning
from reportedly.model.document import Document, Refusal

REFUSALS = MappingProxyType(
    {
        "R401": CodeMeaning(
            "no publication day, so nobody can say that it was known by the day asked for",
            "give the document its publication day, or ask without a day",
        ),
    }
)
"""What the pipeline itself leaves out; the reference page of codes is drawn from these."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with the claims that were found in it."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of reading a set of paths."""

    documents: tuple[Document, ...]
    """In the order in which they were read, each once."""
    refusals: tuple[Refusal, ...]


def known_by(documents: Sequence[Document], day: date | None) -> Reading:
    """Leave out what was published after a day, and refuse what has no day of publication.

    Args:
        documents: the documents at hand.
        day: the last day that counts; None keeps everything.
    """
    if day is None:
        return Reading(tuple(documents), ())
    kept = tuple(document for document in documents if document.day is not None and document.day <= day)
    meaning = REFUSALS["R401"]
    undated = tuple(
        Refusal("R401", meaning.title, document.key, meaning.advice) for document in documents if document.day is None
    )
    return Reading(kept, undated)
