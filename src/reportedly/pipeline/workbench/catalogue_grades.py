"""Which events of the catalogue a person's letter for a source bears on."""

from __future__ import annotations

from collections.abc import Collection

from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.codec import from_json
from reportedly.model.review import SourceJudgement
from reportedly.model.search import Facet
from reportedly.pipeline.workbench.bench import Bench


def events_judged(bench: Bench, judgement_ids: Collection[str]) -> set[str]:
    """Return the events in which the sources speak of which people's letters came or went.

    Args:
        bench: the open ledger, its catalogue as it was before.
        judgement_ids: ids of the letters.
    """
    entries = [entry for one in judgement_ids for entry in bench.book.history(one) if entry.draft.body]
    sources = {from_json(SourceJudgement, entry.draft.body).source for entry in entries}
    if not sources:
        return set()
    with bench.book.catalogue_now() as index:
        names = [name for name in index.names(Facet.SOURCE.value) if _is_of(name, sources, bench.tools.registry)]
        return index.events_of_names(Facet.SOURCE.value, names)


def _is_of(name: str, sources: Collection[str], registry: ActorRegistry) -> bool:
    actor = registry.find(name)
    if actor is not None and actor.id in sources:
        return True
    return folded(name) in {folded(source) for source in sources}
