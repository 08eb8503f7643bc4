"""Predictions: forward-looking statements and judgements as they were published, and how each of them came out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Measure, Scope
from reportedly.model.forecast import Horizon
from reportedly.model.ids import digest, identifier


class PredictionKind(StrEnum):
    """What a prediction is about."""

    PROPOSITION = "proposition"
    """Something that comes true or does not."""
    QUANTITY = "quantity"
    """A number, given as ranges."""


class Voice(StrEnum):
    """Whose statement a prediction is."""

    SOURCE = "source"
    """A forecast that a report relays or makes itself."""
    OWN = "own"
    """A likelihood or an estimate of an assessment that this program wrote."""
    PERSON = "person"
    """A statement entered by hand."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a prediction."""

    name: str
    """Name of the origin or person, or ``reportedly``; empty where no report says whose word it is."""
    voice: Voice
    actor_id: str | None = None
    """The actor of the registry, where the name is known there."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How probable a proposition was said to be."""

    number: float
    """The number that is scored, 0 to 1: as stated, or else the middle of the interval."""
    low: float
    high: float
    """The interval as said: of the stated numbers, or of the word's row on the yardstick."""
    word: str
    """The word or words that said it; empty where it was put in numbers alone."""
    yardstick: str
    """Name of the table on which the word is read."""

    @property
    def by_word(self) -> float | None:
        """The middle of the word's row; None where there is no word."""
        return (self.low + self.high) / 2 if self.word else None


@dataclass(frozen=True, slots=True)
class Expected:
    """How large a quantity was said to be."""

    measure: Measure
    of: str
    scope: Scope | None
    best: float
    """Median."""
    low: float
    high: float
    """90 % range."""
    half_low: float | None = None
    half_high: float | None = None
    """50 % range; None where none was given."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """One statement as it was published; the ledger takes it once and never again.

    A proposition came true where what ``text`` says, its probability words left out, came true: ``the bridge will not
    hold`` came true if the bridge fell, and so did ``the bridge is unlikely to fall``'s ``the bridge falls``.
    """

    id: str
    """``prd-`` and digits, derived from everything below down to the digest but the day, so that the same judgement
    published twice is one prediction; what a person enters on another day is another one."""
    kind: PredictionKind
    maker: Maker
    text: str
    """What was said, in the words that were published."""
    claim_ids: tuple[str, ...]
    """The claims that make the statement, or that the judgement rests on; empty where it was entered by hand."""
    chance: Chance | None
    """None for a quantity, and for what was said flatly, which no probability score is fair to."""
    expected: Expected | None
    """None for a proposition."""
    horizon: Horizon
    condition: str
    """The words of the condition; empty where it holds without one. If the condition failed, the outcome is void."""
    made_on: date | None
    """The day on which the report was published; of an own judgement the newest day whose reports it knew."""
    evidence_digest: str
    """SHA-256 over the claims as they stood in the ledger then (see ``evidence_digest``)."""
    event_id: str | None = None
    """The event that an own judgement is about, by its id of that day."""
    about: str = ""
    """The label of that event, since a judgement in one sentence need not name what it is about."""
    assessment_id: str = ""
    """The assessment that published it first; empty unless it is an own judgement."""

    def expected_id(self) -> str:
        """Return the id that this prediction's own content gives."""
        by_hand = self.made_on if self.maker.voice is Voice.PERSON else None
        said = (self.kind, self.maker, self.text, self.claim_ids, self.chance, self.expected)
        return identifier("prd", *said, self.horizon, self.condition, self.evidence_digest, by_hand)

    def identified(self) -> Prediction:
        """Return the prediction with the id that its content gives."""
        return replace(self, id=self.expected_id())

    @property
    def due(self) -> date | None:
        """The last day of the horizon; None where it was left open."""
        return self.horizon.resolves


def evidence_digest(bodies: Mapping[str, str]) -> str:
    """Return one hash for some claims.

    Args:
        bodies: the claims' JSON as the ledger holds it, by claim id.
    """
    return digest_of_hashes({claim_id: body_hash(body) for claim_id, body in bodies.items()})


def body_hash(body: str) -> str:
    """Return the SHA-256 of an entry's body as hexadecimal digits."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_hashes(hashes: Mapping[str, str]) -> str:
    """Return ``evidence_digest`` from the hashes of the claims' bodies by claim id."""
    return digest(dict(hashes))


class Outcome(StrEnum):
    """How a prediction came out."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    """To a share between 0 and 1."""
    VALUE = "value"
    """The quantity became known."""
    VOID = "void"
    """It cannot be judged, or its condition failed; it is not scored."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a prediction came out, who says so and why."""

    id: str
    prediction_id: str
    outcome: Outcome
    share: float | None
    """To what share it came true: 1 for yes, 0 for no; None for a value and for void."""
    value: float | None
    """The quantity; None for a proposition."""
    by: str
    """A person's name, or ``reportedly`` and its version."""
    reason: str
    known_on: date
    """The day on which it was known."""
    claim_ids: tuple[str, ...] = ()
    """The claims that show it."""
    condition_held: bool | None = None
    """Whether the condition came about; None where there was none."""

    @staticmethod
    def identify(prediction_id: str) -> str:
        """Return the id of the resolution of a prediction; a later one, after an undo, has the same."""
        return identifier("rsl", prediction_id)
