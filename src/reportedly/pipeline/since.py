"""Against what an assessment tells what is new: the last one that was recorded, or a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportedly.events.verdicts import MACHINE
from reportedly.ledger.store import Ledger
from reportedly.model.assessment import Assessment
from reportedly.model.change import Changes
from reportedly.model.codec import from_json
from reportedly.model.entry import Entry, EntryKind
from reportedly.model.event import Judgement
from reportedly.pipeline.diff import compare
from reportedly.pipeline.known import Known
from reportedly.pipeline.toolkit import Toolkit


def since_day(known: Known, day: date, tools: Toolkit) -> Changes | None:
    """Return what changed since a day; None where nothing was known by then, or nothing came since.

    Documents without a day of publication cannot be placed and count as known: they are not called new.
    """
    kept = {one.document.id for one in known.coded if one.document.day is None or one.document.day <= day}
    if not kept or len(kept) == len(known.coded):
        return None
    return compare(_only(known, kept, known.people), known, (day, tools.settings.as_of), tools, judged=False)


def since_last(book: Ledger, known: Known, tools: Toolkit) -> Changes | None:
    """Return what changed since the last recorded assessment; None where there is none that knew anything else.

    The last one is the one that knew most of what is known now, of several the one that was recorded last. One that
    rested on the same documents and decisions tells of no change and is passed over, so that to assess twice is to say
    the same twice. Its documents are read as they are today, so that a better reader of the same pages is no news.

    Args:
        book: the open ledger.
        known: what is known now.
        tools: settings and what they name.
    """
    there = {one.document.id for one in known.coded}
    claims = {one.document.id: {claim.id for claim in one.claims} for one in known.coded}
    found = []
    for entry in book.current(EntryKind.ASSESSMENT, recorded_until=tools.settings.recorded_by):
        assessment = from_json(Assessment, entry.draft.body)
        ids = there.intersection(assessment.document_ids)
        if ids:
            found.append((len(ids), entry.number, entry, assessment, ids))
    for _, _, entry, assessment, ids in sorted(found, key=lambda one: one[:2], reverse=True):
        held = {claim_id for one in ids for claim_id in claims[one]}
        then = _people(book, entry, held)
        if ids != there or then != _by_id(known.people, held):
            earlier = _only(known, ids, tuple(then.values()))
            changes = compare(earlier, known, (assessment.as_of, tools.settings.as_of), tools, judged=False)
            return replace(changes, earlier=replace(changes.earlier, assessed=True))
    return None


def _only(known: Known, ids: set[str], people: tuple[Judgement, ...]) -> Known:
    coded = tuple(one for one in known.coded if one.document.id in ids)
    held = {claim.id for one in coded for claim in one.claims}
    return Known(coded, tuple(_by_id(people, held).values()), (), graded=known.graded)


def _people(book: Ledger, entry: Entry, held: set[str]) -> dict[str, Judgement]:
    """Return what people had judged of some claims when an entry was recorded."""
    entries = book.current(EntryKind.JUDGEMENT, recorded_until=entry.recorded)
    return _by_id([from_json(Judgement, one.draft.body) for one in entries], held)


def _by_id(judgements: tuple[Judgement, ...] | list[Judgement], held: set[str]) -> dict[str, Judgement]:
    return {one.id: one for one in judgements if one.author != MACHINE and {one.left, one.right} <= held}
