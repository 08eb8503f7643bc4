"""Make claims of a model's records: what does not stand in the document word for word is dropped, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from reportedly.backend.ground import nearest, occurrences, paragraph_of, trimmed
from reportedly.backend.records import (
    ClaimRecord,
    FigureRecord,
    HedgeRecord,
    LinkRecord,
    TimeRecord,
    quote_of,
    record_of,
)
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Claim, Ground, Link, Place, Quantity
from reportedly.model.coding import Dropped, DropReason
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.span import Span

Numbers = Callable[[str], frozenset[int]]
"""Reads the numbers that words state, digits or number words."""
LONGEST = 800
"""Code points beyond which a quote is no single claim."""
SHOWN = 200
REPORTS = "reports"
"""The source of ``reportedly``, by the codebook."""
INTERVALS = frozenset(
    {(0.95, 0.99), (0.8, 0.95), (0.55, 0.8), (0.45, 0.65), (0.2, 0.55), (0.2, 0.45), (0.05, 0.2), (0.01, 0.05)}
)
"""The intervals of the codebook's probability words."""
QUALIFIERS = frozenset({"about", "at least", "more than", "up to", "fewer than"})


class _Drop(Exception):
    """Ends the making of one claim."""

    def __init__(self, reason: DropReason, words: str) -> None:
        super().__init__(reason)
        self.dropped = Dropped(reason, words[:SHOWN])


def _drop(reason: DropReason, words: str | None) -> NoReturn:
    raise _Drop(reason, words or "")


@dataclass
class ClaimBuilder:
    """Collects the claims of one document, passage by passage."""

    document: Document
    coder: str
    numbers: Numbers
    claims: dict[Span, Claim] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)

    def take(self, values: Iterable[object], passage: Span) -> None:
        """Make claims of the records of one passage, in the order in which they were given.

        Args:
            values: the records, unchecked.
            passage: the part of the text that was shown; a quote is looked for nowhere else.
        """
        before = frozenset(self.claims)
        after = passage.start
        for value in values:
            try:
                span = self._claim(value, passage, before, after)
            except _Drop as drop:
                self.dropped.append(drop.dropped)
            else:
                after = span.start if span else after

    def in_order(self) -> tuple[Claim, ...]:
        """Return the claims in the order of the text."""
        return tuple(self.claims[span] for span in sorted(self.claims))

    def _claim(self, value: object, passage: Span, before: frozenset[Span], after: int) -> Span | None:
        """Keep one claim and return its place; None where a passage before, which overlaps, has given it already."""
        record = record_of(value)
        if record is None:
            _drop(DropReason.FORM, quote_of(value))
        places = self._places(record.quote, passage)
        if all(place in before for place in places):
            return None
        span = self._chosen(record.quote, places, after)
        self.claims[span] = self._built(record, span)
        return span

    def _places(self, quote: str, passage: Span) -> tuple[Span, ...]:
        words = trimmed(quote)
        if len(words) > LONGEST:
            _drop(DropReason.TOO_LONG, quote)
        found = tuple(occurrences(self.document.text, words, passage))
        if not words or (len(found) > 1 and len(words.split()) == 1):
            _drop(DropReason.TOO_SHORT, quote)
        return found or _drop(DropReason.NOT_FOUND, quote)

    def _chosen(self, quote: str, places: Sequence[Span], after: int) -> Span:
        """Return the one place, or the next that is free where the same words stand at several."""
        free = [place for place in places if place not in self.claims]
        if len(places) == 1:
            return free[0] if free else _drop(DropReason.REPEATED, quote)
        chosen = next((place for place in free if place.start >= after), None)
        return chosen or _drop(DropReason.AMBIGUOUS, quote)

    def _built(self, record: ClaimRecord, span: Span) -> Claim:
        grounds = [Ground("span", self.coder, (span,)), Ground("kind", self.coder, (span,))]
        return Claim(
            id=Claim.identify(self.document.id, span),
            document_id=self.document.id,
            span=span,
            quote=span.of(self.document.text),
            chain=tuple(self._link(link, span) for link in record.chain),
            kind=record.kind,
            polarity=record.polarity,
            certainty=self._certainty(record.certainty, span),
            when=self._days(record.when, span, grounds),
            where=self._where(record.where, span),
            quantities=tuple(self._quantity(figure, span) for figure in record.quantities),
            basis=record.basis,
            grounds=tuple(grounds),
        )

    def _link(self, link: LinkRecord, span: Span) -> Link:
        text, whole = self.document.text, Span(0, len(self.document.text))
        cue = nearest(text, link.cue, span) if link.cue else None
        if link.cue and cue is None:
            _drop(DropReason.CUE, link.cue)
        if link.mention is None and link.name == REPORTS and cue is not None:
            return Link(REPORTS, None, cue, rule=self.coder)
        mention = nearest(text, link.mention, span) if link.mention else None
        if mention is None:
            _drop(DropReason.SOURCE, link.mention or link.name)
        if next(occurrences(text, link.name, whole), None) is None:
            _drop(DropReason.SOURCE, link.name)
        return Link(link.name, mention, cue, rule=self.coder)

    def _certainty(self, hedge: HedgeRecord | None, span: Span) -> Certainty | None:
        if hedge is None:
            return None
        text = self.document.text
        place = nearest(text, hedge.words, span, paragraph_of(text, span))
        if place is None or (hedge.low, hedge.high) not in INTERVALS:
            _drop(DropReason.HEDGE, hedge.words)
        return Certainty(hedge.low, hedge.high, (place.of(text),), (place,))

    def _days(self, time: TimeRecord | None, span: Span, grounds: list[Ground]) -> Days | None:
        if time is None:
            return None
        place = nearest(self.document.text, time.words, span)
        if place is None or time.last < time.first:
            _drop(DropReason.TIME, time.words)
        grounds.append(Ground("when", self.coder, (place,)))
        return Days(time.first, time.last)

    def _where(self, names: Sequence[str], span: Span) -> tuple[Place, ...]:
        kept = []
        for name in dict.fromkeys(names):
            place = next(occurrences(self.document.text, name, span), None)
            if place is None:
                self.dropped.append(Dropped(DropReason.PLACE, name[:SHOWN]))
            else:
                kept.append(Place(name, place))
        return tuple(kept)

    def _quantity(self, figure: FigureRecord, span: Span) -> Quantity:
        text = self.document.text
        place = next(occurrences(text, figure.words, span), None)
        if place is None or not self._stated(figure):
            _drop(DropReason.FIGURE, figure.words)
        of = nearest(text, figure.of, span) if figure.of else None
        if figure.of and of is None:
            _drop(DropReason.COUNTED, figure.of)
        return Quantity(
            measure=figure.measure,
            of=figure.of or "",
            low=figure.low,
            high=figure.high,
            qualifier=figure.qualifier,
            scope=figure.scope,
            as_of=figure.as_of,
            span=place,
            of_span=of,
        )

    def _stated(self, figure: FigureRecord) -> bool:
        """Say whether a figure's own words state its numbers and its qualifier."""
        bounds = {bound for bound in (figure.low, figure.high) if bound is not None}
        if not bounds or not bounds <= self.numbers(figure.words):
            return False
        if figure.low is not None and figure.high is not None and figure.high < figure.low:
            return False
        qualifier = figure.qualifier
        return qualifier is None or qualifier in QUALIFIERS or qualifier.casefold() in figure.words.casefold()
