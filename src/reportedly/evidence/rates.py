"""How relays behave: the rates behind every probability of lineage, their first values and how data revise them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]

NAMED, OUTLET, SILENT = 0, 1, 2
"""What a report states as its source: an origin's name, an outlet's name, nothing."""
KEPT, DROPPED, CHANGED = 0, 1, 2
"""What became of a qualifier."""
OWN_ROOT, ANY_ROOT, OWN_EARLIER, ANYONE = 0, 1, 2, 3
"""Whose outlet a report names: the first of its own line, the first of any line, an earlier one, anyone."""
ORIGINS = 4
"""Number of origins from which the hazard of a further one is one and the same."""
SPANS = 8
"""Number of spans of time since the first report with a hazard of their own."""
LAGS = 12
"""Number of bins of the lag between a report and its parent."""


@dataclass(frozen=True)
class Rates:
    """Rates of one body of reports."""

    hazard: Table
    """Probability that a report is a new origin's, by origins so far and span of time since the first report."""
    root_states: Table
    """What a report of a new origin states: ``NAMED``, ``OUTLET``, ``SILENT``."""
    states: Table
    """What a relay states, by what its parent stated; rows ``NAMED``, ``OUTLET``, ``SILENT``."""
    wrong: float
    """Probability that an origin's name that a relay states is another's."""
    alterations: Table
    """Probability of each ``Alteration``."""
    qualifiers: Table
    """Probability that a qualifier is kept, dropped, changed."""
    named_outlet: Table
    """Whose outlet is named: ``OWN_ROOT``, ``ANY_ROOT``, ``OWN_EARLIER``, ``ANYONE``."""
    first: float
    """How much more often the first report of a line is taken up than a later one."""
    lag: Table
    """Density of the lag between a relay and its parent, by bin."""
    spread: float
    """Scale of the difference of logarithms between two origins' figures."""
    root_qualifiers: Mapping[str, float] = field(default_factory=dict)
    """Share of each qualifier in first reports."""
    habits: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """How much more often one outlet takes from another than chance would have it."""
    bias: Mapping[str, float] = field(default_factory=dict)
    """How far the logarithm of a named origin's figures lies over that of the others."""


PRIOR_HAZARD = np.outer([0.35, 0.25, 0.18, 0.12], [1.6, 1.4, 1.1, 0.9, 0.6, 0.4, 0.2, 0.1])
PRIOR_ROOT_STATES = np.array([0.80, 0.02, 0.18])
PRIOR_STATES = np.array([[0.50, 0.10, 0.40], [0.40, 0.15, 0.45], [0.35, 0.10, 0.55]])
PRIOR_ALTERATIONS = np.array([0.82, 0.05, 0.04, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.02])
PRIOR_QUALIFIERS = np.array([0.80, 0.17, 0.03])
PRIOR_NAMED_OUTLET = np.array([0.35, 0.40, 0.15, 0.10])
PRIOR_WRONG = 0.01
PRIOR_SPREAD = 0.7
PRIOR_FIRST = 1.5


def first_rates(qualifiers: Mapping[str, float]) -> Rates:
    """Return the rates before any data were seen."""
    return Rates(
        hazard=PRIOR_HAZARD.clip(0.005, 0.9),
        root_states=PRIOR_ROOT_STATES,
        states=PRIOR_STATES,
        wrong=PRIOR_WRONG,
        alterations=PRIOR_ALTERATIONS,
        qualifiers=PRIOR_QUALIFIERS,
        named_outlet=PRIOR_NAMED_OUTLET,
        first=PRIOR_FIRST,
        lag=np.ones(LAGS) / LAGS,
        spread=PRIOR_SPREAD,
        root_qualifiers=dict(qualifiers),
    )
