"""Reviews: what people decide about single claims and sources, kept beside what the machine found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Claim
from reportedly.model.grading import SourceLetter
from reportedly.model.ids import identifier


class Decision(StrEnum):
    """What a person says about a claim."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    """It is no claim, or not one that the document makes."""
    UNSURE = "unsure"
    ADD = "add"
    """The document makes it and the machine did not find it."""


@dataclass(frozen=True, slots=True)
class Review:
    """One person's decision about one claim; the machine's claim stays as it is beside it.

    Of several people's decisions that are in force the latest holds, an adjudication before all. A decision of a blind
    round is a measurement: it changes nothing until all coders of the round agree or somebody adjudicates. Who is
    unsure abstains: another's decision goes on to hold. How decisions take effect is told in ``model/reviewed.py``.
    """

    id: str
    claim_id: str
    document_id: str
    decision: Decision
    author: str
    """A person's name."""
    reason: str
    machine: Claim | None
    """The claim as the machine read it when the decision was made; None for a claim that a person added."""
    corrected: Claim | None = None
    """The claim as the person reads it, under the id of the machine's: corrected, added, or accepted as somebody had
    corrected it; None where the decision is about the machine's reading."""
    round: str = ""
    """Name of the blind round in which it was made; empty outside of one."""
    adjudicates: bool = False
    """Whether it decides between coders of a round."""

    @staticmethod
    def identify(claim_id: str, author: str, round_name: str = "", adjudicates: bool = False) -> str:
        """Return the id of an author's decision about a claim, one in each round."""
        return identifier("rev", claim_id, author, round_name, adjudicates)

    @property
    def reading(self) -> Claim | None:
        """The claim as it counts where this decision holds; None where it is rejected."""
        return None if self.decision is Decision.REJECT else self.corrected or self.machine


class CodedField(StrEnum):
    """A field that the coders of a round say something about."""

    CLAIM = "claim"
    """Whether it is a claim that the document makes."""
    ORIGIN = "origin"
    """Whose word it is."""
    CHAIN = "chain"
    """Through whom."""
    KIND = "kind"
    POLARITY = "polarity"
    HEDGE = "hedge"
    MEASURE = "measure"
    """What the first figure counts."""
    FIGURE = "figure"
    """The number that the first figure turns on."""
    DAYS = "days"
    PLACES = "places"


class Sampling(StrEnum):
    """How the claims of a round were chosen."""

    RANDOM = "random"
    """Each claim as likely as any other, by the round's seed."""
    WORTH = "worth"
    """Those of which a look is worth the most; agreement on them tells nothing of all others."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round of blind double coding: several people decide about the same claims without seeing each other's word."""

    id: str
    name: str
    coders: tuple[str, ...]
    """The people's names, at least two; fixed when the round is opened, since agreement is theirs alone."""
    claim_ids: tuple[str, ...]
    """What they code."""
    author: str
    """Who opened it."""
    note: str = ""
    """What it is for."""
    fields: tuple[CodedField, ...] = tuple(CodedField)
    """What is coded."""
    sampling: Sampling = Sampling.RANDOM
    seed: int = 0
    """What the random choice of claims was made with; the same seed chooses the same of the same claims."""
    shows_reading: bool = True
    """Whether the coders see the machine's reading. Without it they start from the words alone."""
    closed: bool = False
    """Whether it was ended; what was decided in it is then open to all."""

    @staticmethod
    def identify(name: str) -> str:
        """Return the id of the round with a name."""
        return identifier("rnd", name)


@dataclass(frozen=True, slots=True)
class SourceJudgement:
    """The letter that a person gives a source; the machine's letter stays beside it."""

    id: str
    source: str
    """Actor id of the registry, or the source's name where it is not there."""
    letter: SourceLetter
    author: str
    reason: str

    @staticmethod
    def identify(source: str, author: str) -> str:
        """Return the id of an author's letter for a source."""
        return identifier("src", source, author)
