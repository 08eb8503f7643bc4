"""How reliable classes of sources are: priors in one table."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from scipy.special import polygamma

from reportedly.model.claim import SourceClass


@dataclass(frozen=True, slots=True)
class Reliability:
    """A Beta distribution of how often a class of sources is right when it says flatly that something is so."""

    right: float
    wrong: float

    @property
    def mean(self) -> float:
        """The expected share of statements that are right."""
        return self.right / (self.right + self.wrong)

    @property
    def spread(self) -> float:
        """Variance of the log-odds of being right."""
        return float(polygamma(1, self.right) + polygamma(1, self.wrong))


PRIORS: Mapping[SourceClass, Reliability] = {
    SourceClass.IMAGERY: Reliability(9.0, 1.0),
    SourceClass.DOCUMENT: Reliability(8.0, 2.0),
    SourceClass.DATA: Reliability(8.0, 2.0),
    SourceClass.ORGANISATION: Reliability(8.0, 2.0),
    SourceClass.INSTITUTE: Reliability(8.0, 2.0),
    SourceClass.AGENCY: Reliability(7.5, 2.5),
    SourceClass.OFFICE: Reliability(7.5, 2.5),
    SourceClass.GOVERNMENT: Reliability(7.0, 3.0),
    SourceClass.MEDIUM: Reliability(7.0, 3.0),
    SourceClass.MILITARY: Reliability(6.5, 3.5),
    SourceClass.PERSON: Reliability(6.5, 3.5),
    SourceClass.ARMED_GROUP: Reliability(6.0, 4.0),
    SourceClass.ANONYMOUS: Reliability(6.0, 4.0),
    SourceClass.CROWD: Reliability(6.0, 4.0),
    SourceClass.UNKNOWN: Reliability(6.0, 4.0),
    SourceClass.REPORTS: Reliability(5.5, 4.5),
}
"""Invented: no study that we know of measures how often each class is right about whether something happened. Their
order is that of the Admiralty letters that grades give (bodies of no party, parties, armed groups, the unnamed). The
weight of ten statements keeps a class from being moved by a few events. No class is more often wrong than right."""


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability strictly between 0 and 1."""
    return math.log(probability / (1 - probability))


def probability(odds: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(odds) / (1 + math.exp(odds))
