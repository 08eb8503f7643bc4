"""Drift: what each relay changed, compared with the claim that stands for the testimony, and who changed it first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reportedly.evidence import drift_figures, drift_time, drift_words
from reportedly.evidence.casebook import Casebook
from reportedly.evidence.drift_effect import effect_of
from reportedly.evidence.drift_pairs import Comparison, Found
from reportedly.model.claim import Claim
from reportedly.model.evidence import Drift, DriftType, Lineage
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason


def drifts_of(book: Casebook, lineage: Lineage) -> tuple[Drift, ...]:
    """Return every change that the relays of an event's testimonies made, in the order of the event's claims.

    A page that says the same thing twice in other words is not compared with itself. A change that the report a claim
    was taken from already has is charged to that report and marked as inherited.

    Args:
        book: the event.
        lineage: what each of its claims was taken from.
    """
    drifts: dict[str, list[Drift]] = {}
    for testimony in book.testimonies:
        reference = book.reference(testimony)
        for relay in book.members(testimony):
            if relay.document_id == reference.document_id:
                continue
            pair = Comparison(book, testimony, reference, relay)
            reprint = relay.id in book.library.twins(reference)
            differences = [found] if reprint and (found := drift_time.stale(pair)) else [] if reprint else _all(pair)
            drifts[relay.id] = [_drift(pair, difference) for difference in differences]
    parents = {edge.claim_id: edge.parent_claim_id for edge in lineage.edges if edge.parent_claim_id is not None}
    charged = [_charged(book, drift, drifts, parents) for found in drifts.values() for drift in found]
    place = {claim: at for at, claim in enumerate(book.event.claim_ids)}
    return tuple(sorted(charged, key=lambda drift: (place[drift.claim_id], drift.type, drift.id)))


def _drift(pair: Comparison, found: Found) -> Drift:
    effect = effect_of(pair, found)
    why = found.why or f"the testimony has “{found.before}”, the relay “{found.after}”"
    claims = (pair.reference.id, pair.relay.id)
    return Drift(
        id=identifier("dri", found.type, pair.relay.id, pair.reference.id),
        type=found.type,
        claim_id=pair.relay.id,
        testimony_id=pair.testimony.id,
        against_claim_id=pair.reference.id,
        before=found.before,
        after=found.after,
        span=found.span,
        against_span=found.against,
        severity=effect.severity,
        reasons=(Reason(f"{found.type}-differs", why, claims), Reason("effect", effect.text, claims)),
        made_by_claim_id=pair.relay.id,
        effect=None if effect.log_ratio is None else round(effect.log_ratio, 3),
    )


def _charged(book: Casebook, drift: Drift, drifts: Mapping[str, Iterable[Drift]], parents: Mapping[str, str]) -> Drift:
    """Return a change as made by the first claim on its way that has it."""
    maker, seen = drift.claim_id, {drift.claim_id}
    parent = parents.get(maker)
    while parent is not None and parent not in seen and any(_same(drift, one) for one in drifts.get(parent, ())):
        maker = parent
        seen.add(maker)
        parent = parents.get(maker)
    if maker == drift.claim_id:
        return drift
    name = _page(book, book.library.claims[maker])
    told = Reason("inherited", f"taken over from {name}, which made the change", (maker, drift.claim_id))
    return replace(drift, made_by_claim_id=maker, inherited=True, reasons=(*drift.reasons, told))


def _same(left: Drift, right: Drift) -> bool:
    """Say whether two relays of one testimony made one and the same change."""
    alike = left.type is right.type and left.testimony_id == right.testimony_id
    return alike and _folded(left.after) == _folded(right.after)


def _folded(words: str) -> str:
    return " ".join(words.casefold().removeprefix("the ").split())


def _page(book: Casebook, claim: Claim) -> str:
    document = book.library.document(claim)
    return document.outlet or document.key


def _all(pair: Comparison) -> list[Found]:
    """Return the differences; a graver change that explains others stands for them (codebook of the dossier)."""
    for check in _WHOLE:
        found = check(pair)
        if found is not None:
            side = drift_figures.side(pair) if found.type is DriftType.MEASURE else None
            return [found, side] if side else [found]
    return [found for check in _PARTS if (found := check(pair)) is not None]


_WHOLE: tuple[Callable[[Comparison], Found | None], ...] = (
    drift_figures.fused,
    drift_words.claimant,
    drift_words.polarity,
    drift_figures.measure,
)
_PARTS: tuple[Callable[[Comparison], Found | None], ...] = (
    drift_figures.figure,
    drift_time.stale,
    drift_figures.bound,
    drift_figures.side,
    drift_words.hedge,
    drift_words.evidence,
    drift_time.day,
    drift_time.scope,
    drift_words.quotation,
)
