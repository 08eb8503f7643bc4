"""Counts: every figure of a document and every victim without one, with what it covers and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Ground, Link, Quantity
from reportedly.model.span import Span


class Period(StrEnum):
    """The time that a count covers."""

    INCIDENT = "incident"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    CUMULATIVE = "cumulative"
    UNSPECIFIED = "unspecified"


class Victims(StrEnum):
    """What sort of people a count is of."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    POLICE = "police"
    ATTACKER = "attacker"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Count:
    """One count as it stands in a document."""

    quantity: Quantity
    span: Span
    """The words of the figure, or of the victim where no figure stands."""
    stated: bool
    """Whether a number or number word stands there; ``a man was killed`` states none."""
    period: Period
    victims: Victims
    side: str | None = None
    """The party to a conflict whose people are counted; None where the text does not tell."""
    chain: tuple[Link, ...] = ()
    """Who says it, outermost first; empty = the document's own voice."""
    again: bool = False
    """Whether an earlier count of the document holds these already."""
    main: bool = True
    """Whether it belongs to what the document is mainly about."""
    recorded: float = 1.0
    """Probability that a register of political violence against civilians would record it, 0 to 1."""
    score: float = 1.0
    """Probability of the measure, 0 to 1."""
    grounds: tuple[Ground, ...] = ()
    """What each field rests on."""
