"""Drafts become claims with every field grounded in the text."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.model.claim import Claim

Fill = Callable[..., tuple[Claim, ...]]
TEXT = "At least 24 guards probably died near Velkova on Friday."


def test_the_quote_is_the_span(fill: Fill) -> None:
    """The quote is the text of the span and the id follows from document and span."""
    claim = fill(TEXT)[0]
    assert claim.quote == claim.span.of(TEXT)
    assert claim.id == Claim.identify(claim.document_id, claim.span)


def test_values_come_with_grounds(fill: Fill) -> None:
    """Day, kind and certainty each say which rule set them and on which words."""
    claim = fill(TEXT, published="2024-12-16")[0]
    assert {ground.field for ground in claim.grounds} >= {"when", "kind", "certainty"}


def test_claims_keep_the_order_of_their_drafts(fill: Fill) -> None:
    """One claim comes back for each draft, in order."""
    claims = fill("The barge sank. The crew swam ashore.", "The barge sank", "The crew swam ashore")
    assert [claim.quote for claim in claims] == ["The barge sank", "The crew swam ashore"]


def test_a_content_without_words_has_no_quantities(fill: Fill) -> None:
    """A content of punctuation alone is read without failing."""
    assert fill("Well ... !", "...")[0].quantities == ()
