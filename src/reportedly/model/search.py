"""Searches: which claims and documents are wanted, and what was found, counted by what it can be narrowed with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Claim, Kind, Measure, SourceClass
from reportedly.model.document import Document
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.ids import identifier


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims are wanted; what is empty or None asks for nothing.

    Words are ranked by how well they fit (BM25), unless so many claims hold them that the rank would tell nothing; then
    those recorded last come first. Without words the newest pages come first.
    """

    text: str = ""
    """Words of which every one stands in the claim; ``"in quotes"`` a phrase, ``word*`` a beginning."""
    source: str = ""
    """Name of the origin; part of a name where no origin has it in full."""
    source_class: SourceClass | None = None
    measure: Measure | None = None
    side: str = ""
    """Side of the origin, in full."""
    place: str = ""
    """Name of a place; part of a name where no place has it in full."""
    first: date | None = None
    """Published on this day or later."""
    last: date | None = None
    """Published on this day or earlier."""
    letter: SourceLetter | None = None
    """Source letter of the claim's event."""
    digit: InformationDigit | None = None
    """Information digit of the claim's event."""
    kind: Kind | None = None
    page: int = 1
    """From 1."""
    size: int = 25


class DocumentSort(StrEnum):
    """By what documents are ordered; where that is equal, by day and id."""

    NEWEST = "newest"
    """The newest first; documents without a day last."""
    OLDEST = "oldest"
    """The oldest first; documents without a day last."""
    CLAIMS = "claims"
    """Most claims first."""
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents are wanted; what is empty or None asks for nothing."""

    text: str = ""
    """Words of which every one stands in title or text; ranked by how well they fit where no order is asked for."""
    outlet: str = ""
    """Name of the outlet; part of a name where none has it in full."""
    first: date | None = None
    last: date | None = None
    sort: DocumentSort | None = None
    """None = by fit where there are words, else the newest first."""
    lossy: bool = False
    """Only documents of which something did not reach the text."""
    page: int = 1
    """From 1."""
    size: int = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that was found, with what is needed to go on from it."""

    claim: Claim
    document_id: str
    outlet: str
    """Name of the page for people: its outlet, or else its key."""
    title: str
    day: date | None
    """Day of publication."""
    event_id: str
    """Empty where it is in no event yet."""
    event_label: str
    grade: str
    """Grade of its event, such as ``B3``; empty where it is in none."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One document of a list, without its text."""

    id: str
    key: str
    title: str
    outlet: str
    day: date | None
    claims: int
    """Claims that stand in it."""
    losses: int
    """Losses on the way from the bytes to its text."""
    characters: int
    """Length of its text."""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page of documents."""

    papers: tuple[PaperLine, ...]
    total: int
    """Documents that fit, on all pages."""
    page: int
    size: int


class Facet(StrEnum):
    """By what found things can be narrowed; the name is that of the field of the query."""

    SIDE = "side"
    MEASURE = "measure"
    SOURCE_CLASS = "source_class"
    LETTER = "letter"
    DIGIT = "digit"
    KIND = "kind"
    PLACE = "place"
    SOURCE = "source"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the found things have one value."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The commonest values of one facet among the found things, the most frequent first, then by name."""

    facet: Facet
    values: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class HitPage:
    """One page of claims that were found."""

    hits: tuple[Hit, ...]
    total: int
    """Claims that fit, on all pages."""
    page: int
    size: int
    facets: tuple[FacetCounts, ...] = ()
    """With what they can be narrowed; by source and place only where ``ranked``."""
    ranked: bool = True
    """Whether they are few enough to be ranked by words; if not, those recorded last come first."""


def page_of_document(document: Document) -> str:
    """Return the name under which lists speak of a document's page: its outlet, or else its key."""
    return document.outlet or document.key


@dataclass(frozen=True, slots=True)
class SavedView:
    """A search that somebody keeps under a name; its address is the whole search."""

    id: str
    name: str
    address: str
    """Path and query of a page of the workbench."""
    author: str

    @staticmethod
    def identify(name: str, author: str) -> str:
        """Return the id of an author's view of this name."""
        return identifier("sav", name, author)
