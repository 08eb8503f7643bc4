"""What a decision about a claim changes: the claim's event as it stands with the decision and without it.

Both are drawn from the story's claims as they count, with the decision among them and not; nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.card import EventCard
from reportedly.model.claim import Claim
from reportedly.model.coded import is_coded
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.event import Event, Grouping
from reportedly.model.evidence import Evidence
from reportedly.model.review import Review
from reportedly.pipeline.decided import Decided, claims_with, decided_in
from reportedly.pipeline.parts import Part, drawn
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.cards import card_of
from reportedly.pipeline.workbench.matters import StoryRows, assessed, people_on

MOST_CLAIMS = 1000
"""Claims of a story above which nothing is drawn for a look; it would keep a person waiting."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One thing that is told of an event, without and with a decision."""

    what: str
    before: str
    after: str

    @property
    def moved(self) -> bool:
        """Whether the decision changes it."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision does to the claim's event."""

    shifts: tuple[Shift, ...]
    """Empty where the claim is in no event either way, or the story is too large for a look."""
    event_id: str = ""
    """The event with the decision in effect, as drawn; empty where it is gone."""
    label: str = ""
    note: str = ""
    """Why there is nothing to see."""

    @property
    def moved(self) -> bool:
        """Whether anything that is told changes."""
        return any(one.moved for one in self.shifts)


@dataclass(frozen=True)
class _Story:
    """All that one story is drawn from, decisions apart."""

    rows: StoryRows
    machine: Sequence[Claim]
    """As the machine reads them; not read where there are too many."""
    decided: Decided


@dataclass(frozen=True)
class _Drawing:
    """One story as it is drawn from the claims that count under some decisions."""

    documents: Sequence[Document]
    claims: tuple[Claim, ...]
    grouping: Grouping
    evidence: tuple[Evidence, ...]


def effect_of(bench: Bench, review: Review) -> Effect:
    """Return what a decision would change, or what it changed where it is in force already.

    Args:
        bench: the open ledger.
        review: the decision; one of the same id that is in force counts as not made on the side without it.
    """
    story = _story(bench, review)
    if len(story.rows.claims) > MOST_CLAIMS:
        return Effect((), note=f"the story has over {MOST_CLAIMS:,} claims; it is drawn when you save")
    others = tuple(one for one in story.decided.reviews if one.id != review.id)
    in_force = any(one.id == review.id for one in story.decided.reviews)
    replaced = story.decided.reviews if not in_force else others
    without = _drawing(bench, story, replaced)
    with_it = _drawing(bench, story, (*others, review))
    before = _card(bench, without, _event_of(without, with_it, review.claim_id))
    after = _card(bench, with_it, _event_of(with_it, without, review.claim_id))
    if before is None and after is None:
        return Effect((), note="the claim belongs to no event, so nothing that is told rests on it")
    shown = after or before
    return Effect(_shifts(before, after), after.event_id if after else "", shown.label if shown else "")


def _story(bench: Bench, review: Review) -> _Story:
    with bench.book.stories_now() as index:
        texts = index.texts_of_documents([review.document_id]).values()
        names = index.stories_of_texts(texts)
        documents = [document for document, _ in index.documents(index.texts_in(names))]
        claims = [claim for claim, _ in index.claims(documents)]
        events = [row.subject for row in index.drawn(names) if row.kind == EntryKind.EVENT.value]
    rows = StoryRows(tuple(documents), tuple(claims), tuple(events))
    decided = decided_in(bench.book, documents)
    wanted = claims if len(claims) <= MOST_CLAIMS else []
    return _Story(rows, tuple(claims_with(bench.book, wanted).values()), decided)


def _drawing(bench: Bench, story: _Story, reviews: tuple[Review, ...]) -> _Drawing:
    claims = tuple(sorted(Decided(reviews, story.decided.coders).count(story.machine), key=lambda one: one.id))
    documents = bench.documents(story.rows.documents)
    people = people_on(bench, {claim.id for claim in claims})
    coded = any(is_coded(one) for one in claims)
    grouping, evidence = drawn(Part(documents, claims, people, coded, bench.graded), bench.tools)
    return _Drawing(documents, claims, grouping, evidence)


def _card(bench: Bench, drawing: _Drawing, event: Event | None) -> EventCard | None:
    if event is None:
        return None
    told = set(event.claim_ids)
    its = tuple(claim for claim in drawing.claims if claim.id in told)
    pages = {claim.document_id for claim in its}
    only = Grouping((event,), tuple(one for one in drawing.grouping.testimonies if one.event_id == event.id), ())
    weighed = tuple(one for one in drawing.evidence if one.event_id == event.id)
    near = tuple(one for one in drawing.documents if one.id in pages)
    return card_of(assessed(bench, only, weighed, its, near, None))


def _event_of(drawing: _Drawing, other: _Drawing, claim_id: str) -> Event | None:
    """Return the event that holds the claim; without the claim, the one nearest to the other side's."""
    here, there = _holding(drawing, claim_id), _holding(other, claim_id)
    if here is not None or there is None:
        return here
    wanted = set(there.claim_ids)
    near = max(drawing.grouping.events, key=lambda one: (len(wanted & set(one.claim_ids)), one.id), default=None)
    return near if near is not None and wanted & set(near.claim_ids) else None


def _holding(drawing: _Drawing, claim_id: str) -> Event | None:
    return next((one for one in drawing.grouping.events if claim_id in one.claim_ids), None)


def _shifts(before: EventCard | None, after: EventCard | None) -> tuple[Shift, ...]:
    sides = [_told(one) for one in (before, after)]
    return tuple(Shift(what, sides[0][what], sides[1][what]) for what in _told(None))


def _told(card: EventCard | None) -> dict[str, str]:
    """Return what is told of an event, by name; dashes where there is none."""
    if card is None:
        names = ("Key judgement", "Event", "Independent origins", "Grade", "Confidence", "Leading figure", "Pages")
        return dict.fromkeys(names, "–")
    return {
        "Key judgement": card.key or "none",
        "Event": card.label,
        "Independent origins": str(card.independent),
        "Grade": card.grade,
        "Confidence": card.confidence,
        "Leading figure": card.estimate or "none",
        "Pages": str(card.pages),
    }
