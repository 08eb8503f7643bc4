"""Corrections and added claims of which a person typed the fields."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.errors import NotFound
from reportedly.model.review import Review
from reportedly.model.span import Span
from reportedly.pipeline.decided import claim_with, claims_with, counted
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.correcting import corrected
from reportedly.pipeline.workbench.fields_in_words import Typed, fields_of
from reportedly.pipeline.workbench.reviewing import ReviewWish, add_claim, document_in, record_review


def correct_typed(ledger: Path, wish: ReviewWish, typed: Typed, tools: Toolkit) -> Review:
    """Record a correction: of the claim as it counts, or of the machine's reading where it does not.

    Args:
        ledger: the ledger that holds the claim.
        wish: the decision with author and reason, without the reading.
        typed: the fields.
        tools: settings and what they name.

    Raises:
        NotFound: where no claim has this id, or several have, or it is a person's that was taken back.
        SettingsError: as ``record_review``.
    """
    with Ledger.open(ledger) as book:
        claim_id = claim_with(book, wish.claim_id)
        found = [*counted(book, [claim_id]), *claims_with(book, [claim_id]).values()]
        if not found:
            raise NotFound("E401", "this claim does not count", wish.claim_id, "add it instead")
        document = document_in(book, found[0].document_id)
    reading = corrected(found[0], document, **fields_of(typed, document, found[0].span))
    return record_review(ledger, replace(wish, claim_id=claim_id, corrected=reading), tools)


def add_typed(ledger: Path, document_id: str, by: tuple[str, str], typed: Typed, tools: Toolkit) -> Review:
    """Record a claim that the machine missed.

    Args:
        ledger: the ledger that holds the document.
        document_id: the document, or the beginning of its id.
        by: who adds it, and why.
        typed: the claim's words and what they say.
        tools: settings and what they name.

    Raises:
        NotFound: where no document has this id.
        SettingsError: as ``record_review``.
    """
    with Ledger.open(ledger) as book:
        document = document_in(book, document_id)
    return add_claim(ledger, document.id, by, tools, **fields_of(typed, document, Span(0, 0)))
