"""Write the assessment: key judgements first, then event by event in the order of sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.assessment.case import Case, Tier, build_cases
from reportedly.assessment.check import check
from reportedly.assessment.derivable import Support
from reportedly.assessment.dispute import causes, changed, contested
from reportedly.assessment.key import key_judgements
from reportedly.assessment.outlook import would_change
from reportedly.assessment.ranges import figures
from reportedly.assessment.support import claimed, corroborated, one_origin, one_side
from reportedly.model.assessment import Assessment, Finding
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Grouping
from reportedly.model.evidence import Evidence
from reportedly.model.ids import identifier
from reportedly.model.yardstick import Yardstick

KEY_EVENTS = 5
"""How many events at most have key judgements; a page of them is what gets read."""


def assess(
    grouping: Grouping,
    evidence: Sequence[Evidence],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    yardstick: Yardstick,
    policy: str,
    as_of: date | None,
    title: str,
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

    Raises:
        UnsupportedSentence: where a sentence has no claim behind it or holds a number that nothing given bears out.
    """
    cases = build_cases(grouping, evidence, claims, documents)
    findings = _without_repeats(_findings(cases, yardstick))
    read = sorted(documents, key=lambda document: (document.day or date.max, document.id))
    document_ids = tuple(document.id for document in read)
    name = identifier("asm", title, as_of, yardstick.name, policy, findings, document_ids)
    written = Assessment(name, title, as_of, yardstick.name, policy, findings, document_ids)
    check(written, {claim.id for claim in claims}, Support(cases, yardstick))
    return written


def _findings(cases: Sequence[Case], yardstick: Yardstick) -> Iterator[Finding]:
    for case in [case for case in cases if case.tier is not Tier.SMALL][:KEY_EVENTS]:
        yield from key_judgements(case, yardstick)
    for case in cases:
        yield from claimed(case)
        if case.tier is Tier.MAJOR:
            yield from corroborated(case)
            yield from one_origin(case)
        if case.tier is not Tier.SMALL:
            yield from one_side(case)
        yield from changed(case)
        yield from contested(case)
        if case.tier is not Tier.SMALL:
            yield from figures(case)
        yield from causes(case)
        if case.tier is Tier.MAJOR:
            yield from would_change(case)


def _without_repeats(findings: Iterator[Finding]) -> tuple[Finding, ...]:
    return tuple({finding.id: finding for finding in findings}.values())
