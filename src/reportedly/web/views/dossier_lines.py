"""The dossier as its page shows it: what the ledger holds, and the events that were asked for, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.model.card import AlarmMark, CardPage, CardQuery, CardSort, EventCard
from reportedly.model.claim import Measure
from reportedly.model.event import EventKind
from reportedly.model.evidence import Severity
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.search import Facet, FacetCounts, SavedView
from reportedly.pipeline.workbench.holdings import Holdings
from reportedly.publish.labels import count_label, day_label
from reportedly.web.pictures.origin_marks import LEGEND, DrawnOrigin, Standing, draw_marks
from reportedly.web.views.explained import DIGITS, LETTERS

FACETS = (Facet.SIDE, Facet.MEASURE)
"""By what the form offers values to choose from."""
SHOWN = 4
"""Origins drawn at once; the rest is folded away."""
KINDS = {
    EventKind.INCIDENT: "Incident",
    EventKind.TALLY: "Running tally",
    EventKind.STATE: "State of affairs",
    EventKind.QUESTION: "Question about the future",
}
_SORTS = {
    CardSort.INTEREST: "by interest",
    CardSort.NEWEST: "newest page first",
    CardSort.FIRST_DAY: "earliest day first",
    CardSort.ORIGINS: "most origins first",
}


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade with letter and digit apart."""

    letter: str
    letter_means: str
    digit: str
    digit_means: str
    judged: bool
    """Whether both can be judged."""

    @property
    def words(self) -> str:
        """The grade in a line."""
        return f"source {self.letter}: {self.letter_means}; information {self.digit}: {self.digit_means}"


@dataclass(frozen=True, slots=True)
class AlarmsView:
    """The false confirmations of an event: how many, how grave the worst is, and each in words."""

    words: str
    worst: str
    alarms: tuple[AlarmMark, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event as the page lists it."""

    card: EventCard
    kind: str
    when: str
    grade: GradeView
    origins: tuple[DrawnOrigin, ...]
    hidden: tuple[DrawnOrigin, ...]
    """Origins that are folded away."""
    alarms: AlarmsView | None
    tally: str
    """Pages and independent origins in a sentence."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One thing that a list is narrowed to."""

    field: str
    """Name of the value in the address."""
    name: str
    value: str
    """Empty where the name says it all."""


@dataclass(frozen=True, slots=True)
class DossierView:
    """What the page of the dossier shows."""

    holdings: Holdings
    query: CardQuery
    lines: tuple[EventLine, ...]
    total: int
    """Events that fit, on all pages."""
    narrowed: tuple[Narrowing, ...]
    """What the list is narrowed to; empty where all events are asked for."""
    facets: tuple[FacetCounts, ...]
    """What the events that fit can be narrowed with."""
    saved: tuple[SavedView, ...]
    """Lists that people keep under a name."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form of the page lets its reader choose from."""

    legend: tuple[Standing, ...]
    kinds: tuple[tuple[EventKind, str], ...]
    measures: tuple[tuple[Measure, str], ...]
    sides: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[CardSort, str], ...]


def dossier_view(
    holdings: Holdings,
    query: CardQuery,
    page: CardPage,
    facets: tuple[FacetCounts, ...],
    saved: Iterable[SavedView] = (),
) -> DossierView:
    """Return the page of the dossier.

    Args:
        holdings: what the ledger holds.
        query: what was asked for.
        page: the events that fit.
        facets: what they can be narrowed with.
        saved: everything that people keep under a name; only lists of the dossier are shown.
    """
    lines = tuple(line_of(card) for card in page.cards)
    lists = tuple(one for one in saved if one.address.partition("?")[0] == "/")
    return DossierView(holdings, query, lines, page.total, narrowings(query), facets, lists)


def narrowings(query: CardQuery) -> tuple[Narrowing, ...]:
    """Return what a list is narrowed to, in the order of the form."""
    told = (
        ("text", "Words", query.text),
        ("kind", "Kind", KINDS[query.kind].lower() if query.kind else ""),
        ("side", "Side", query.side),
        ("measure", "Measure", str(query.measure or "")),
        ("place", "Place", query.place),
        ("source", "Origin", query.source),
        ("source_class", "Sort of source", str(query.source_class or "")),
        ("letter", "Source graded", str(query.letter or "")),
        ("digit", "Information graded", str(query.digit.value) if query.digit else ""),
        ("first", "From", day_label(query.first) if query.first else ""),
        ("last", "To", day_label(query.last) if query.last else ""),
    )
    named = tuple(Narrowing(field, name, value) for field, name, value in told if value)
    contested = (Narrowing("contested", "Contested", ""),) if query.contested else ()
    alarms = (Narrowing("alarms", "False confirmations", ""),) if query.alarms else ()
    return (*named, *contested, *alarms)


def choices_of(view: DossierView) -> Choices:
    """Return what the form lets its reader choose from: what the events have, with counts, and what is chosen."""
    found = {facet.facet: {one.value: one.count for one in facet.values} for facet in view.facets}
    sides, measures = found.get(Facet.SIDE, {}), found.get(Facet.MEASURE, {})
    named = [side for side in (*sides, view.query.side) if side]
    held = [one for one in Measure if str(one) in measures or one is view.query.measure or not measures]
    return Choices(
        LEGEND,
        tuple(KINDS.items()),
        tuple((one, _counted(str(one), measures)) for one in held),
        tuple((side, _counted(side, sides)) for side in dict.fromkeys(named)),
        tuple(_SORTS.items()),
    )


def _counted(name: str, counts: Mapping[str, int]) -> str:
    return f"{name} ({counts[name]:,})" if name in counts else name


def line_of(card: EventCard) -> EventLine:
    """Return one event as the page lists it."""
    drawn = draw_marks(card.origins)
    shown = SHOWN if len(drawn) > SHOWN + 1 else len(drawn)
    return EventLine(
        card,
        KINDS[card.kind],
        _when(card.first, card.last),
        grade_view(card.grade),
        drawn[:shown],
        drawn[shown:],
        _alarms(card.alarms),
        f"{count_label(card.pages, 'page')}, {count_label(card.independent, 'independent origin')}",
    )


def grade_view(code: str) -> GradeView:
    """Return a grade such as ``B3`` with its letter and digit apart and what they mean."""
    letter, digit = SourceLetter(code[:1]), InformationDigit(int(code[1:]))
    return GradeView(str(letter), LETTERS[letter], str(digit.value), DIGITS[digit], letter.judged and digit.judged)


def _when(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return day_label(first) if first == last else f"{day_label(first)} to {day_label(last)}"


def _alarms(alarms: tuple[AlarmMark, ...]) -> AlarmsView | None:
    if not alarms:
        return None
    worst = max((Severity(one.severity) for one in alarms), key=list(Severity).index)
    words = f"{count_label(len(alarms), 'false confirmation')}, {'' if len(alarms) == 1 else 'the worst '}{worst}"
    return AlarmsView(words, str(worst), alarms)
