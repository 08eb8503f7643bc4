"""Rows of the catalogue from what the ledger holds of events, claims and documents."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportedly.evidence.worth import worths
from reportedly.ledger.catalogue import (
    CLAIM,
    EVENT,
    CardRow,
    ClaimRow,
    DocumentRow,
    EventRow,
    MarkRow,
    ProfileRow,
    TraitRow,
)
from reportedly.model.card import EventCard, Worth
from reportedly.model.claim import Claim
from reportedly.model.codec import to_json
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.event import Event, Grouping, Origin, Testimony
from reportedly.model.evidence import Evidence
from reportedly.model.ids import digest, identifier
from reportedly.model.search import Facet
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.cards import card_of
from reportedly.pipeline.workbench.matters import assessed

_DIGITS = 15
"""Digits of the hash that numbers a claim without an entry of its own, or a profile."""


@dataclass(slots=True)
class Rows:
    """Rows to be put into the catalogue."""

    events: list[tuple[EventRow, CardRow]] = field(default_factory=list)
    claims: list[tuple[ClaimRow, TraitRow]] = field(default_factory=list)
    profiles: dict[int, ProfileRow] = field(default_factory=dict)
    marks: list[MarkRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Matter:
    """One event with everything that its rows are made of, in the order in which its page takes it."""

    event: Event
    evidence: Evidence
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    testimonies: tuple[Testimony, ...]
    worth: Mapping[str, Worth]
    """What a look at each claim is worth, by id."""


def rows_of_events(bench: Bench, event_ids: Collection[str]) -> Rows:
    """Return the rows of some events and of their claims; events that are not there, or not weighed, are left out."""
    rows = Rows()
    matters = list(_matters(bench, event_ids))
    numbers = bench.book.numbers(EntryKind.EVENT, event_ids)
    places = _claim_numbers(bench, (claim.id for one in matters for claim in one.claims))
    for one in matters:
        grouping = Grouping((one.event,), one.testimonies, ())
        card = card_of(assessed(bench, grouping, [one.evidence], one.claims, one.documents, None, leads=True))
        number = numbers[one.event.id]
        profile = _event_profile(card, one.evidence)
        rows.profiles[profile.profile] = profile
        rows.events.append((_event_row(number, card, profile), CardRow(number, card.label, to_json(card))))
        rows.marks += _event_marks(number, card, one.evidence)
        for claim in one.claims:
            _add_claim(rows, places[claim.id], claim, one, number)
    return rows


def rows_of_claims(bench: Bench, claim_ids: Collection[str]) -> Rows:
    """Return the rows of claims that are in no event; claims that are not there, or do not count, are left out."""
    rows = Rows()
    claims = bench.claims(claim_ids)
    places = _claim_numbers(bench, (claim.id for claim in claims))
    documents = {one.id: one for one in bench.documents({claim.document_id for claim in claims})}
    for claim in claims:
        _add_loose(rows, places[claim.id], claim, documents.get(claim.document_id))
    return rows


def rows_of_documents(bench: Bench, document_ids: Collection[str]) -> list[DocumentRow]:
    """Return the rows of some documents, their claims not counted yet."""
    numbers = bench.book.numbers(EntryKind.DOCUMENT, document_ids)
    return [_document_row(numbers[one.id], one) for one in bench.documents(document_ids)]


def _matters(bench: Bench, event_ids: Collection[str]) -> Iterator[_Matter]:
    events = bench.events(event_ids)
    claims = {one.id: one for one in bench.claims({claim for event in events for claim in event.claim_ids})}
    documents = {one.id: one for one in bench.documents({claim.document_id for claim in claims.values()})}
    sayings = {one.id: one for one in bench.testimonies({one for event in events for one in event.testimony_ids})}
    evidence = {one.event_id: one for one in bench.evidence(event.id for event in events)}
    place_of_claim = {claim: place for place, claim in enumerate(claims)}
    place_of_page = {page: place for place, page in enumerate(documents)}
    for event in events:
        if event.id in evidence:
            told = [claims[one] for one in sorted(_known(event.claim_ids, claims), key=place_of_claim.__getitem__)]
            pages = _known({claim.document_id for claim in told}, documents)
            read = tuple(documents[one] for one in sorted(pages, key=place_of_page.__getitem__))
            said = tuple(sayings[one] for one in sorted(_known(event.testimony_ids, sayings)))
            worth = {row.claim_id: row.worth for row in worths(event, evidence[event.id], told, read)}
            yield _Matter(event, evidence[event.id], tuple(told), read, said, worth)


def _known(ids: Iterable[str], there: Collection[str]) -> set[str]:
    return {one for one in ids if one in there}


def _claim_numbers(bench: Bench, claim_ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of claims' entries; a claim that a person added has none and gets one below 0 of its own."""
    wanted = list(claim_ids)
    found = bench.book.numbers(EntryKind.CLAIM, wanted)
    return {one: found.get(one) or -int(digest("claim", one)[:_DIGITS], 16) for one in wanted}


def _event_row(number: int, card: EventCard, profile: ProfileRow) -> EventRow:
    return EventRow(
        number=number,
        event=card.event_id,
        evidence=identifier("evd", card.event_id),
        kind=card.kind.value,
        letter=card.grade[:1],
        digit=int(card.grade[1:]),
        confidence=card.confidence,
        contested=int(card.contested),
        alarms=len(card.alarms),
        pages=card.pages,
        origins=card.independent,
        first=_day(card.first),
        last=_day(card.last),
        newest=_day(card.changed),
        interest=card.interest.value,
        profile=profile.profile,
    )


def _event_marks(number: int, card: EventCard, evidence: Evidence) -> list[MarkRow]:
    sources = [one.origin.name for one in evidence.origins.origins if one.origin.recorded]
    return _marks(EVENT, number, {Facet.PLACE: card.places, Facet.SOURCE: sources})


def _event_profile(card: EventCard, evidence: Evidence) -> ProfileRow:
    origins = [one.origin for one in evidence.origins.origins if one.origin.recorded]
    return _profile_of(
        {
            Facet.SIDE: sorted(set(card.sides)),
            Facet.MEASURE: sorted(set(card.measures)),
            Facet.SOURCE_CLASS: sorted({origin.source_class for origin in origins}),
            Facet.KIND: [str(card.kind)],
        }
    )


def _marks(about: str, number: int, values: Mapping[Facet, Iterable[str]]) -> list[MarkRow]:
    return [
        MarkRow(about, facet.value, str(value), number)
        for facet, told in values.items()
        for value in sorted(set(told))
        if value
    ]


def _add_claim(rows: Rows, number: int, claim: Claim, matter: _Matter, event_number: int) -> None:
    saying = next((one for one in matter.testimonies if claim.id in one.claim_ids), None)
    page = next((one for one in matter.documents if one.id == claim.document_id), None)
    grade = matter.evidence.grade
    row = _loose_row(number, claim, page)._replace(
        event=matter.event.id,
        testimony=saying.id if saying else "",
        letter=str(grade.letter),
        digit=str(int(grade.digit)),
        worth=matter.worth[claim.id].value,
        grounds=to_json(matter.worth[claim.id]),
    )
    origin = saying.origin if saying else None
    if origin is not None:
        row = row._replace(source=origin.name)
    profile = _profile(claim, origin)
    rows.claims.append((row, TraitRow(number, event_number, profile.profile, row.letter + row.digit)))
    rows.profiles[profile.profile] = profile
    rows.marks += _claim_marks(number, claim)


def _add_loose(rows: Rows, number: int, claim: Claim, page: Document | None) -> None:
    row = _loose_row(number, claim, page)
    profile = _profile(claim, None)
    rows.claims.append((row, TraitRow(number, 0, profile.profile, "")))
    rows.profiles[profile.profile] = profile
    rows.marks += _claim_marks(number, claim)


def _claim_marks(number: int, claim: Claim) -> list[MarkRow]:
    return _marks(CLAIM, number, {Facet.PLACE: [place.name for place in claim.where]})


def _profile(claim: Claim, origin: Origin | None) -> ProfileRow:
    link = claim.origin
    sort = origin.source_class if origin else link.source_class if link else ""
    return _profile_of(
        {
            Facet.SIDE: [origin.side] if origin and origin.side else [],
            Facet.MEASURE: sorted({quantity.measure for quantity in claim.quantities}),
            Facet.SOURCE_CLASS: [str(sort)] if sort else [],
            Facet.KIND: [str(claim.kind)],
        }
    )


def _profile_of(traits: Mapping[Facet, Sequence[str]]) -> ProfileRow:
    told = json.dumps(traits, ensure_ascii=False, sort_keys=True)
    return ProfileRow(int(digest("profile", told)[:_DIGITS], 16), told)


def _loose_row(number: int, claim: Claim, document: Document | None) -> ClaimRow:
    return ClaimRow(
        number=number,
        claim=claim.id,
        document=claim.document_id,
        start=claim.span.start,
        event="",
        testimony="",
        source=claim.origin.name if claim.origin else "",
        letter="",
        digit="",
        day=_day(document.day if document else None),
        worth=0.0,
        grounds="",
    )


def _document_row(number: int, document: Document) -> DocumentRow:
    return DocumentRow(
        number=number,
        document=document.id,
        key=document.key,
        title=document.title or "",
        outlet=document.outlet or "",
        day=_day(document.day),
        claims=0,
        losses=len(document.losses),
        characters=len(document.text),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
