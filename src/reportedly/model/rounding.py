"""Round modelled numbers to what a model of reports can know."""

from __future__ import annotations

from math import floor, log10

from reportedly.model.evidence import Estimate
from reportedly.model.posterior import FigureRole, Posterior


def rounded(value: float) -> int:
    """Return a modelled number to two significant digits, since no model of reports knows more; below ten to one."""
    if value < 10:
        return max(round(value), 0)
    step = 10 ** (floor(log10(value)) - 1)
    return int(round(value / step) * step)


def shown_range(posterior: Posterior, least: int | None = None) -> tuple[int, int, int, int, int]:
    """Return 90 % low, 50 % low, best, 50 % high and 90 % high as they are printed.

    Args:
        posterior: what the figures make probable.
        least: the greatest floor of names or pictures; rounding takes no number below it. None where there is none.
    """
    held = (posterior.low, posterior.half_low, posterior.best, posterior.half_high, posterior.high)
    low, half_low, best, half_high, high = (_not_below(one, least) for one in held)
    return low, half_low, best, half_high, high


_AT_FLOOR = 1.03
"""A number within so many times the floor is the floor, to the digits that are printed."""


def _not_below(value: float, least: int | None) -> int:
    if least is not None and value <= least * _AT_FLOOR:
        return least
    return rounded(value)


_SMALL = 30
"""Published habits of parties were measured on totals of whole wars and categories; on one small incident they say
little, so that a modelled number below this on one party's word alone is kept in the data and told to nobody."""
_BESIDE = frozenset({FigureRole.CAP, FigureRole.LINK})


def told_posterior(estimate: Estimate) -> Posterior | None:
    """Return what an estimate's model gives where it is fit to be told; None where there is no model, or no ground.

    A small number that rests on one party's word is not told: all that the model adds there is the party's habit.
    """
    posterior = estimate.posterior
    if posterior is None or posterior.best >= _SMALL:
        return posterior
    speaking = {one.origin for one in posterior.shares if one.role not in _BESIDE}
    of_party = any(prior.name.startswith("party ") for prior in posterior.priors)
    return None if of_party and len(speaking) < 2 else posterior


def floor_of(estimate: Estimate) -> int | None:
    """Return the greatest number of names or pictures that stands under an estimate; None where there is none."""
    return max(_told(estimate, FigureRole.FLOOR), default=None)


def cap_of(estimate: Estimate) -> int | None:
    """Return the least number that an estimate cannot exceed, since there were no more; None where there is none."""
    return min(_told(estimate, FigureRole.CAP), default=None)


def _told(estimate: Estimate, role: FigureRole) -> list[int]:
    """Return the numbers of the inputs that play a role; a floor's lower bound, a cap's upper."""
    shares = estimate.posterior.shares if estimate.posterior else ()
    held = {one.testimony_id for one in shares if one.role is role}
    inputs = [one for one in estimate.inputs if one.testimony_id in held]
    ends = [one.low if role is FigureRole.FLOOR else one.high for one in inputs]
    return [end for end in ends if end is not None]
