"""Causes are chained into one graph an event; what does not fit together is flagged and stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.events.causal import causal_graphs
from reportedly.model.causal import CausalGraph, Trouble
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Event, EventKind

Graphs = Callable[..., tuple[CausalGraph, ...]]
FLOODS = "Heavy rain caused floods in the valley. The floods led to the closure of two bridges."


@pytest.fixture(scope="module", name="reader")
def fixture_reader() -> Extractor:
    """The packaged extractor."""
    return load_extractor()


def _event(claims: tuple[Claim, ...]) -> Event:
    ids = tuple(claim.id for claim in claims)
    return Event(Event.identify(ids), EventKind.STATE, "floods", ids, ())


@pytest.fixture(name="graphs")
def fixture_graphs(reader: Extractor) -> Graphs:
    """Read texts, a document each, into one event and return its graphs."""

    def graphs(*texts: str) -> tuple[CausalGraph, ...]:
        documents = [Document(f"doc-{number}", f"{number}", text) for number, text in enumerate(texts)]
        claims = tuple(claim for document in documents for claim in reader.extract(document))
        return causal_graphs(claims, documents, [_event(claims)])

    return graphs


def _chains(graph: CausalGraph) -> list[list[str]]:
    words = {node.id: node.words for node in graph.nodes}
    edges = {edge.id: edge for edge in graph.edges}
    return [[words[edges[run[0]].cause], *(words[edges[one].effect] for one in run)] for run in graph.chains]


def test_causes_are_chained_through_the_same_words(graphs: Graphs) -> None:
    """The effect of one claim is the cause of the next."""
    (graph,) = graphs(FLOODS)
    assert _chains(graph) == [["Heavy rain", "floods", "the closure of two bridges"]]


def test_causes_are_chained_through_a_claim_that_is_referred_to(graphs: Graphs) -> None:
    """``This led to`` goes on from the effect of the claim before."""
    (graph,) = graphs("Heavy rain caused floods in the valley. This led to the closure of two bridges.")
    assert _chains(graph) == [["Heavy rain", "floods", "the closure of two bridges"]]


def test_causes_are_chained_across_reports_of_an_event(graphs: Graphs) -> None:
    """Each report gives a part; the chain cites both."""
    (graph,) = graphs(*FLOODS.split(" The "))
    assert len(graph.chains) <= 1
    (joined,) = graphs("Heavy rain caused floods.", "The floods led to the closure of two bridges.")
    assert _chains(joined) == [["Heavy rain", "floods", "the closure of two bridges"]]
    assert len({one.document_id for edge in joined.edges for one in edge.assertions}) == 2


def test_several_claims_of_one_relation_share_an_edge(graphs: Graphs) -> None:
    """Who says it again is added, and not counted as another cause."""
    (graph,) = graphs("Heavy rain caused floods.", "Floods were caused by heavy rain, the ministry said.")
    (edge,) = graph.edges
    assert [one.origin for one in edge.assertions] == ["", "ministry"]


def test_a_denied_relation_is_flagged_and_kept(graphs: Graphs) -> None:
    """One claim asserts, another denies: both stand on the edge."""
    (graph,) = graphs("Heavy rain caused floods.", "The ministry said the floods were not caused by heavy rain.")
    assert [flag.trouble for flag in graph.flags] == [Trouble.DENIED]
    assert sorted(one.denied for edge in graph.edges for one in edge.assertions) == [False, True]


def test_opposed_senses_are_flagged_and_not_merged(graphs: Graphs) -> None:
    """What one claim has bring about and another prevent stays two edges."""
    (graph,) = graphs("The truce caused new attacks.", "The truce prevented new attacks.")
    assert len(graph.edges) == 2
    assert [flag.trouble for flag in graph.flags] == [Trouble.OPPOSED]


def test_a_circle_is_flagged_and_no_chain_runs_through_it(graphs: Graphs) -> None:
    """Causes that run back into themselves give no chain."""
    (graph,) = graphs("Poverty caused crime. Crime caused poverty.")
    assert [flag.trouble for flag in graph.flags] == [Trouble.CIRCLE]
    assert graph.chains == ()


def test_unlike_words_are_not_merged(graphs: Graphs) -> None:
    """Two causes of one effect stay apart."""
    (graph,) = graphs("Heavy rain caused floods. A broken dam caused floods.")
    assert sorted(node.words for node in graph.nodes) == ["A broken dam", "Heavy rain", "floods"]


def test_no_cause_gives_no_graph(graphs: Graphs) -> None:
    """An event of which nobody tells a cause has none."""
    assert graphs("Drones struck the refinery on Friday.") == ()
