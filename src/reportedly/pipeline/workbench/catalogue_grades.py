"""Letters of sources in the catalogue: where people's letters come or go, only grades are written anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reportedly.ledger.catalogue import GradeRow
from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.card import EventCard
from reportedly.model.codec import from_json, to_json
from reportedly.model.review import SourceJudgement
from reportedly.model.search import Facet
from reportedly.pipeline.workbench.bench import Bench

_MANY = 400
"""Events worked on together."""


def regrade(bench: Bench, judgement_ids: Collection[str]) -> None:
    """Write the grades of the events anew of which a person's letter for a source came or went.

    Args:
        bench: the ledger, open for writing, with its catalogue otherwise up to date.
        judgement_ids: ids of the letters.
    """
    entries = [entry for one in judgement_ids for entry in bench.book.history(one) if entry.draft.body]
    sources = {from_json(SourceJudgement, entry.draft.body).source for entry in entries}
    if not sources:
        return
    with bench.book.catalogue_now() as index:
        names = [name for name in index.names(Facet.SOURCE.value) if _is_of(name, sources, bench.tools.registry)]
        events = sorted(index.events_of_names(Facet.SOURCE.value, names))
    for start in range(0, len(events), _MANY):
        rows = list(_rows(bench, events[start : start + _MANY]))
        with bench.book.catalogue() as index:
            index.put_grades(rows)


def _is_of(name: str, sources: Collection[str], registry: ActorRegistry) -> bool:
    actor = registry.find(name)
    if actor is not None and actor.id in sources:
        return True
    return folded(name) in {folded(source) for source in sources}


def _rows(bench: Bench, event_ids: Sequence[str]) -> Iterator[GradeRow]:
    with bench.book.catalogue_now() as index:
        cards = index.cards_of(event_ids)
    for evidence in bench.evidence(event_ids):
        if evidence.event_id in cards:
            grade = evidence.grade
            card = replace(
                from_json(EventCard, cards[evidence.event_id]), grade=grade.code, confidence=grade.confidence
            )
            letter, digit = str(grade.letter), int(grade.digit)
            yield GradeRow(evidence.event_id, letter, digit, grade.confidence, to_json(card))
