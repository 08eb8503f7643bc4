"""Faults are planted in causal graphs one by one, and the sentence that shows it is withheld."""

from __future__ import annotations

from dataclasses import replace

import story
from reportedly.assessment.assess import assess
from reportedly.model.assessment import Assessment
from reportedly.model.causal import Assertion, CausalEdge, CausalGraph, CausalNode
from reportedly.model.cause import Sense
from reportedly.model.certainty import Certainty


def _graph() -> CausalGraph:
    """Return a sound graph on the story's first event that has several claims."""
    told = {finding.event_id for finding in story.assessment().findings}
    event = next(one for one in story.grouping().events if one.id in told)
    claim = next(one for one in story.claims() if one.id == event.claim_ids[0])
    nodes = (CausalNode("cau-1", "fog", (claim.id,)), CausalNode("cau-2", "the crash", (claim.id,)))
    assertion = Assertion(claim.id, claim.document_id, "", False, None, "verb")
    edge = CausalEdge("edg-1", "cau-1", "cau-2", Sense.BRINGS_ABOUT, (assertion,))
    return CausalGraph(event.id, nodes, (edge,), (), ())


def _written(graph: CausalGraph) -> Assessment:
    return assess(
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


def _assessed(graph: CausalGraph) -> list[str]:
    return [finding.text for finding in _written(graph).findings]


def _withheld(graph: CausalGraph) -> set[str]:
    """Return the codes of the faults of the sentences that are not published."""
    return {words[:4] for words in _written(graph).withheld}


def _with(graph: CausalGraph, **changes: object) -> CausalGraph:
    (edge,) = graph.edges
    (one,) = edge.assertions
    return replace(graph, edges=(replace(edge, assertions=(replace(one, **changes),)),))  # type: ignore[arg-type]


def test_a_sound_graph_is_told() -> None:
    """The cause stands in the assessment."""
    assert any("“fog” is the cause of “the crash”" in text for text in _assessed(_graph()))


def test_an_edge_on_a_claim_that_there_is_not_is_refused() -> None:
    """E502: a relation cites a claim that does not exist."""
    assert _withheld(_with(_graph(), claim_id="clm-000000000000000000000000")) == {"E502"}


def test_a_node_on_a_claim_that_there_is_not_is_refused() -> None:
    """E502: an end stands in a claim that does not exist."""
    graph = _graph()
    nodes = tuple(replace(node, claim_ids=("clm-000000000000000000000000",)) for node in graph.nodes)
    assert _withheld(replace(graph, nodes=nodes)) == {"E502"}


def test_a_hedge_that_no_claim_has_is_refused() -> None:
    """E506: an interval is printed that the cited claims do not give."""
    assert _withheld(_with(_graph(), certainty=Certainty(0.31, 0.37, ("perchance",)))) == {"E506"}
