"""Who the sources of a dossier are, with letters and what became of their figures; which pages change much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.evidence.casebook import origin_key
from reportedly.evidence.history import records_of
from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.errors import NotFound
from reportedly.model.event import Grouping, Origin
from reportedly.model.evidence import Drift, Evidence
from reportedly.model.history import Rate, RelayHistory, SourceHistory
from reportedly.model.wording import is_description


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of a dossier."""

    history: SourceHistory
    events: int
    """Events on which it speaks."""
    letters: tuple[tuple[str, int], ...]
    """Its letters with the number of events in which it has each, A first; one source can speak of its own losses here
    and of another side's there."""
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelayRow:
    """One page that relays, with its own changes."""

    history: RelayHistory
    drifts: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources and the relays of a dossier."""

    sources: tuple[SourceRow, ...]
    """Those with the most resolved figures first, then those who speak on the most events."""
    relays: tuple[RelayRow, ...]
    """Those with the most changes first."""


def sources_of(dossier: Dossier) -> Sources:
    """Return all sources with a name, and all pages that relay, of a dossier."""
    grouping = Grouping(dossier.events, dossier.testimonies, ())
    return sources_in(grouping, dossier.evidence, dossier.claims, dossier.documents)


def sources_in(
    grouping: Grouping, weighed: Sequence[Evidence], claims: Sequence[Claim], documents: Sequence[Document]
) -> Sources:
    """Return all sources with a name, and all pages that relay, of some events."""
    records = records_of(grouping, weighed, claims, documents)
    known = {origin_key(Origin(one.name, one.actor_id)): one for one in records.sources}
    events: dict[str, list[str]] = defaultdict(list)
    letters: dict[str, Counter[str]] = defaultdict(Counter)
    for evidence in weighed:
        given = {one.origin: str(one.letter) for one in evidence.grade.sources}
        for standing in evidence.origins.origins:
            origin = standing.origin
            if not origin.recorded or (origin.actor_id is None and is_description(origin.name)):
                continue
            key = origin_key(origin)
            known.setdefault(key, _silent(origin))
            events[key].append(evidence.event_id)
            letters[key][given.get(origin.name, "F")] += 1
    rows = [
        SourceRow(one, len(events[key]), tuple(sorted(letters[key].items())), tuple(events[key]))
        for key, one in known.items()
    ]
    rows.sort(key=lambda row: (-row.history.resolved, -row.events, row.history.name))
    drifts = [drift for evidence in weighed for drift in evidence.drifts if not drift.inherited]
    relays = (
        RelayRow(one, tuple(drift for drift in drifts if drift.claim_id in one.claim_ids)) for one in records.relays
    )
    return Sources(tuple(rows), tuple(relays))


def _silent(origin: Origin) -> SourceHistory:
    """Return the record of a source without figures."""
    return SourceHistory(origin.name, origin.actor_id, origin.source_class, origin.side, (), Rate.of_counts(0, 0))


def named(found: Sources, name: str, registry: ActorRegistry) -> Sources:
    """Return the sources and relays that go by a name: an actor's by any of its names, others by words of theirs.

    Raises:
        NotFound: where nobody does.
    """
    actor, words = registry.find(name), folded(name)
    sources = [row for row in found.sources if actor is not None and row.history.actor_id == actor.id]
    sources = sources or [row for row in found.sources if words and words in folded(row.history.name)]
    relays = [row for row in found.relays if words and words in folded(row.history.page)]
    if not sources and not relays:
        raise NotFound("E401", "no source or page goes by this name", name, "reportedly sources lists them")
    return Sources(tuple(sources), tuple(relays))
