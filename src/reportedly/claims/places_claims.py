"""Say of the place names in claims which places they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.places_resolve import PlaceReader, located
from reportedly.model.claim import Claim
from reportedly.model.place import NAMED_FROM, Located
from reportedly.model.span import Span


def placed(claims: Sequence[Claim], text: str, reader: PlaceReader | None) -> tuple[Claim, ...]:
    """Return the claims with the places that their names mean.

    Args:
        claims: the claims of one document.
        text: its text.
        reader: who knows places; None = the claims come back as they are.
    """
    spans = sorted({place.span for claim in claims for place in claim.where})
    if reader is None or not spans:
        return tuple(claims)
    found: dict[Span, Located | None] = {one.span: located(one) for one in reader.read(text, spans)}
    return tuple(_placed(claim, {span: at for span, at in found.items() if at is not None}) for claim in claims)


def _placed(claim: Claim, found: dict[Span, Located]) -> Claim:
    where = tuple(replace(place, at=_sure(found.get(place.span))) for place in claim.where)
    return replace(claim, where=where) if where != claim.where else claim


def _sure(at: Located | None) -> Located | None:
    return at if at is not None and at.probability >= NAMED_FROM else None
