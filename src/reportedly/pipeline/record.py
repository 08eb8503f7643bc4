"""Turn what the stages return into entries of the ledger, and entries back into what the stages take.

Nothing that stands in the ledger unchanged is asserted again, and nothing that a person has asserted is overwritten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.ledger.store import Ledger
from reportedly.model.assessment import Assessment
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json, to_json
from reportedly.model.document import Capture, Document, Refusal
from reportedly.model.entry import Action, Draft, Entry, EntryKind
from reportedly.model.event import Grouping, Judgement
from reportedly.model.evidence import Evidence
from reportedly.model.ids import identifier
from reportedly.model.review import Review, SourceJudgement
from reportedly.pipeline.decided import all_decided, graded_sources
from reportedly.pipeline.settings import ACTOR

_BY_PROGRAM = ACTOR.split()[0] + " "


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger's current view holds of what the stages take."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    """As they count: as the machine reads them, with people's decisions in effect."""
    refusals: tuple[Refusal, ...]
    judgements: tuple[Judgement, ...]
    read: tuple[Claim, ...]
    """As the machine reads them."""
    reviews: tuple[Review, ...] = ()
    """Decisions in force, oldest first, without those of blind rounds that are not decided yet."""
    graded: tuple[SourceJudgement, ...] = ()
    """Letters that people gave sources, oldest first."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What follows from the claims of one story."""

    grouping: Grouping
    evidence: tuple[Evidence, ...]


def held(book: Ledger, recorded_by: datetime | None = None) -> Held:
    """Return a ledger's current documents, the claims that stand in them, refusals, judgements and decisions.

    Args:
        book: the open ledger.
        recorded_by: what held at this moment of recording instead of what holds now.
    """

    def bodies(kind: EntryKind) -> Iterator[str]:
        return (entry.draft.body for entry in book.current(kind, recorded_until=recorded_by))

    documents = tuple(from_json(Document, body) for body in bodies(EntryKind.DOCUMENT))
    ids = {document.id for document in documents}
    claims = (from_json(Claim, body) for body in bodies(EntryKind.CLAIM))
    read = tuple(claim for claim in claims if claim.document_id in ids)
    decided = all_decided(book, recorded_by)
    return Held(
        documents,
        tuple(claim for claim in decided.count(read) if claim.document_id in ids),
        tuple(from_json(Refusal, body) for body in bodies(EntryKind.REFUSAL)),
        tuple(from_json(Judgement, body) for body in bodies(EntryKind.JUDGEMENT)),
        read,
        tuple(review for review in decided.disclosed if review.document_id in ids),
        graded_sources(book, recorded_by),
    )


class Recorder:
    """Writes one run's results; each call of a method is one batch, acknowledged as a whole."""

    def __init__(self, book: Ledger) -> None:
        """Keep the ledger, which must be open for writing."""
        self._book = book
        self._known: dict[EntryKind, dict[str, Entry | None]] = defaultdict(dict)
        self._captures: dict[str, Draft] = {}
        self._claims_before: defaultdict[str, list[str]] | None = None

    def _look_up(self, kind: EntryKind, subjects: Iterable[str]) -> dict[str, Entry | None]:
        """Return what is known of a kind, with the given subjects among it; None where nothing holds."""
        known = self._known[kind]
        unknown = [subject for subject in subjects if subject not in known]
        if unknown:
            found = self._book.holding(kind, unknown)
            known.update((subject, found.get(subject)) for subject in unknown)
        return known

    def _append(self, drafts: Iterable[Draft]) -> None:
        told = list(drafts)
        for kind in {draft.kind for draft in told}:
            self._look_up(kind, [draft.subject for draft in told if draft.kind is kind])
        new = [draft for draft in told if self._is_news(draft)]
        for entry in self._book.append(new) if new else ():
            asserted = entry.draft.action is Action.ASSERT
            self._known[entry.draft.kind][entry.draft.subject] = entry if asserted else None

    def _is_news(self, draft: Draft) -> bool:
        there = self._known[draft.kind][draft.subject]
        if there is None:
            return draft.action is Action.ASSERT
        if not there.draft.actor.startswith(_BY_PROGRAM):
            return False
        return draft.action is Action.WITHDRAW or replace(there.draft, actor=draft.actor) != draft

    def has(self, document_id: str) -> bool:
        """Say whether the document stands in the ledger."""
        return self._look_up(EntryKind.DOCUMENT, [document_id])[document_id] is not None

    def has_coded(self, document: Document, reason: str) -> bool:
        """Say whether this version of the program has read the document's claims before, in the same way."""
        entry = self._look_up(EntryKind.DOCUMENT, [document.id])[document.id]
        return entry is not None and (entry.draft.actor, entry.draft.reason) == (ACTOR, reason)

    def capture(self, capture: Capture) -> None:
        """Keep the bytes now; the entry about them comes with the first document that is read from them."""
        self._book.put_content(capture.content)
        self._captures[capture.id] = Draft(
            kind=EntryKind.CAPTURE,
            subject=capture.id,
            body=to_json(replace(capture, content=b"")),
            actor=ACTOR,
            reason=f"taken in from {capture.origin}",
        )

    def finish_captures(self) -> None:
        """Record the captures from which no document was read."""
        self._append(self._captures.values())
        self._captures.clear()

    def refusals(self, refusals: Iterable[Refusal]) -> None:
        """Record what was not taken."""
        self._append(
            Draft(EntryKind.REFUSAL, refusal.id, to_json(refusal), ACTOR, f"not taken: {refusal.what}")
            for refusal in refusals
        )

    def coded(self, document: Document, claims: Iterable[Claim], reason: str) -> None:
        """Record a document with its claims, and withdraw earlier claims in it that no longer stand."""
        capture = self._captures.pop(document.capture_id or "", None)
        claim_drafts = [_claim_draft(claim, document) for claim in claims]
        stand = {draft.subject for draft in claim_drafts}
        gone = [subject for subject in self._claims_in(document.id) if subject not in stand]
        self._append(
            [
                *([capture] if capture else []),
                Draft(EntryKind.DOCUMENT, document.id, to_json(document), ACTOR, reason, published=document.day),
                *claim_drafts,
                *(_withdrawal(EntryKind.CLAIM, subject, "a later reading does not find it") for subject in gone),
            ]
        )

    def _claims_in(self, document_id: str) -> list[str]:
        if not self.has(document_id):
            return []
        if self._claims_before is None:
            self._claims_before = defaultdict(list)
            for entry in self._book.current(EntryKind.CLAIM):
                self._claims_before[from_json(Claim, entry.draft.body).document_id].append(entry.draft.subject)
        return self._claims_before[document_id]

    def drawn(
        self, parts: Iterable[Drawn], before: Iterable[tuple[EntryKind, str]]
    ) -> list[list[tuple[EntryKind, str]]]:
        """Record how claims are grouped and weighed, and withdraw what they are no longer, all as one batch.

        Args:
            parts: what was drawn from each story.
            before: kind and subject of what was drawn earlier and may have to go.

        Returns:
            For each part, kind and subject of everything that is drawn from it.
        """
        told = [list(_drawn(part)) for part in parts]
        subjects = [[(draft.kind, draft.subject) for draft in drafts] for drafts in told]
        stand = {subject for part in subjects for subject in part}
        gone = sorted(one for one in before if one not in stand)
        withdrawn = (
            _withdrawal(kind, subject, "not drawn from the claims as they stand now") for kind, subject in gone
        )
        self._append([*(draft for drafts in told for draft in drafts), *withdrawn])
        return subjects

    def assessment(self, assessment: Assessment) -> None:
        """Record an assessment."""
        day = f" as of {assessment.as_of}" if assessment.as_of else ""
        self._append([Draft(EntryKind.ASSESSMENT, assessment.id, to_json(assessment), ACTOR, f"asked for{day}")])


def _withdrawal(kind: EntryKind, subject: str, reason: str) -> Draft:
    return Draft(kind, subject, "", ACTOR, reason, action=Action.WITHDRAW)


def _claim_draft(claim: Claim, document: Document) -> Draft:
    return Draft(
        kind=EntryKind.CLAIM,
        subject=claim.id,
        body=to_json(claim),
        actor=ACTOR,
        reason=f"stands in {document.key}",
        event=claim.when,
        said=claim.origin.said if claim.origin else None,
        published=document.day,
    )


def _drawn(part: Drawn) -> Iterator[Draft]:
    grouping = part.grouping
    for judgement in grouping.judgements:
        if judgement.author == "machine":
            why = "; ".join(reason.text for reason in judgement.reasons) or judgement.verdict
            yield Draft(EntryKind.JUDGEMENT, judgement.id, to_json(judgement), ACTOR, why)
    for event in grouping.events:
        why = "; ".join(reason.text for reason in event.reasons) or f"{len(event.claim_ids)} claims speak of it"
        yield Draft(EntryKind.EVENT, event.id, to_json(event), ACTOR, why, event=event.when)
    for testimony in grouping.testimonies:
        why = "; ".join(reason.text for reason in testimony.reasons) or f"said by {testimony.origin.name or 'unknown'}"
        yield Draft(EntryKind.TESTIMONY, testimony.id, to_json(testimony), ACTOR, why, said=testimony.said)
    for one in part.evidence:
        subject = identifier("evd", one.event_id)
        count = one.origins.independent
        yield Draft(EntryKind.EVIDENCE, subject, to_json(one), ACTOR, f"independent origins: {count}")
