"""The four clocks of an event: when it happened, was said, was published and was recorded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Claim
from reportedly.model.days import Days
from reportedly.pipeline.workbench.matter import Matter
from reportedly.publish.labels import count_label, days_label
from reportedly.web.views.event_claims import ClaimRef, chosen


class Clock(StrEnum):
    """What a day is the day of."""

    HAPPENED = "happened"
    SAID = "said"
    PUBLISHED = "published"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class ClockMark:
    """Days of one clock, with all claims that have them."""

    clock: Clock
    first: date
    last: date
    label: str
    anchor: str
    """Id of its row in the table."""
    address: str
    """Where a click leads: the reader for one claim, its row for several."""
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Clocks:
    """All marks, clock by clock, in order of days."""

    marks: tuple[ClockMark, ...]
    unknown: tuple[tuple[str, int], ...]
    """For each clock on which some claims have no day: its name and how many."""


NO_CLOCKS = Clocks((), ())
"""Of an event of which nothing is known."""


def clocks_of(matter: Matter, refs: dict[str, ClaimRef]) -> Clocks:
    """Return the clocks of an event.

    Args:
        matter: the event with its dossier.
        refs: how the page refers to each claim.
    """
    held: dict[tuple[Clock, Days], list[str]] = defaultdict(list)
    unknown: dict[Clock, int] = defaultdict(int)
    said = {claim: one.said for one in matter.dossier.testimonies for claim in one.claim_ids}
    for claim in matter.dossier.claims:
        for clock, days in _days(claim, matter, said.get(claim.id)).items():
            if days is None:
                unknown[clock] += 1
            else:
                held[clock, days].append(claim.id)
    order = list(Clock)
    marks = []
    for clock, days in sorted(held, key=lambda one: (order.index(one[0]), one[1])):
        told = chosen(refs, held[clock, days])
        anchor = f"clock-{clock}-{days.first}-{days.last}"
        address = told[0].address if len(told) == 1 else f"#{anchor}"
        label = f"{clock} {days_label(days)}: {count_label(len(told), 'claim')}"
        marks.append(ClockMark(clock, days.first, days.last, label, anchor, address, told))
    return Clocks(tuple(marks), tuple((str(one), unknown[one]) for one in order if unknown[one]))


def _days(claim: Claim, matter: Matter, said: Days | None) -> dict[Clock, Days | None]:
    document = matter.dossier.document_by_id[claim.document_id]
    recorded = matter.recorded.get(claim.id)
    own = claim.origin.said if claim.origin else None
    return {
        Clock.HAPPENED: claim.when,
        Clock.SAID: own or said,
        Clock.PUBLISHED: Days.on(document.day) if document.day else None,
        Clock.RECORDED: Days.on(recorded.date()) if recorded else None,
    }
