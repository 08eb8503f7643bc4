"""The list of editions, what may be begun, the history of one, and what stands against publishing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from reportedly.model.card import EventCard
from reportedly.model.edition import BlockKind, Edition, EditionStatus
from reportedly.model.search import SavedView
from reportedly.pipeline.workbench.editions import Version

DEFAULT_EVENTS = 10
"""Events that an edition begins with unless somebody chooses."""


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition in the list."""

    id: str
    title: str
    published: bool
    version: int
    sentences: int
    events: int
    known: str
    """The day as known on; empty = everything."""
    author: str
    """Who saved it last."""
    saved: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One event that an edition may speak of."""

    event_id: str
    label: str
    pages: int
    independent: int
    grade: str
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PublishView:
    """What the page shows from which editions are begun."""

    editions: tuple[EditionLine, ...]
    choices: tuple[Choice, ...]
    total: int
    """Events that fit the filters of the address."""
    filtered: bool
    views: tuple[tuple[str, str], ...] = ()
    """Kept searches for events: name, and the address of this page with the same events to choose from."""


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Every save of an edition."""

    id: str
    title: str
    version: int
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class RefusedView:
    """Why an edition cannot be published, or a save was not taken."""

    id: str
    title: str
    version: int
    code: str
    what: str
    sentences: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Of each sentence without support block, text and faults."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two people's changes to one thing, side by side."""

    id: str
    title: str
    version: int
    code: str
    block_id: str
    yours: str
    claim_ids: tuple[str, ...]
    theirs: str
    """Empty where it is gone."""
    author: str
    reason: str


def search_links(views: Iterable[SavedView]) -> tuple[tuple[str, str], ...]:
    """Return kept searches for events as addresses of this page; those for claims and documents are left out."""
    found = []
    for view in views:
        parts = urlsplit(view.address)
        asked = dict(parse_qsl(parts.query))
        among = asked.pop("among", "")
        if parts.path != "/" and among != "events":
            continue
        words = asked.pop("q", "")
        query = {**asked, "text": words} if words else asked
        found.append((view.name, f"/publish?{urlencode(query)}" if query else "/publish"))
    return tuple(found)


def edition_line(edition: Edition, last: Version) -> EditionLine:
    """Return an edition's line of the list."""
    return EditionLine(
        edition.id,
        edition.title,
        edition.status is EditionStatus.PUBLISHED,
        edition.version,
        sum(one.kind is BlockKind.SENTENCE for one in edition.blocks),
        len(edition.events),
        edition.as_of.isoformat() if edition.as_of else "",
        last.author,
        last.recorded,
        last.reason,
    )


def choice_of(card: EventCard, *, chosen: bool) -> Choice:
    """Return an event as one that may be chosen."""
    return Choice(card.event_id, card.label, card.pages, card.independent, card.grade, card.key, chosen)
