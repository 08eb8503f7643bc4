"""One row an event: how many pages stand on how many origins, whose they are, what the figures bear, what drifted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reportedly.model.claim import Measure
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event
from reportedly.model.evidence import Drift, Estimate, Evidence


@dataclass(frozen=True, slots=True)
class EventRow:
    """What a reader wants to know first about an event."""

    id: str
    kind: str
    label: str
    when: str
    where: tuple[str, ...]
    pages: int
    """Documents that carry it."""
    claims: int
    origins: int
    """Independent origins."""
    origin_names: tuple[str, ...]
    """Names of the origins that affirm, in the evidence's order."""
    unrecorded: int
    """Claims of which nobody says whose word they are."""
    sides: tuple[str, ...]
    one_side: bool
    """Whether all origins that affirm belong to one party."""
    estimates: tuple[str, ...]
    """The figures in words."""
    grade: str
    """Source letter and information digit, such as ``B6``."""
    confidence: str
    drifts: dict[str, int]
    """Changes on the way by type, the most frequent first."""
    contested: bool
    incident: str = ""
    """How well the incident is attested (confirmed, fair, weak ...); empty for views, plans and forecasts."""
    remark: bool = False
    """Whether it is only what one report remarks in its own voice; such events come last."""


def event_rows(dossier: Dossier) -> tuple[EventRow, ...]:
    """Return one row an event, those on the most pages first, remarks of single reports last."""
    rows = (_row(dossier, event) for event in dossier.events)
    return tuple(sorted(rows, key=lambda row: (row.remark, -row.pages, -row.claims, row.id)))


def _row(dossier: Dossier, event: Event) -> EventRow:
    evidence = dossier.evidence_by_event[event.id]
    return EventRow(
        id=event.id,
        kind=event.kind,
        label=event.label,
        when=str(event.when) if event.when else "",
        where=event.where,
        pages=len({dossier.claim_by_id[claim_id].document_id for claim_id in event.claim_ids}),
        claims=len(event.claim_ids),
        origins=evidence.origins.independent,
        origin_names=_origin_names(evidence),
        unrecorded=len(evidence.origins.unrecorded_claim_ids),
        sides=evidence.origins.sides,
        one_side=evidence.origins.one_side,
        estimates=tuple(estimate_words(estimate) for estimate in evidence.estimates),
        grade=evidence.grade.code,
        confidence=evidence.grade.confidence,
        drifts=drift_counts(evidence.drifts),
        contested=bool(evidence.contests),
        incident=str(evidence.grade.label or ""),
        remark=any(reason.code == "remark" for reason in event.reasons),
    )


def _origin_names(evidence: Evidence) -> tuple[str, ...]:
    standing = (one for one in evidence.origins.origins if one.counts and not one.denies)
    return tuple(one.origin.name or "not recorded" for one in standing)


def drift_counts(drifts: tuple[Drift, ...]) -> dict[str, int]:
    """Return how often each sort of change occurs, the most frequent first."""
    return dict(sorted(Counter(str(drift.type) for drift in drifts).items(), key=lambda pair: (-pair[1], pair[0])))


def estimate_words(estimate: Estimate) -> str:
    """Return an estimate in words, such as ``at least 30, best 200 killed (Russian troops)``."""
    counted = _range(estimate)
    if estimate.measure is Measure.OTHER:
        return f"{counted} {estimate.of}".strip()
    return f"{counted} {estimate.measure}" + (f" ({estimate.of})" if estimate.of else "")


def _range(estimate: Estimate) -> str:
    low, best, high = (
        None if figure is None else f"{figure:,}" for figure in (estimate.low, estimate.best, estimate.high)
    )
    if low is not None and low == high:
        return low
    if low is None:
        bounds = f"up to {high}" if high is not None else "unknown"
    else:
        bounds = f"{low} to {high}" if high is not None else f"at least {low}"
    return f"{bounds}, best {best}" if best is not None else bounds
