"""Assessments: findings in standard words, each tied to the claims it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.reason import Reason


class Section(StrEnum):
    """The parts of an assessment, in the order in which they are printed."""

    KEY_JUDGEMENTS = "key judgements"
    CLAIMED = "what is claimed, and by whom"
    CORROBORATED = "what is corroborated"
    ONE_ORIGIN = "what rests on one origin"
    ONE_SIDE = "what the origins have in common"
    CHANGED = "what changed on the way"
    CONTESTED = "what is contested"
    SUMS = "what does not add up"
    FIGURES = "figures"
    CAUSES = "why, as claimed"
    ALTERNATIVES = "what else was considered"
    GAPS = "what is not known"
    WOULD_CHANGE = "what would change it"
    SINCE = "what is new since the last assessment"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A probability in words and number, with the yardstick it is read on."""

    word: str
    low: float
    high: float
    yardstick: str
    probability: float | None = None
    """The number that the word was chosen for; None where only the word's row is known."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of an assessment with the claims that it rests on; a rival reading has its grounds in a second."""

    id: str
    section: Section
    text: str
    """The sentence as printed, number beside probability word."""
    claim_ids: tuple[str, ...]
    """Claims that support it; never empty."""
    event_id: str | None = None
    likelihood: Likelihood | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings on a set of reports."""

    id: str
    title: str
    as_of: date | None
    """Only documents published on or before this day were used; None = all."""
    yardstick: str
    policy: str
    """Name of the estimate policy."""
    findings: tuple[Finding, ...]
    document_ids: tuple[str, ...]
    """Documents that were read, in order of publication, then id."""
    convention: str = "Codebook"
    """Name of the table by which vague words for numbers became intervals."""
    withheld: tuple[str, ...] = ()
    """Sentences that were composed and that nothing given bears out, each after the code of its fault; a report of them
    mends the program, none of them is published as a finding."""
    reworded_by: str = ""
    """Name of the language model that put findings into other words, each of which passed the gate; empty = none."""
