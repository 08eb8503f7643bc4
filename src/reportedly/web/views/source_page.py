"""The page of one source: who it is, what it said, what it passed on, what became of its figures."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from reportedly.model.history import FigureRecord, Outcome, Rate
from reportedly.model.search import Hit
from reportedly.model.wording import is_description
from reportedly.pipeline.sources import SourceRow
from reportedly.pipeline.workbench.speakers import EVENTS_READ, PAGES_READ, Relayed, Speaker
from reportedly.publish.labels import count_label, cut, day_label
from reportedly.web.addresses import source_address
from reportedly.web.views.explained import LETTERS


@dataclass(frozen=True, slots=True)
class Letter:
    """A grade of the source."""

    letter: str
    meaning: str
    where: str
    """In how many events it has it, or who gave it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim that carries a saying of the source, or one that it passed on."""

    page: str
    title: str
    day: str
    quote: str
    href: str
    event: str
    event_href: str
    grade: str
    whose: str = ""
    """Whose word it passed on; empty where it is its own."""
    whose_href: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the source with what became of it."""

    day: str
    figure: str
    outcome: str
    days: str
    why: str
    event_href: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page that the source published."""

    title: str
    day: str
    href: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the page shows."""

    name: str
    id: str
    """Its id in the registry; empty where it is not there."""
    several: bool
    """Whether pages use these words for people whom they do not name: then it is nobody in particular."""
    facts: tuple[tuple[str, str], ...]
    letters: tuple[Letter, ...]
    by_people: tuple[Letter, ...]
    record: str
    """How its figures fared, in words; empty where none was told."""
    became: tuple[tuple[str, int], ...]
    figures: tuple[Figure, ...]
    bound: str
    """From what the record was worked out."""
    sayings: tuple[Saying, ...]
    total: int
    page: int
    size: int
    relayed: tuple[Saying, ...]
    relayed_bound: str
    own: tuple[OwnPage, ...]
    own_total: int
    own_href: str


def source_view(speaker: Speaker) -> SourceView:
    """Return what the page of a source shows."""
    row = speaker.record
    history = row.history if row else None
    counts = tuple((str(one), history.count(one)) for one in Outcome if history.count(one)) if history else ()
    return SourceView(
        speaker.name,
        speaker.actor.id if speaker.actor else "",
        speaker.actor is None and is_description(speaker.name),
        _facts(speaker),
        _letters(row),
        tuple(
            Letter(str(one.letter), LETTERS[one.letter], f"by {one.author}{f': {one.reason}' if one.reason else ''}")
            for one in speaker.letters
        ),
        _record(history.right, len(history.figures)) if history and history.figures else "",
        counts,
        tuple(_figure(one) for one in reversed(history.figures)) if history else (),
        _bound(speaker),
        tuple(_saying(hit) for hit in speaker.said.hits),
        speaker.said.total,
        speaker.said.page,
        speaker.said.size,
        tuple(_passed(one) for one in speaker.relayed),
        f"looked for on the newest {PAGES_READ} pages that name it",
        tuple(OwnPage(one.title or one.key, day_label(one.day), f"/document/{one.id}") for one in speaker.own.papers),
        speaker.own.total,
        f"/documents?outlet={quote(speaker.name)}",
    )


def _facts(speaker: Speaker) -> tuple[tuple[str, str], ...]:
    actor, row = speaker.actor, speaker.record
    sort = actor.source_class if actor else row.history.source_class if row else ""
    side = actor.side if actor else row.history.side if row else None
    facts = (
        ("What it is", "" if sort == "unknown" else str(sort)),
        ("Side", side or ""),
        ("Other names", "; ".join(actor.names[:6]) if actor else ""),
        ("Claims", f"{speaker.said.total:,}" if speaker.said.total else ""),
        ("Events", f"{speaker.cards.total:,}" if speaker.cards.total else ""),
        ("Own pages", f"{speaker.own.total:,}" if speaker.own.total else ""),
    )
    return tuple((name, value) for name, value in facts if value)


def _letters(row: SourceRow | None) -> tuple[Letter, ...]:
    meanings = {str(letter): words for letter, words in LETTERS.items()}
    return tuple(
        Letter(letter, meanings.get(letter, ""), f"in {count_label(events, 'event')}")
        for letter, events in (row.letters if row else ())
    )


def _record(right: Rate, figures: int) -> str:
    told = count_label(figures, "figure")
    if not right.of:
        return f"{told}, none of which others have yet borne out or refuted"
    interval = f"{100 * right.low:.0f} to {100 * right.high:.0f} %"
    return f"{told}; {right.number} of the {right.of} that were resolved were right (90 % interval {interval})"


def _bound(speaker: Speaker) -> str:
    if speaker.cards.total > EVENTS_READ:
        return f"worked out from the newest {EVENTS_READ} of its {speaker.cards.total:,} events"
    return f"worked out from {'its only event' if speaker.cards.total == 1 else f'all {speaker.cards.total} events'}"


def _figure(one: FigureRecord) -> Figure:
    days = "" if one.days is None else f"after {count_label(one.days, 'day')}"
    return Figure(
        day_label(one.told),
        one.figure,
        str(one.outcome),
        days,
        one.reason.text,
        f"/event/{one.event_id}#{one.claim_id}",
    )


def _saying(hit: Hit) -> Saying:
    return Saying(
        hit.outlet,
        hit.title,
        day_label(hit.day),
        cut(hit.claim.quote, 300),
        f"/document/{hit.document_id}?claim={hit.claim.id}#{hit.claim.id}",
        hit.event_label,
        f"/event/{hit.event_id}#{hit.claim.id}" if hit.event_id else "",
        hit.grade,
    )


def _passed(one: Relayed) -> Saying:
    page, origin = one.document, one.claim.chain[-1].name
    return Saying(
        page.outlet or page.key,
        page.title or "",
        day_label(page.day),
        cut(one.claim.quote, 300),
        f"/document/{page.id}?claim={one.claim.id}#{one.claim.id}",
        "",
        "",
        "",
        origin,
        "" if is_description(origin) else source_address(origin),
    )
