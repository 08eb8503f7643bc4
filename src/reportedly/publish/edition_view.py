"""An edition as readers see it: sentences with numbered references, the claims and documents that they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.edition import BlockKind, Edition, EditionStatus, SentenceCheck, Standing
from reportedly.publish.labels import day_label, page_labels
from reportedly.publish.view import ClaimView, DocumentView, claim_view, document_view


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A heading, or a sentence with the numbers of its claims."""

    heading: bool
    text: str
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """An edition as readers see it."""

    id: str
    title: str
    as_of: date | None
    known: str
    """As known on which day, in words."""
    yardstick: str
    published: bool
    version: int
    warnings: tuple[str, ...]
    """Sentences that nothing supports now, each with why."""
    blocks: tuple[PrintedBlock, ...]
    claims: tuple[ClaimView, ...]
    """Those that sentences rest on, numbered as they are first cited."""
    documents: tuple[DocumentView, ...]
    """Those that the claims stand on, in order of publication."""

    @property
    def cited(self) -> tuple[Document, ...]:
        """The documents, to be listed for a reference manager."""
        return tuple(one.document for one in self.documents)

    @property
    def paragraphs(self) -> tuple[tuple[PrintedBlock, ...], ...]:
        """The blocks as they are set: each heading alone, sentences between headings together."""
        found: list[tuple[PrintedBlock, ...]] = []
        for block in self.blocks:
            if block.heading or not found or found[-1][-1].heading:
                found.append((block,))
            else:
                found[-1] = (*found[-1], block)
        return tuple(found)


def printed_edition(
    edition: Edition,
    dossier: Dossier,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    checks: Mapping[str, SentenceCheck],
) -> PrintedEdition:
    """Return an edition as readers see it.

    Args:
        edition: the edition as saved.
        dossier: of its events as they are drawn now.
        claims: every claim that there is of those that sentences rest on, by id.
        documents: the documents of these claims, by id.
        checks: how each sentence stands, by the id of its block.
    """
    cited = dict.fromkeys(one for block in edition.blocks for one in block.claim_ids if one in claims)
    numbers = {claim_id: number for number, claim_id in enumerate(cited, start=1)}
    held = {claims[one].document_id for one in cited}
    pages = sorted((documents[one] for one in held if one in documents), key=lambda one: (one.day or date.max, one.id))
    whole = replace(dossier, claims=tuple(claims[one] for one in cited), documents=tuple(pages))
    labels, places = page_labels(pages), {one.id: place for place, one in enumerate(pages, start=1)}
    blocks = tuple(
        PrintedBlock(
            block.kind is BlockKind.HEADING,
            block.text,
            tuple(sorted(numbers[o] for o in block.claim_ids if o in numbers)),
        )
        for block in edition.blocks
    )
    fallen = [(block.text, checks[block.id]) for block in edition.blocks if block.id in checks]
    return PrintedEdition(
        id=edition.id,
        title=edition.title,
        as_of=edition.as_of,
        known=f"As known on {day_label(edition.as_of)}" if edition.as_of else "As known from all documents given",
        yardstick=edition.yardstick,
        published=edition.status is EditionStatus.PUBLISHED,
        version=edition.version,
        warnings=tuple(
            f"“{text}” – {'; '.join(fault.text for fault in check.faults)}."
            for text, check in fallen
            if check.standing is Standing.FALLS
        ),
        blocks=blocks,
        claims=tuple(
            claim_view(claims[one], numbers, whole, labels, places)
            for one in cited
            if claims[one].document_id in places
        ),
        documents=tuple(document_view(one, places[one.id], labels, whole) for one in pages),
    )
