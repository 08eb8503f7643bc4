"""The ways from pages through relays to origins, as rows that both the picture and its table draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.model.claim import Claim
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event, Origin, Testimony
from reportedly.model.evidence import Drift, DriftType, Edge, EdgeKind, Evidence, OriginStanding
from reportedly.publish.labels import NOBODY, day_label, origin_label

CHANGES: Mapping[DriftType, str] = {
    DriftType.MEASURE: "measure",
    DriftType.SIDE: "whose",
    DriftType.BOUND: "bound",
    DriftType.FIGURE: "figure",
    DriftType.HEDGE_DROPPED: "hedge dropped",
    DriftType.HEDGE_STRENGTHENED: "made surer",
    DriftType.EVIDENCE_UPGRADED: "evidence raised",
    DriftType.DAY: "day",
    DriftType.SCOPE: "scope",
    DriftType.CLAIMANT: "who said it",
    DriftType.FUSED: "two things fused",
    DriftType.QUOTATION: "quotation altered",
    DriftType.STALE: "out of date",
    DriftType.POLARITY: "sense turned round",
}
"""Each change in a word or two."""

_NOTHING = "no page says whose word it is, so it confirms nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """One drift as the report prints it."""

    kind: str
    before: str
    after: str
    severity: str
    why: str
    claim_id: str
    against_claim_id: str
    effect: str = ""
    """What it does to the estimate, in words; empty where that is not known."""
    made_by: str = ""
    """The page that it was taken over from; empty where the page made it itself."""

    @property
    def label(self) -> str:
        """The change in a line, with where it comes from if it was taken over."""
        words = f"{self.kind}: {self.before or '–'} → {self.after or '–'}"
        return f"{words} (from {self.made_by})" if self.made_by else words


@dataclass(frozen=True, slots=True)
class Row:
    """One page's way to one origin."""

    page: str
    day: str
    own: bool
    """Whether the page is the origin's own."""
    relays: tuple[str, ...]
    """From the page towards the origin."""
    origin: int
    """Index of the origin among ``Ways.origins``."""
    claim_ids: tuple[str, ...]
    changes: tuple[Change, ...]
    why: tuple[str, ...]
    """Reasons of the lineage, in words."""
    probability: float = 1.0
    """Probability of the least sure arrow of the way."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One origin with what is said of it."""

    name: str
    side: str
    counts: bool
    denies: bool
    recorded: bool
    pages: int
    claim_ids: tuple[str, ...]
    notes: tuple[str, ...]
    """Why it does not count, or what else counts with it."""
    probability: float = 0.0
    """Probability that it has its word from no other origin."""
    letter: str = ""
    """Its grade as a source; empty where nobody is recorded."""


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways of one event."""

    rows: tuple[Row, ...]
    origins: tuple[OriginRow, ...]


def change_of(drift: Drift, made_by: str = "") -> Change:
    """Return a drift as the report prints it.

    Args:
        drift: the change.
        made_by: name of the page that it was taken over from; empty where the page made it itself.
    """
    why = "; ".join(reason.text for reason in drift.reasons if reason.code != "effect")
    return Change(
        CHANGES[drift.type],
        drift.before,
        drift.after,
        drift.severity,
        why,
        drift.claim_id,
        drift.against_claim_id,
        "; ".join(reason.text for reason in drift.reasons if reason.code == "effect"),
        made_by,
    )


def _maker(drift: Drift, dossier: Dossier, labels: Mapping[str, str]) -> str:
    """Return the name of the page that a change was taken over from; empty where the page made it itself."""
    claim = dossier.claim_by_id.get(drift.made_by_claim_id) if drift.inherited else None
    return labels[claim.document_id] if claim is not None else ""


def ways_of(dossier: Dossier, event: Event, evidence: Evidence, labels: Mapping[str, str]) -> Ways:
    """Return the event's ways, rows of one origin and relay beside one another.

    Args:
        dossier: everything that is known.
        event: the event.
        evidence: its evidence.
        labels: the name of each document by id.
    """
    testimonies = [dossier.testimony_by_id[one] for one in event.testimony_ids if one in dossier.testimony_by_id]
    standings = sorted(
        evidence.origins.origins,
        key=lambda one: (not one.origin.recorded, one.denies, not one.counts, -len(one.document_ids), one.origin.name),
    )
    origins = tuple(_origin_row(standing, evidence, dossier) for standing in standings)
    unsourced = {edge.claim_id for edge in evidence.lineage.edges if edge.kind is EdgeKind.UNRECORDED}
    places = {one: at for one, at in _places(standings, testimonies).items() if one not in unsourced}
    bare = [one for one in event.claim_ids if one not in places and one in dossier.claim_by_id]
    if bare:
        places |= dict.fromkeys(bare, len(origins))
        origins += (_nobody(tuple(bare), dossier),)
    edges = {edge.claim_id: edge for edge in evidence.lineage.edges}
    rows: dict[tuple[str, int], list[Claim]] = {}
    for claim_id in event.claim_ids:
        claim = dossier.claim_by_id.get(claim_id)
        if claim and claim_id in places:
            rows.setdefault((claim.document_id, places[claim_id]), []).append(claim)
    made = [
        _row(dossier, document_id, origin, claims, edges, evidence, labels)
        for (document_id, origin), claims in rows.items()
    ]
    made.sort(key=lambda one: (one[0].origin, bool(one[0].relays), one[0].relays[-1:], not one[0].own, one[1]))
    return Ways(tuple(row for row, _ in made), origins)


def _places(standings: list[OriginStanding], testimonies: list[Testimony]) -> dict[str, int]:
    by_testimony = {one: place for place, standing in enumerate(standings) for one in standing.testimony_ids}
    places = {one: place for place, standing in enumerate(standings) for one in standing.claim_ids}
    for testimony in testimonies:
        for claim_id in testimony.claim_ids:
            if testimony.id in by_testimony:
                places.setdefault(claim_id, by_testimony[testimony.id])
    return places


def _origin_row(standing: OriginStanding, evidence: Evidence, dossier: Dossier) -> OriginRow:
    name = origin_label(standing.origin)
    notes = []
    for collapse in evidence.origins.collapses:
        if collapse.what == standing.origin.name and standing.origin.name:
            target = f"counted with {collapse.into}: " if collapse.into else ""
            notes.append(f"{target}{collapse.reason.text}")
    if not standing.origin.recorded:
        notes.append(_NOTHING)
    return OriginRow(
        name,
        _side(standing.origin),
        standing.counts and standing.origin.recorded,
        standing.denies,
        standing.origin.recorded,
        _pages(standing, evidence, dossier),
        standing.claim_ids,
        tuple(dict.fromkeys(notes)),
        standing.probability if standing.origin.recorded else 0.0,
        next((str(one.letter) for one in evidence.grade.sources if one.origin == standing.origin.name), ""),
    )


def _pages(standing: OriginStanding, evidence: Evidence, dossier: Dossier) -> int:
    """Return how many pages lead back to an origin; those that name nobody lead nowhere."""
    bare = set(evidence.origins.unrecorded_claim_ids)
    told = (dossier.claim_by_id.get(one) for one in standing.claim_ids if one not in bare)
    return len({claim.document_id for claim in told if claim is not None})


def _nobody(claim_ids: tuple[str, ...], dossier: Dossier) -> OriginRow:
    pages = len({dossier.claim_by_id[one].document_id for one in claim_ids})
    return OriginRow(NOBODY, "", False, False, False, pages, claim_ids, (_NOTHING,))


def _side(origin: Origin) -> str:
    return origin.side or ("no party known" if origin.recorded else "")


def _row(
    dossier: Dossier,
    document_id: str,
    origin: int,
    claims: list[Claim],
    edges: Mapping[str, Edge],
    evidence: Evidence,
    labels: Mapping[str, str],
) -> tuple[Row, str]:
    ids = {claim.id for claim in claims}
    held = [edges[claim.id] for claim in claims if claim.id in edges]
    relays = max((_relays(dossier, edge, document_id, labels) for edge in held), key=len, default=())
    document = dossier.document_by_id[document_id]
    changes = sorted(
        (change_of(drift, _maker(drift, dossier, labels)) for drift in evidence.drifts if drift.claim_id in ids),
        key=lambda change: (change.kind, change.before, change.after),
    )
    row = Row(
        labels[document_id],
        day_label(document.day),
        any(edge.kind is EdgeKind.OWN for edge in held),
        relays,
        origin,
        tuple(claim.id for claim in sorted(claims, key=lambda claim: (claim.span, claim.id))),
        tuple(dict.fromkeys(changes)),
        tuple(dict.fromkeys(reason.text for edge in held for reason in edge.reasons)),
        min((edge.probability for edge in held), default=1.0),
    )
    return row, f"{document.day or '9999'} {document_id}"


def _relays(dossier: Dossier, edge: Edge, document_id: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    parent = dossier.claim_by_id.get(edge.parent_claim_id or "")
    relays = list(edge.via)
    if parent and parent.document_id != document_id:
        label = labels[parent.document_id]
        own = any(
            one.kind is EdgeKind.OWN and one.claim_id == parent.id
            for evidence in dossier.evidence
            for one in evidence.lineage.edges
        )
        if not own and not relays:
            relays.append(label)
    return tuple(relays)
