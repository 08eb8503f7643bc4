"""Editions: an assessment as people edit it for publication, and how its sentences stand to what is known now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.assessment import Section
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason


class BlockKind(StrEnum):
    """What a block of an edition is."""

    HEADING = "heading"
    SENTENCE = "sentence"


class EditionStatus(StrEnum):
    """How far an edition is."""

    DRAFT = "draft"
    PUBLISHED = "published"


class Standing(StrEnum):
    """Whether a sentence holds against what its claims support now."""

    HOLDS = "holds"
    LOOK = "look again"
    """Nothing in it is wrong, and something asks for a second look."""
    FALLS = "not supported"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a colleague notes on a sentence; readers never see it."""

    author: str
    text: str
    version: int
    """The edition's version with which it was made."""


@dataclass(frozen=True, slots=True)
class Footing:
    """What stood behind a sentence when somebody last saved it."""

    grade: str
    """Source letter and information digit of its event, such as ``C3``; empty where it is on no one event."""
    confidence: str
    independent: int | None
    """Independent origins of its event; None where it is on no one event."""
    readings: tuple[tuple[str, str], ...] = ()
    """Each of its claims with the hash of the claim as it was read then."""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading or sentence of an edition."""

    id: str
    kind: BlockKind
    text: str
    claim_ids: tuple[str, ...] = ()
    """Claims that the sentence rests on."""
    section: Section | None = None
    """The part of the assessment that its finding belongs to; None for a person's own sentence and for headings."""
    finding_id: str = ""
    original: str = ""
    """The finding's text as it was taken over; empty for a person's own sentence."""
    overall: bool = False
    """Whether it speaks of all chosen events and of no one of them."""
    footing: Footing | None = None
    author: str = ""
    """Who wrote or last changed it; empty where it stands as the finding has it."""
    reason: str = ""
    """Why they did."""
    version: int = 1
    """The edition's version in which it was last changed."""
    remarks: tuple[Remark, ...] = ()

    @staticmethod
    def identify(edition_id: str, number: int) -> str:
        """Return the id of the block that was the ``number``-th to be made in an edition."""
        return identifier("blk", edition_id, number)


@dataclass(frozen=True, slots=True)
class Edition:
    """An assessment as a person edits it for publication; every save is an entry of the ledger."""

    id: str
    title: str
    events: tuple[tuple[str, ...], ...]
    """Claims of each chosen event, by which the event is found again when it is drawn anew."""
    chosen: str
    """How the events were chosen, in words."""
    as_of: date | None
    """Only documents published by this day count; None = all."""
    yardstick: str
    """Table of likelihood words."""
    blocks: tuple[Block, ...]
    made: int
    """Blocks that were ever made in it."""
    status: EditionStatus = EditionStatus.DRAFT
    version: int = 1
    """Raised by one with every save."""
    assessment_id: str = ""
    """The assessment that was recorded when it was published; empty before."""

    @staticmethod
    def identify(title: str, author: str, number: int) -> str:
        """Return the id of an edition that somebody begins after entry ``number`` of the ledger."""
        return identifier("edt", title, author, number)


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """How a sentence stands to what its claims support now."""

    standing: Standing
    faults: tuple[Reason, ...] = ()
    """Why it falls; empty unless it does."""
    remarks: tuple[Reason, ...] = ()
    """What asks for a second look."""
    grounds: tuple[Reason, ...] = ()
    """Why it holds; empty unless it does."""
    event_id: str | None = None
    """The event that it speaks of, as it is drawn now."""
    offered: str = ""
    """The present wording of its finding where that is another; empty where there is none."""
    offered_id: str = ""
    """Id of the finding that is offered."""
