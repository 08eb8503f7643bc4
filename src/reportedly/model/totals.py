"""The totals of the incident that a document is mainly about, from its counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.model.claim import Measure
from reportedly.model.count import Count, Period

LEAD = 450
"""Characters in which a report tells what it is about; what follows is detail, repetition and other incidents."""
SURE = 0.6
"""Probability of the measure below which a stated number enters no total: ``shot two men`` need not have killed."""
_OF_INCIDENTS = frozenset({Period.INCIDENT, Period.UNSPECIFIED})


def incident_totals(counts: Sequence[Count]) -> Mapping[Measure, int]:
    """Return how many the main incident killed and wounded, as a careful reader would record it.

    Left out are counts outside of the lead, of other incidents, of longer times, those counted before, and numbers
    whose measure is unsure. The greatest stated number is the total, unless people described one by one come to
    more; a count that only repeats stands where there is nothing that it could repeat.

    Args:
        counts: all counts of one document, in the order of the text.
    """
    return {measure: _total(counts, measure) for measure in (Measure.KILLED, Measure.WOUNDED)}


def _total(counts: Sequence[Count], measure: Measure) -> int:
    own = [
        one
        for one in counts
        if one.quantity.measure is measure
        and one.main
        and one.period in _OF_INCIDENTS
        and one.span.start < LEAD
        and (one.score >= SURE or not one.stated)
    ]
    fresh = [one for one in own if not one.again]
    if not fresh:
        return max((_number(one) for one in own), default=0)
    stated = max((_number(one) for one in fresh if one.stated), default=0)
    return max(stated, sum(_number(one) for one in fresh if not one.stated))


def _number(one: Count) -> int:
    quantity = one.quantity
    return quantity.low if quantity.low is not None else quantity.high or 0
