"""The dossier of several events, drawn from what the ledger holds of their stories and of nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from reportedly.model.claim import Claim
from reportedly.model.coded import is_coded
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.entry import EntryKind
from reportedly.model.event import Event, Grouping, Testimony
from reportedly.model.evidence import Evidence
from reportedly.pipeline.parts import Part, drawn
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.matters import StoryRows, assessed, people_on, story_of


def events_dossier(bench: Bench, event_ids: Iterable[str], as_of: date | None = None) -> Dossier:
    """Return the dossier of some events: their pages, sayings, evidence and the sentences about them.

    Args:
        bench: the open ledger.
        event_ids: ids of events as the ledger holds them now; unknown ones are left out.
        as_of: only pages published by this day; each event is then the one drawn from them that shares most claims with
            the event of today. None = everything.
    """
    events = bench.events(event_ids)
    if as_of is not None:
        return _drawn_on(bench, events, as_of)
    claims = bench.claims(claim for event in events for claim in event.claim_ids)
    documents = bench.documents({claim.document_id for claim in claims})
    testimonies = bench.testimonies(one for event in events for one in event.testimony_ids)
    evidence = bench.evidence(event.id for event in events)
    return assessed(bench, Grouping(events, testimonies, ()), evidence, claims, documents, None)


def events_with(bench: Bench, claim_ids: Collection[str]) -> tuple[Event, ...]:
    """Return the events that hold some of these claims, by the ledger's tables of stories."""
    with bench.book.stories_now() as index:
        names = index.stories_of_texts(set(index.texts_of(claim_ids).values()))
        drawn_now = [row.subject for row in index.drawn(names) if row.kind == EntryKind.EVENT.value]
    wanted = set(claim_ids)
    return tuple(event for event in bench.events(drawn_now) if wanted & set(event.claim_ids))


def _drawn_on(bench: Bench, events: Sequence[Event], day: date) -> Dossier:
    stories: dict[StoryRows, list[Event]] = {}
    for event in events:
        stories.setdefault(story_of(bench, event), []).append(event)
    near: dict[str, Event] = {}
    testimonies: dict[str, Testimony] = {}
    weighed: dict[str, Evidence] = {}
    claims: dict[str, Claim] = {}
    documents: dict[str, Document] = {}
    for rows, wanted in stories.items():
        part = _part_on(bench, rows, day)
        grouping, evidence = drawn(part, bench.tools)
        chosen = {one.id: one for one in (_nearest(event, grouping) for event in wanted) if one is not None}
        told = {claim for event in chosen.values() for claim in event.claim_ids}
        near |= chosen
        testimonies |= {one.id: one for one in grouping.testimonies if one.event_id in chosen}
        weighed |= {one.event_id: one for one in evidence if one.event_id in chosen}
        claims |= {one.id: one for one in part.claims if one.id in told}
        pages = {one.document_id for one in part.claims if one.id in told}
        documents |= {one.id: one for one in part.documents if one.id in pages}
    made = Grouping(tuple(near.values()), tuple(testimonies.values()), ())
    read = sorted(documents.values(), key=lambda one: (one.day or date.max, one.id))
    ordered = sorted(claims.values(), key=lambda one: (one.document_id, one.span, one.id))
    return assessed(bench, made, tuple(weighed.values()), ordered, read, day)


def _part_on(bench: Bench, rows: StoryRows, day: date) -> Part:
    documents = tuple(one for one in bench.documents(rows.documents) if one.day is not None and one.day <= day)
    known = {one.id for one in documents}
    claims = tuple(one for one in bench.claims(rows.claims) if one.document_id in known)
    people = people_on(bench, {claim.id for claim in claims})
    return Part(documents, claims, people, any(is_coded(claim) for claim in claims))


def _nearest(event: Event, grouping: Grouping) -> Event | None:
    """Return the drawn event that shares most claims with an event of today; None where none shares any."""
    wanted = set(event.claim_ids)
    near = max(grouping.events, key=lambda one: (len(wanted & set(one.claim_ids)), one.id), default=None)
    return near if near is not None and wanted & set(near.claim_ids) else None
