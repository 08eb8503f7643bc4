"""How belief in one event moved: its story drawn as of each day on which a page about it appeared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportedly.assessment.changes import cases_of
from reportedly.assessment.course import standing
from reportedly.model.change import Course, Standing, View
from reportedly.model.event import Event, Grouping
from reportedly.pipeline.parts import as_told
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.lately import Lately
from reportedly.pipeline.workbench.matters import drawn_on, event_now

MOST_DAYS = 15
"""Days that are drawn; of more, the last ones."""


def course_in_bench(bench: Bench, event_id: str) -> Course:
    """Return the course of one event.

    Days on which nothing changed are left out. Of an event from tables, only its own rows are looked at.

    Args:
        bench: the open ledger.
        event_id: the event's id; one that is no longer drawn leads to what became of it.

    Raises:
        NotFound: where no event has this id.
    """
    event = event_now(bench, event_id)
    key = (str(bench.book.path), bench.book.mark(), id(bench.tools), event.id)
    return _LATELY.get(key, lambda: (_course(bench, event), bench.tools))[0]


_LATELY: Lately[tuple[Course, Toolkit]] = Lately(12)
"""Courses drawn lately; the settings stay with them, since the key names them by identity."""


def _course(bench: Bench, event: Event) -> Course:
    home = {claim.document_id for claim in bench.claims(event.claim_ids)}
    days = sorted({one.day for one in bench.documents(home) if one.day is not None})
    told: list[Standing] = []
    for day in days[-MOST_DAYS:]:
        found = _on(bench, event, day, told[-1].document_ids if told else ())
        if found is not None and not (
            told and replace(found, day=told[-1].day, new_pages=told[-1].new_pages) == told[-1]
        ):
            told.append(found)
    return Course(event.id, event.label, tuple(told))


def _on(bench: Bench, event: Event, day: date, seen: tuple[str, ...]) -> Standing | None:
    then = drawn_on(bench, event, day)
    wanted = set(event.claim_ids)
    events = tuple(one for one in then.grouping.events if not wanted.isdisjoint(one.claim_ids))
    ids = {one.id for one in events}
    held = {claim for one in events for claim in one.claim_ids}
    sayings = tuple(one for one in then.grouping.testimonies if one.event_id in ids)
    claims = [one for one in then.claims if one.id in held]
    grouping, read = as_told(Grouping(events, sayings, ()), claims, bench.tools.convention)
    evidence = tuple(one for one in then.evidence if one.event_id in ids)
    view = View(grouping, evidence, read, then.documents, as_of=day)
    return standing(cases_of(view), event.claim_ids, day, bench.tools.yardstick, seen)
