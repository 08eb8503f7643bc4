"""The page on which a person decides about one claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from reportedly.model.card import Worth
from reportedly.model.claim import Basis, Kind, Measure, Polarity, Scope, SourceClass
from reportedly.model.review import Decision, Review
from reportedly.pipeline.workbench.claim_desk import ClaimDesk
from reportedly.pipeline.workbench.decision_log import LogLine
from reportedly.pipeline.workbench.effects import Effect
from reportedly.pipeline.workbench.queue import Neighbours, QueueQuery, QueueState
from reportedly.web.views.review_form import SNAPS, FormState, state_of
from reportedly.web.views.review_text import Excerpt, excerpt
from reportedly.web.views.review_words import FieldRow, Reading, field_rows, readings_of

REASONS = (
    "read rightly",
    "the page itself says it and quotes nobody",
    "another source is meant",
    "a hop of the chain is missing",
    "the figure belongs to somebody else",
    "killed and wounded were mixed up",
    "the bound was dropped",
    "the day is that of saying",
    "the hedge was overlooked",
    "only announces what follows",
    "said again in the same words",
    "the words are cut wrongly",
)
"""What is often the matter; any other words do as well."""
QUALIFIERS = ("about", "at least", "more than", "up to", "fewer than")
CHOICES = {
    "kinds": tuple(one.value for one in Kind),
    "polarities": tuple(one.value for one in Polarity),
    "measures": tuple(one.value for one in Measure),
    "scopes": tuple(one.value for one in Scope),
    "bases": tuple(one.value for one in Basis),
    "classes": tuple(one.value for one in SourceClass),
    "qualifiers": QUALIFIERS,
    "snaps": SNAPS,
    "reasons": REASONS,
}
"""What the form offers; the same on every page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The document that a claim stands in, without its text."""

    id: str
    name: str
    """Its outlet, or else its key."""
    title: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What the page shows."""

    claim_id: str
    quote: str
    paper: Paper
    event_id: str
    event_label: str
    worth: Worth | None
    excerpt: Excerpt
    readings: tuple[Reading, ...]
    rows: tuple[FieldRow, ...]
    form: FormState
    reason: str
    log: tuple[LogLine, ...]
    mine: str
    """Id of the person's own decision in force; empty where there is none."""
    hidden: int
    """Decisions in force that a blind round keeps from the person."""
    place: Neighbours
    query: str
    """The queue's filters, as the end of an address."""
    counts: bool
    """Whether the claim counts in some reading; not where it is rejected."""
    effect: Effect | None = None
    """What the decision would change, or what the one that was just saved changed."""
    saved: Review | None = None
    """The decision that was just saved."""
    previewed: Decision | None = None
    """The decision that was looked at without saving it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a person had filled in when the page was asked for again."""

    form: FormState
    reason: str
    effect: Effect | None
    previewed: Decision | None


def claim_view(
    desk: ClaimDesk,
    person: str,
    place: Neighbours,
    query: QueueQuery,
    filled: Filled | None = None,
    saved: tuple[Review, Effect] | None = None,
) -> ClaimView:
    """Return what the page of a claim shows.

    Args:
        desk: the claim.
        person: who looks.
        place: what stands around it in the queue.
        query: the queue's filters.
        filled: what was filled in, after a look without saving.
        saved: the decision that was just saved, with what it changed.
    """
    reading, document = desk.reading, desk.document
    readings = readings_of(desk.machine, desk.holding, desk.reviews, desk.stale)
    own = [one for one in desk.reviews if one.author == person and not (one.round and not one.adjudicates)]
    return ClaimView(
        claim_id=desk.claim_id,
        quote=reading.quote,
        paper=Paper(document.id, document.outlet or document.key, document.title or "", document.day),
        event_id=desk.event.id if desk.event else "",
        event_label=desk.event.label if desk.event else "",
        worth=desk.worth,
        excerpt=excerpt(document.text, reading),
        readings=readings,
        rows=field_rows(readings),
        form=filled.form if filled else state_of(reading),
        reason=filled.reason if filled else "",
        log=desk.log,
        mine=own[-1].id if own else "",
        hidden=desk.hidden,
        place=place,
        query=query_words(query),
        counts=desk.counting is not None,
        effect=filled.effect if filled else saved[1] if saved else None,
        saved=saved[0] if saved else None,
        previewed=filled.previewed if filled else None,
    )


def query_words(query: QueueQuery) -> str:
    """Return the queue's filters as the end of an address, with its question mark; empty where nothing is asked."""
    given = {"state": query.state.value, "event": query.event, "source": query.source}
    kept = {name: value for name, value in given.items() if value and value != QueueState.OPEN.value}
    return f"?{urlencode(kept)}" if kept else ""
