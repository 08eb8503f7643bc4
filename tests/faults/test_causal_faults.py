"""Faults are planted in causal graphs one by one, and the assessment's check refuses each."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from reportedly.assessment.assess import assess
from reportedly.model.causal import Assertion, CausalEdge, CausalGraph, CausalNode
from reportedly.model.cause import Sense
from reportedly.model.certainty import Certainty
from reportedly.model.errors import UnsupportedSentence


def _graph() -> CausalGraph:
    """Return a sound graph on the story's first event that has several claims."""
    told = {finding.event_id for finding in story.assessment().findings}
    event = next(one for one in story.grouping().events if one.id in told)
    claim = next(one for one in story.claims() if one.id == event.claim_ids[0])
    nodes = (CausalNode("cau-1", "fog", (claim.id,)), CausalNode("cau-2", "the crash", (claim.id,)))
    assertion = Assertion(claim.id, claim.document_id, "", False, None, "verb")
    edge = CausalEdge("edg-1", "cau-1", "cau-2", Sense.BRINGS_ABOUT, (assertion,))
    return CausalGraph(event.id, nodes, (edge,), (), ())


def _assessed(graph: CausalGraph) -> list[str]:
    written = assess(
        story.grouping(),
        story.evidence(),
        story.claims(),
        story.documents(),
        story.yardstick(),
        "policy",
        None,
        "Losses in Tarn",
        causal=(graph,),
    )
    return [finding.text for finding in written.findings]


def _with(graph: CausalGraph, **changes: object) -> CausalGraph:
    (edge,) = graph.edges
    (one,) = edge.assertions
    return replace(graph, edges=(replace(edge, assertions=(replace(one, **changes),)),))  # type: ignore[arg-type]


def test_a_sound_graph_is_told() -> None:
    """The cause stands in the assessment."""
    assert any("“fog” is the cause of “the crash”" in text for text in _assessed(_graph()))


def test_an_edge_on_a_claim_that_there_is_not_is_refused() -> None:
    """E502: a relation cites a claim that does not exist."""
    with pytest.raises(UnsupportedSentence) as caught:
        _assessed(_with(_graph(), claim_id="clm-000000000000000000000000"))
    assert caught.value.code == "E502"


def test_a_node_on_a_claim_that_there_is_not_is_refused() -> None:
    """E502: an end stands in a claim that does not exist."""
    graph = _graph()
    nodes = tuple(replace(node, claim_ids=("clm-000000000000000000000000",)) for node in graph.nodes)
    with pytest.raises(UnsupportedSentence) as caught:
        _assessed(replace(graph, nodes=nodes))
    assert caught.value.code == "E502"


def test_a_hedge_that_no_claim_has_is_refused() -> None:
    """E506: an interval is printed that the cited claims do not give."""
    with pytest.raises(UnsupportedSentence) as caught:
        _assessed(_with(_graph(), certainty=Certainty(0.31, 0.37, ("perchance",))))
    assert caught.value.code == "E506"
