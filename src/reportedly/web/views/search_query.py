"""What an address of the search page asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import TypeVar

from reportedly.model.card import CardQuery, CardSort
from reportedly.model.claim import Kind, Measure, SourceClass
from reportedly.model.errors import SettingsError
from reportedly.model.event import EventKind
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.search import ClaimQuery, DocumentQuery, DocumentSort
from reportedly.web.desk import day_in

SIZE = 25
"""Things found that a page lists."""
_LONGEST = 500
"""Characters of one value."""

Chosen = TypeVar("Chosen", bound=Enum)


class Among(StrEnum):
    """Among what is searched."""

    CLAIMS = "claims"
    EVENTS = "events"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that the search page can be asked; what is empty or None asks for nothing."""

    q: str = ""
    """Words of which every one must be there; ``"in quotes"`` a phrase, ``word*`` a beginning."""
    among: Among = Among.CLAIMS
    source: str = ""
    source_class: SourceClass | None = None
    measure: Measure | None = None
    side: str = ""
    place: str = ""
    first: date | None = None
    last: date | None = None
    letter: SourceLetter | None = None
    digit: InformationDigit | None = None
    kind: str = ""
    """A kind of claims or of events, by what is searched."""
    outlet: str = ""
    """Of documents."""
    sort: str = ""
    """An order of events or of documents, by what is searched."""
    page: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether anything at all is asked for."""
        return self != Asked(among=self.among, sort=self.sort, page=self.page)


def asked_in(query: Mapping[str, str]) -> Asked:
    """Return what the query of an address asks for.

    Raises:
        SettingsError: E286 where a value is none that its field knows; E281 where a day is none.
    """
    among = _chosen(Among, query, "among") or Among.CLAIMS
    kinds: dict[Among, type[StrEnum]] = {Among.CLAIMS: Kind, Among.EVENTS: EventKind}
    sorts: dict[Among, type[StrEnum]] = {Among.EVENTS: CardSort, Among.DOCUMENTS: DocumentSort}
    return Asked(
        q=_words(query, "q"),
        among=among,
        source=_words(query, "source"),
        source_class=_chosen(SourceClass, query, "source_class"),
        measure=_chosen(Measure, query, "measure"),
        side=_words(query, "side"),
        place=_words(query, "place"),
        first=day_in(query.get("first", "").strip()),
        last=day_in(query.get("last", "").strip()),
        letter=_chosen(SourceLetter, query, "letter"),
        digit=_chosen(InformationDigit, query, "digit"),
        kind=str(_chosen(kinds[among], query, "kind") or "") if among in kinds else "",
        outlet=_words(query, "outlet") if among is Among.DOCUMENTS else "",
        sort=str(_chosen(sorts[among], query, "sort") or "") if among in sorts else "",
        page=_page(query),
    )


def claim_query(asked: Asked, size: int = SIZE) -> ClaimQuery:
    """Return the search for claims."""
    return ClaimQuery(
        text=asked.q,
        source=asked.source,
        source_class=asked.source_class,
        measure=asked.measure,
        side=asked.side,
        place=asked.place,
        first=asked.first,
        last=asked.last,
        letter=asked.letter,
        digit=asked.digit,
        kind=Kind(asked.kind) if asked.kind else None,
        page=asked.page,
        size=size,
    )


def event_query(asked: Asked) -> CardQuery:
    """Return the search for events."""
    return CardQuery(
        text=asked.q,
        source=asked.source,
        source_class=asked.source_class,
        measure=asked.measure,
        side=asked.side,
        place=asked.place,
        first=asked.first,
        last=asked.last,
        letter=asked.letter,
        digit=asked.digit,
        kind=EventKind(asked.kind) if asked.kind else None,
        sort=CardSort(asked.sort) if asked.sort else CardSort.INTEREST,
        page=asked.page,
        size=SIZE,
    )


def document_query(asked: Asked) -> DocumentQuery:
    """Return the search for documents."""
    sort = DocumentSort(asked.sort) if asked.sort else None
    return DocumentQuery(asked.q, asked.outlet, asked.first, asked.last, sort, page=asked.page, size=SIZE)


def _words(query: Mapping[str, str], name: str) -> str:
    return query.get(name, "").strip()[:_LONGEST]


def _chosen(kind: type[Chosen], query: Mapping[str, str], name: str) -> Chosen | None:
    value = query.get(name, "").strip()
    if not value:
        return None
    for one in kind:
        if str(one.value) == value:
            return one
    known = ", ".join(str(one.value) for one in kind)
    raise SettingsError("E286", f"the search knows no such {name.replace('_', ' ')}", value[:80], f"one of: {known}")


def _page(query: Mapping[str, str]) -> int:
    value = query.get("page", "").strip()
    if not value:
        return 1
    if not value.isascii() or not value.isdecimal() or not int(value[:9]) > 0:
        raise SettingsError("E286", "this is no page of what was found", value[:80], "give a number from 1")
    return int(value[:9])
