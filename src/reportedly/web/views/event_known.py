"""What was known of an event on a day: the days that can be asked for, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.pipeline.workbench.matter import Matter
from reportedly.publish.labels import count_label, day_label, page_labels
from reportedly.web.views.event_claims import reader_address


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A day on which pages about the event appeared."""

    day: date
    label: str
    chosen: bool
    """Whether it is the last such day that counts."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page on which a claim stands."""

    page: str
    address: str


@dataclass(frozen=True, slots=True)
class SinceLine:
    """One thing that changed after the day that was asked for."""

    turn: str
    text: str
    why: str
    pages: tuple[PageLink, ...]
    """Where it can be read."""


@dataclass(frozen=True, slots=True)
class KnownOn:
    """How the page stands to the day that was asked for."""

    as_of: date | None
    there: bool
    """Whether anything was known by then."""
    notice: str
    """What is left out, in words; empty where everything counts."""
    first: date | None
    """First day on which anything about it appeared; None where no day is known."""
    days: tuple[DayChoice, ...]
    step: int
    """Place of the chosen day among the days, from 0; the last where everything counts."""
    since: tuple[SinceLine, ...]
    """What changed after the day, the weightiest first."""
    compared: bool
    """Whether the day was compared with today; what is drawn from a part of the rows of tables is not."""


def known_on(matter: Matter, as_of: date | None) -> KnownOn:
    """Return how an event's page stands to the day that was asked for."""
    by_then = [day for day in matter.days if as_of is None or day <= as_of]
    last = by_then[-1] if by_then else None
    days = tuple(DayChoice(day, day_label(day), as_of is not None and day == last) for day in matter.days)
    return KnownOn(
        as_of,
        bool(matter.dossier.events),
        _notice(matter, as_of),
        matter.days[0] if matter.days else None,
        days,
        max(len(by_then) - 1, 0),
        _since(matter),
        not matter.tables,
    )


def _since(matter: Matter) -> tuple[SinceLine, ...]:
    documents, claims = matter.today
    labels, home = page_labels(documents), {claim.id: claim.document_id for claim in claims}
    lines = []
    for change in matter.since:
        first = {home[one]: one for one in reversed(change.claims_after) if one in home}
        pages = tuple(PageLink(labels[page], reader_address(page, claim)) for page, claim in reversed(first.items()))
        lines.append(SinceLine(str(change.turn), change.text, change.why.text, pages))
    return tuple(lines)


def _notice(matter: Matter, as_of: date | None) -> str:
    if as_of is None:
        return ""
    if not matter.dossier.events:
        if not matter.days:
            return "No page about it has a day of publication, so none can be placed in time."
        return f"Nothing about it had appeared by {day_label(as_of)}; the first page is of {day_label(matter.days[0])}."
    shown = len(matter.dossier.documents)
    text = f"As known on {day_label(as_of)}: {count_label(shown, 'page')} of {matter.pages}."
    if matter.late:
        text += f" {count_label(len(matter.late), 'claim')} of today's event left out, on pages that came later"
        text += f" or have no day ({matter.undated} without)." if matter.undated else "."
    if matter.tables:
        text += " It is drawn from the rows of tables that today's event holds; rows of other events, and what they"
        text += " tell of its sources, were not looked at, so its grade can differ for that reason alone."
    return text
