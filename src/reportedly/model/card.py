"""Cards: one event in a line of the dossier, with everything by which events are ranked, filtered and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.model.claim import Measure
from reportedly.model.event import EventKind
from reportedly.model.evidence import IncidentLabel
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
