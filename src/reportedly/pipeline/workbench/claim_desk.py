"""One claim as a person decides about it: where it stands, what rests on it, who decided what."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.card import Worth
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound
from reportedly.model.event import Event, Testimony
from reportedly.model.review import Review, Round
from reportedly.model.reviewed import holds, is_stale
from reportedly.pipeline.decided import claims_with, counted_in, decided_in
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import blinds_of
from reportedly.pipeline.workbench.decision_log import LogLine, lines_of
from reportedly.pipeline.workbench.reviewing import document_in, history_of_claim


@dataclass(frozen=True, slots=True)
class ClaimDesk:
    """A claim with everything that a decision about it needs."""

    claim_id: str
    document: Document
    machine: Claim | None
    """As the machine reads it now; None where it does not find it."""
    counting: Claim | None
    """As it counts; None where it is rejected."""
    event: Event | None
    testimony: Testimony | None
    worth: Worth | None
    """Why it is in the queue; None where it is in no event."""
    reviews: tuple[Review, ...]
    """Decisions in force that the person may see, oldest first."""
    holding: str
    """Id of the decision that holds, seen or not; empty where none does."""
    stale: tuple[str, ...]
    """Ids of decisions that were made about another reading than the machine's of today."""
    hidden: int
    """Decisions in force that the person may not see."""
    rounds: tuple[Round, ...]
    """Open blind rounds in which the person codes the claim."""
    log: tuple[LogLine, ...]
    """Every entry about it that the person may see, the newest first."""

    @property
    def reading(self) -> Claim:
        """What a form begins with: the claim as it counts, or else as the machine or somebody read it."""
        found = self.counting or self.machine or next((one.corrected for one in self.reviews if one.corrected), None)
        if found is None:
            raise NotFound("E401", "nobody reads this claim any more", self.claim_id, "look at the document")
        return found


def claim_desk(bench: Bench, short_id: str, person: str) -> ClaimDesk:
    """Return a claim with everything that a decision about it needs.

    Args:
        bench: the open ledger.
        short_id: the claim's id, or the beginning of one.
        person: who looks; what an open blind round hides from this person is left out.

    Raises:
        NotFound: where no claim has this id.
    """
    claim_id, document_id = _found(bench, short_id)
    document = document_in(bench.book, document_id)
    machine = claims_with(bench.book, [claim_id]).get(claim_id)
    decided = decided_in(bench.book, [document_id])
    about = tuple(one for one in decided.reviews if one.claim_id == claim_id)
    blinds = blinds_of(bench.book)
    seen = blinds.visible(about, person)
    rounds = blinds.coding(claim_id, person)
    counting = machine if rounds else counted_in(bench.book, [document_id]).get(claim_id)
    held = holds(decided.reviews, decided.coders).get(claim_id)
    event = event_of_claim(bench, document_id, claim_id)
    sayings = bench.testimonies(event.testimony_ids) if event is not None else ()
    log = lines_of(bench, history_of_claim(bench, claim_id), person, blinds)
    return ClaimDesk(
        claim_id=claim_id,
        document=document,
        machine=machine,
        counting=counting,
        event=event,
        testimony=next((one for one in sayings if claim_id in one.claim_ids), None),
        worth=_worth(bench, claim_id) if event is not None else None,
        reviews=seen,
        holding=held.id if held is not None else "",
        stale=tuple(one.id for one in seen if is_stale(one, machine)),
        hidden=len(about) - len(seen),
        rounds=rounds,
        log=tuple(reversed(log)),
    )


def _found(bench: Bench, short_id: str) -> tuple[str, str]:
    """Return the ids of a claim and of its document, for a claim of the machine's or one that a person added."""
    there = claims_with(bench.book, [short_id])
    if short_id in there:
        return short_id, there[short_id].document_id
    with bench.book.stories_now() as index:
        added = index.documents_of([short_id])
    if short_id in added:
        return short_id, added[short_id]
    whole = whole_id(short_id, bench.book.subjects(EntryKind.CLAIM), "claim")
    return whole, claims_with(bench.book, [whole])[whole].document_id


def event_of_claim(bench: Bench, document_id: str, claim_id: str) -> Event | None:
    """Return the event that a claim of a document is about; None where it is in none."""
    with bench.book.worthy() as index:
        listed = [row.event for row in index.of([claim_id]) if row.event]
    found = next((event for event in bench.events(listed) if claim_id in event.claim_ids), None)
    if found is not None:
        return found
    with bench.book.stories_now() as stories:
        names = stories.stories_of_texts(stories.texts_of_documents([document_id]).values())
        drawn = [row.subject for row in stories.drawn(names) if row.kind == EntryKind.EVENT.value]
    return next((event for event in bench.events(drawn) if claim_id in event.claim_ids), None)


def _worth(bench: Bench, claim_id: str) -> Worth | None:
    """Return what a look at a claim is worth, as the catalogue holds it; None where it holds nothing."""
    with bench.book.worthy() as index:
        rows = index.of([claim_id])
    return from_json(Worth, rows[0].grounds) if rows and rows[0].grounds else None
