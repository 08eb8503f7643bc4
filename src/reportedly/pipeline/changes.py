"""What changed on the way in a dossier: the drifts that are asked for, who made each, and the false corroborations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model.dossier import Dossier
from reportedly.model.errors import SettingsError
from reportedly.model.evidence import Alarm, Drift, DriftType, Severity
from reportedly.pipeline.find import whole_id


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes are asked for; None = all."""

    type: str | None = None
    """Name of a type of change, such as ``measure``."""
    event: str | None = None
    """The beginning of an event's id, or words of its label."""
    outlet: str | None = None
    """Words of the name of the page that carries the change, or of the one that made it."""
    severity: str | None = None
    """The least severity."""


@dataclass(frozen=True, slots=True)
class Maker:
    """One page with the changes that it made, and those that others took over from it."""

    page: str
    made: int
    copied: int


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes asked for, gravest first, with who made them, and the alarms of their events."""

    drifts: tuple[Drift, ...]
    makers: tuple[Maker, ...]
    alarms: tuple[Alarm, ...]


def changes_of(dossier: Dossier, wanted: Wanted) -> Changes:
    """Return the changes of a dossier that are asked for.

    Args:
        dossier: everything that is known.
        wanted: which changes.

    Raises:
        SettingsError: where there is no such type or severity.
        NotFound: where no event has this id or label.
    """
    _known("type", wanted.type, DriftType)
    _known("severity", wanted.severity, Severity)
    events = _events(dossier, wanted.event)
    rank = {severity: place for place, severity in enumerate(Severity)}
    least = rank[Severity(wanted.severity)] if wanted.severity else 0
    chosen = [one for one in dossier.evidence if one.event_id in events]
    drifts = [
        drift
        for evidence in chosen
        for drift in evidence.drifts
        if wanted.type in {None, str(drift.type)} and rank[drift.severity] >= least
        if wanted.outlet is None or _carried_by(dossier, drift, wanted.outlet)
    ]
    drifts.sort(key=lambda drift: -rank[drift.severity])
    alarms = [alarm for evidence in chosen for alarm in evidence.alarms if rank[alarm.severity] >= least]
    if wanted.outlet is not None:
        outlet = wanted.outlet
        alarms = [alarm for alarm in alarms if any(_on(dossier, one, outlet) for one in alarm.claim_ids)]
    alarms.sort(key=lambda alarm: -rank[alarm.severity])
    return Changes(tuple(drifts), makers_of(dossier, drifts), tuple(alarms))


def makers_of(dossier: Dossier, drifts: Iterable[Drift]) -> tuple[Maker, ...]:
    """Return the pages that made changes, most copied and most busy first."""
    made: Counter[str] = Counter()
    copied: Counter[str] = Counter()
    for drift in drifts:
        page = page_of(dossier, drift.made_by_claim_id or drift.claim_id)
        (copied if drift.inherited else made)[page] += 1
    pages = sorted(set(made) | set(copied), key=lambda page: (-made[page] - copied[page], page))
    return tuple(Maker(page, made[page], copied[page]) for page in pages)


def page_of(dossier: Dossier, claim_id: str) -> str:
    """Return the name of the page that a claim stands on; empty where the dossier does not hold it."""
    claim = dossier.claim_by_id.get(claim_id)
    document = dossier.document_by_id.get(claim.document_id) if claim is not None else None
    return (document.outlet or document.title or document.key) if document is not None else ""


def _on(dossier: Dossier, claim_id: str, outlet: str) -> bool:
    return outlet.casefold() in page_of(dossier, claim_id).casefold()


def _carried_by(dossier: Dossier, drift: Drift, outlet: str) -> bool:
    return _on(dossier, drift.claim_id, outlet) or _on(dossier, drift.made_by_claim_id, outlet)


def _events(dossier: Dossier, event: str | None) -> set[str]:
    if event is None:
        return {one.id for one in dossier.events}
    named = {one.id for one in dossier.events if event.casefold() in one.label.casefold()}
    return named or {whole_id(event, (one.id for one in dossier.events), "event")}


def _known(what: str, value: str | None, names: Iterable[str]) -> None:
    known = [str(name) for name in names]
    if value is not None and value not in known:
        raise SettingsError("E240", f"there is no {what} “{value}”", what, f"use one of: {', '.join(known)}")
