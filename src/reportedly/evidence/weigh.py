"""Weigh the evidence behind each event: the order of the steps on one page."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.evidence.alarms import alarms_of
from reportedly.evidence.belief import belief_of
from reportedly.evidence.casebook import Casebook, Library, casebooks
from reportedly.evidence.coded_drift import with_coded
from reportedly.evidence.coded_lineage import with_coded_parents
from reportedly.evidence.contests import contests_of
from reportedly.evidence.drift import drifts_of
from reportedly.evidence.estimates import Reckoning, estimates_of, policy_of
from reportedly.evidence.grades import grade_of
from reportedly.evidence.independence import with_probabilities
from reportedly.evidence.learned import relearned
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
    *,
    learn: bool = False,
) -> tuple[Evidence, ...]:
    """Find lineage, drift, origins, estimates, grade, contests and false corroborations of every event.

    Args:
        grouping: events and testimonies as the events stage returns them.
        claims: the claims that were grouped, in any order.
        documents: the documents that they stand in.
        registry: who is who.
        policy: name of the estimate policy: ``ucdp``, ``acled`` or ``range``.
        convention: the table by which vague words become intervals of numbers.
        units: how many people military units have, for what is shown beside a count of units.
        learn: whether beliefs follow what the events teach of the reliability of classes, where there are enough.

    Returns:
        One evidence an event, in the order of ``grouping.events``; equal input in any order gives an equal result.

    Raises:
        SettingsError: where there is no such policy.
    """
    rule = Reckoning(policy_of(policy), convention, units)
    library = Library(claims, documents, registry)
    books = casebooks(grouping, library)
    found = tuple(_weighed(book, grouping.testimonies, rule) for book in books)
    return relearned(books, found) if learn else found


def _weighed(book: Casebook, testimonies: Sequence[Testimony], rule: Reckoning) -> Evidence:
    lineage = with_coded_parents(book, lineage_of(book))
    count = with_probabilities(without_source(count_origins(book, testimonies), lineage, book), book)
    contests = contests_of(book)
    return Evidence(
        event_id=book.event.id,
        lineage=lineage,
        drifts=with_coded(book, drifts_of(book, lineage)),
        origins=count,
        estimates=estimates_of(book, count, rule),
        grade=grade_of(book, count, contests),
        contests=contests,
        sums=sums_of(book),
        alarms=alarms_of(book, lineage, count),
        belief=belief_of(book, count, independent={one.origin.name: one.probability for one in count.origins}),
    )
