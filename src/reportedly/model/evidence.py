"""Evidence: who took it from whom, what changed on the way, on how many origins it rests, what the figures bear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.belief import Belief
from reportedly.model.claim import Measure, Scope
from reportedly.model.event import Origin
from reportedly.model.grading import InformationDigit, SayingGrade, SourceGrade, SourceLetter
from reportedly.model.measures import CheckedSum
from reportedly.model.posterior import Posterior, RuleRange
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
class EdgeOption:
    """Another way in which a claim may have come to its page."""

    kind: EdgeKind
    parent_claim_id: str | None
    probability: float


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
    probability: float = 1.0
    """Probability of this arrow; with those of the alternatives it sums to 1."""
    alternatives: tuple[EdgeOption, ...] = ()
    """What else is possible, the most probable first."""


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


class Severity(StrEnum):
    """How far a change, or a false confirmation, moves what a reader takes from a report; the least comes first."""

    MINOR = "minor"
    """Less than the rounding of a figure, or a step on a scale of surety."""
    SERIOUS = "serious"
    """Moves the estimate or its reading, within what honest counts of one incident differ by."""
    GRAVE = "grave"
    """Moves it further, or changes whose losses they are, whose word it is, or whether it was said at all."""


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
    severity: Severity = Severity.MINOR
    """By the effect on the estimate, which the reason with the code ``effect`` tells in words."""
    reasons: tuple[Reason, ...] = ()
    made_by_claim_id: str = ""
    """The claim that made the change first on this way: the relay's own, or the one that it was copied from."""
    inherited: bool = False
    """Whether the relay only took the change over from the report that it was taken from."""
    effect: float | None = None
    """Natural logarithm of the estimate with the relay's figure over that with the testimony's; None where the change
    moves no number."""


class AlarmCode(StrEnum):
    """What looks like a confirmation and is none."""

    CONFIRMED_BY_RELAY = "confirmed_by_relay"
    """A body is said to confirm what it only passes on, or of which it only has signs."""
    ONE_ACTOR = "one_actor"
    """Two names of one body, or a person and their body, beside each other."""
    ONE_BRIEFING = "one_briefing"
    """Sources without a name of one kind, day and matter, with different magnitudes."""
    ADDED = "added"
    """Figures of different origins added to one."""
    ONE_TEXT = "one_text"
    """Several pages with one text."""
    CIRCULAR = "circular"
    """Reports that cite each other, or an origin that cites a relay of itself."""
    ONE_SIDE = "one_side"
    """Several origins, all of one party."""


@dataclass(frozen=True, slots=True)
class AlarmSpan:
    """Words of a document that an alarm rests on."""

    document_id: str
    span: Span
    quote: str
    """``text[span]``."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that looks like a further confirmation, with what it is."""

    id: str
    code: AlarmCode
    severity: Severity
    looks_like: str
    """What a reader would take it for, in words."""
    text: str
    """What it is, in words."""
    claim_ids: tuple[str, ...]
    """The claims concerned, in the order of the event."""
    spans: tuple[AlarmSpan, ...] = ()
    """The words it rests on."""
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
    probability: float = 1.0
    """Probability that it has its word from none of the event's other origins; 0 where its lineage is not recorded."""


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
class Correlation:
    """Two origins that are two, but see with the same eyes."""

    left: str
    """Name of the origin that sorts first."""
    right: str
    """Name of the other."""
    rho: float
    """Correlation of their errors, from 0 (none) to 1 (one and the same)."""
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
    distribution: tuple[float, ...] = ()
    """Probability of 0, 1, 2, ... independent origins; sums to 1. Empty where it was not worked out."""
    correlations: tuple[Correlation, ...] = ()
    """Pairs of counted origins of one side that share what they know."""
    effective: float = 0.0
    """What the origins are worth as independent ones: N / (1 + (N - 1) rho), rho the mean over all pairs."""
    at_least_two: float = 0.0
    """Probability of two independent origins or more."""
    expected: float = 0.0
    """Expected number of independent origins."""


def origin_distribution(probabilities: Iterable[float]) -> tuple[float, ...]:
    """Return the probability of 0, 1, 2, ... independent origins.

    Args:
        probabilities: for each origin the probability that it has its word from no other. They are independent of one
            another, so the sum is exact. What is told at all has one origin, so none counts as one.
    """
    shares = [1.0]
    for probability in sorted(probabilities, reverse=True):
        longer = [0.0, *(share * probability for share in shares)]
        shares = [one + other * (1 - probability) for one, other in zip(longer, [*shares, 0.0], strict=True)]
    return (0.0, sum(shares[:2]), *shares[2:])


def at_least(number: int, distribution: Sequence[float]) -> float:
    """Return the probability of so many origins or more."""
    return min(1.0, sum(distribution[number:]))


def surely_several(number: int, several: float) -> str:
    """Return in words how surely there are two independent origins; empty where one is counted and hardly doubted.

    Args:
        number: independent origins as counted.
        several: probability that there are two or more.
    """
    if number < 2 and several < 0.05:
        return ""
    return f"at least two: {'over 99' if several > 0.994 else format(100 * several, '.0f')} %"


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
    posterior: Posterior | None = None
    """What the figures make probable when each origin's habit of telling too much or too little is allowed for."""
    rules: tuple[RuleRange, ...] = ()
    """What published projects' rules give on the same figures, side by side."""


class IncidentLabel(StrEnum):
    """How well an incident is attested, after the grading that Airwars publishes with each of its incidents."""

    CONFIRMED = "confirmed"
    """The party held responsible has accepted it."""
    FAIR = "fair"
    """Two or more credible independent origins."""
    WEAK = "weak"
    """One origin."""
    CONTESTED = "contested"
    """Origins name different parties as responsible, or deny it."""
    DISCOUNTED = "discounted"
    """Those who were hurt were not who they were said to be, or it did not come from the party named."""
    UNGRADED = "ungraded"
    """Nobody's recorded word affirms it: there is nothing to grade."""


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
    label: IncidentLabel | None = None
    """How well the incident is attested as a whole; None where the event is no incident (a view, plan or forecast)."""
    sources: tuple[SourceGrade, ...] = ()
    """The letter of each origin, those that count first, then by name."""
    sayings: tuple[SayingGrade, ...] = ()
    """The digit of each saying that affirms, by id: figures of one event can stand unlike well."""

    def __post_init__(self) -> None:
        """Take plain letters and digits as grades, which have no order where they cannot be judged."""
        object.__setattr__(self, "source", SourceLetter(self.source))
        object.__setattr__(self, "information", InformationDigit(self.information))

    @property
    def letter(self) -> SourceLetter:
        """The grade of the source."""
        return SourceLetter(self.source)

    @property
    def digit(self) -> InformationDigit:
        """The grade of the information."""
        return InformationDigit(self.information)

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
    alarms: tuple[Alarm, ...] = ()
    """What looks like a further confirmation of the event and is none."""
    belief: Belief | None = None
    """How probable it is on the word of the origins; None where they neither affirm nor deny anything."""

    @property
    def broken_sums(self) -> tuple[CheckedSum, ...]:
        """Return the totals whose parts do not fit."""
        return tuple(one for one in self.sums if one.broken)
