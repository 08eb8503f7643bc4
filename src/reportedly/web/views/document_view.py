"""The reader: one document with its claims, what each rests on, and where else the same is told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from reportedly.model.document import Document, Loss
from reportedly.model.review import Decision
from reportedly.model.search import PaperLine
from reportedly.pipeline.workbench.papers import Paper
from reportedly.pipeline.workbench.surroundings import Surroundings
from reportedly.publish.labels import count_label, day_label
from reportedly.web.views.document_notes import (
    EventNote,
    Note,
    PageLink,
    ReviewMark,
    check_address,
    notes_of,
    outlet_of,
    review_mark,
    same_sayings,
)
from reportedly.web.views.document_words import published_words, safe_address


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A claim of the document by its number."""

    number: int
    claim_id: str


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The claims of the document that speak of one event."""

    event: EventNote | None
    """None for claims that belong to none."""
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True, slots=True)
class OtherPage:
    """Another page that tells some of the same sayings."""

    page: PageLink
    claims: tuple[ClaimLink, ...]
    """Claims of this document whose sayings it tells."""


@dataclass(frozen=True, slots=True)
class PageName:
    """A page by name."""

    label: str
    title: str
    day: str
    href: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that somebody rejected, so that it counts no more."""

    claim_id: str
    quote: str
    mark: ReviewMark
    check_href: str


@dataclass(frozen=True, slots=True)
class ReaderView:
    """What the reader shows of one document."""

    id: str
    heading: str
    outlet: str
    key: str
    day: str
    at: str
    """The time of day of publication; empty where it is not known."""
    known: str
    """How the day is known."""
    address: str
    address_href: str
    """The address where it may be a link; empty where not."""
    text: str
    losses: tuple[Loss, ...]
    notices: tuple[str, ...]
    counts: str
    """How many claims and events, in words."""
    asked: str
    """Id of the claim that the address asks for; empty for none."""
    groups: tuple[EventGroup, ...]
    notes: tuple[Note, ...]
    copies: tuple[PageName, ...]
    copied: int
    """How many other pages carry the very same text."""
    others: tuple[OtherPage, ...]
    rejected: tuple[Rejected, ...]
    earlier: PageName | None
    """The page before it by day."""
    later: PageName | None
    """The page after it by day."""
    add_href: str


def reader_view(paper: Paper, around: Surroundings, asked: str = "", as_of: date | None = None) -> ReaderView:
    """Return what the reader shows.

    Args:
        paper: the document with its claims.
        around: what is known around it.
        asked: id of the claim that the reader came for; empty for none.
        as_of: the day of the view that the reader came from; None = today.
    """
    document = paper.document
    notes = notes_of(paper, around, as_of)
    at = document.published.at if document.published else None
    by_number = {note.number: ClaimLink(note.number, note.claim_id) for note in notes}
    held = {note.claim_id for note in notes}
    return ReaderView(
        document.id,
        document.title or document.key,
        document.outlet or "",
        document.key,
        day_label(document.day),
        f"{at:%H:%M}" if at else "",
        published_words(document),
        document.address or "",
        safe_address(document.address),
        document.text,
        document.losses,
        _notices(document, asked, asked in held, as_of),
        _counts(notes),
        asked if asked in held else "",
        _groups(notes),
        notes,
        tuple(page_name(one) for one in around.copies),
        around.copied,
        tuple(OtherPage(page, tuple(by_number[one] for one in told)) for page, told in same_sayings(notes)),
        _rejected(around, held),
        _line_name(around.earlier),
        _line_name(around.later),
        f"/review/add?document={document.id}",
    )


def page_name(document: Document) -> PageName:
    """Return a page as a link with outlet, title and day."""
    title = document.title or document.key
    return PageName(outlet_of(document), title, day_label(document.day), f"/document/{document.id}")


def _line_name(line: PaperLine | None) -> PageName | None:
    if line is None:
        return None
    return PageName(line.outlet or line.key, line.title or line.key, day_label(line.day), f"/document/{line.id}")


def _notices(document: Document, asked: str, found: bool, as_of: date | None) -> tuple[str, ...]:
    told = []
    if asked and not found:
        told.append("The claim you came for no longer counts here: somebody rejected it, or it is read otherwise now.")
    if as_of is not None and document.day is None:
        told.append(f"The day of this page is not known, so no view as of {day_label(as_of)} knows it.")
    elif as_of is not None and document.day is not None and document.day > as_of:
        told.append(f"This page is later than {day_label(as_of)}, the day you look at: nobody could know it then.")
    return tuple(told)


def _rejected(around: Surroundings, held: Collection[str]) -> tuple[Rejected, ...]:
    """Return the claims of the document that count no more since people rejected them, each with the last word."""
    gone = {one.claim_id: one for one in around.reviews if one.decision is Decision.REJECT and one.claim_id not in held}
    return tuple(
        Rejected(one.claim_id, one.machine.quote if one.machine else "", review_mark(one), check_address(one.claim_id))
        for one in gone.values()
    )


def _counts(notes: tuple[Note, ...]) -> str:
    events = {note.event.id for note in notes if note.event}
    named = sum(len(note.hops) > 1 for note in notes)
    if not notes:
        return "no claim was found in it"
    claims = count_label(len(notes), "claim")
    return f"{claims} about {count_label(len(events), 'event')}; {named} with a named origin"


def _groups(notes: tuple[Note, ...]) -> tuple[EventGroup, ...]:
    """Return the claims by event, events in the order of their first claim, those without one last."""
    events: dict[str, EventNote | None] = {}
    claims: dict[str, list[ClaimLink]] = {}
    for note in sorted(notes, key=lambda one: one.event is None):
        key = note.event.id if note.event else ""
        events[key] = note.event
        claims.setdefault(key, []).append(ClaimLink(note.number, note.claim_id))
    return tuple(EventGroup(event, tuple(claims[key])) for key, event in events.items())
