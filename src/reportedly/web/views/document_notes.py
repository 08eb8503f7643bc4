"""What the reader tells of each claim beside the text: its chain hop by hop, its facts, its event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.card import EventCard
from reportedly.model.claim import Claim, Link
from reportedly.model.document import Document
from reportedly.model.event import Event, Testimony
from reportedly.model.evidence import Drift, Edge, EdgeKind, Evidence
from reportedly.model.review import Decision, Review
from reportedly.model.span import Span
from reportedly.model.wording import is_description
from reportedly.pipeline.workbench.papers import Paper
from reportedly.pipeline.workbench.surroundings import Surroundings
from reportedly.publish.labels import NOBODY, count_label, cut, day_label, days_label, quantity_label
from reportedly.publish.routes import change_of
from reportedly.web.addresses import source_address
from reportedly.web.views.document_text import in_reading_order, numbered
from reportedly.web.views.document_words import fact_words

UNSURE = 0.5
"""Below this score a link of a chain is to be checked."""
_PAGE, _RELAY, _ORIGIN = "this page", "relay", "origin"
_LINEAGE: Mapping[EdgeKind, str] = {
    EdgeKind.OWN: "this page is the origin's own",
    EdgeKind.NAMES: "the origin is named here; no page between is known",
    EdgeKind.RELAYS: "taken over from another page",
    EdgeKind.UNRECORDED: "nothing says where it comes from",
}

_DECIDED: Mapping[Decision, str] = {
    Decision.ACCEPT: "accepted",
    Decision.CORRECT: "corrected",
    Decision.REJECT: "rejected",
    Decision.UNSURE: "looked at, unsure",
    Decision.ADD: "added by hand",
}


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop from the page to the origin."""

    standing: str
    """``this page``, ``relay`` or ``origin``."""
    name: str
    sort: str = ""
    """What sort of source it is; empty where that is not known."""
    words: str = ""
    """The words that name it here; empty where they are its name."""
    cue: str = ""
    """The words that make it speak."""
    said: str = ""
    """The day of saying."""
    score: float | None = None
    check: bool = False
    """Whether the finder was so unsure that a person should look."""
    href: str = ""
    """The page of the source; empty where it is nobody in particular."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A claim on another page."""

    label: str
    title: str
    """Title of the page; empty where it has none."""
    day: str
    href: str
    quote: str


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """One thing that this page changed on the way."""

    kind: str
    before: str
    after: str
    severity: str
    why: str
    effect: str
    inherited: bool
    """Whether the page took the change over with what it copied."""
    against: PageLink | None
    """Where it stands unchanged."""


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """What a person decided about a claim, in words."""

    decision: str
    author: str
    reason: str


@dataclass(frozen=True, slots=True)
class EventNote:
    """The event that a claim speaks of."""

    id: str
    label: str
    href: str
    claims: int
    """How many claims speak of it, on all pages."""
    independent: int
    grade: str
    standing: str
    """How many independent origins stand behind how many pages, in words."""


@dataclass(frozen=True, slots=True)
class Note:
    """One claim as it is told beside the text."""

    number: int
    claim_id: str
    span: Span
    quote: str
    brief: str
    """Whose word it is, in one line."""
    hops: tuple[Hop, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    event: EventNote | None
    href: str
    """The claim on the page of its event; its own place in the text where it belongs to none."""
    lineage: str
    lineage_reasons: tuple[str, ...]
    parent: PageLink | None
    changes: tuple[ChangeNote, ...]
    also: tuple[PageLink, ...]
    """The first other pages that tell the same saying."""
    also_more: int
    """How many more there are."""
    check_href: str
    unsure: bool = False
    """Whether a link of its chain is to be checked and nobody has looked at the claim yet."""
    reviews: tuple[ReviewMark, ...] = ()
    """What people decided about it, oldest first."""


@dataclass(frozen=True)
class _Around:
    """What notes are made from."""

    paper: Paper
    around: Surroundings
    numbers: Mapping[str, int]
    claims: Mapping[str, Claim]
    events: Mapping[str, EventNote]
    event_of: Mapping[str, Event]
    testimony_of: Mapping[str, Testimony]


def notes_of(paper: Paper, around: Surroundings, as_of: date | None = None) -> tuple[Note, ...]:
    """Return a note on each claim of a document, in reading order.

    Args:
        paper: the document with its claims.
        around: what is known around it.
        as_of: the day that links to events keep; None = today.
    """
    events = {
        event.id: event_note(event, around.evidence.get(event.id), around.cards.get(event.id), as_of)
        for event in paper.events
    }
    claims = {claim.id: claim for claim in paper.claims}
    given = _Around(paper, around, numbered(paper.claims), claims, events, paper.event_of, paper.testimony_of)
    return tuple(_note(claim, given) for claim in in_reading_order(paper.claims))


def event_note(event: Event, evidence: Evidence | None, card: EventCard | None, as_of: date | None = None) -> EventNote:
    """Return an event as the reader names it.

    Args:
        event: the event.
        evidence: what was found out about it.
        card: how it stands in the dossier, so that both say the same; without it the origins that count are counted.
        as_of: the day that links keep.
    """
    query = f"?as_of={as_of}" if as_of else ""
    standings = evidence.origins.origins if evidence else ()
    counted = sum(one.counts and one.origin.recorded and not one.denies for one in standings)
    independent = card.independent if card else counted
    origins = count_label(independent, "independent origin") if independent else "no independent origin"
    on = count_label(card.pages, "page") if card else ""
    claims = count_label(len(event.claim_ids), "claim")
    standing = f"{origins} on {on}" if card and independent else f"{origins} behind {on or claims}"
    label = card.label if card else event.label[:1].upper() + event.label[1:]
    grade = evidence.grade.code if evidence else ""
    return EventNote(event.id, label, f"/event/{event.id}{query}", len(event.claim_ids), independent, grade, standing)


def outlet_of(document: Document) -> str:
    """Return the name under which a page speaks."""
    return document.outlet or document.title or document.key


def page_link(claim: Claim, document: Document) -> PageLink:
    """Return the way to a claim on its page."""
    href = f"/document/{document.id}?claim={claim.id}#{claim.id}"
    return PageLink(outlet_of(document), document.title or "", day_label(document.day), href, cut(claim.quote, 160))


def _note(claim: Claim, given: _Around) -> Note:
    event = given.event_of.get(claim.id)
    told = given.events[event.id] if event else None
    testimony = given.testimony_of.get(claim.id)
    edge = given.around.edges.get(claim.id)
    also, more = _also(testimony, given)
    reviews = [one for one in given.around.reviews if one.claim_id == claim.id]
    return Note(
        given.numbers[claim.id],
        claim.id,
        claim.span,
        claim.quote,
        _brief(claim),
        _hops(claim, given.paper.document, testimony),
        fact_words(claim, given.paper.document.text, given.claims, given.numbers),
        told,
        f"{told.href}#{claim.id}" if told else f"#{claim.id}",
        _LINEAGE[edge.kind] if edge else "",
        _reasons(edge),
        _elsewhere(edge.parent_claim_id if edge else None, given.around),
        tuple(_change(drift, given.around) for drift in given.around.drifts.get(claim.id, ())),
        also,
        more,
        check_address(claim.id),
        any(link.score < UNSURE for link in claim.chain) and not reviews,
        tuple(review_mark(one) for one in reviews),
    )


def review_mark(review: Review) -> ReviewMark:
    """Return a decision in words."""
    return ReviewMark(_DECIDED[review.decision], review.author, review.reason)


def check_address(claim_id: str) -> str:
    """Return where a person decides about a claim."""
    return f"/review/claim/{claim_id}"


def _brief(claim: Claim) -> str:
    """Return whose word a claim is, then what it counts."""
    names = [link.name or NOBODY for link in claim.chain]
    whose = f"the word of {names[-1]}" if names else "in the page's own voice"
    through = f", through {', '.join(names[:-1])}" if names[:-1] else ""
    figures = "; ".join(quantity_label(one) for one in claim.quantities)
    return f"{whose}{through}; {figures}" if figures else f"{whose}{through}"


def _hops(claim: Claim, document: Document, testimony: Testimony | None) -> tuple[Hop, ...]:
    own = Hop(_PAGE, outlet_of(document), href=source_address(document.outlet) if document.outlet else "")
    relays = (_hop(link, document.text, _RELAY, _named(link)) for link in claim.chain[:-1])
    if claim.origin is None:
        return (own,)
    origin = testimony.origin.name if testimony and testimony.origin.recorded else _named(claim.origin)
    return (own, *relays, _hop(claim.origin, document.text, _ORIGIN, origin))


def _named(link: Link) -> str:
    """Return the name of a source that has one; empty where the text names nobody."""
    return link.name if link.span is not None else ""


def _hop(link: Link, text: str, standing: str, known_as: str) -> Hop:
    words = " ".join(link.span.of(text).split()) if link.span else ""
    sort = "" if link.source_class == "unknown" else str(link.source_class)
    return Hop(
        standing,
        link.name or NOBODY,
        sort,
        "" if words == link.name else words,
        " ".join(link.cue.of(text).split()) if link.cue else "",
        days_label(link.said),
        round(link.score, 2),
        link.score < UNSURE,
        source_address(known_as) if known_as and not is_description(known_as) else "",
    )


def _reasons(edge: Edge | None) -> tuple[str, ...]:
    if edge is None:
        return ()
    sure = () if edge.probability >= 0.995 else (f"{round(100 * edge.probability)} % sure",)
    return tuple(dict.fromkeys((*sure, *(reason.text for reason in edge.reasons))))


def _elsewhere(claim_id: str | None, around: Surroundings) -> PageLink | None:
    claim = around.kin.get(claim_id or "")
    page = around.pages.get(claim.document_id) if claim else None
    return page_link(claim, page) if claim and page else None


def _change(drift: Drift, around: Surroundings) -> ChangeNote:
    change = change_of(drift)
    against = _elsewhere(drift.against_claim_id, around)
    return ChangeNote(
        change.kind,
        change.before,
        change.after,
        str(change.severity),
        change.why,
        change.effect,
        drift.inherited,
        against,
    )


def _also(testimony: Testimony | None, given: _Around) -> tuple[tuple[PageLink, ...], int]:
    """Return the first other pages that tell a saying, each once, and how many more of its claims there are."""
    if testimony is None:
        return (), 0
    others = [one for one in testimony.claim_ids if one not in given.claims]
    found: dict[str, PageLink] = {}
    for claim in (given.around.kin[one] for one in others if one in given.around.kin):
        page = given.around.pages.get(claim.document_id)
        if page is not None:
            found.setdefault(page.id, page_link(claim, page))
    return tuple(found.values()), sum(one not in given.around.kin for one in others)


def same_sayings(notes: Sequence[Note]) -> tuple[tuple[PageLink, tuple[int, ...]], ...]:
    """Return the other pages of all notes, each with the numbers of the claims whose sayings it tells, most first."""
    links: dict[str, PageLink] = {}
    numbers: dict[str, list[int]] = {}
    for note in notes:
        for link in note.also:
            page = link.href.partition("?")[0]
            links.setdefault(page, link)
            numbers.setdefault(page, []).append(note.number)
    order = sorted(links, key=lambda page: (-len(numbers[page]), links[page].label, page))
    return tuple((links[page], tuple(numbers[page])) for page in order)
