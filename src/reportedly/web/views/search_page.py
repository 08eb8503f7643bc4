"""The search page: what was found, with what it can be narrowed, and where each thing leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any
from urllib.parse import urlencode

from reportedly.model.card import CardPage, CardSort
from reportedly.model.claim import Claim, Kind, Measure, SourceClass
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.search import DocumentSort, Facet, FacetCounts, Hit, HitPage, PaperLine, PaperPage, SavedView
from reportedly.publish.labels import days_label, quantity_label
from reportedly.web.views.dossier_lines import KINDS, EventLine, line_of
from reportedly.web.views.explained import DIGITS, LETTERS
from reportedly.web.views.search_query import SIZE, Among, Asked
from reportedly.web.views.search_words import Part, marked, passage

_OWN_VOICE = "in the page's own voice"
_TABS = {Among.CLAIMS: "Claims", Among.EVENTS: "Events", Among.DOCUMENTS: "Documents"}
_FIELDS = {
    "source": "Source",
    "source_class": "Sort of source",
    "measure": "What is counted",
    "side": "Side",
    "place": "Place",
    "first": "From",
    "last": "To",
    "letter": "Source grade",
    "digit": "Information grade",
    "kind": "Kind",
    "outlet": "Outlet",
}
"""Names of the fields that narrow a search, in the order of the form."""
_EVENT_SORTS = {
    CardSort.NEWEST.value: "newest page first",
    CardSort.FIRST_DAY.value: "earliest day first",
    CardSort.ORIGINS.value: "most origins first",
}
"""Orders of events beside the one by interest."""
_DOCUMENT_SORTS = {
    DocumentSort.NEWEST.value: "newest first",
    DocumentSort.OLDEST.value: "oldest first",
    DocumentSort.CLAIMS.value: "most claims first",
    DocumentSort.OUTLET.value: "by outlet",
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the sorts of things that are searched."""

    name: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that the search is narrowed to, and the same search without it."""

    name: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, and the search narrowed to it."""

    value: str
    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """With what can be narrowed: the commonest values."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class HitView:
    """A claim that was found."""

    claim_id: str
    quote: tuple[Part, ...]
    chain: str
    """Who relays whom, in words."""
    figures: tuple[str, ...]
    when: str
    """When it happened, in words; empty where the text gives no day."""
    denied: bool
    outlet: str
    title: str
    day: date | None
    document_address: str
    """The claim's place in its document."""
    event_label: str
    event_address: str
    """Empty where it is in no event."""
    grade: str


@dataclass(frozen=True, slots=True)
class PaperView:
    """A document that was found, with the passage around the first found word."""

    paper: PaperLine
    passage: tuple[Part, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form's fields can be set to: values with their words."""

    classes: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]
    letters: tuple[tuple[str, str], ...]
    digits: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows."""

    asked: Asked
    choices: Choices
    tabs: tuple[Tab, ...]
    chips: tuple[Chip, ...]
    total: int
    """Things that fit, on all pages."""
    size: int
    ranked: bool
    """Whether words decide the order; if not, more claims fit than can be told apart by words."""
    hits: tuple[HitView, ...]
    lines: tuple[EventLine, ...]
    papers: tuple[PaperView, ...]
    facets: tuple[FacetView, ...]
    saved: tuple[SavedView, ...]
    address: str
    """This search, to be kept or shared."""
    table: str
    """Where the found claims can be had as CSV; empty for anything else."""
    all_address: str
    """The same words without anything that narrows."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to; of the three pages the one that was asked for is there."""

    claims: HitPage | None = None
    events: CardPage | None = None
    documents: PaperPage | None = None
    facets: tuple[FacetCounts, ...] = ()
    texts: Mapping[str, str] | None = None
    """Texts of the documents on the page, by id."""


def search_view(asked: Asked, found: Found, saved: Sequence[SavedView]) -> SearchView:
    """Return the page of a search.

    Args:
        asked: what was asked.
        found: what the search came to.
        saved: searches that people keep.
    """
    page = found.claims or found.events or found.documents
    texts = found.texts or {}
    address = search_address(asked)
    return SearchView(
        asked=asked,
        choices=_choices(asked.among),
        tabs=tuple(_tab(asked, among, name) for among, name in _TABS.items()),
        chips=tuple(_chips(asked)),
        total=page.total if page else 0,
        size=SIZE,
        ranked=found.claims.ranked if found.claims else True,
        hits=tuple(hit_view(hit, asked.q) for hit in found.claims.hits) if found.claims else (),
        lines=tuple(line_of(card) for card in found.events.cards) if found.events else (),
        papers=tuple(_paper(one, texts, asked.q) for one in found.documents.papers) if found.documents else (),
        facets=tuple(_facet(asked, one) for one in found.facets),
        saved=tuple(saved),
        address=address,
        table=address.replace("/search", "/search.csv", 1) if asked.among is Among.CLAIMS else "",
        all_address=search_address(Asked(q=asked.q, among=asked.among)),
    )


def search_address(asked: Asked) -> str:
    """Return the address of a search; equal searches have equal addresses."""
    plain = Asked()
    told = [(one.name, getattr(asked, one.name)) for one in fields(asked)]
    kept = [(name, _text(value)) for name, value in told if value != getattr(plain, name)]
    return f"/search?{urlencode(kept)}" if kept else "/search"


def hit_view(hit: Hit, words: str) -> HitView:
    """Return a found claim as the page shows it."""
    claim = hit.claim
    return HitView(
        claim_id=claim.id,
        quote=marked(" ".join(claim.quote.split()), words),
        chain=chain_of(claim),
        figures=tuple(quantity_label(one) for one in claim.quantities),
        when=days_label(claim.when),
        denied=claim.polarity == "denied",
        outlet=hit.outlet,
        title=hit.title,
        day=hit.day,
        document_address=f"/document/{hit.document_id}?claim={claim.id}#{claim.id}",
        event_label=hit.event_label,
        event_address=f"/event/{hit.event_id}" if hit.event_id else "",
        grade=hit.grade,
    )


def chain_of(claim: Claim) -> str:
    """Return whose word a claim is and through whom it came, in words."""
    names = [link.name for link in claim.chain]
    if not names:
        return _OWN_VOICE
    through = ", through ".join(reversed(names[:-1]))
    return f"{names[-1]}, through {through}" if through else names[-1]


def _choices(among: Among) -> Choices:
    kinds: dict[Among, Iterable[tuple[str, str]]] = {
        Among.CLAIMS: ((str(one), str(one)) for one in Kind),
        Among.EVENTS: ((str(one), name.lower()) for one, name in KINDS.items()),
    }
    sorts: dict[Among, Mapping[str, str]] = {Among.EVENTS: _EVENT_SORTS, Among.DOCUMENTS: _DOCUMENT_SORTS}
    return Choices(
        classes=tuple((str(one), str(one)) for one in SourceClass),
        measures=tuple((str(one), str(one)) for one in Measure),
        letters=tuple((str(one), _label("letter", str(one))) for one in SourceLetter),
        digits=tuple((str(int(one)), _label("digit", str(int(one)))) for one in InformationDigit),
        kinds=tuple(kinds.get(among, ())),
        sorts=tuple(sorts.get(among, {}).items()),
    )


def _tab(asked: Asked, among: Among, name: str) -> Tab:
    other = replace(asked, among=among, kind="", sort="", outlet="", page=1)
    return Tab(name, search_address(other), asked.among is among)


def _chips(asked: Asked) -> list[Chip]:
    plain = Asked()
    chips = []
    for field, name in _FIELDS.items():
        value = getattr(asked, field)
        if value != getattr(plain, field):
            gone: dict[str, Any] = {field: getattr(plain, field)}
            without = search_address(replace(asked, **gone, page=1))
            chips.append(Chip(name, _label(field, _text(value)), without))
    return chips


def _facet(asked: Asked, counts: FacetCounts) -> FacetView:
    field = counts.facet.value
    now = _text(getattr(asked, field) or "")
    choices = []
    for one in counts.values:
        chosen = one.value == now
        other: dict[str, Any] = {field: getattr(Asked(), field) if chosen else _value(counts.facet, one.value)}
        choices.append(
            Choice(
                one.value, _label(field, one.value), one.count, search_address(replace(asked, **other, page=1)), chosen
            )
        )
    return FacetView(_FIELDS[field], tuple(choices))


def _value(facet: Facet, value: str) -> Any:
    return InformationDigit(int(value)) if facet is Facet.DIGIT else value


def _label(field: str, value: str) -> str:
    if field == Facet.LETTER:
        return f"{value}: {LETTERS[SourceLetter(value)].partition(':')[0]}"
    if field == Facet.DIGIT:
        return f"{value}: {DIGITS[InformationDigit(int(value))]}"
    return value


def _text(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def _paper(paper: PaperLine, texts: Mapping[str, str], words: str) -> PaperView:
    return PaperView(paper, passage(texts.get(paper.id, ""), words), f"/document/{paper.id}")
