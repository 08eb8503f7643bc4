"""Whatever claims say about causes, the graphs cite claims that there are and are the same in any order."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.events.causal import causal_graphs
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Event, EventKind

_SENTENCES = st.sampled_from(
    [
        "Heavy rain caused floods.",
        "The floods led to the closure of two bridges.",
        "The floods were not caused by heavy rain, the ministry said.",
        "Crime caused poverty.",
        "Poverty may have caused crime.",
        "This was due to fog.",
        "As a result, the border was closed.",
        "The truce prevented floods.",
        "Drones struck the refinery.",
        "The dam burst, forcing people to flee.",
    ]
)


@cache
def _reader() -> Extractor:
    return load_extractor()


@cache
def _claims(text: str) -> tuple[Claim, ...]:
    return _reader().extract(Document(f"doc-{hash(text) % 999_983}", "x", text))


def _document(text: str) -> Document:
    return Document(f"doc-{hash(text) % 999_983}", "x", text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3, unique=True))
def test_every_edge_and_node_cites_claims_that_there_are(texts: list[str]) -> None:
    """Edges join nodes of their graph, chains and flags name its edges, and all of them rest on claims."""
    documents = [_document(text) for text in texts]
    claims = [claim for text in texts for claim in _claims(text)]
    known = {claim.id for claim in claims}
    events = [Event(Event.identify((claim.id,)), EventKind.STATE, "", (claim.id,), ()) for claim in claims]
    for graph in causal_graphs(claims, documents, events):
        nodes, edges = {node.id for node in graph.nodes}, {edge.id for edge in graph.edges}
        assert graph.event_id in {event.id for event in events}
        assert all(node.claim_ids and set(node.claim_ids) <= known for node in graph.nodes)
        assert all(edge.claim_ids and set(edge.claim_ids) <= known for edge in graph.edges)
        assert all({edge.cause, edge.effect} <= nodes and edge.cause != edge.effect for edge in graph.edges)
        assert all(set(run) <= edges for run in (*graph.chains, *(flag.edge_ids for flag in graph.flags)))


@settings(max_examples=25, deadline=None)
@given(st.lists(_SENTENCES, min_size=1, max_size=5).map(" ".join))
def test_causes_quote_and_point_to_other_claims(text: str) -> None:
    """The two ends never overlap, and an end told elsewhere lies in another claim of the document."""
    claims = _claims(text)
    known = {claim.id for claim in claims}
    for claim in claims:
        for one in claim.causes:
            assert one.cause is None or one.effect is None or not one.cause.overlaps(one.effect)
            assert {one.cause_claim, one.effect_claim} - {None} <= known - {claim.id}
            assert one.connective.of(text).strip()
