"""Events, testimonies and the judgements that group claims into them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Measure, Quantity, SourceClass
from reportedly.model.days import Days
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason


class EventKind(StrEnum):
    """What sort of thing testimonies are about."""

    INCIDENT = "incident"
    TALLY = "tally"
    STATE = "state"
    QUESTION = "question"


class Same(StrEnum):
    """What two claims are judged to share."""

    EVENT = "same event"
    TESTIMONY = "same testimony"


class Verdict(StrEnum):
    """How a judgement falls."""

    SAME = "same"
    NOT_SAME = "not same"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One reversible decision that two claims belong, or do not belong, together.

    A person's judgement outranks the machine's on the same pair; of two by people the later entry in the ledger holds.
    """

    id: str
    about: Same
    left: str
    """Id of the claim that sorts first."""
    right: str
    """Id of the other claim."""
    verdict: Verdict
    author: str
    """``machine`` or a person's name."""
    score: float
    """Probability, by the author's reckoning, that the two belong together."""
    reasons: tuple[Reason, ...] = ()

    @staticmethod
    def identify(about: Same, left: str, right: str, author: str) -> str:
        """Return the id of an author's judgement on a pair of claims, whatever their order."""
        return identifier("jdg", about, *sorted((left, right)), author)


@dataclass(frozen=True, slots=True)
class Origin:
    """The one whose word a testimony is, by one name across all documents."""

    name: str
    """The name that output prints; empty where the lineage is not recorded."""
    actor_id: str | None = None
    """The actor of the registry, where the name is known there."""
    side: str | None = None
    """The party it belongs to; None = neutral or not known."""
    source_class: SourceClass = SourceClass.UNKNOWN
    recorded: bool = True
    """False where no document says whose word it is."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """One saying by one origin: all claims that relay it belong to it, however many pages they stand on."""

    id: str
    event_id: str
    origin: Origin
    claim_ids: tuple[str, ...]
    """Claims that relay the saying, in order of publication, then id."""
    quantity: Quantity | None = None
    """The figure as the origin's own words, or else the earliest relay, give it."""
    said: Days | None = None
    revises: str | None = None
    """Id of the earlier testimony of the same origin that this one updates."""
    denial: bool = False
    """Whether the origin denies the content."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What testimonies are about: an incident, a running tally, a state of affairs, a question about the future."""

    id: str
    kind: EventKind
    label: str
    """A short phrase for people, in the words of the claims."""
    claim_ids: tuple[str, ...]
    testimony_ids: tuple[str, ...]
    when: Days | None = None
    where: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @staticmethod
    def identify(claim_ids: tuple[str, ...]) -> str:
        """Return the id of the event made of these claims, whatever their order."""
        return identifier("evt", sorted(claim_ids))


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that tell of one matter; events, testimonies and evidence are found within one story."""

    document_ids: tuple[str, ...]
    """In alphabetical order."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """What the events stage returns: events, testimonies and the judgements they were derived from."""

    events: tuple[Event, ...]
    testimonies: tuple[Testimony, ...]
    judgements: tuple[Judgement, ...]
    stories: tuple[Story, ...] = ()
    """The stories in which they were found, by their first document; empty where all documents are one story."""
