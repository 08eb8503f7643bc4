"""Evidence: who took it from whom, what changed on the way, on how many origins it rests, what the figures bear."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.belief import Belief
from reportedly.model.claim import Measure, Scope
from reportedly.model.event import Origin
from reportedly.model.measures import CheckedSum
from reportedly.model.reason import Reason
from reportedly.model.span import Span


class EdgeKind(StrEnum):
    """How a claim is tied to where it came from."""

    OWN = "own"
    """The document is the origin's own publication."""
    NAMES = "names"
    """The claim names its origin, and no document between is known."""
    RELAYS = "relays"
    """The claim was taken from another document that is at hand."""
    UNRECORDED = "unrecorded"
    """Nothing says where the claim came from."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow of the lineage: from a claim to what it was taken from."""

    claim_id: str
    kind: EdgeKind
    parent_claim_id: str | None
    """The claim it was taken from; None where no document at hand is its parent."""
    via: tuple[str, ...] = ()
    """Names of the relays between the claim's page and the origin, outermost first."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """All arrows of one event, one for each of its claims."""

    event_id: str
    edges: tuple[Edge, ...]


class DriftType(StrEnum):
    """What a relay changed, compared with the testimony."""

    MEASURE = "measure"
    SIDE = "side"
    BOUND = "bound"
    FIGURE = "figure"
    HEDGE_DROPPED = "hedge_dropped"
    HEDGE_STRENGTHENED = "hedge_strengthened"
    EVIDENCE_UPGRADED = "evidence_upgraded"
    DAY = "day"
    SCOPE = "scope"
    CLAIMANT = "claimant"
    FUSED = "fused"
    QUOTATION = "quotation"
    STALE = "stale"
    POLARITY = "polarity"


@dataclass(frozen=True, slots=True)
class Drift:
    """One change that a relay made to a testimony."""

    id: str
    type: DriftType
    claim_id: str
    """The relay's claim."""
    testimony_id: str
    against_claim_id: str
    """The claim that stands for the testimony: the origin's own, or the earliest relay."""
    before: str
    """What the testimony says, in words."""
    after: str
    """What the relay says, in words."""
    span: Span | None = None
    """The words of the relay that differ."""
    against_span: Span | None = None
    """The words of the testimony that differ."""
    severity: str = "minor"
    """``minor``, ``serious`` (changes the estimate or its reading) or ``grave`` (changes whose or whose word)."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginStanding:
    """One origin behind an event, with everything that rests on it."""

    origin: Origin
    testimony_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    """The pages that carry it."""
    counts: bool
    """Whether it counts as independent; if not, a collapse says why."""
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Collapse:
    """Why something that looks like a further confirmation is none."""

    code: str
    """``relay``, ``same-body``, ``same-text``, ``depends-on``, ``revision`` or ``unrecorded``."""
    what: str
    """The origin, page or testimony that does not count by itself."""
    into: str
    """What it is counted with; empty where it counts for nothing."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins stand behind an event."""

    independent: int
    origins: tuple[OriginStanding, ...]
    collapses: tuple[Collapse, ...]
    unrecorded_claim_ids: tuple[str, ...] = ()
    """Claims whose lineage is not recorded; they earn no second confirmation."""
    sides: tuple[str, ...] = ()
    """Sides of the origins that affirm; one entry means that all of them belong to one party."""
    one_side: bool = False
    """Whether every recorded origin that affirms belongs to one and the same party."""


@dataclass(frozen=True, slots=True)
class EstimateInput:
    """One testimony's figure as an estimate takes it: a bound stays a bound."""

    testimony_id: str
    claim_id: str
    low: int | None
    high: int | None
    qualifier: str | None
    best: int | None = None
    """The number that stands for the figure by the convention; None where it names none."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A range for one measure of an event by a named policy; unlike measures have estimates of their own."""

    measure: Measure
    of: str
    scope: Scope | None
    low: int | None
    best: int | None
    high: int | None
    """None = no testimony gives an upper bound."""
    policy: str
    """Name of the rule, such as ``UCDP low/best/high over origins``."""
    inputs: tuple[EstimateInput, ...]
    reasons: tuple[Reason, ...] = ()
    convention: str = "Codebook"
    """Name of the table by which vague words became numbers."""


@dataclass(frozen=True, slots=True)
class Grade:
    """Source and information graded apart, with confidence; F and 6 mean unknown and are never a middle value."""

    source: str
    """``A`` to ``E``, or ``F`` = cannot be judged."""
    information: int
    """1 (confirmed by other independent sources) to 5 (improbable), or 6 = cannot be judged."""
    confidence: str
    """``low``, ``moderate`` or ``high``."""
    reasons: tuple[Reason, ...] = ()

    @property
    def code(self) -> str:
        """The two grades side by side, such as ``B3``."""
        return f"{self.source}{self.information}"


@dataclass(frozen=True, slots=True)
class Contest:
    """Testimonies of one event that cannot all be right."""

    about: str
    """What they differ on, in words."""
    testimony_ids: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that the evidence stage finds out about one event."""

    event_id: str
    lineage: Lineage
    drifts: tuple[Drift, ...]
    origins: OriginCount
    estimates: tuple[Estimate, ...]
    grade: Grade
    contests: tuple[Contest, ...] = ()
    sums: tuple[CheckedSum, ...] = ()
    """Totals that a text tells with parts of them, and whether the parts fit."""
    belief: Belief | None = None
    """How probable it is on the word of the origins; None where they neither affirm nor deny anything."""

    @property
    def broken_sums(self) -> tuple[CheckedSum, ...]:
        """Return the totals whose parts do not fit."""
        return tuple(one for one in self.sums if one.broken)
