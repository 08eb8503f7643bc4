"""One event as its page asks for it: its dossier, its days and clocks, what changed since, and where it went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from reportedly.assessment.changes import changes_between
from reportedly.model.card import EventCard
from reportedly.model.change import Change, View
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound
from reportedly.model.event import Event, Grouping
from reportedly.pipeline.parts import as_told
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.cards import card_of
from reportedly.pipeline.workbench.matters import Then, dossier_then, drawn_on, event_dossier, story_of


@dataclass(frozen=True)
class Matter:
    """An event with what is shown beside its dossier."""

    event: Event
    """The event as it stands today."""
    dossier: Dossier
    """Drawn as of the day that was asked for; without an event where nothing of it had appeared by then."""
    days: tuple[date, ...]
    """On which pages about it appeared, whatever day was asked for."""
    pages: int
    """Pages about it today."""
    undated: int
    """Pages about it whose day of publication is not known."""
    late: tuple[str, ...]
    """Claims of today's event that stand on pages published later, or on days that are not known."""
    today: tuple[tuple[Document, ...], tuple[Claim, ...]]
    """Pages and claims of today's event."""
    recorded: Mapping[str, datetime]
    """When the ledger recorded each claim of the dossier, by its id."""
    card: EventCard | None
    """The event as the list of events shows it; None where nothing was known or weighed."""
    since: tuple[Change, ...] = ()
    """What changed between the day that was asked for and now, the weightiest first."""
    tables: bool = False
    """Whether it was drawn on the day from the rows of tables that it holds today, and from no others."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An event that the ledger held once, under an id that nothing has now."""

    event: Event
    """As it stood last."""
    withdrawn: datetime
    """When it was taken back."""
    reason: str
    successors: tuple[tuple[Event, int], ...]
    """Events of today that hold its claims, each with how many, most first."""


def matter_of(bench: Bench, event_id: str, as_of: date | None) -> Matter | Gone:
    """Return an event as its page asks for it; where its id has gone, where its claims are now.

    Args:
        bench: the open ledger.
        event_id: the event's id, or the beginning of one.
        as_of: the last day of publication that counts; None = everything.

    Raises:
        NotFound: where no event had this id ever.
    """
    entry = bench.book.find(event_id)
    if entry.draft.kind is not EntryKind.EVENT:
        raise NotFound("E401", "no event has this id", event_id, "look at the dossier for the events that there are")
    if not entry.draft.body:
        return _gone(bench, entry.draft.subject)
    event = from_json(Event, entry.draft.body)
    claims = bench.claims(event.claim_ids)
    documents = bench.documents({claim.document_id for claim in claims})
    days = tuple(sorted({one.day for one in documents if one.day is not None}))
    undated = sum(one.day is None for one in documents)
    today = (documents, claims)
    if as_of is None:
        now = event_dossier(bench, event.id)
        return Matter(event, now, days, len(documents), undated, (), today, _recorded(bench, now), _card(now))
    known = {one.id for one in documents if one.day is not None and one.day <= as_of}
    late = tuple(claim.id for claim in claims if claim.document_id not in known)
    then = drawn_on(bench, event, as_of)
    dossier = dossier_then(bench, event, then, as_of)
    since = _since(bench, then, event, as_of) if dossier.events and not then.tables else ()
    told = _recorded(bench, dossier), _card(dossier)
    return Matter(event, dossier, days, len(documents), undated, late, today, *told, since, then.tables)


def _recorded(bench: Bench, dossier: Dossier) -> dict[str, datetime]:
    held = bench.book.holding(EntryKind.CLAIM, [claim.id for claim in dossier.claims])
    return {claim: entry.recorded for claim, entry in held.items()}


def _card(dossier: Dossier) -> EventCard | None:
    return card_of(dossier) if dossier.events and dossier.evidence else None


def _since(bench: Bench, then: Then, event: Event, day: date) -> tuple[Change, ...]:
    """Return what changed on an event: what shared claims with it then, and what shares claims with that now."""
    before = _sharing(then.grouping.events, event.claim_ids)
    told = {claim for one in before for claim in one.claim_ids}
    after: tuple[Event, ...] = (event,)
    if not told <= set(event.claim_ids):
        after = _sharing(bench.events({event.id, *story_of(bench, event).events}), [*event.claim_ids, *told])
    claims = bench.claims({claim for one in after for claim in one.claim_ids})
    ids = {one.id for one in before}
    sayings = tuple(one for one in then.grouping.testimonies if one.event_id in ids)
    now = bench.testimonies(saying for one in after for saying in one.testimony_ids)
    earlier = _view(bench, Grouping(before, sayings, ()), [one for one in then.claims if one.id in told])
    later = _view(bench, Grouping(after, now, ()), claims)
    changes = changes_between(
        replace(
            earlier,
            evidence=tuple(one for one in then.evidence if one.event_id in ids),
            documents=then.documents,
            as_of=day,
        ),
        replace(
            later,
            evidence=bench.evidence(one.id for one in after),
            documents=bench.documents({claim.document_id for claim in claims}),
        ),
        bench.tools.yardstick,
    ).changes
    near = {one.id for one in _sharing(before, event.claim_ids)}
    return tuple(one for one in changes if event.id in one.events_after or near & set(one.events_before))


def _sharing(events: Iterable[Event], claim_ids: Collection[str]) -> tuple[Event, ...]:
    wanted = set(claim_ids)
    return tuple(one for one in events if not wanted.isdisjoint(one.claim_ids))


def _view(bench: Bench, grouping: Grouping, claims: Sequence[Claim]) -> View:
    told, read = as_told(grouping, claims, bench.tools.convention)
    return View(told, (), read, ())


def _gone(bench: Bench, event_id: str) -> Gone:
    history = bench.book.history(event_id)
    last = next(entry for entry in reversed(history) if entry.draft.body)
    event = from_json(Event, last.draft.body)
    wanted = set(event.claim_ids)
    with bench.book.stories_now() as index:
        names = index.stories_of_texts(index.texts_of(event.claim_ids).values())
        subjects = [row.subject for row in index.drawn(names) if row.kind == EntryKind.EVENT.value]
    shared = ((one, len(wanted.intersection(one.claim_ids))) for one in bench.events(subjects))
    found = sorted((one for one in shared if one[1]), key=lambda one: (-one[1], one[0].id))
    return Gone(event, history[-1].recorded, history[-1].draft.reason, tuple(found))
