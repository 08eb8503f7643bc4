"""People's decisions about claims in a list: which hold, and which the machine has overtaken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model.claim import Claim
from reportedly.model.review import Review
from reportedly.model.reviewed import holds, is_stale
from reportedly.pipeline.decided import all_decided, claims_with, decided_in
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import blinds_of


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One decision in force."""

    review: Review
    holds: bool
    """Whether it is the one that takes effect for its claim."""
    stale: bool
    """Whether the machine reads the claim otherwise now than when the decision was made."""

    @property
    def reading(self) -> Claim | None:
        """The claim that it is about, as the person or else the machine read it."""
        return self.review.corrected or self.review.machine


def review_lines(bench: Bench, person: str, claim_ids: Iterable[str] = ()) -> tuple[ReviewLine, ...]:
    """Return the decisions in force, oldest first; those that a blind round hides from a person are left out.

    Args:
        bench: the open ledger.
        person: who looks; empty for nobody in particular.
        claim_ids: only decisions about these claims; none = all.
    """
    wanted = set(claim_ids)
    if wanted:
        documents = {claim.document_id for claim in claims_with(bench.book, wanted).values()}
        with bench.book.stories_now() as index:
            documents |= set(index.documents_of(wanted).values())
        decided = decided_in(bench.book, documents)
    else:
        decided = all_decided(bench.book)
    holding = {review.id for review in holds(decided.reviews, decided.coders).values()}
    shown = blinds_of(bench.book).visible(decided.reviews, person)
    reviews = [review for review in shown if not wanted or review.claim_id in wanted]
    machine = claims_with(bench.book, {review.claim_id for review in reviews})
    return tuple(
        ReviewLine(review, review.id in holding, is_stale(review, machine.get(review.claim_id))) for review in reviews
    )
