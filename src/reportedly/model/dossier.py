"""The dossier: everything known about a set of reports, as publish receives it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.model.assessment import Assessment
from reportedly.model.causal import CausalGraph
from reportedly.model.change import Course
from reportedly.model.claim import Claim
from reportedly.model.counting import CountedFigure, CountInterval
from reportedly.model.document import Document, Refusal
from reportedly.model.event import Event, Judgement, Testimony
from reportedly.model.evidence import Evidence
from reportedly.model.review import Review


@dataclass(frozen=True)
class Dossier:
    """Documents, claims, events, evidence and the assessment drawn from them, each in a fixed order."""

    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    testimonies: tuple[Testimony, ...]
    judgements: tuple[Judgement, ...]
    evidence: tuple[Evidence, ...]
    assessment: Assessment
    counts: tuple[CountedFigure, ...] = ()
    """Every figure of the claims as the run's counting convention reads it."""
    causal: tuple[CausalGraph, ...] = ()
    """What claims say brings about what, one graph an event that has any."""
    courses: tuple[Course, ...] = ()
    """How belief in the events with key judgements moved over the days, where it did and is to be published."""
    reviews: tuple[Review, ...] = ()
    """What people decided about claims of the documents, oldest first; the claims are as they count after that. What
    blind rounds have not decided yet is left out."""

    @cached_property
    def document_by_id(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def testimony_by_id(self) -> dict[str, Testimony]:
        """Testimonies by id."""
        return {testimony.id: testimony for testimony in self.testimonies}

    @cached_property
    def count_by_figure(self) -> dict[tuple[str, int], CountInterval]:
        """Readings by claim id and place of the figure."""
        return {(one.claim_id, one.figure): one.interval for one in self.counts}

    @cached_property
    def event_by_id(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def evidence_by_event(self) -> dict[str, Evidence]:
        """Evidence by the id of its event."""
        return {evidence.event_id: evidence for evidence in self.evidence}
