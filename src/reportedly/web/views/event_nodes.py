"""What the graph of an event is made of: nodes, and ties from what was taken to who took it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.web.views.event_claims import Altered, ClaimRef


class NodeKind(StrEnum):
    """What stands at a node."""

    ORIGIN = "origin"
    SAYING = "saying"
    RELAY = "relay"
    """A body that a page names and of which no page is at hand."""
    PAGE = "page"
    FOLD = "fold"
    """Several pages that took the same from the same and changed the same."""


class Standing(StrEnum):
    """How an origin stands to the event."""

    COUNTS = "independent origin"
    BESIDE = "tells something else"
    """Independent, with another figure or part."""
    DENIES = "denies it"
    LOOSE = "does not count"
    UNRECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Node:
    """One node."""

    id: str
    kind: NodeKind
    title: str
    lines: tuple[str, ...]
    address: str
    standing: Standing | None = None
    """Of an origin."""
    day: str = ""
    """ISO day of a page, for the order."""
    claim_ids: tuple[str, ...] = ()
    own: bool = False
    """Whether the page is the origin's own."""
    hidden: tuple[str, ...] = ()
    """Names of the pages that a fold stands for."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One way from what was taken to who took it."""

    parent: str
    child: str
    probability: float
    main: bool
    """Whether it is what the lineage holds; else it is another way that is possible."""
    changes: tuple[Altered, ...] = ()
    """What the child changed itself."""


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie as the table lists it."""

    source: str
    target: str
    how_sure: str
    when: str
    changes: tuple[Altered, ...]
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph, and the same as rows."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    rows: tuple[TieRow, ...]
    pages: int
    """Pages, folded ones too."""
    folds: int
    """Nodes that stand for several pages."""


NO_GRAPH = Graph((), (), (), 0, 0)
"""Of an event of which nothing is known."""
