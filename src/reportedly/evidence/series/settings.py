"""What is taken for granted about running totals of losses, with where each number comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeriesPrior:
    """Assumptions of the model of many sources' running totals.

    Factors of parties are those of Radford et al., PNAS 2023, rounded: parties report about twice of what their enemy
    lost and about 0.3 of what they lost themselves. All spreads are standard deviations of natural logarithms and are
    revised by the claims.
    """

    enemy: float = 2.0
    """Factor of a party on its enemy's losses."""
    own: float = 0.3
    """Factor of a party on its own losses."""
    party_spread: float = 0.6
    party_category_spread: float = 0.5
    other_spread: float = 0.2
    """Spread of the factor of a source that is no party."""
    other_category_spread: float = 0.3
    bound_spread: float = 0.5
    """How far bounds stand from numbers."""
    bound_source_spread: float = 0.3
    drift_spread: float = 0.2
    """How far a source moves away from its own factor and back in the course of time."""
    growth: float = 0.5
    """Slope of the logarithm of a total over that of time: 1 = as much every day, under 1 = ever less."""
    growth_spread: float = 1.0
    bend_spread: float = 0.22
    """By how much the growth changes from one knot to the next."""
    noise: float = 0.3
    freedom: float = 1.5
    """Degrees of freedom of Student's t for the noise of claims."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The knots in time, on ln(day + shift)."""

    shift: float = 3.0
    step: float = 0.25
    """Width between two knots."""
    memory: float = 0.5
    """Width over which a source's drift forgets itself (exponential correlation)."""
    least_other: int = 3
    """Number of different days from which on a source that is no party has a drift of its own."""
    least_party: int = 4
