"""Findings on causes: who names what as the cause of what, how it chains, and where that does not fit together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from reportedly.assessment.case import Case
from reportedly.assessment.content import hedge
from reportedly.assessment.names import origin_name, verb, with_article
from reportedly.assessment.wording import listed, percent, quoted, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.causal import Assertion, CausalEdge, CausalGraph, Trouble
from reportedly.model.cause import Sense
from reportedly.model.claim import Kind
from reportedly.model.ids import identifier
from reportedly.model.wording import content

_ROLES = {
    Sense.BRINGS_ABOUT: ("is the cause of", "is not the cause of"),
    Sense.ENABLES: ("enables", "does not enable"),
    Sense.PREVENTS: ("prevents", "does not prevent"),
    Sense.HINDERS: ("hinders", "does not hinder"),
    Sense.EXPLAINS: ("is the reason for", "is not the reason for"),
    Sense.MOTIVATES: ("is the motive for", "is not the motive for"),
}
"""What stands between cause and effect where a claim asserts the relation, and where it denies it."""

_OPPOSED = "Of {cause} and {effect}, claims say that the one makes for the other and that it works against it"
_MOST = 120
"""Characters of a cause or effect that a sentence quotes."""


def causes(case: Case, graph: CausalGraph | None) -> Iterator[Finding]:
    """Yield each cause as its origin claims it, chains of causes, and what in them does not fit together.

    Args:
        case: the event.
        graph: its causal graph; None where no claim gives both a cause and an effect.
    """
    told: set[str] = set()
    if graph is not None:
        words = {node.id: quoted(node.words, _MOST) for node in graph.nodes}
        for edge in graph.edges:
            told |= set(edge.claim_ids)
            yield from _edge(case, edge, graph, words)
        yield from _whole(case, graph, words)
    yield from _bare(case, told, set(_graph_words(graph)) if graph else set())


def _edge(case: Case, edge: CausalEdge, graph: CausalGraph, words: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a sentence for each way in which the edge is told; origins that tell it alike share one."""
    alike: dict[tuple[bool, str], list[Assertion]] = {}
    for one in edge.assertions:
        alike.setdefault((one.denied, _hedge(one)), []).append(one)
    for (denied, hedged), held in alike.items():
        who = list(dict.fromkeys(_speaker(case, one) for one in held))
        role = _ROLES[edge.sense][denied]
        text = f"According to {listed(who)}, {words[edge.cause]} {role} {words[edge.effect]}{hedged}"
        yield _finding(case, text, [one.claim_id for one in held], [edge], graph)


def _speaker(case: Case, one: Assertion) -> str:
    """Return who asserts it by the name that the event has for them, or else as the claim names them, or the page."""
    for testimony in case.testimonies:
        if one.claim_id in testimony.claim_ids and testimony.origin.recorded and testimony.origin.name and one.origin:
            return origin_name(testimony.origin)
    words = set(content(one.origin or ""))
    for testimony in case.testimonies:
        if words and testimony.origin.recorded and set(content(testimony.origin.name)) == words:
            return origin_name(testimony.origin)
    return with_article(one.origin) if one.origin else case.pages.get(one.document_id, "a page")


def _graph_words(graph: CausalGraph) -> Iterator[str]:
    """Yield the stems of what a graph names as causes; a bare claim that says no more need not be told again."""
    causes = {edge.cause for edge in graph.edges}
    for node in graph.nodes:
        if node.id in causes:
            yield from content(node.words)


def _hedge(one: Assertion) -> str:
    if one.certainty is None or not one.certainty.words:
        return ""
    words = " and ".join(quoted(word) for word in one.certainty.words)
    return f", hedged with {words} ({percent(one.certainty.low, one.certainty.high)})"


def _finding(
    case: Case, text: str, claim_ids: Collection[str], edges: Collection[CausalEdge], graph: CausalGraph
) -> Finding:
    """Return a finding that cites the claims that assert the edges and those in which their ends stand."""
    ends = {end for edge in edges for end in (edge.cause, edge.effect)}
    standing = [node.claim_ids[0] for node in graph.nodes if node.id in ends]
    cited = tuple(dict.fromkeys([*claim_ids, *standing]))
    written = sentence(text)
    name = identifier("fnd", case.event.id, Section.CAUSES, written, cited)
    return Finding(name, Section.CAUSES, written, cited, case.event.id)


def _whole(case: Case, graph: CausalGraph, words: Mapping[str, str]) -> Iterator[Finding]:
    by_id = {edge.id: edge for edge in graph.edges}
    for chain in graph.chains:
        edges = [by_id[one] for one in chain]
        way = " to ".join([words[edges[0].cause], *(words[edge.effect] for edge in edges)])
        text = f"Put together, the claims run from {way}"
        yield _finding(case, text, _claims(edges), edges, graph)
    for flag in graph.flags:
        edges = [by_id[one] for one in flag.edge_ids]
        cause, effect = words[edges[0].cause], words[edges[0].effect]
        if flag.trouble is Trouble.CIRCLE:
            text = f"The claims run in a circle: {listed(list(dict.fromkeys(words[edge.cause] for edge in edges)))}"
        elif flag.trouble is Trouble.DENIED:
            text = f"That {cause} stands behind {effect} is both claimed and denied"
        else:
            text = _OPPOSED.format(cause=cause, effect=effect)
        yield _finding(case, text, _claims(edges), edges, graph)


def _claims(edges: Collection[CausalEdge]) -> list[str]:
    return [one for edge in edges for one in edge.claim_ids]


def _bare(case: Case, told: Collection[str], known: Collection[str]) -> Iterator[Finding]:
    """Yield the claims of kind cause whose two ends the text does not give apart, as they stand, each content once."""
    seen = {*known, "caus", "reason", "blame"} if known else {"caus", "reason", "blame"}
    for testimony in case.testimonies:
        for claim_id in case.known(testimony.claim_ids):
            claim = case.claim_by_id[claim_id]
            stems = set(content(claim.quote))
            if claim.kind is not Kind.CAUSE or claim_id in told or stems <= seen:
                continue
            seen |= stems
            flat = "" if claim.certainty else ", without a hedge"
            recorded = testimony.origin.recorded and testimony.origin.name
            who = origin_name(testimony.origin) if recorded else "the earliest page"
            text = f"{who} {verb([who], 'gives', 'give')} as the cause {quoted(claim.quote)}{hedge(claim)}{flat}"
            yield case.finding(Section.CAUSES, sentence(text), (claim_id,))
