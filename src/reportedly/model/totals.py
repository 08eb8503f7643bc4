"""The totals of the incident that a document is mainly about, from its counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.model.claim import Measure
from reportedly.model.count import Count, Period

_OF_INCIDENTS = frozenset({Period.INCIDENT, Period.UNSPECIFIED})


def incident_totals(counts: Sequence[Count]) -> Mapping[Measure, int]:
    """Return how many the main incident killed and wounded, as a careful reader would record it.

    Counts of other incidents, of longer times and of those counted before are left out. The greatest stated number
    is taken for the total, unless people described one by one, or groups counted apart, come to more.

    Args:
        counts: all counts of one document, in the order of the text.
    """
    totals = {}
    for measure in (Measure.KILLED, Measure.WOUNDED):
        own = [one for one in counts if one.quantity.measure is measure and one.main and one.period in _OF_INCIDENTS]
        fresh = sum(_number(one) for one in own if not one.again)
        stated = max((_number(one) for one in own if one.stated), default=0)
        totals[measure] = max(fresh, stated)
    return totals


def _number(one: Count) -> int:
    quantity = one.quantity
    return quantity.low if quantity.low is not None else quantity.high or 0
