"""Everything at hand about one event, looked up once: claims, pages, testimonies and what stands for each of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.claim import Claim, Kind, Measure, Polarity, Quantity, RelationType, Scope, SourceClass
from reportedly.model.counting import is_vague, unit_word
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.event import Event, Grouping, Origin, Testimony
from reportedly.model.ids import digest
from reportedly.model.wording import beyond_imagery, containment, content, refers_back, shingles, wording

Moment = tuple[str, str]
"""Day and minute of publication as text that sorts; unknown ones last."""

SHOWN = frozenset({SourceClass.IMAGERY, SourceClass.DOCUMENT, SourceClass.DATA})
"""Classes of links that show rather than say."""

CHANGED = frozenset(
    {"figure-changed", "claimant-changed", "measure-changed", "scope-changed", "fused", "betrayed", "polarity-changed"}
)
"""Reasons of a testimony under which a claim is a relay, whatever its chain says."""

THROUGH = "through-outlet"
"""The reason of a testimony under which a claim's last link is no name of the origin but an outlet on the way."""

_PEOPLE = ("=police", "=soldier", "=crowd", "=child", "civilian", "=aboard", "crew", "wom")
_EVERYBODY = frozenset({"=crowd", "=aboard", "civilian"})
_SINCE = re.compile(r"\b(since|in all|so far|altogether|in total|to date|up to now)\b", re.IGNORECASE)
_ALONE = re.compile(r"\b(alone|(?:in|within) (?:a|one) (?:single )?(?:day|night|hour|week))\b", re.IGNORECASE)


@dataclass(frozen=True)
class Casebook:
    """One event with its material."""

    event: Event
    testimonies: tuple[Testimony, ...]
    claims: tuple[Claim, ...]
    """The event's claims by publication, then id."""
    library: Library

    @cached_property
    def testimony_of(self) -> dict[str, Testimony]:
        """The testimony of each claim."""
        return {claim: testimony for testimony in self.testimonies for claim in testimony.claim_ids}

    @cached_property
    def _members(self) -> dict[str, tuple[Claim, ...]]:
        wanted = {testimony.id: frozenset(testimony.claim_ids) for testimony in self.testimonies}
        return {key: tuple(claim for claim in self.claims if claim.id in ids) for key, ids in wanted.items()}

    @cached_property
    def superseded(self) -> frozenset[str]:
        """Ids of the testimonies that a later one of the same origin replaces."""
        return frozenset(t.revises for t in self.testimonies if t.revises is not None)

    def compared(self, claim: Claim) -> tuple[RelationType, Testimony] | None:
        """Return how a claim measures itself (``more than``) and against which testimony of this event, or None."""
        mine = self.testimony_of.get(claim.id)
        if claim.relation is not None and claim.relation.type.compares:
            target = self.testimony_of.get(claim.relation.to)
            return (claim.relation.type, target) if target is not None and target != mine else None
        kind = beyond_imagery(claim.quote)
        shown = [t for t in self.testimonies if t != mine and t.origin.source_class is SourceClass.IMAGERY]
        return (RelationType(kind), shown[0]) if kind and len(shown) == 1 else None

    def subordinate(self, testimony: Testimony) -> RelationType | None:
        """Return how a testimony's figure hangs on another of its measure: as a part, or as an addition; else None.

        Such a figure is no rival of the other: five of 30 dead are not another count of the dead.
        """
        claim, figure = self.reference(testimony), testimony.quantity
        for relation in claim.figure_relations:
            own = claim.quantities[relation.figure]
            other = self.library.figure(relation.to, relation.to_figure)
            if figure is None or other is None or (own.measure, own.turn) != (figure.measure, figure.turn):
                continue
            if relation.type in {RelationType.PART_OF, RelationType.ADDS_TO} and other.measure is own.measure:
                return relation.type
        return None

    def members(self, testimony: Testimony) -> tuple[Claim, ...]:
        """Return the claims of a testimony by publication, then id."""
        return self._members[testimony.id]

    def reference(self, testimony: Testimony) -> Claim:
        """Return the claim that stands for a testimony.

        The origin's own publication; else the earliest relay that changed nothing of itself and counts what the
        testimony counts, the fullest of one moment.
        """
        members = self.members(testimony)
        sound = [c for c in members if self.change(testimony, c) is None] or list(members)
        own = [claim for claim in sound if self.library.own(claim, testimony.origin)]
        if testimony.quantity is not None:
            measure = testimony.quantity.measure
            agreeing = [c for c in sound if (figure := figure_of(c)) is not None and figure.measure is measure]
            sound = agreeing or sound
        return min(own or sound, key=lambda claim: (self.library.moment(claim), -_fullness(claim), claim.id))

    def through_outlet(self, testimony: Testimony, claim: Claim) -> bool:
        """Say whether a claim names an outlet, and its saying is the one that this outlet's own page relays."""
        return any(one.code == THROUGH and claim.id in one.claim_ids[1:] for one in testimony.reasons)

    def change(self, testimony: Testimony, claim: Claim) -> str | None:
        """Return the code under which a claim was counted to a testimony it does not name plainly, or None."""
        for reason in testimony.reasons:
            if reason.code in CHANGED and claim.id in reason.claim_ids[1:]:
                return reason.code
        twins = self.library.twins(claim)
        for reason in testimony.reasons:
            if reason.code in CHANGED and any(twin in reason.claim_ids[1:] for twin in twins):
                return reason.code
        return None


def _fullness(claim: Claim) -> int:
    extras = sum(quantity.qualifier is not None for quantity in claim.quantities)
    return 2 * len(claim.quantities) + extras + (claim.certainty is not None) + (claim.when is not None)


class Library:
    """Documents and claims of all events, with what a text shares with another."""

    def __init__(self, claims: Sequence[Claim], documents: Sequence[Document], registry: ActorRegistry) -> None:
        """Index claims and documents by id."""
        self.registry = registry
        self.documents = {document.id: document for document in documents}
        self.claims = {claim.id: claim for claim in claims}
        self._key = {d.id: digest(" ".join(d.text.split())) for d in documents}
        self._shingles: dict[str, frozenset[tuple[str, ...]]] = {}
        self._at: dict[tuple[str, str], list[str]] = defaultdict(list)
        for claim in sorted(claims, key=lambda claim: claim.id):
            if claim.document_id in self._key:
                self._at[self._key[claim.document_id], " ".join(claim.quote.split())].append(claim.id)

    @cached_property
    def deployed(self) -> tuple[tuple[Claim, Quantity], ...]:
        """Every figure of people deployed that is told as a fact and in numbers."""
        return tuple(
            (claim, figure)
            for claim in sorted(self.claims.values(), key=lambda claim: claim.id)
            for figure in claim.quantities
            if figure.measure is Measure.DEPLOYED
            and not is_vague(figure)
            and claim.polarity is Polarity.AFFIRMED
            and claim.kind is not Kind.FORECAST
        )

    def document(self, claim: Claim) -> Document:
        """Return the document a claim stands in."""
        return self.documents[claim.document_id]

    def figure(self, claim_id: str, place: int) -> Quantity | None:
        """Return one figure of one claim; None where there is none."""
        claim = self.claims.get(claim_id)
        return claim.quantities[place] if claim is not None and place < len(claim.quantities) else None

    def text_key(self, claim: Claim) -> str:
        """Return a key that is equal for documents with one and the same text."""
        return self._key[claim.document_id]

    def twins(self, claim: Claim) -> tuple[str, ...]:
        """Return the ids of the claims with the same words in the same text, under any outlet."""
        return tuple(self._at[self.text_key(claim), " ".join(claim.quote.split())])

    def moment(self, claim: Claim) -> Moment:
        """Return when a claim's document was published, as a sort key; not known sorts last."""
        published = self.document(claim).published
        if published is None:
            return ("9999", "9999")
        return (published.day.isoformat(), published.at.isoformat() if published.at else "9999")

    def day(self, claim: Claim) -> date | None:
        """Return the day of publication of a claim's document."""
        return self.document(claim).day

    def before(self, early: Claim, late: Claim) -> bool:
        """Say whether one claim was surely published before another: by day, or by minute where both have one."""
        first, second = self.moment(early), self.moment(late)
        if "9999" in (first[0], second[0]):
            return first[0] != "9999" and second[0] == "9999"
        if first[0] != second[0]:
            return first[0] < second[0]
        return "9999" not in (first[1], second[1]) and first[1] < second[1]

    def own(self, claim: Claim, origin: Origin) -> bool:
        """Say whether a claim stands in the origin's own publication."""
        said = [link for link in claim.chain if link.source_class not in SHOWN]
        outlet = self.document(claim).outlet
        if not origin.recorded or not outlet:
            return False
        if said and folded(said[-1].name) != folded(outlet):
            return False
        actor = self.registry.find(outlet)
        if actor is not None and origin.actor_id is not None:
            return origin.actor_id in {actor.id, actor.part_of}
        ours, theirs = set(folded(outlet).split()), set(folded(origin.name).split())
        return bool(ours and theirs) and (ours <= theirs or theirs <= ours)

    def copied(self, left: Claim, right: Claim) -> float:
        """Return the share of four-word runs that the shorter of two claims' texts has from the other."""
        return containment(self._runs(left), self._runs(right))

    def _runs(self, claim: Claim) -> frozenset[tuple[str, ...]]:
        key = self.text_key(claim)
        if key not in self._shingles:
            self._shingles[key] = shingles(wording(self.document(claim).text))
        return self._shingles[key]


def casebooks(grouping: Grouping, library: Library) -> list[Casebook]:
    """Return the casebook of each event, in the order of the grouping."""
    by_event: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in grouping.testimonies:
        by_event[testimony.event_id].append(testimony)
    books = []
    for event in grouping.events:
        claims = [library.claims[claim] for claim in event.claim_ids if claim in library.claims]
        claims = [claim for claim in claims if claim.document_id in library.documents]
        claims.sort(key=lambda claim: (library.moment(claim), claim.document_id, claim.span, claim.id))
        books.append(Casebook(event, tuple(by_event[event.id]), tuple(claims), library))
    return books


def figure_of(claim: Claim) -> Quantity | None:
    """Return the first figure of a claim that carries a number and does not only refer to one told before."""
    return next(
        (q for q in claim.quantities if (q.low is not None or q.high is not None) and not _back(claim, q)), None
    )


def _back(claim: Claim, quantity: Quantity) -> bool:
    return quantity.span is not None and refers_back(claim.quote[: max(0, quantity.span.start - claim.span.start)])


def people(words: str) -> frozenset[str]:
    """Return the kinds of people that some words name (police, crew, ...); fighters and soldiers are one kind."""
    stems = {"=soldier" if stem == "=fighter" else stem for stem in content(words)}
    return frozenset(kind for kind in _PEOPLE if kind in stems)


@lru_cache(maxsize=8192)
def victims(words: str) -> str:
    """Return a key for whom a figure counts: forces, crews and children apart, all others with plain ``people``.

    A count of military units has a key of its own: battalions are no people.
    """
    unit = unit_word(words)
    return " ".join(sorted((people(words) - _EVERYBODY) | ({unit} if unit else frozenset())))


def running_total(claim: Claim) -> bool:
    """Say whether a claim makes its figure a total since a start: by its words, or as a total as of a day."""
    if _ALONE.search(claim.quote):
        return False
    held = figure_of(claim)
    dated = held is not None and held.scope is Scope.CUMULATIVE and held.as_of is not None
    return dated or bool(_SINCE.search(claim.quote))


def days_told(claim: Claim) -> Days | None:
    """Return the days of a claim that its own sentence gives; days that were carried over from elsewhere are none."""
    rules = {ground.rule for ground in claim.grounds if ground.field == "when"}
    return None if "carried" in rules else claim.when


def origin_key(origin: Origin) -> str:
    """Return a key that is equal for testimonies of one origin."""
    return f"actor:{origin.actor_id}" if origin.actor_id else folded(origin.name)
