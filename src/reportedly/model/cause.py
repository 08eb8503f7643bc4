"""Causes as a claim tells them: what brings about, enables, prevents, hinders, explains or motivates what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.certainty import Certainty
from reportedly.model.span import Span


class Sense(StrEnum):
    """What a cause is said to do to its effect."""

    BRINGS_ABOUT = "brings about"
    ENABLES = "enables"
    PREVENTS = "prevents"
    HINDERS = "hinders"
    EXPLAINS = "explains"
    """The cause is given as the reason why the effect holds."""
    MOTIVATES = "motivates"
    """The cause is the ground or the aim of an act."""

    @property
    def promotes(self) -> bool:
        """Whether the cause makes for its effect; False where it works against it."""
        return self not in {Sense.PREVENTS, Sense.HINDERS}


@dataclass(frozen=True, slots=True)
class Causation:
    """One causal relation that a claim asserts or denies; its spans lie in the claim's document."""

    sense: Sense
    cause: Span | None
    """The words of the cause, inside the claim; None where the text leaves them to another claim or unsaid."""
    effect: Span | None
    """The words of the effect, likewise."""
    connective: Span
    """The words that tie the two (``due to``, ``led to``)."""
    rule: str
    """The rule that found it."""
    cause_claim: str | None = None
    """Id of the earlier claim of the document that holds the cause (``This led to ...``)."""
    effect_claim: str | None = None
    """Id of the earlier claim of the document that holds the effect (``This was due to ...``)."""
    negated: bool = False
    """Whether the relation is denied in the words themselves (``not because of``)."""
    certainty: Certainty | None = None
    """How surely the relation is put; None where flatly."""

    @property
    def effect_first(self) -> bool:
        """Whether the text tells the effect before the cause."""
        if self.cause is None or self.effect is None:
            known = self.cause or self.effect
            told_later = known is None or known.start < self.connective.start
            return self.effect_claim is not None or (self.effect is not None and told_later)
        return self.effect < self.cause
