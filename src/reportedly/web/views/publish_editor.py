"""The editor of an edition: each sentence with how it stands, the words it rests on, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.edition import Block, BlockKind, Edition, EditionStatus, Remark, SentenceCheck, Standing
from reportedly.pipeline.workbench.editions_edit import unused
from reportedly.pipeline.workbench.editions_ground import Ground
from reportedly.publish.labels import day_label, page_labels

MOST_QUOTES = 6
"""Claims that stand beside a sentence at most; its form lists all."""
MOST_CHOICES = 150
"""Claims that the form of one sentence lists at most, besides those that it rests on."""
_ICONS = {Standing.HOLDS: "good", Standing.LOOK: "warn", Standing.FALLS: "bad"}
_WORDS = {Standing.HOLDS: "Holds", Standing.LOOK: "Look again", Standing.FALLS: "Not supported"}


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim beside a sentence, in its document's words."""

    claim_id: str
    quote: str
    page: str
    day: str
    chain: tuple[str, ...]
    address: str
    """The place in the reader; empty where the document is not there."""
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """How a sentence stands, in words."""

    icon: str
    """``good``, ``warn`` or ``bad``, as the shared marks have it."""
    word: str
    faults: tuple[str, ...]
    remarks: tuple[str, ...]
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the editor."""

    id: str
    number: int
    """From 1, over headings and sentences."""
    heading: bool
    text: str
    state: State | None
    """None for headings."""
    claims: tuple[Quote, ...]
    """The first of those that it rests on."""
    resting: int
    """Claims that it rests on, all of them."""
    event_id: str
    """The event that it speaks of; empty where it is on no one event."""
    offered: str
    """The wording that its finding has now; empty where the sentence has it."""
    author: str
    reason: str
    remarks: tuple[Remark, ...]
    own: bool
    """Whether it began as a person's own sentence."""
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Editing:
    """The form of one block, or of one to be added behind it."""

    block_id: str
    adding: bool
    text: str
    claims: tuple[Quote, ...]
    """What may be chosen, and what is."""
    left_out: int
    """Claims of the event that the form does not list."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A finding that no sentence of the edition says."""

    finding_id: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """What the assessment has to say on one event and the edition does not."""

    label: str
    after: str
    """The block behind which it would be added; empty for the end."""
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class EditorView:
    """What the page of an edition shows."""

    id: str
    title: str
    published: bool
    version: int
    known: str
    as_of: date | None
    chosen: str
    events: int
    holds: int
    look: int
    falls: int
    mendable: int
    """Sentences without support whose finding has a present wording."""
    rows: tuple[Row, ...]
    editing: Editing | None
    offers: tuple[OfferGroup, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One block alone, as it is swapped into the page."""

    id: str
    """Of the edition."""
    version: int
    row: Row
    editing: Editing | None


@dataclass(frozen=True, slots=True)
class CheckView:
    """How a typed text stands, before it is saved."""

    state: State
    offered: str


def editor_view(edition: Edition, ground: Ground, edit: str = "", write: str = "") -> EditorView:
    """Return the view of the editor.

    Args:
        edition: the edition as saved.
        ground: what its sentences are held against.
        edit: id of the block whose form is open; empty = none.
        write: id of the block behind which a sentence is being written; empty = none.
    """
    checks = ground.checks(edition)
    rows = rows_of(edition, ground, checks)
    standings = [check.standing for check in checks.values()]
    return EditorView(
        id=edition.id,
        title=edition.title,
        published=edition.status is EditionStatus.PUBLISHED,
        version=edition.version,
        known=f"As known on {day_label(edition.as_of)}" if edition.as_of else "As known now",
        as_of=edition.as_of,
        chosen=edition.chosen,
        events=len(edition.events),
        holds=standings.count(Standing.HOLDS),
        look=standings.count(Standing.LOOK),
        falls=standings.count(Standing.FALLS),
        mendable=sum(one.standing is Standing.FALLS and bool(one.offered) for one in checks.values()),
        rows=rows,
        editing=editing_of(edition, ground, rows, edit or write, adding=not edit) if edit or write else None,
        offers=tuple(_offers(edition, ground, rows)),
    )


def rows_of(edition: Edition, ground: Ground, checks: Mapping[str, SentenceCheck]) -> tuple[Row, ...]:
    """Return the blocks of an edition as the editor shows them."""
    labels = page_labels(tuple(ground.grounding.documents.values()))
    last = len(edition.blocks)
    return tuple(
        _row(block, number, last, checks.get(block.id), ground, labels)
        for number, block in enumerate(edition.blocks, start=1)
    )


def editing_of(edition: Edition, ground: Ground, rows: Sequence[Row], block_id: str, *, adding: bool) -> Editing | None:
    """Return the form of a block, or of a sentence behind it; None where there is no such block."""
    block = next((one for one in edition.blocks if one.id == block_id), None)
    if block is None:
        return None
    chosen = () if adding else block.claim_ids
    event_id = _event_near(rows, block_id)
    event = ground.grounding.event_by_id.get(event_id)
    known = [one for one in chosen if one in ground.grounding.claims]
    about = [one for one in (event.claim_ids if event else ()) if one in ground.grounding.claims and one not in known]
    if event is None and not known:
        about = list(ground.grounding.claims)
    labels = page_labels(tuple(ground.grounding.documents.values()))
    quotes = [_quote(one, ground, labels, chosen=True) for one in known]
    quotes += [_quote(one, ground, labels, chosen=False) for one in about[:MOST_CHOICES]]
    return Editing(block_id, adding, "" if adding else block.text, tuple(quotes), max(len(about) - MOST_CHOICES, 0))


def check_view(check: SentenceCheck) -> CheckView:
    """Return how a typed text stands."""
    return CheckView(_state(check), check.offered)


def _event_near(rows: Sequence[Row], block_id: str) -> str:
    """Return the event of a block; of a heading that of the first sentence behind it."""
    place = next((at for at, row in enumerate(rows) if row.id == block_id), 0)
    if rows and not rows[place].heading:
        return rows[place].event_id
    behind = (row.event_id for row in rows[place + 1 :] if not row.heading)
    return next(behind, "")


def _row(
    block: Block, number: int, last: int, check: SentenceCheck | None, ground: Ground, labels: Mapping[str, str]
) -> Row:
    held = [one for one in block.claim_ids if one in ground.grounding.claims]
    return Row(
        id=block.id,
        number=number,
        heading=block.kind is BlockKind.HEADING,
        text=block.text,
        state=_state(check) if check else None,
        claims=tuple(_quote(one, ground, labels, chosen=True) for one in held[:MOST_QUOTES]),
        resting=len(held),
        event_id=(check.event_id or "") if check else "",
        offered=check.offered if check else "",
        author=block.author,
        reason=block.reason,
        remarks=block.remarks,
        own=not block.original,
        first=number == 1,
        last=number == last,
    )


def _state(check: SentenceCheck) -> State:
    return State(
        _ICONS[check.standing],
        _WORDS[check.standing],
        tuple(one.text for one in check.faults),
        tuple(one.text for one in check.remarks),
        tuple(one.text for one in check.grounds),
    )


def _quote(claim_id: str, ground: Ground, labels: Mapping[str, str], *, chosen: bool) -> Quote:
    claim: Claim = ground.grounding.claims[claim_id]
    document: Document | None = ground.grounding.documents.get(claim.document_id)
    return Quote(
        claim_id,
        claim.quote,
        labels.get(claim.document_id, ""),
        day_label(document.day if document else None),
        tuple(link.name for link in claim.chain),
        f"/document/{claim.document_id}?claim={claim_id}#{claim_id}" if document else "",
        chosen,
    )


def _offers(edition: Edition, ground: Ground, rows: Sequence[Row]) -> Sequence[OfferGroup]:
    held: dict[str, list[Offer]] = {}
    for one in unused(edition, ground.dossier.assessment.findings):
        held.setdefault(one.event_id or "", []).append(Offer(one.id, one.section.value, one.text))
    groups = []
    for event_id, offers in held.items():
        event = ground.grounding.event_by_id.get(event_id)
        label = event.label[:1].upper() + event.label[1:] if event else "On no one event"
        after = next((row.id for row in reversed(rows) if row.event_id == event_id and not row.heading), "")
        groups.append(OfferGroup(label, after, tuple(offers)))
    return groups
