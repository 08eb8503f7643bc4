"""An event whose claims name places: a town, its area, a government, a town where somebody spoke, one not known."""

from __future__ import annotations

from dataclasses import replace

from figured import Said, figured
from reportedly.model.claim import Claim, Place
from reportedly.model.dossier import Dossier
from reportedly.model.place import Located, PlaceKind, PlaceRole
from reportedly.model.span import Span

CRIMEA = Located("geonames:703883", "Crimea", PlaceKind.ADMIN1, "UA", "Crimea", 45.3, 34.4, 150.0, 0.9, "well known")
TOWN = Located("geonames:706448", "Kherson", PlaceKind.SETTLEMENT, "UA", "Kherson Oblast", 46.64, 32.61, 8.0, 0.8, "")
GENEVA = Located(
    "geonames:2660646", "Geneva", PlaceKind.SETTLEMENT, "CH", "Geneva", 46.2, 6.15, 6.0, 0.9, "size", PlaceRole.SAID
)
MOSCOW = Located(
    "geonames:524901", "Moscow", PlaceKind.SETTLEMENT, "RU", "Moscow", 55.75, 37.6, 25.0, 0.9, "size", PlaceRole.ACTOR
)


def placed(*found: Located | None) -> Dossier:
    """Return the dossier of one event; each claim names one of the places, None one that is not known."""
    dossier = figured(tuple(Said(f"Origin {row}", 3 + row, 3 + row) for row in range(len(found))))
    claims = tuple(_at(claim, at) for claim, at in zip(dossier.claims, found, strict=True))
    return replace(dossier, claims=claims)


def _at(claim: Claim, at: Located | None) -> Claim:
    start = claim.span.start + claim.quote.index("Tarn")
    return replace(claim, where=(Place(at.name if at else "Tarn", Span(start, start + 4), at),))
