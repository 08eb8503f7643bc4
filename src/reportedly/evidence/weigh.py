"""Weigh the evidence behind each event: the order of the steps on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.evidence.alarms import alarms_of
from reportedly.evidence.belief import belief_of
from reportedly.evidence.casebook import Casebook, Library, casebooks
from reportedly.evidence.coded_drift import with_coded
from reportedly.evidence.coded_lineage import with_coded_parents
from reportedly.evidence.contests import contests_of
from reportedly.evidence.drift import drifts_of
from reportedly.evidence.estimates import Reckoning, estimates_of, policy_of
from reportedly.evidence.grade_case import GradeCase
from reportedly.evidence.grades import grade_of
from reportedly.evidence.independence import with_probabilities
from reportedly.evidence.learned import relearned
from reportedly.evidence.lineage import lineage_of
from reportedly.evidence.origins import count_origins, without_source
from reportedly.evidence.responsibility import fighting
from reportedly.evidence.sums import sums_of
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim
from reportedly.model.counting import AS_CODED, NO_UNITS, Convention, UnitSizes
from reportedly.model.document import Document
from reportedly.model.event import Grouping, Testimony
from reportedly.model.evidence import Evidence
from reportedly.model.quantity_priors import NO_PRIORS, QuantityPriors


def weigh(
    grouping: Grouping,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    registry: ActorRegistry,
    policy: str = "ucdp",
    convention: Convention = AS_CODED,
    units: UnitSizes = NO_UNITS,
    priors: QuantityPriors = NO_PRIORS,
    *,
    learn: bool = False,
) -> tuple[Evidence, ...]:
    """Find lineage, drift, origins, estimates, grade, contests and false corroborations, each from its own story alone.

    Args:
        grouping: events and testimonies as the events stage returns them.
        claims: the claims that were grouped, in any order.
        documents: the documents that they stand in.
        registry: who is who.
        policy: name of the estimate policy: ``ucdp``, ``acled``, ``range``, ``airwars`` or ``model``.
        convention: the table by which vague words become intervals of numbers.
        units: how many people military units have, for what is shown beside a count of units.
        priors: what kinds of figures are off by; with none, no number is modelled.
        learn: whether beliefs follow what the events teach of the reliability of classes, where there are enough.

    Returns:
        One evidence an event, in the order of ``grouping.events``; equal input in any order gives an equal result.

    Raises:
        SettingsError: where there is no such policy.
    """
    rule = Reckoning(policy_of(policy), convention, units, priors)
    found: dict[str, Evidence] = {}
    shelf: dict[str, Casebook] = {}
    for part, held, pages in _by_story(grouping, claims, documents):
        sides = fighting(registry, held, pages)
        for book in casebooks(part, Library(held, pages, registry)):
            shelf[book.event.id] = book
            found[book.event.id] = _weighed(book, part.testimonies, rule, sides)
    weighed = tuple(found[event.id] for event in grouping.events)
    return relearned([shelf[event.id] for event in grouping.events], weighed) if learn else weighed


def _by_story(
    grouping: Grouping, claims: Sequence[Claim], documents: Sequence[Document]
) -> Iterator[tuple[Grouping, list[Claim], list[Document]]]:
    """Yield for each story its part of the grouping, its claims and its documents; all as one where none are told."""
    if not grouping.stories:
        yield grouping, list(claims), list(documents)
        return
    story_of = {document: number for number, story in enumerate(grouping.stories) for document in story.document_ids}
    home = {claim.id: story_of[claim.document_id] for claim in claims if claim.document_id in story_of}
    held, pages, events, testimonies = (defaultdict[int, list[Any]](list) for _ in range(4))
    for claim in claims:
        if claim.id in home:
            held[home[claim.id]].append(claim)
    for document in documents:
        if document.id in story_of:
            pages[story_of[document.id]].append(document)
    for event in grouping.events:
        events[home[event.claim_ids[0]]].append(event)
    for testimony in grouping.testimonies:
        testimonies[home[testimony.claim_ids[0]]].append(testimony)
    for number in events:
        part = Grouping(tuple(events[number]), tuple(testimonies[number]), ())
        yield part, held[number], pages[number]


def _weighed(book: Casebook, testimonies: Sequence[Testimony], rule: Reckoning, sides: frozenset[str]) -> Evidence:
    lineage = with_coded_parents(book, lineage_of(book))
    count = with_probabilities(without_source(count_origins(book, testimonies), lineage, book), book)
    contests, sums, alarms = contests_of(book), sums_of(book), alarms_of(book, lineage, count)
    return Evidence(
        event_id=book.event.id,
        lineage=lineage,
        drifts=with_coded(book, drifts_of(book, lineage)),
        origins=count,
        estimates=estimates_of(book, count, rule),
        grade=grade_of(GradeCase(book, count, contests, sums, alarms, sides)),
        contests=contests,
        sums=sums,
        alarms=alarms,
        belief=belief_of(book, count, independent={one.origin.name: one.probability for one in count.origins}),
    )
