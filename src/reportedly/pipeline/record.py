"""Turn what the stages return into entries of the ledger, and entries back into what the stages take.

Nothing that stands in the ledger unchanged is asserted again, and nothing that a person has asserted is overwritten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.ledger.store import Ledger
from reportedly.model.assessment import Assessment
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json, to_json
from reportedly.model.document import Capture, Document, Refusal
from reportedly.model.dossier import Dossier
from reportedly.model.entry import Action, Draft, Entry, EntryKind
from reportedly.model.event import Judgement
from reportedly.model.ids import identifier
from reportedly.pipeline.settings import ACTOR

_BY_PROGRAM = ACTOR.split()[0] + " "


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger's current view holds of what the stages take."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]
    judgements: tuple[Judgement, ...]


def held(book: Ledger) -> Held:
    """Return a ledger's current documents, the claims that stand in them, refusals and judgements."""
    documents = tuple(from_json(Document, entry.draft.body) for entry in book.current(EntryKind.DOCUMENT))
    ids = {document.id for document in documents}
    claims = (from_json(Claim, entry.draft.body) for entry in book.current(EntryKind.CLAIM))
    return Held(
        documents,
        tuple(claim for claim in claims if claim.document_id in ids),
        tuple(from_json(Refusal, entry.draft.body) for entry in book.current(EntryKind.REFUSAL)),
        tuple(from_json(Judgement, entry.draft.body) for entry in book.current(EntryKind.JUDGEMENT)),
    )


class Recorder:
    """Writes one run's results; each call of a method is one batch, acknowledged as a whole."""

    def __init__(self, book: Ledger) -> None:
        """Keep the ledger, which must be open for writing."""
        self._book = book
        self._current: dict[EntryKind, dict[str, Entry]] = {}
        self._captures: dict[str, Draft] = {}
        self._claims_before: defaultdict[str, list[str]] | None = None

    def _entries(self, kind: EntryKind) -> dict[str, Entry]:
        if kind not in self._current:
            self._current[kind] = {entry.draft.subject: entry for entry in self._book.current(kind)}
        return self._current[kind]

    def _append(self, drafts: Iterable[Draft]) -> None:
        new = [draft for draft in drafts if self._is_news(draft)]
        if not new:
            return
        for entry in self._book.append(new):
            there = self._entries(entry.draft.kind)
            if entry.draft.action is Action.WITHDRAW:
                there.pop(entry.draft.subject, None)
            else:
                there[entry.draft.subject] = entry

    def _is_news(self, draft: Draft) -> bool:
        there = self._entries(draft.kind).get(draft.subject)
        if there is None:
            return draft.action is Action.ASSERT
        if not there.draft.actor.startswith(_BY_PROGRAM):
            return False
        return draft.action is Action.WITHDRAW or replace(there.draft, actor=draft.actor) != draft

    def has(self, document_id: str) -> bool:
        """Say whether the document stands in the ledger."""
        return document_id in self._entries(EntryKind.DOCUMENT)

    def has_coded(self, document: Document, reason: str) -> bool:
        """Say whether this version of the program has read the document's claims before, in the same way."""
        entry = self._entries(EntryKind.DOCUMENT).get(document.id)
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
            for subject, entry in sorted(self._entries(EntryKind.CLAIM).items()):
                self._claims_before[from_json(Claim, entry.draft.body).document_id].append(subject)
        return self._claims_before[document_id]

    def drawn(self, dossier: Dossier) -> None:
        """Record how the claims are grouped and weighed, and withdraw what they are no longer."""
        drafts = list(_drawn(dossier))
        subjects = {(draft.kind, draft.subject) for draft in drafts}
        for kind in (EntryKind.JUDGEMENT, EntryKind.EVENT, EntryKind.TESTIMONY, EntryKind.EVIDENCE):
            gone = [subject for subject in sorted(self._entries(kind)) if (kind, subject) not in subjects]
            drafts += [_withdrawal(kind, subject, "not drawn from the claims as they stand now") for subject in gone]
        self._append(drafts)

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


def _drawn(dossier: Dossier) -> Iterator[Draft]:
    for judgement in dossier.judgements:
        if judgement.author == "machine":
            why = "; ".join(reason.text for reason in judgement.reasons) or judgement.verdict
            yield Draft(EntryKind.JUDGEMENT, judgement.id, to_json(judgement), ACTOR, why)
    for event in dossier.events:
        why = "; ".join(reason.text for reason in event.reasons) or f"{len(event.claim_ids)} claims speak of it"
        yield Draft(EntryKind.EVENT, event.id, to_json(event), ACTOR, why, event=event.when)
    for testimony in dossier.testimonies:
        why = "; ".join(reason.text for reason in testimony.reasons) or f"said by {testimony.origin.name or 'unknown'}"
        yield Draft(EntryKind.TESTIMONY, testimony.id, to_json(testimony), ACTOR, why, said=testimony.said)
    for evidence in dossier.evidence:
        subject = identifier("evd", evidence.event_id)
        count = evidence.origins.independent
        yield Draft(EntryKind.EVIDENCE, subject, to_json(evidence), ACTOR, f"independent origins: {count}")
