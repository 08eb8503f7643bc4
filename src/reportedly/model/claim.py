"""Claims: one assertion as it stands in one document, field by field as the codebook tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.cause import Causation
from reportedly.model.certainty import Certainty
from reportedly.model.days import Days
from reportedly.model.forecast import Forecast
from reportedly.model.ids import identifier
from reportedly.model.place import Located
from reportedly.model.span import Span


class Kind(StrEnum):
    """What sort of assertion a claim is."""

    EVENT = "event"
    TALLY = "tally"
    CAUSE = "cause"
    JUDGEMENT = "judgement"
    FORECAST = "forecast"
    STATEMENT = "statement"


class Polarity(StrEnum):
    """Whether the innermost source affirms the content or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Measure(StrEnum):
    """What a figure counts; unlike measures are never added."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    LOST = "lost"
    CAPTURED = "captured"
    MISSING = "missing"
    DEPLOYED = "deployed"
    DISPLACED = "displaced"
    DETAINED = "detained"
    ATTACKED = "attacked"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    LAUNCHED = "launched"
    INTERCEPTED = "intercepted"
    OTHER = "other"


class Scope(StrEnum):
    """Whether a figure belongs to one event or is a total."""

    INCIDENT = "incident"
    CUMULATIVE = "cumulative"


class Basis(StrEnum):
    """What the origin offers for its word."""

    FOOTAGE = "footage"
    DOCUMENT = "document"
    INTERCEPT = "intercept"
    EYEWITNESS = "eyewitness"
    DATA = "data"


class SourceClass(StrEnum):
    """What sort of source a link names."""

    PERSON = "person"
    OFFICE = "office"
    AGENCY = "agency"
    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed group"
    MEDIUM = "medium"
    INSTITUTE = "institute"
    ANONYMOUS = "anonymous"
    CROWD = "crowd"
    DOCUMENT = "document"
    IMAGERY = "imagery"
    DATA = "data"
    REPORTS = "reports"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """One hop of a claim's chain: a source, the words that name it and the words that make it speak."""

    name: str
    """The fullest name that the document gives."""
    span: Span | None = None
    """The words that name the source for this claim; None where only the cue speaks (``reportedly``)."""
    cue: Span | None = None
    """The words that introduce the content (``said``, ``according to``)."""
    said: Days | None = None
    """The day of saying, where the text gives it."""
    source_class: SourceClass = SourceClass.UNKNOWN
    rule: str = ""
    """The rule or model that found the link."""
    score: float = 1.0
    """How sure the finder is, 0 to 1; below 0.5 the link is flagged for review."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure: what is counted, of whom, between which bounds."""

    measure: Measure
    of: str
    """Whom or what, in the document's words at their fullest; empty where the text names nobody."""
    low: int | None
    """Lower bound; None where only an upper bound is stated."""
    high: int | None
    """Upper bound; None where only a lower bound is stated."""
    qualifier: str | None = None
    """``about``, ``at least``, ``more than``, ``up to``, ``fewer than`` or the vague word; None for a plain figure."""
    scope: Scope | None = None
    as_of: date | None = None
    span: Span | None = None
    """The words of the figure with its qualifier."""
    of_span: Span | None = None
    """The words that ``of`` was taken from, where they stand together."""

    @property
    def turn(self) -> int | tuple[int, int]:
        """The number that the figure turns on, whatever its bound: 17 for 17, at least 17, up to 17; or the range."""
        if self.low is not None and self.high is not None and self.low != self.high:
            return (self.low, self.high)
        return self.low if self.low is not None else self.high or 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place name as written in the content."""

    name: str
    span: Span
    at: Located | None = None
    """The place that it is taken for; None where no gazetteer was asked, or none of its places stood out."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the value of one field comes from: the promise that nothing is ungrounded."""

    field: str
    """Name of the claim's field: ``when``, ``kind``, ``polarity`` ..."""
    rule: str
    """The rule that set it."""
    spans: tuple[Span, ...] = ()
    """The words it rests on; they may lie outside the claim's own span."""


class RelationType(StrEnum):
    """How a claim or a figure stands to an earlier one."""

    MORE_THAN = "more than"
    LESS_THAN = "less than"
    CONSISTENT_WITH = "consistent with"
    UPDATE_OF = "update of"
    """It takes the place of the other, which was told earlier or is the older number."""
    PART_OF = "part of"
    """It counts some of those whom the other counts."""
    ADDS_TO = "adds to"
    """It counts people beside those whom the other counts."""
    CAUSE_OF = "cause of"

    @property
    def compares(self) -> bool:
        """Whether it only sets the one beside the other."""
        return self in {RelationType.MORE_THAN, RelationType.LESS_THAN, RelationType.CONSISTENT_WITH}


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim refers to another claim of the same document."""

    type: RelationType
    to: str
    """Id of the other claim."""
    factor: float | None = None
    """How many times the other's number it is said to be: 2 for ``twice as many``, 0.5 for ``half of``."""


@dataclass(frozen=True, slots=True)
class FigureRelation:
    """How one figure of a claim stands to another figure, of the same claim or of another one of the document."""

    type: RelationType
    figure: int
    """Place of the figure among its claim's quantities, from 0."""
    to: str
    """Id of the claim that holds the other figure; the claim's own where it holds both."""
    to_figure: int
    """Place of the other figure among the quantities of its claim."""
    ground: Ground
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest statement that a document reports or makes, tied to its words."""

    id: str
    """``clm-`` and digits, derived from document and span, so that a later reading of the same words supersedes it."""
    document_id: str
    span: Span
    """The content: without source, cue and final punctuation."""
    quote: str
    """``text[span]``, always."""
    chain: tuple[Link, ...] = ()
    """Who relays whom, outermost first; the last link is the origin; empty = the document's own voice."""
    kind: Kind = Kind.EVENT
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty | None = None
    when: Days | None = None
    where: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    basis: Basis | None = None
    relation: Relation | None = None
    """How the claim as a whole refers to another: by a comparison, or else by the first figure that refers to one."""
    causes: tuple[Causation, ...] = ()
    """Causal relations that the claim asserts or denies, in the order of their connectives."""
    forecast: Forecast | None = None
    """What the claim predicts; None unless its kind is forecast."""
    grounds: tuple[Ground, ...] = ()
    figure_relations: tuple[FigureRelation, ...] = ()
    """How its figures stand to others: parts of totals, updates, additions."""

    @staticmethod
    def identify(document_id: str, span: Span) -> str:
        """Return the id of the claim that stands at ``span`` of the document."""
        return identifier("clm", document_id, span)

    @property
    def origin(self) -> Link | None:
        """The innermost source, or None where the document speaks in its own voice."""
        return self.chain[-1] if self.chain else None
