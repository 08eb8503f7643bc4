"""An event whose id has gone, with the events that hold its claims now."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.pipeline.workbench.matter import Gone
from reportedly.publish.labels import count_label, day_label


@dataclass(frozen=True, slots=True)
class Successor:
    """An event of today that holds claims of one that has gone."""

    event_id: str
    label: str
    address: str
    shares: str
    """How many of the claims, in words."""


@dataclass(frozen=True, slots=True)
class MovedView:
    """What the page under an old id shows."""

    event_id: str
    heading: str
    notice: str
    moved_to: tuple[str, ...]
    """Ids of the successors, the one that shares most first."""
    successors: tuple[Successor, ...]


def moved_view(gone: Gone) -> MovedView:
    """Return the page of an event whose id has gone."""
    total = len(gone.event.claim_ids)
    label = gone.event.label
    successors = tuple(
        Successor(event.id, event.label, f"/event/{event.id}", f"{shared} of its {count_label(total, 'claim')}")
        for event, shared in gone.successors
    )
    notice = f"The ledger grouped its claims anew on {day_label(gone.withdrawn.date())}: {gone.reason}."
    if not successors:
        notice += " No event of today holds any of them."
    return MovedView(
        gone.event.id, label[:1].upper() + label[1:], notice, tuple(one.event_id for one in successors), successors
    )
