"""What was known: the part of a ledger that was published by a day and recorded by a moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.events.verdicts import MACHINE
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.document import Document, Refusal
from reportedly.model.event import Judgement
from reportedly.model.review import Review, SourceJudgement
from reportedly.pipeline.reading import Coded, known_by
from reportedly.pipeline.record import Held, held
from reportedly.pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Known:
    """What a view is drawn from."""

    coded: tuple[Coded, ...]
    """Documents with their claims."""
    people: tuple[Judgement, ...]
    """What people judged of these claims, whenever they did."""
    refusals: tuple[Refusal, ...]
    """What was never taken, and ``undated``."""
    undated: tuple[Refusal, ...] = ()
    """Documents without a day of publication, where a day was asked for."""
    reviews: tuple[Review, ...] = ()
    """What people decided about claims of these documents, whenever they did; it has taken effect."""
    graded: tuple[SourceJudgement, ...] = ()
    """Letters that people gave sources, oldest first."""


def known_in(book: Ledger, settings: Settings) -> Known:
    """Return what a ledger holds by the day and the moment of the settings."""
    return known_on(held(book, settings.recorded_by), settings.as_of)


def known_on(there: Held, day: date | None) -> Known:
    """Return what of a ledger had been published by a day.

    A judgement or a decision counts whenever it was made, but only where its claims had been published: nothing that is
    shown may tell of a later report. Refused inputs have no day of publication and stay listed.

    Args:
        there: what the ledger holds.
        day: the last day that counts; None keeps everything.
    """
    kept = known_by(there.documents, day)
    coded = by_document(kept.documents, there.claims)
    people = [judgement for judgement in there.judgements if judgement.author != MACHINE]
    if day is not None:
        ids = {claim.id for one in coded for claim in one.claims}
        people = [judgement for judgement in people if {judgement.left, judgement.right} <= ids]
    documents = {one.document.id for one in coded}
    reviews = tuple(review for review in there.reviews if review.document_id in documents)
    return Known(coded, tuple(people), there.refusals + kept.refusals, kept.refusals, reviews, there.graded)


def by_document(documents: Sequence[Document], claims: Iterable[Claim]) -> tuple[Coded, ...]:
    """Return documents with their claims; claims of other documents are left out."""
    found: dict[str, list[Claim]] = {document.id: [] for document in documents}
    for claim in claims:
        if claim.document_id in found:
            found[claim.document_id].append(claim)
    return tuple(Coded(document, tuple(found[document.id])) for document in documents)
