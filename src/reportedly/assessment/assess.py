"""Write the assessment: key judgements first, then event by event in the order of sections."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from reportedly.assessment.alternatives import alternatives
from reportedly.assessment.case import Case, Tier, build_cases
from reportedly.assessment.check import sound
from reportedly.assessment.derivable import Support
from reportedly.assessment.dispute import changed, contested
from reportedly.assessment.gaps import gaps
from reportedly.assessment.key import key_judgements
from reportedly.assessment.outlook import would_change
from reportedly.assessment.overview import is_told, overview
from reportedly.assessment.ranges import figures
from reportedly.assessment.since import since_findings
from reportedly.assessment.sums import sums
from reportedly.assessment.support import claimed, corroborated, one_origin, one_side
from reportedly.assessment.why import causes
from reportedly.assessment.wording import counted, sentence
from reportedly.model.assessment import Assessment, Finding, Section
from reportedly.model.causal import CausalGraph
from reportedly.model.change import Changes
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Grouping
from reportedly.model.evidence import Evidence
from reportedly.model.ids import identifier
from reportedly.model.yardstick import Yardstick

_SEVERAL = 3
"""From so many pages on that name its source, an event without a figure is worth a key judgement."""
KEY_EVENTS = 8
"""How many events at most have key judgements; a page of them is what gets read."""
FEW_EVENTS = 5
"""Where fewer have key judgements, events of one page with a figure are added."""


def assess(
    grouping: Grouping,
    evidence: Sequence[Evidence],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    yardstick: Yardstick,
    policy: str,
    as_of: date | None,
    title: str,
    convention: str = "Codebook",
    causal: Sequence[CausalGraph] = (),
    since: Changes | None = None,
    *,
    leads: bool = False,
) -> Assessment:
    """Write the assessment of a set of reports; the order of the arguments' items does not matter.

    Args:
        grouping: events and testimonies.
        evidence: what was found out about each event.
        claims: all claims; those of documents that are not given are left out.
        documents: the documents that were read.
        yardstick: the table that likelihood words are read on.
        policy: name of the estimate policy.
        as_of: the day up to which documents were used; None for all.
        title: what the assessment is about, as its heading.
        convention: name of the table by which vague words for numbers were read.
        causal: the causal graphs of the events that have one.
        since: what changed since an earlier view; None where there is none.
        leads: give of each event only the first sentence that holds, and nothing else; much quicker.

    Returns:
        The assessment; sentences without a claim behind them, or with a number that nothing given bears out, are
        withheld from its findings and listed.
    """
    cases = build_cases(grouping, evidence, claims, documents)
    told = _findings(cases, yardstick, {graph.event_id: graph for graph in causal})
    composed = chain(told, since_findings(since, cases) if since else ())
    known, support = {claim.id for claim in claims}, Support(cases, yardstick, since)
    if leads:
        findings, withheld = _leads(composed, known, support)
    else:
        findings, withheld = sound(_without_repeats(composed), known, support)
    read = sorted(documents, key=lambda document: (document.day or date.max, document.id))
    document_ids = tuple(document.id for document in read)
    name = identifier("asm", title, as_of, yardstick.name, policy, convention, findings, document_ids)
    return Assessment(name, title, as_of, yardstick.name, policy, findings, document_ids, convention, withheld)


def _leads(
    composed: Iterable[Finding], known: Collection[str], support: Support
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Return the first sentence on each event that holds, and none as withheld: the others are not looked at."""
    first: dict[str, Finding] = {}
    for finding in composed:
        if len(first) == len(support.cases):
            break
        if finding.event_id is not None and finding.event_id not in first:
            first.update((finding.event_id, one) for one in sound([finding], known, support)[0])
    return tuple(first.values()), ()


def _findings(cases: Sequence[Case], yardstick: Yardstick, causal: Mapping[str, CausalGraph]) -> Iterator[Finding]:
    told = [case for case in cases if is_told(case)]
    keys = _keys(told)
    yield from overview(told, keys)
    for turn, case in enumerate(keys):
        yield from key_judgements(case, yardstick, turn)
    for turn, case in enumerate(told):
        yield from _sections(case, causal.get(case.event.id), turn, full=case in keys or case.is_rich)
    yield from _leftover([case for case in cases if not is_told(case)])


def _keys(told: Sequence[Case]) -> Sequence[Case]:
    """Return the events to judge; facts of one page with a figure fill up where there is little else."""
    keys = [case for case in told if _is_key(case)][:KEY_EVENTS]
    lesser = [case for case in told if case.tier is Tier.FIGURE and case.is_factual and case.affirming]
    return [*keys, *lesser[: max(FEW_EVENTS - len(keys), 0)]]


def _is_key(case: Case) -> bool:
    """Say whether an event is one to judge: a fact with a figure, a change or a contest, or one of several pages."""
    if case.tier is not Tier.MAJOR or not case.is_factual:
        return False
    figure = bool(case.evidence.estimates)
    return figure or (bool(case.affirming) and (case.is_rich or len(case.page_ids(case.affirming_claims)) >= _SEVERAL))


def _sections(case: Case, graph: CausalGraph | None, turn: int, full: bool) -> Iterator[Finding]:
    """Yield the findings on one event in the order of sections; those that only rich events need where ``full``."""
    yield from claimed(case, turn)
    if full or case.tier is Tier.MAJOR:
        yield from corroborated(case)
        yield from one_origin(case, turn)
    if full:
        yield from one_side(case, turn)
    yield from changed(case)
    yield from contested(case)
    yield from sums(case)
    if full:
        yield from figures(case, turn)
    yield from causes(case, graph)
    if full:
        yield from alternatives(case, turn)
        yield from gaps(case, turn)
        yield from would_change(case, turn)


def _leftover(left: Sequence[Case]) -> Iterator[Finding]:
    """Yield the sentence that accounts for claims no other sentence tells."""
    claim_ids = tuple(sorted(claim_id for case in left for claim_id in case.claim_ids))
    if claim_ids:
        if len(claim_ids) == 1:
            text = "One further claim stands alone and is listed at the end."
        else:
            further = counted(len(claim_ids), "further claim")
            text = sentence(f"{further}, mostly remarks of the pages themselves, stand alone and are listed at the end")
        yield Finding(identifier("fnd", "", Section.CLAIMED, text, claim_ids), Section.CLAIMED, text, claim_ids)


def _without_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple({finding.id: finding for finding in findings}.values())
