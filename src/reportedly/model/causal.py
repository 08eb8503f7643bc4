"""The causal graph of an event: what claims say brings about what, with who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.cause import Sense
from reportedly.model.certainty import Certainty


@dataclass(frozen=True, slots=True)
class CausalNode:
    """A cause or effect, as one claim or as the words that several claims use for it."""

    id: str
    words: str
    """The words of the first claim that names it."""
    claim_ids: tuple[str, ...]
    """Claims in which it stands, in the order of the claims; never empty."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One claim's word for an edge."""

    claim_id: str
    document_id: str
    origin: str
    """Name of the claim's origin; empty where the document speaks in its own voice."""
    denied: bool
    """Whether the claim says that the relation does not hold."""
    certainty: Certainty | None
    """How surely the claim puts it; None where flatly."""
    rule: str
    """The rule that read it."""


@dataclass(frozen=True, slots=True)
class CausalEdge:
    """From a cause to an effect, in one sense; what is denied stays on the edge that it denies."""

    id: str
    cause: str
    """Id of the node of the cause."""
    effect: str
    """Id of the node of the effect."""
    sense: Sense
    assertions: tuple[Assertion, ...]
    """Who says so or denies it, in the order of the claims; never empty."""

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """Claims that assert or deny the edge, each once."""
        return tuple(dict.fromkeys(one.claim_id for one in self.assertions))

    @property
    def affirmed(self) -> bool:
        """Whether any claim asserts it."""
        return any(not one.denied for one in self.assertions)


class Trouble(StrEnum):
    """What in a graph cannot all be right together."""

    CIRCLE = "circle"
    """Causes run back into themselves."""
    DENIED = "asserted and denied"
    """One claim asserts the relation, another denies it."""
    OPPOSED = "opposed senses"
    """One claim has the cause make for the effect, another has it work against it."""


@dataclass(frozen=True, slots=True)
class CausalFlag:
    """Edges that do not fit together; they all stay in the graph."""

    trouble: Trouble
    edge_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CausalGraph:
    """Causes and effects around one event."""

    event_id: str
    nodes: tuple[CausalNode, ...]
    edges: tuple[CausalEdge, ...]
    chains: tuple[tuple[str, ...], ...]
    """Longest runs of two and more asserted edges, by id, that are part of no circle."""
    flags: tuple[CausalFlag, ...]
