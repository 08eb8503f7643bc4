"""Changes of belief: what became known, what was revised and what fell between two views of the same matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.assessment import Finding, Likelihood
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Grouping
from reportedly.model.evidence import Estimate, Evidence, IncidentLabel
from reportedly.model.reason import Reason


class Turn(StrEnum):
    """Which way belief turned."""

    FELL = "fell"
    """Something that was held before has less behind it, or nothing."""
    KNOWN = "became known"
    REVISED = "was revised"


class ChangeKind(StrEnum):
    """What changed."""

    EVENT = "new event"
    ORIGIN = "new origin"
    DENIAL = "new denial"
    FIGURE = "first figure"
    SAYING = "new saying"
    PAGES = "more pages"
    REMARKS = "new remarks"
    OWN_FIGURE = "figure revised by its origin"
    ESTIMATE = "estimate"
    GRADE = "grade"
    CONFIDENCE = "confidence"
    LABEL = "label"
    LIKELIHOOD = "likelihood"
    COUNT = "independent origins"
    COPY = "found to be a copy"
    MERGED = "events found to be one"
    SPLIT = "event told apart"
    CONTEST = "contradiction"
    RETRACTED = "denied by its own origin"
    WITHDRAWN = "claims withdrawn"
    GONE = "event gone"
    SENTENCE = "sentence no longer borne out"


@dataclass(frozen=True, slots=True)
class View:
    """What was known at one time, and what followed from it; of the events, those that are looked at."""

    grouping: Grouping
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...]
    """The claims of the events that are looked at; vague words in them as the counting convention reads them."""
    documents: tuple[Document, ...]
    """Everything that was known."""
    findings: tuple[Finding, ...] = ()
    """What the assessment of that time said; empty where it is not asked for."""
    as_of: date | None = None
    """The last day of publication that counted; None = all."""
    assessed: bool = False
    """Whether it is what an assessment that was recorded then rested on."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of belief on one event, as a sentence with the claims that it rests on."""

    id: str
    turn: Turn
    kind: ChangeKind
    text: str
    events_before: tuple[str, ...]
    """Ids of the events of the earlier view that it is about; empty for a new one."""
    events_after: tuple[str, ...]
    """Ids of the events of the later view; empty where none is left."""
    before: str
    """What was held before, in short; empty where there was nothing."""
    after: str
    """What is held now, in short; empty where nothing is left."""
    why: Reason
    claims_before: tuple[str, ...]
    """Claims of the earlier view that it rests on."""
    claims_after: tuple[str, ...]
    """Claims of the later view that it rests on."""
    weight: float
    """How much it matters, for the order; the greatest first."""
    likelihood: Likelihood | None = None
    """The likelihood that the sentence prints, where it gives one."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed between two views, the weightiest first."""

    earlier: View
    later: View
    changes: tuple[Change, ...]
    new_document_ids: tuple[str, ...]
    gone_document_ids: tuple[str, ...]
    new_claim_ids: tuple[str, ...]
    gone_claim_ids: tuple[str, ...]

    def of(self, turn: Turn) -> tuple[Change, ...]:
        """Return the changes that turned one way, in their order."""
        return tuple(change for change in self.changes if change.turn is turn)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stood on one day."""

    day: date | None
    """The last day of publication that counted; None = everything, days unknown included."""
    event_id: str
    label: str
    other_event_ids: tuple[str, ...]
    """Further events of that day among which its claims were divided."""
    pages: int
    new_pages: tuple[str, ...]
    """Names of the pages that came since the day before it in the course."""
    document_ids: tuple[str, ...]
    """All pages that carry it, in order of publication."""
    origins: tuple[str, ...]
    """Names of the independent origins that affirm it."""
    independent: int
    at_least_two: float
    """Probability of two independent origins or more."""
    denied_by: tuple[str, ...]
    estimate: Estimate | None
    """The estimate of its leading measure."""
    grade: str
    confidence: str
    incident_label: IncidentLabel | None
    likelihood: Likelihood | None
    belief: float | None
    """Probability on the word of the origins."""
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """How belief in one event moved, day by day."""

    event_id: str
    """The event as it stands on the last day."""
    label: str
    standings: tuple[Standing, ...]
    """In order of days; days on which nothing about it was published are left out."""
