"""What a ledger has to show under one id: as it stands, or as it was known on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.events.verdicts import MACHINE
from reportedly.ledger.store import Ledger
from reportedly.model.assessment import Assessment
from reportedly.model.codec import from_json, to_data
from reportedly.model.dossier import Dossier
from reportedly.model.entry import Entry, EntryKind
from reportedly.model.ids import identifier
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.run import drawn_from
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.views import added_claim_history


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing with its entries."""

    id: str
    kind: EntryKind
    history: tuple[Entry, ...]
    """Its entries, oldest first."""
    drawn: Any = None
    """The thing itself as plain data, where it was drawn as of a day and no entry holds it so."""

    @staticmethod
    def of(history: tuple[Entry, ...]) -> Shown:
        """Return what is shown of entries about one thing."""
        newest = history[-1].draft
        return Shown(newest.subject, newest.kind, history)


def shown_then(ledger: Path, short_id: str, tools: Toolkit) -> Shown:
    """Return what was known under an id by the settings' day and moment of recording.

    What follows from claims (events, testimonies, evidence, the machine's judgements) is drawn as of then: the entries
    about it were drawn from whatever the ledger held when they were made, and may tell of later reports.

    Args:
        ledger: the ledger.
        short_id: the id or an unambiguous beginning of it.
        tools: settings and what they name.

    Raises:
        NotFound: where nothing that was known then has this id, or more than one thing has.
    """
    moment, day = tools.settings.recorded_by, tools.settings.as_of
    with Ledger.open(ledger) as book:
        dossier, undated = drawn_from(book, tools)
        drawn = dict(_drawn(dossier))
        kept = {
            **dict(_recorded(dossier, {refusal.id for refusal in undated})),
            **dict(_assessments(book, dossier, tools)),
        }
        found = whole_id(short_id, {**drawn, **kept}, "thing that was known then")
        if found in drawn:
            kind, thing = drawn[found]
            return Shown(found, kind, (), to_data(thing))
        entries = list(book.entries(subject=found, recorded_until=moment)) or added_claim_history(book, found)
        known = [one for one in entries if moment is None or one.recorded <= moment]
        history = tuple(one for one in known if day is None or _by(one, day))
        return Shown(found, kept[found], history)


def _by(entry: Entry, day: date) -> bool:
    """Say whether an entry's document, if it has one, was published by a day."""
    published = entry.draft.published
    return published is None or published <= day


def _drawn(dossier: Dossier) -> Iterator[tuple[str, tuple[EntryKind, Any]]]:
    for event in dossier.events:
        yield event.id, (EntryKind.EVENT, event)
    for testimony in dossier.testimonies:
        yield testimony.id, (EntryKind.TESTIMONY, testimony)
    for evidence in dossier.evidence:
        yield identifier("evd", evidence.event_id), (EntryKind.EVIDENCE, evidence)
    for judgement in dossier.judgements:
        if judgement.author == MACHINE:
            yield judgement.id, (EntryKind.JUDGEMENT, judgement)


def _recorded(dossier: Dossier, undated: Collection[str]) -> Iterator[tuple[str, EntryKind]]:
    for document in dossier.documents:
        yield document.id, EntryKind.DOCUMENT
        if document.capture_id:
            yield document.capture_id, EntryKind.CAPTURE
    for claim in dossier.claims:
        yield claim.id, EntryKind.CLAIM
    for judgement in dossier.judgements:
        if judgement.author != MACHINE:
            yield judgement.id, EntryKind.JUDGEMENT
    for review in dossier.reviews:
        yield review.id, EntryKind.REVIEW
    for refusal in dossier.refusals:
        if refusal.id not in undated:
            yield refusal.id, EntryKind.REFUSAL


def _assessments(book: Ledger, dossier: Dossier, tools: Toolkit) -> Iterator[tuple[str, EntryKind]]:
    """Yield the recorded assessments that rest on nothing but the documents of the dossier."""
    known = {document.id for document in dossier.documents}
    for entry in book.current(EntryKind.ASSESSMENT, recorded_until=tools.settings.recorded_by):
        if known.issuperset(from_json(Assessment, entry.draft.body).document_ids):
            yield entry.draft.subject, EntryKind.ASSESSMENT
