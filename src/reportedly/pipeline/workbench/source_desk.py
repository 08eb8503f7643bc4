"""One source as a person judges it: the letters that the machine gives it, event by event, beside those of people."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.actors import Actor, folded
from reportedly.model.card import CardQuery
from reportedly.model.codec import from_json
from reportedly.model.entry import EntryKind
from reportedly.model.evidence import Evidence
from reportedly.model.grading import SourceGrade
from reportedly.model.ids import identifier
from reportedly.model.review import SourceJudgement
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import blinds_of
from reportedly.pipeline.workbench.decision_log import LogLine, lines_of
from reportedly.pipeline.workbench.grading import source_key
from reportedly.pipeline.workbench.listing import card_page

MOST_EVENTS = 25
"""Events of a source that are looked at, the most interesting first."""


@dataclass(frozen=True, slots=True)
class MachineLetter:
    """The letter that the machine gives a source in one event."""

    event_id: str
    event_label: str
    grade: SourceGrade


@dataclass(frozen=True, slots=True)
class SourceDesk:
    """A source with what a judgement of it needs."""

    name: str
    key: str
    """Under which letters are recorded: the actor's id, or the name."""
    actor: Actor | None
    machine: tuple[MachineLetter, ...]
    people: tuple[SourceJudgement, ...]
    """Letters in force, oldest first; the last counts."""
    events: int
    """Events on which it speaks, those among them that are not shown."""
    log: tuple[LogLine, ...]
    """Every entry about its letters, the newest first."""


def source_desk(bench: Bench, name: str, person: str) -> SourceDesk:
    """Return a source by one of its names, known to the registry or not.

    Args:
        bench: the open ledger.
        name: a name of the source.
        person: who looks.
    """
    registry = bench.tools.registry
    key = source_key(name, registry)
    actor = registry.get(key)
    called = actor.name if actor is not None else " ".join(name.split())
    cards = card_page(bench, CardQuery(source=called, size=MOST_EVENTS))
    labels = {card.event_id: card.label for card in cards.cards}
    entries = bench.book.holding(EntryKind.EVIDENCE, (identifier("evd", one) for one in labels))
    found = {one.event_id: one for one in (from_json(Evidence, e.draft.body) for e in entries.values())}
    letters = (
        MachineLetter(event, label, grade)
        for event, label in labels.items()
        if event in found and (grade := _letter(found[event], called, actor)) is not None
    )
    people = tuple(one for one in bench.graded if folded(one.source) == folded(key))
    ids = dict.fromkeys([SourceJudgement.identify(key, one.author) for one in people])
    history = [entry for one in ids for entry in bench.book.history(one)]
    history.sort(key=lambda entry: -entry.number)
    log = lines_of(bench, history, person, blinds_of(bench.book))
    return SourceDesk(called, key, actor, tuple(letters), people, cards.total, log)


def _letter(evidence: Evidence, name: str, actor: Actor | None) -> SourceGrade | None:
    names = {folded(name)}
    if actor is not None:
        standings = evidence.origins.origins
        names |= {folded(one.origin.name) for one in standings if one.origin.actor_id == actor.id}
    return next((one for one in evidence.grade.sources if folded(one.origin) in names), None)
