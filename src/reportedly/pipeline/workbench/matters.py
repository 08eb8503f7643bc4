"""The dossier of one event, drawn from what the ledger holds of its story and of nothing else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.assessment.assess import assess
from reportedly.assessment.headings import headed
from reportedly.events.causal import causal_graphs
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.coded import is_coded
from reportedly.model.counting import counted
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound
from reportedly.model.event import Event, Grouping, Judgement
from reportedly.model.evidence import Evidence
from reportedly.pipeline.decided import decided_in
from reportedly.pipeline.growing import PEOPLE
from reportedly.pipeline.parts import Part, as_told, drawn
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.lately import Lately


@dataclass(frozen=True, slots=True)
class StoryRows:
    """Ids of what one story is made of, and of what was drawn from it."""

    documents: tuple[str, ...]
    claims: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Then:
    """A story as it could be drawn on a day."""

    grouping: Grouping
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    tables: bool
    """Whether it is made of rows of tables; of these only the event's own were looked at."""


def event_dossier(bench: Bench, event_id: str, as_of: date | None = None) -> Dossier:
    """Return the dossier of one event: its pages, sayings, evidence and the sentences about it.

    Args:
        bench: the open ledger.
        event_id: the event's id as the ledger holds it now.
        as_of: only pages published by this day; the event is then the one drawn from them that shares most claims with
            the event of today. None = everything.

    Returns:
        A dossier with one event; one without any where nothing of it had been published by then.

    Raises:
        NotFound: where no event has this id.
    """
    event = event_now(bench, event_id)
    if as_of is not None:
        return dossier_then(bench, event, drawn_on(bench, event, as_of), as_of)
    claims = bench.claims(event.claim_ids)
    documents = bench.documents({claim.document_id for claim in claims})
    grouping = Grouping((event,), bench.testimonies(event.testimony_ids), ())
    return assessed(bench, grouping, bench.evidence([event.id]), claims, documents, None)


def event_now(bench: Bench, event_id: str) -> Event:
    """Return the event with an id; of an id that is no longer drawn, the event that holds most of its claims now.

    Raises:
        NotFound: where no event ever had this id, or none of its claims is in an event any more.
    """
    entry = bench.book.find(event_id)
    if entry.draft.body:
        return from_json(Event, entry.draft.body)
    told = [one.draft.body for one in bench.book.history(entry.draft.subject) if one.draft.body]
    claims = set(from_json(Event, told[-1]).claim_ids)
    with bench.book.stories_now() as index:
        names = index.stories_of_texts(index.texts_of(claims).values())
        drawn = [row.subject for row in index.drawn(names) if row.kind == EntryKind.EVENT.value]
    shared = [(len(claims & set(one.claim_ids)), one.id, one) for one in bench.events(drawn)]
    best = max((one for one in shared if one[0]), default=None)
    if best is None:
        raise NotFound("E401", "none of this event's claims is told of any more", event_id, "go back to the dossier")
    return best[2]


def story_of(bench: Bench, event: Event) -> StoryRows:
    """Return the story that an event belongs to, by the ledger's tables of stories."""
    with bench.book.stories_now() as index:
        names = index.stories_of_drawn(EntryKind.EVENT.value, [event.id])
        texts = index.texts_in(names)
        documents = [document for document, _ in index.documents(texts)]
        claims = [claim for claim, _ in index.claims(documents)]
        held = [row.subject for row in index.drawn(names) if row.kind == EntryKind.EVENT.value]
    return StoryRows(tuple(documents), tuple(claims), tuple(held))


def people_on(bench: Bench, claim_ids: Collection[str]) -> tuple[Judgement, ...]:
    """Return what people judged of pairs of some claims."""
    with bench.book.stories_now() as index:
        subjects = [row.subject for row in index.drawn([PEOPLE])]
    entries = bench.book.holding(EntryKind.JUDGEMENT, subjects).values()
    found = (from_json(Judgement, entry.draft.body) for entry in entries)
    return tuple(one for one in found if one.left in claim_ids and one.right in claim_ids)


def drawn_on(bench: Bench, event: Event, day: date) -> Then:
    """Draw the story of an event from what had been published by a day.

    Rows of tables are all one story, however many: of them only those that the event holds today are drawn.
    """
    rows = story_of(bench, event)
    if not rows.documents:
        held = bench.claims(event.claim_ids)
        rows = StoryRows(tuple({one.document_id for one in held}), event.claim_ids, (event.id,))
    documents = tuple(one for one in bench.documents(rows.documents) if one.day is not None and one.day <= day)
    known = tuple(sorted(one.id for one in documents))
    key = (str(bench.book.path), bench.book.top(), id(bench.tools), known, rows.claims)
    return _LATELY.get(key, lambda: (_draw(bench, rows, documents), bench.tools))[0]


def _draw(bench: Bench, rows: StoryRows, documents: tuple[Document, ...]) -> Then:
    known = {one.id for one in documents}
    claims = tuple(one for one in bench.claims(rows.claims) if one.document_id in known)
    people = people_on(bench, {claim.id for claim in claims})
    tables = any(is_coded(claim) for claim in claims)
    grouping, evidence = drawn(Part(documents, claims, people, tables, bench.graded), bench.tools)
    return Then(grouping, evidence, claims, documents, tables)


_LATELY: Lately[tuple[Then, Toolkit]] = Lately(12)
"""Stories as drawn on days; the settings stay with them, since the key names them by identity."""


def dossier_then(bench: Bench, event: Event, then: Then, day: date) -> Dossier:
    """Return the dossier of the event of a day that shares most claims with an event of today.

    Args:
        bench: gives the settings.
        event: the event as it stands today.
        then: its story as drawn on the day.
        day: the day.
    """
    wanted = set(event.claim_ids)
    near = max(then.grouping.events, key=lambda one: (len(wanted & set(one.claim_ids)), one.id), default=None)
    if near is None or not wanted & set(near.claim_ids):
        return assessed(bench, Grouping((), (), ()), (), (), (), day)
    told = set(near.claim_ids)
    claims = tuple(claim for claim in then.claims if claim.id in told)
    pages = {claim.document_id for claim in claims}
    only = Grouping((near,), tuple(one for one in then.grouping.testimonies if one.event_id == near.id), ())
    weighed = tuple(one for one in then.evidence if one.event_id == near.id)
    return assessed(bench, only, weighed, claims, tuple(one for one in then.documents if one.id in pages), day)


def assessed(
    bench: Bench,
    grouping: Grouping,
    evidence: Sequence[Evidence],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    day: date | None,
    *,
    leads: bool = False,
) -> Dossier:
    """Return the dossier of events that are drawn already, with the sentences about them.

    Args:
        bench: gives the settings.
        grouping: the events with their testimonies.
        evidence: what was found out about them.
        claims: the claims of the events.
        documents: the pages that the claims stand on.
        day: the day as known on; None = everything.
        leads: compose only the sentence that the event leads with, and no causal graph; much quicker.
    """
    tools = bench.tools
    grouping = headed(grouping, evidence, claims, documents)
    told, read = as_told(grouping, claims, tools.convention)
    causal = () if leads else causal_graphs(claims, documents, grouping.events)
    title = grouping.events[0].label if grouping.events else ""
    words, policy, table = tools.yardstick, tools.settings.policy, tools.convention.name
    assessment = assess(told, evidence, read, documents, words, policy, day, title, table, causal, leads=leads)
    empty = Dossier(tuple(documents), (), read, told.events, told.testimonies, (), tuple(evidence), assessment)
    if leads:
        return empty
    told_of = {claim.id for claim in claims}
    decided = decided_in(bench.book, {claim.document_id for claim in claims}).disclosed if claims else ()
    reviews = tuple(review for review in decided if review.claim_id in told_of)
    return replace(empty, counts=counted(read, tools.convention), causal=causal, reviews=reviews)
