"""Findings on support: who claims what, by which way, what is corroborated, what rests on one origin or one side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.assessment.case import Case
from reportedly.assessment.content import saying, unattributed
from reportedly.assessment.figures import number_range
from reportedly.assessment.names import origin_name, origin_names, verb, with_article
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import counted, listed, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Kind, SourceClass
from reportedly.model.event import Origin, Testimony
from reportedly.model.evidence import Collapse, EdgeKind
from reportedly.model.ids import is_id

_TOLD = 8
"""How many testimonies of one event are told in sentences; the picture and the list of claims show all."""


def claimed(case: Case, turn: int = 0) -> Iterator[Finding]:
    """Yield one sentence for each testimony that affirms, and one for each way by which it travelled."""
    for place, testimony in enumerate(_told(case)):
        cited = case.known(testimony.claim_ids)
        causes = all(case.claim_by_id[one].kind is Kind.CAUSE for one in cited)
        if cited and not causes:
            yield case.finding(Section.CLAIMED, saying(case, testimony, turn + place), cited, testimony.reasons)
    if not any(testimony.origin.recorded and testimony.origin.name for testimony in case.testimonies):
        yield case.finding(Section.CLAIMED, unattributed(case), case.carrying)
    yield from _ways(case)


def _told(case: Case) -> list[Testimony]:
    """Return the affirming testimonies whose origin is recorded, one for each origin and figure."""
    told: dict[tuple[str, str], Testimony] = {}
    affirmed = [testimony for testimony in case.testimonies if not testimony.denial]
    recorded = [testimony for testimony in affirmed if testimony.origin.recorded and testimony.origin.name]
    for testimony in recorded:
        figure = testimony.quantity
        number = number_range(figure.low, figure.high) if figure else ""
        told.setdefault((testimony.origin.name or testimony.id, number), testimony)
    return list(told.values())[:_TOLD]


def _ways(case: Case) -> Iterator[Finding]:
    routes: dict[tuple[str, ...], list[str]] = {}
    for claim_id in case.carrying:
        if route := _route(case, claim_id):
            routes.setdefault(route, []).append(claim_id)
    direct = [claim_id for claim_id in case.affirming_claims if _names_directly(case, claim_id)]
    pages = case.page_list(direct)
    if len(pages) > 1 and len(case.affirming) == 1:
        text = f"{listed(pages)} name {origin_name(case.affirming[0].origin)} directly, with no page in between"
        yield case.finding(Section.CLAIMED, sentence(text), direct)
    for route, claim_ids in routes.items() if len(case.documents) > 1 else ():
        pages = case.page_list(claim_ids)
        relays = ", which has it from ".join(route)
        parents = [edge.parent_claim_id for one in claim_ids if (edge := case.edge_by_claim.get(one))]
        text = f"{listed(pages)} {verb(pages, 'has', 'have')} it from {relays}"
        yield case.finding(Section.CLAIMED, sentence(text), (*claim_ids, *(one for one in parents if one)))


def _names_directly(case: Case, claim_id: str) -> bool:
    edge = case.edge_by_claim.get(claim_id)
    return edge is not None and edge.kind is EdgeKind.NAMES and not edge.via


def _route(case: Case, claim_id: str) -> tuple[str, ...]:
    edge = case.edge_by_claim.get(claim_id)
    if edge is None:
        return ()
    parent = case.claim_by_id.get(edge.parent_claim_id or "")
    via = [with_article(name) for name in edge.via]
    if parent and parent.document_id != case.claim_by_id[claim_id].document_id:
        page = case.pages[parent.document_id]
        via = via or [page]
    origins = origin_names(testimony.origin for testimony in case.testimonies)
    return tuple(one for one in via if one not in origins)


def corroborated(case: Case) -> Iterator[Finding]:
    """Yield what independent origins affirm together, and which copies count for no further confirmation."""
    names = origin_names(one.origin for one in case.affirming)
    if case.independent > 1 and len(names) > 1:
        limit = ", though all of them belong to one party" if case.party else ""
        text = f"{listed(names)} affirm it, none relaying another{limit}"
        if len(names) == 2:
            text = f"{listed(names)} both affirm it, neither relaying the other{limit}"
        yield case.finding(Section.CORROBORATED, sentence(text), case.affirming_claims)
    targets: dict[str, list[Collapse]] = {}
    for collapse in case.evidence.origins.collapses:
        if collapse.into:
            targets.setdefault(collapse.into, []).append(collapse)
    classes = {one.origin.name: one.origin for one in case.evidence.origins.origins}
    for into, held in sorted(targets.items()):
        outlets = {one.outlet for one in case.documents.values()}
        named = [one.what for one in held if not is_id(one.what)]
        copies = list(
            dict.fromkeys(one if one in outlets and one[0].islower() else _named(one, classes) for one in named)
        )
        if is_id(into) or not copies:
            continue
        who = f"{listed(copies)} {verb(copies, 'adds', 'add')}"
        counted_with = f"{verb(copies, 'it is', 'they are')} counted with {_named(into, classes)}"
        text = f"{who} no confirmation: {counted_with}"
        cited = [claim_id for one in held for claim_id in one.reason.claim_ids]
        yield case.finding(Section.CORROBORATED, sentence(text), cited, tuple(one.reason for one in held))


def _named(name: str, origins: Mapping[str, Origin]) -> str:
    return origin_name(origins[name]) if name in origins else with_article(name)


def one_origin(case: Case, turn: int = 0) -> Iterator[Finding]:
    """Yield what hangs on a single word, and what hangs on nobody's."""
    pages = case.page_ids(case.core)
    if len(case.affirming) == 1 and len(pages) > 1:
        name = origin_name(case.affirming[0].origin)
        wrong = f"{name} {verb([name], 'is', 'are')} wrong"
        told = counted(len(pages), "page")
        options = (
            f"if {wrong}, nothing on these {told} is left to support it",
            f"all {told} stand or fall with {name}" if len(pages) > 2 else f"both pages stand or fall with {name}",
        )
        text = varied(options, turn)
        yield case.finding(Section.ONE_ORIGIN, sentence(text), case.core)
    bare = case.known(case.evidence.origins.unrecorded_claim_ids)
    if bare and case.affirming:
        named = set(case.page_ids(case.attributed))
        silent = [one for one in bare if case.claim_by_id[one].document_id not in named]
        if not silent:
            return
        names = case.page_list(silent)
        does, counts = ("does", "it counts") if len(names) == 1 else ("do", "they count")
        text = f"{listed(names)} {does} not say whose word it is, so {counts} as no confirmation"
        reasons = tuple(one.reason for one in case.evidence.origins.collapses if one.code == "unrecorded")
        yield case.finding(Section.ONE_ORIGIN, sentence(text), silent, reasons)


def one_side(case: Case, turn: int = 0) -> Iterator[Finding]:
    """Yield what all origins have in common, where that is a party to the conflict."""
    names = origin_names(one.origin for one in case.affirming)
    if not case.party:
        return
    speaks = (verb(names, "speaks", "speak") + " for") if _speaking(case) else (verb(names, "comes", "come") + " from")
    party = with_article(case.party)
    options = (
        f"{listed(names)} {speaks} one side, {party}, which has an interest in how this is told",
        f"{listed(names)} {speaks} {party}, a side with an interest in how this is told",
    )
    yield case.finding(Section.ONE_SIDE, sentence(varied(options, turn)), case.affirming_claims)


def _speaking(case: Case) -> bool:
    """Say whether the sources are people or bodies, which speak for somebody, and not footage or data."""
    shown = {SourceClass.IMAGERY, SourceClass.DATA, SourceClass.DOCUMENT}
    return not {one.origin.source_class for one in case.affirming} & shown
