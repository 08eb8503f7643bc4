"""Places: what a gazetteer knows of them, and which one a name in a report means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reportedly.model.span import Span


class PlaceKind(StrEnum):
    """What sort of place an entry is."""

    CONTINENT = "continent"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    """A country's first-level area: an oblast, a state, a province."""
    ADMIN2 = "admin2"
    """A district, raion or county."""
    SETTLEMENT = "settlement"
    QUARTER = "quarter"
    """A part of a settlement."""
    REGION = "region"
    """An area that no authority bounds, such as Donbas or the Middle East."""
    ISLAND = "island"
    WATER = "water"
    RELIEF = "relief"
    """Mountains and the like."""
    SITE = "site"
    """A square, base, airport, bridge or plant."""


AREAS = frozenset({PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION})
"""Kinds that are an area and no point: where they lie is a matter of containment, not of distance to their middle."""


NAMED_FROM = 0.4
"""Probability from which a claim carries the place that its name is taken for."""


class NameForm(StrEnum):
    """What a name is to a place."""

    NAME = "name"
    OTHER = "other"
    """Another, older or foreign name."""
    SHORT = "short"
    """A short form that counts only behind a place that it contains (``Muncie, Ind.``)."""
    SPELLING = "spelling"
    """Another romanisation, or the Russian form of a Ukrainian name."""
    DEMONYM = "demonym"
    """A people (``Ukrainian``): a hint, and never a place."""


class Boundaries(StrEnum):
    """Whose view of the borders decides which country is shown for a disputed place."""

    UN = "un"
    """Resolutions of the UN's General Assembly and Security Council."""
    RUSSIAN_LAW = "russian_law"
    """The Russian constitution."""
    UNDECIDED = "undecided"
    """None: a disputed place is shown without a country, with all claimants."""


@dataclass(frozen=True, slots=True)
class Status:
    """Who claims a disputed area."""

    area: str
    claimants: tuple[str, ...]
    """ISO codes of countries, or names where there is none."""
    un: str
    """ISO code of the country that resolutions of the UN put it in; empty where they leave it open."""
    russian_law: str
    """ISO code of the country that Russian law puts it in; empty where that is a state without a code."""
    note: str

    def country(self, boundaries: Boundaries) -> str:
        """Return the country that a set of boundaries puts the area in; empty where it leaves it open."""
        return {Boundaries.UN: self.un, Boundaries.RUSSIAN_LAW: self.russian_law}.get(boundaries, "")


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place of a gazetteer."""

    id: str
    """Where it comes from and its number there: ``geonames:709716``."""
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    radius_km: float
    """Of a circle as large as the place; larger where the point itself is in doubt."""
    population: int = 0
    weight: float = 0.0
    """How much the bare name speaks for it: decimal logarithm of its people, or a like figure for seas and regions."""
    country: str = ""
    """ISO code of the country whose files list it."""
    admin1: str = ""
    """Id of the first-level area that holds it."""
    admin2: str = ""
    source: str = ""
    """What the entry rests on and how sure its point is."""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that bears a name that was looked up."""

    entry: PlaceEntry
    form: NameForm


class Gazetteer(Protocol):
    """Knows places by name."""

    @property
    def version(self) -> str:
        """What answers rest on: the build of the gazetteer."""

    def look_up(self, names: Sequence[str]) -> Mapping[str, tuple[Hit, ...]]:
        """Return for each name the places that bear it, the likeliest first; names that none bears are left out."""

    def entry(self, identity: str) -> PlaceEntry | None:
        """Return the place with an id."""

    def country(self, code: str) -> PlaceEntry | None:
        """Return the country with an ISO code."""

    def holds(self, area: str, lat: float, lon: float) -> bool | None:
        """Say whether an area's outline holds a point; None where no outline is known."""


class PlaceRole(StrEnum):
    """What a place name does in a report."""

    HAPPENED = "happened"
    """Something happened or is there."""
    SAID = "said"
    """Somebody spoke there: a dateline, ``said in Geneva``."""
    ACTOR = "actor"
    """It stands for a government or a team: ``Moscow said``."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean."""

    entry: PlaceEntry
    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footprint:
    """Where on earth something lies: a circle, and the area that bounds it."""

    lat: float | None
    lon: float | None
    radius_km: float
    area: str = ""
    """Id of the area itself, where an area is meant."""
    note: str = ""
    """What widened or moved the circle."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which place a name in a report means."""

    span: Span
    name: str
    role: PlaceRole
    candidates: tuple[Candidate, ...]
    """The likeliest first; their probabilities sum to at most 1, the rest is for places that nobody listed."""
    chosen: Candidate | None
    """None = the reader abstains."""
    reason: str
    """Why this one, or why none."""
    footprint: Footprint | None = None
    within: tuple[str, ...] = ()
    """What contains the chosen place, innermost first, by name."""
    country: str = ""
    """ISO code by the set of boundaries in use; empty where it leaves the country open."""
    claimants: tuple[str, ...] = ()
    """All who claim the area, where it is disputed."""


@dataclass(frozen=True, slots=True)
class Located:
    """The place that a name in a claim was taken for, in short."""

    id: str
    """The gazetteer's id: ``geonames:709716``."""
    name: str
    kind: PlaceKind
    country: str
    """ISO code by the set of boundaries in use; empty where it leaves the country open."""
    admin1: str
    """Name of the first-level area."""
    lat: float | None
    lon: float | None
    radius_km: float
    probability: float
    reason: str
    role: PlaceRole = PlaceRole.HAPPENED
