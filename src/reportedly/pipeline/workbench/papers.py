"""One document with its claims, and the event that each claim speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.event import Event, Testimony
from reportedly.pipeline.workbench.bench import Bench


@dataclass(frozen=True)
class Paper:
    """A document as the reader shows it."""

    document: Document
    claims: tuple[Claim, ...]
    """By place; those that people rejected are left out."""
    events: tuple[Event, ...]
    """What its claims speak of."""
    testimonies: tuple[Testimony, ...]
    """The sayings that its claims relay."""

    @property
    def event_of(self) -> Mapping[str, Event]:
        """The event of each claim, by the claim's id."""
        return {claim: event for event in self.events for claim in event.claim_ids}

    @property
    def testimony_of(self) -> Mapping[str, Testimony]:
        """The saying of each claim, by the claim's id."""
        return {claim: one for one in self.testimonies for claim in one.claim_ids}


def paper_of(bench: Bench, document_id: str) -> Paper:
    """Return a document with its claims, their events and their sayings.

    Raises:
        NotFound: where no document has this id.
    """
    document = from_json(Document, bench.book.find(document_id).draft.body)
    with bench.book.stories_now() as index:
        ids = [claim for claim, _ in index.claims([document.id])]
        names = index.stories_of_texts(index.texts_of_documents([document.id]).values())
        drawn = [row.subject for row in index.drawn(names) if row.kind == EntryKind.EVENT.value]
    claims = bench.claims(ids)
    told = {claim.id for claim in claims}
    events = tuple(event for event in bench.events(drawn) if told & set(event.claim_ids))
    sayings = bench.testimonies(one for event in events for one in event.testimony_ids)
    return Paper(document, claims, events, tuple(one for one in sayings if told & set(one.claim_ids)))
