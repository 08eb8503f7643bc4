"""Cards: one event in a line of the dossier, with everything by which events are ranked, filtered and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Measure, SourceClass
from reportedly.model.event import EventKind
from reportedly.model.evidence import IncidentLabel
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.reason import Reason


@dataclass(frozen=True, slots=True)
class OriginMark:
    """One origin of an event as it is drawn: a mark, and one dot for each page that carries it."""

    name: str
    """Empty where the lineage is not recorded."""
    side: str | None
    pages: int
    counts: bool
    """Whether it is independent and bears out what the first key judgement says."""
    denies: bool = False
    recorded: bool = True
    beside: bool = False
    """Whether it is independent and tells something else of the event: another figure, another part."""


@dataclass(frozen=True, slots=True)
class AlarmMark:
    """What looks like a confirmation of an event and is none, in short; the gravest first."""

    code: str
    severity: str
    text: str
    """What it looks like and what it is, as a clause."""


@dataclass(frozen=True, slots=True)
class Worth:
    """How much is gained by looking at something, with the grounds; the larger the number, the sooner."""

    value: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ClaimWorth:
    """How much is gained by looking at one claim."""

    claim_id: str
    worth: Worth


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event of the dossier."""

    event_id: str
    label: str
    """The heading, as the event's page bears it."""
    kind: EventKind
    first: date | None
    """First day on which it may have happened; None where no day is known."""
    last: date | None
    places: tuple[str, ...]
    measures: tuple[Measure, ...]
    pages: int
    """Documents that tell of it."""
    testimonies: int
    origins: tuple[OriginMark, ...]
    """Those that count first."""
    independent: int
    """Origins that count."""
    sides: tuple[str, ...]
    """Sides of the origins that affirm."""
    grade: str
    """Source letter and information digit, such as ``B3``."""
    confidence: str
    label_of_incident: IncidentLabel | None
    alarms: tuple[AlarmMark, ...]
    drifts: int
    """Changes that relays made."""
    contested: bool
    estimate: str
    """The leading figure's range in words; empty where no figure is told."""
    key: str
    """Its first key judgement, or else the first sentence told of it; empty where there is none."""
    changed: date | None
    """Day of the newest page that tells of it."""
    interest: Worth


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page of the dossier."""

    cards: tuple[EventCard, ...]
    total: int
    """Events that fit, on all pages."""
    page: int
    """From 1."""
    size: int
    """The largest number of cards on one page."""


class CardSort(StrEnum):
    """By what the events of a dossier are ordered; where that is equal, by interest, then by id."""

    INTEREST = "interest"
    NEWEST = "newest"
    """The newest page that tells of it first; events without a day last."""
    FIRST_DAY = "first_day"
    """The earliest day on which it may have happened first; events without a day last."""
    ORIGINS = "origins"
    """Most independent origins first."""


@dataclass(frozen=True, slots=True)
class CardQuery:
    """Which events a page of the dossier lists, and in which order; what is empty or None asks for nothing."""

    text: str = ""
    """Words of which every one stands in one of its claims; ``"in quotes"`` a phrase, ``word*`` a beginning."""
    kind: EventKind | None = None
    side: str = ""
    """Side of an origin that affirms it, in full."""
    measure: Measure | None = None
    place: str = ""
    """Name of a place; part of a name where no place has it in full."""
    source: str = ""
    """Name of an origin; part of a name where no origin has it in full."""
    source_class: SourceClass | None = None
    letter: SourceLetter | None = None
    digit: InformationDigit | None = None
    first: date | None = None
    """It may have happened on this day or later; events without a day are left out."""
    last: date | None = None
    """It may have happened on this day or earlier; events without a day are left out."""
    alarms: bool = False
    """Only events with something that looks like a confirmation and is none."""
    contested: bool = False
    """Only events of which sayings contradict each other."""
    sort: CardSort = CardSort.INTEREST
    page: int = 1
    """From 1."""
    size: int = 25
    """The largest number of cards on one page."""
