"""Find things by a short id: the beginning of an id that fits no other."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.errors import NotFound
from reportedly.model.event import Event, Testimony


def whole_id(short: str, ids: Iterable[str], what: str) -> str:
    """Return the one id that begins with ``short``; the letters before the dash may be left out.

    Args:
        short: the beginning of an id, such as ``clm-3f0c`` or ``3f0c``.
        ids: the ids to choose from.
        what: what the ids stand for, for the error.

    Raises:
        NotFound: where none or several begin so.
    """
    fitting = sorted(
        {one for one in ids if one == short or one.startswith(short) or one.split("-")[-1].startswith(short)}
    )
    if short in fitting:
        return short
    if not short or not fitting:
        raise NotFound("E401", f"no {what} has this id", short, "reportedly claims and reportedly events list the ids")
    if len(fitting) > 1:
        shown = ", ".join(fitting[:3])
        raise NotFound("E402", f"{len(fitting)} ids begin so: {shown}", short, "give more digits")
    return fitting[0]


def claim_of(dossier: Dossier, short: str) -> Claim:
    """Return the claim with this short id."""
    return dossier.claim_by_id[whole_id(short, dossier.claim_by_id, "claim")]


def document_of(dossier: Dossier, claim: Claim) -> Document:
    """Return the document that a claim stands in."""
    return dossier.document_by_id[claim.document_id]


def event_with(dossier: Dossier, claim_id: str) -> Event | None:
    """Return the event that a claim belongs to."""
    return next((event for event in dossier.events if claim_id in event.claim_ids), None)


def testimony_with(dossier: Dossier, claim_id: str) -> Testimony | None:
    """Return the testimony that a claim relays."""
    return next((one for one in dossier.testimonies if claim_id in one.claim_ids), None)
