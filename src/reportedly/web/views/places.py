"""Where an event happened, as its claims name places: rows of a table, and the shapes of a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model.claim import Claim, Place
from reportedly.model.dossier import Dossier
from reportedly.model.place import AREAS, Located, PlaceKind, PlaceRole
from reportedly.pipeline.workbench.atlas import Atlas
from reportedly.publish.labels import cut


@dataclass(frozen=True, slots=True)
class PlaceClaim:
    """A claim that names a place."""

    claim_id: str
    document_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place in one role, with all claims that name it."""

    id: str
    name: str
    kind: PlaceKind
    within: str
    """Area and country that hold it, by the borders in use."""
    role: PlaceRole
    written: tuple[str, ...]
    """The name as the claims write it."""
    reason: str
    """Why it is taken for this place."""
    probability: float
    lat: float | None
    lon: float | None
    radius_km: float
    outlined: bool
    """Whether it is an area whose outline is known."""
    claimants: tuple[str, ...]
    """Who claims it, by name, where that is disputed."""
    claims: tuple[PlaceClaim, ...]

    @property
    def drawn(self) -> bool:
        """Whether the map shows it: it has a position and does not stand for a government."""
        return self.role is not PlaceRole.ACTOR and (self.outlined or self.lat is not None)

    @property
    def precision(self) -> str:
        """How precisely it is known where that is, in words."""
        if self.outlined:
            return "an area, known by its outline"
        if self.lat is None:
            return "no position known"
        return f"within about {self.radius_km:,.0f} km" if self.radius_km >= 1 else "within about 1 km"

    @property
    def position(self) -> str:
        """Latitude and longitude of its middle to a hundredth of a degree; empty where none is known."""
        if self.lat is None or self.lon is None:
            return ""
        north, east = "N" if self.lat >= 0 else "S", "E" if self.lon >= 0 else "W"
        return f"{abs(self.lat):.2f}° {north}, {abs(self.lon):.2f}° {east}"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A place name that is taken for no place."""

    written: str
    claims: tuple[PlaceClaim, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The places of one event."""

    event_id: str
    rows: tuple[PlaceRow, ...]
    """Where things happened first, then the most often named."""
    unplaced: tuple[Unplaced, ...]
    boundaries: str
    """Whose view of the borders is followed, in words."""
    credits: tuple[str, ...]

    @property
    def mapped(self) -> bool:
        """Whether there is anything to draw."""
        return any(row.drawn for row in self.rows)

    @property
    def spoken(self) -> bool:
        """Whether a place is drawn where somebody only spoke."""
        return any(row.drawn and row.role is PlaceRole.SAID for row in self.rows)


BORDERS = {
    "un": "resolutions of the United Nations",
    "russian_law": "the Russian constitution",
    "undecided": "nobody: a disputed area is shown without a country",
}
ROLES = {
    PlaceRole.HAPPENED: "where something happened or is",
    PlaceRole.SAID: "where somebody spoke",
    PlaceRole.ACTOR: "stands for those who rule there",
}
"""What a place does in its claims, in words."""
_ORDER = tuple(PlaceRole)


def places_view(dossier: Dossier, event_id: str, atlas: Atlas) -> PlacesView:
    """Return the places that an event's claims name.

    Args:
        dossier: of one event, as of any day.
        event_id: the id under which the page was asked for.
        atlas: outlines, and whose borders are shown.
    """
    held: dict[tuple[object, ...], list[tuple[Claim, Place]]] = {}
    names: dict[str, list[Claim]] = {}
    for claim in dossier.claims:
        for place in claim.where:
            if place.at is None:
                names.setdefault(place.name, []).append(claim)
            else:
                at = place.at
                held.setdefault((at.id, at.role, at.lat, at.lon, at.radius_km), []).append((claim, place))
    rows = sorted((_row(found, atlas) for found in held.values()), key=_rank)
    unplaced = tuple(Unplaced(name, _claims(claims)) for name, claims in sorted(names.items()))
    return PlacesView(event_id, tuple(rows), unplaced, BORDERS[atlas.boundaries], atlas.credits)


def _row(found: Sequence[tuple[Claim, Place]], atlas: Atlas) -> PlaceRow:
    located = [place.at for _, place in found if place.at is not None]
    at = max(located, key=lambda one: one.probability)
    entry = atlas.entry(at.id)
    status = entry.status if entry is not None else None
    country = status.country(atlas.boundaries) if status is not None else at.country
    return PlaceRow(
        at.id,
        at.name,
        at.kind,
        _within(at, atlas.country_name(country)),
        at.role,
        tuple(sorted({place.name for _, place in found})),
        at.reason,
        at.probability,
        at.lat,
        at.lon,
        at.radius_km,
        at.kind in AREAS and atlas.outline(at.id) is not None,
        tuple(atlas.country_name(one) for one in status.claimants) if status is not None else (),
        _claims(claim for claim, _ in found),
    )


def _within(at: Located, country: str) -> str:
    names = (at.admin1, country)
    return ", ".join(dict.fromkeys(name for name in names if name and name != at.name))


def _claims(claims: Iterable[Claim]) -> tuple[PlaceClaim, ...]:
    held = dict.fromkeys(PlaceClaim(one.id, one.document_id, cut(one.quote, 120)) for one in claims)
    return tuple(held)


def _rank(row: PlaceRow) -> tuple[int, int, float, str]:
    return (_ORDER.index(row.role), -len(row.claims), row.radius_km, row.name)
