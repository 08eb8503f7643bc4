"""One source: what it said and what it passed on, its letter and what became of its figures, read within bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model.actors import Actor, folded
from reportedly.model.card import CardPage, CardQuery, CardSort
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound
from reportedly.model.event import Grouping
from reportedly.model.review import SourceJudgement
from reportedly.model.search import ClaimQuery, DocumentQuery, DocumentSort, HitPage, PaperPage
from reportedly.pipeline.sources import SourceRow, sources_in
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.listing import card_page, claim_page, document_page

EVENTS_READ = 40
"""The newest events of a source from which its record is worked out."""
PAGES_READ = 40
"""The newest pages that name a source in which it is looked for as a relay."""
_OWN_PAGES = 12
"""Pages of its own that are listed."""
_ALIASES = 4
"""Names of an actor under which pages are looked for."""
_EACH = 25
"""Sayings on one page."""


@dataclass(frozen=True, slots=True)
class Relayed:
    """A claim that a source passed on for another."""

    claim: Claim
    document: Document


@dataclass(frozen=True)
class Speaker:
    """One source with what is known of it."""

    name: str
    actor: Actor | None
    """Who it is in the registry; None where it is not there."""
    said: HitPage
    """Its sayings as they stand on pages, the newest page first."""
    cards: CardPage
    """The newest events on which it speaks."""
    record: SourceRow | None
    """Letters and figures in these events; None where it has no standing in any."""
    own: PaperPage
    """The newest pages that it published itself."""
    relayed: tuple[Relayed, ...]
    """What it passed on, on the newest pages that name it."""
    letters: tuple[SourceJudgement, ...]
    """Letters that people gave it."""


def speaker_of(bench: Bench, asked: str, page: int = 1) -> Speaker:
    """Return what is known of one source.

    Args:
        bench: the open ledger.
        asked: actor id or one of the names of the registry, or the name of an origin or an outlet as pages give it.
        page: which page of its sayings, from 1.

    Raises:
        NotFound: E401 where nobody of this name said, published or passed on anything.
    """
    registry = bench.tools.registry
    actor = registry.get(asked) or registry.find(asked)
    name = _known_name(bench, asked, actor)
    said = claim_page(bench, ClaimQuery(source=name, page=page, size=_EACH)) if _speaks(bench, name) else _NOTHING
    cards = card_page(bench, CardQuery(source=name, sort=CardSort.NEWEST, size=EVENTS_READ)) if said.total else _NONE
    own = document_page(bench, DocumentQuery(outlet=name, sort=DocumentSort.NEWEST, size=_OWN_PAGES))
    if any(folded(one.outlet) != folded(name) for one in own.papers):
        own = PaperPage((), 0, 1, _OWN_PAGES)
    relayed = _relayed(bench, name, actor)
    if not said.total and not own.total and not relayed:
        raise NotFound("E401", "no source goes by this name", asked, "look for it among the origins of the dossier")
    record = _record(bench, name, actor, (card.event_id for card in cards.cards))
    return Speaker(name, actor, said, cards, record, own, relayed, _letters(bench, {name, asked, *_id(actor)}))


_NOTHING = HitPage((), 0, 1, _EACH)
_NONE = CardPage((), 0, 1, EVENTS_READ)


def _known_name(bench: Bench, asked: str, actor: Actor | None) -> str:
    """Return the name under which the ledger has a source: the actor's where it is known under that, else as asked."""
    return actor.name if actor is not None and (_speaks(bench, actor.name) or not _speaks(bench, asked)) else asked


def _speaks(bench: Bench, name: str) -> bool:
    with bench.book.finding() as index:
        return index.said_by(name) > 0


def _id(actor: Actor | None) -> tuple[str, ...]:
    return (actor.id,) if actor is not None else ()


def _record(bench: Bench, name: str, actor: Actor | None, event_ids: Iterable[str]) -> SourceRow | None:
    events = bench.events(event_ids)
    claims = bench.claims(claim for event in events for claim in event.claim_ids)
    documents = bench.documents({claim.document_id for claim in claims})
    sayings = bench.testimonies(one for event in events for one in event.testimony_ids)
    found = sources_in(
        Grouping(events, sayings, ()), bench.evidence(event.id for event in events), claims, documents
    ).sources
    same = (row for row in found if row.history.name == name or (actor and row.history.actor_id == actor.id))
    return next(same, None)


def _relayed(bench: Bench, name: str, actor: Actor | None) -> tuple[Relayed, ...]:
    names = dict.fromkeys((name, *(actor.names if actor else ())))
    papers: dict[str, None] = {}
    for one in list(names)[:_ALIASES]:
        query = DocumentQuery(text=f'"{one.replace(chr(34), " ")}"', sort=DocumentSort.NEWEST, size=PAGES_READ)
        papers |= dict.fromkeys(paper.id for paper in document_page(bench, query).papers)
    pages = {one.id: one for one in bench.documents(list(papers)[:PAGES_READ])}
    with bench.book.stories_now() as index:
        ids = [claim for claim, _ in index.claims(pages)]
    known = {folded(one) for one in names}
    passed = (one for one in bench.claims(ids) if any(folded(link.name) in known for link in one.chain[:-1]))
    found = (Relayed(one, pages[one.document_id]) for one in passed)
    return tuple(sorted(found, key=_newest_first))


def _newest_first(one: Relayed) -> tuple[int, str, int]:
    day = one.document.day
    return (-day.toordinal() if day else 0, one.document.id, one.claim.span.start)


def _letters(bench: Bench, names: Iterable[str]) -> tuple[SourceJudgement, ...]:
    entries = bench.book.current(EntryKind.SOURCE_GRADE)
    wanted = set(names)
    return tuple(
        one for one in (from_json(SourceJudgement, each.draft.body) for each in entries) if one.source in wanted
    )
