"""Weigh the evidence behind each event: the order of the steps on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.evidence.casebook import Casebook, Library, casebooks
from reportedly.evidence.contests import contests_of
from reportedly.evidence.drift import drifts_of
from reportedly.evidence.estimates import Reckoning, estimates_of, policy_of
from reportedly.evidence.grades import grade_of
from reportedly.evidence.lineage import lineage_of
from reportedly.evidence.origins import count_origins, without_source
from reportedly.evidence.sums import sums_of
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim
from reportedly.model.counting import AS_CODED, NO_UNITS, Convention, UnitSizes
from reportedly.model.document import Document
from reportedly.model.event import Grouping, Testimony
from reportedly.model.evidence import Evidence


def weigh(
    grouping: Grouping,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    registry: ActorRegistry,
    policy: str = "ucdp",
    convention: Convention = AS_CODED,
    units: UnitSizes = NO_UNITS,
) -> tuple[Evidence, ...]:
    """Find lineage, drift, origins, estimates, grade and contests of every event, each from its own story alone.

    Args:
        grouping: events and testimonies as the events stage returns them.
        claims: the claims that were grouped, in any order.
        documents: the documents that they stand in.
        registry: who is who.
        policy: name of the estimate policy: ``ucdp``, ``acled`` or ``range``.
        convention: the table by which vague words become intervals of numbers.
        units: how many people military units have, for what is shown beside a count of units.

    Returns:
        One evidence an event, in the order of ``grouping.events``; equal input in any order gives an equal result.

    Raises:
        SettingsError: where there is no such policy.
    """
    rule = Reckoning(policy_of(policy), convention, units)
    found: dict[str, Evidence] = {}
    for part, held, pages in _by_story(grouping, claims, documents):
        books = casebooks(part, Library(held, pages, registry))
        found.update((book.event.id, _weighed(book, part.testimonies, rule)) for book in books)
    return tuple(found[event.id] for event in grouping.events)


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


def _weighed(book: Casebook, testimonies: Sequence[Testimony], rule: Reckoning) -> Evidence:
    lineage = lineage_of(book)
    count = without_source(count_origins(book, testimonies), lineage, book)
    contests = contests_of(book)
    return Evidence(
        event_id=book.event.id,
        lineage=lineage,
        drifts=drifts_of(book),
        origins=count,
        estimates=estimates_of(book, count, rule),
        grade=grade_of(book, count, contests),
        contests=contests,
        sums=sums_of(book),
    )
