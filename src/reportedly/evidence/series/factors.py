"""How far each source's figures are off, as factors with ranges."""

from __future__ import annotations

from collections import Counter

import numpy as np

from reportedly.evidence.series.design import Column, Group
from reportedly.evidence.series.fit import Fit
from reportedly.model.series import SourceFactor

_SIGMAS = 1.645
"""Standard deviations on either side of the middle that hold 90 of 100."""


def factors(fit: Fit) -> tuple[SourceFactor, ...]:
    """Return the factor of each source on each side's losses, as a whole and by category.

    Factors stand against the curves, which are anchored on the sources that are no party: those stand at 1
    on average.
    """
    claims = Counter((one.source, one.side, one.category) for one in fit.design.tallies)
    wholes = Counter((one.source, one.side) for one in fit.design.tallies)
    found = []
    for source, side in sorted(wholes):
        found.append(_factor(fit, source, side, "", wholes[source, side]))
        categories = sorted(key[2] for key in claims if key[:2] == (source, side))
        found += [_factor(fit, source, side, category, claims[source, side, category]) for category in categories]
    return tuple(found)


def _factor(fit: Fit, source: str, side: str, category: str, number: int) -> SourceFactor:
    party = source in fit.design.parties
    columns: list[Column] = [((Group.PARTY if party else Group.OTHER), (source, side), 0)]
    if category:
        columns.append(((Group.PARTY_CATEGORY if party else Group.OTHER_CATEGORY), (source, side, category), 0))
    places = [fit.design.columns[column] for column in columns]
    middle = fit.values[places].sum()
    spread = _SIGMAS * float(np.sqrt(fit.covariance[np.ix_(places, places)].sum()))
    own = fit.design.parties[source] == side if party else None
    low, best, high = (float(np.exp(middle + off)) for off in (-spread, 0, spread))
    return SourceFactor(source, side, category, best, low, high, number, own)
