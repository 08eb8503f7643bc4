"""How belief in an event moved, day by day: the story that it belongs to, drawn as of each day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportedly.assessment.changes import cases_of
from reportedly.assessment.course import standing
from reportedly.ledger.store import Ledger
from reportedly.model.assessment import Section
from reportedly.model.change import Course, Standing
from reportedly.model.codec import from_json
from reportedly.model.dossier import Dossier
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound
from reportedly.model.event import Event, Judgement
from reportedly.model.review import SourceJudgement
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.known import Known, by_document, known_in
from reportedly.pipeline.parts import Part, drawn, parts_of, view_of
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.toolkit import Toolkit
from reportedly.publish.course_picture import estimate_label

MOST_DAYS = 60
"""Days of a course in a published report; what happened on earlier ones is in the first that is drawn."""


def course_in(ledger: Path, short: str, tools: Toolkit) -> Course:
    """Return the course of one event of a ledger.

    Args:
        ledger: the ledger.
        short: the beginning of the event's id, or words of its label.
        tools: settings and what they name; the course ends at their day.

    Raises:
        NotFound: where no event, or more than one, has this id or label.
    """
    with Ledger.open(ledger) as book:
        known = known_in(book, tools.settings)
        claims = _recorded(book, short)
    parts = parts_of(known)
    held = [part for part in parts if part.holds(claims)]
    events = [event for part in held or parts for event in drawn(part, tools)[0].events]
    event = _like(events, claims) if claims and held else _event(events, short)
    return _course([part for part in held or parts if part.holds(event.claim_ids)], event, known, tools)


def _recorded(book: Ledger, short: str) -> tuple[str, ...]:
    """Return the claims of the event that the ledger holds under this id, so that only its story need be drawn."""
    try:
        found = whole_id(short, book.subjects(EntryKind.EVENT), "event")
    except NotFound:
        return ()
    return from_json(Event, book.holding(EntryKind.EVENT, [found])[found].draft.body).claim_ids


def _like(events: Sequence[Event], claim_ids: tuple[str, ...]) -> Event:
    """Return the event that shares most with some claims."""
    wanted = set(claim_ids)
    return max(events, key=lambda event: len(wanted.intersection(event.claim_ids)))


def _event(events: Sequence[Event], short: str) -> Event:
    named = [event for event in events if short.casefold() in event.label.casefold()]
    if len(named) == 1:
        return named[0]
    by_id = {event.id: event for event in events}
    try:
        return by_id[whole_id(short, by_id, "event")]
    except NotFound:
        if named:
            shown = "; ".join(event.label for event in named[:3])
            raise NotFound("E402", f"{len(named)} events have these words: {shown}", short, "give its id") from None
        raise


def _course(parts: Sequence[Part], event: Event, known: Known, tools: Toolkit, most: int = 0) -> Course:
    """Return the course of an event within the stories that it belongs to at the end."""
    ids = {document.id for part in parts for document in part.documents}
    coded = [one for one in known.coded if one.document.id in ids]
    days: list[date | None] = [*sorted({one.document.day for one in coded if one.document.day})]
    if any(one.document.day is None for one in coded):
        days.append(None)
    standings: list[Standing] = []
    for day in days[-most:]:
        seen = standings[-1].document_ids if standings else ()
        found = _standing(_until(coded, known, day), known, event, day, seen, tools)
        if found is not None and not (standings and _same(standings[-1], found)):
            standings.append(found)
    return Course(event.id, event.label, tuple(standings))


def _until(coded: Sequence[Coded], known: Known, day: date | None) -> Known:
    kept = tuple(one for one in coded if day is None or (one.document.day is not None and one.document.day <= day))
    ids = {claim.id for one in kept for claim in one.claims}
    people = tuple(one for one in known.people if {one.left, one.right} <= ids)
    return Known(kept, people, (), graded=known.graded)


def _standing(
    then: Known, known: Known, event: Event, day: date | None, seen: Sequence[str], tools: Toolkit
) -> Standing | None:
    parts = [part for part in parts_of(then) if part.holds(event.claim_ids)]
    view = view_of(parts, then, tools, day)
    named = tuple(one.document for one in known.coded)
    return standing(cases_of(replace(view, documents=named)), event.claim_ids, day, tools.yardstick, seen)


def _same(left: Standing, right: Standing) -> bool:
    return replace(right, day=left.day, new_pages=left.new_pages) == left


def figure_of(one: Standing) -> str:
    """Return a day's estimate in words, with what it counts; empty where there is none."""
    return f"{estimate_label(one.estimate)} {one.estimate.measure}" if one.estimate else ""


def courses_of(
    dossier: Dossier, people: Sequence[Judgement], tools: Toolkit, graded: Sequence[SourceJudgement] = ()
) -> tuple[Course, ...]:
    """Return the courses of the events with key judgements that moved over several days, in their order.

    Args:
        dossier: what is to be published.
        people: what people judged.
        tools: settings and what they name.
        graded: letters that people gave sources, oldest first.
    """
    keys = [one.event_id for one in dossier.assessment.findings if one.section is Section.KEY_JUDGEMENTS]
    coded = by_document(dossier.documents, dossier.claims)
    known = Known(coded, tuple(people), (), graded=tuple(graded))
    parts = parts_of(known)
    made = []
    for event_id in dict.fromkeys(key for key in keys if key):
        event = dossier.event_by_id[event_id]
        if len({_day(dossier, claim_id) for claim_id in event.claim_ids}) > 1:
            held = [part for part in parts if part.holds(event.claim_ids)]
            made.append(_course(held, event, known, tools, MOST_DAYS))
    return tuple(course for course in made if len(course.standings) > 1)


def _day(dossier: Dossier, claim_id: str) -> date | None:
    return dossier.document_by_id[dossier.claim_by_id[claim_id].document_id].day
