"""Read the quantities of a claim: every count that it asserts, with measure, bounds, scope and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.days_find import Bound, TimeWords
from reportedly.claims.figures_measures import measure_of
from reportedly.claims.figures_nouns import counted_by, number_token
from reportedly.claims.figures_numerals import Numeral, find_numerals
from reportedly.claims.figures_uncounted import uncounted
from reportedly.model.claim import Kind, Measure, Quantity, Scope


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity on its way, with the tokens it was read from."""

    quantity: Quantity
    number: Any
    noun: Any | None
    measure_token: Any | None


def read_figures(content: Content, times: Sequence[TimeWords], earlier: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures of a content in order, scope and day still open.

    Args:
        content: the claim's content.
        times: the time expressions of its sentences; numbers inside them count nothing.
        earlier: the figures of the claims before it in the document, last one last.
    """
    if not _may_count(content.lower):
        return ()
    taken = [time.span for time in times]
    found: list[Figure] = []
    for numeral in find_numerals(content.parse.text, content.span):
        if any(numeral.core.overlaps(span) for span in taken):
            continue
        figure = _figure(content, numeral, [*earlier, *found])
        if figure is not None:
            found.append(figure)
    return tuple(_subsets(content, found))


_COUNT_HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"millions?|billions?|dozens?|scores|tens|several|few|couple)\b"
)


def _may_count(lower: str) -> bool:
    return _COUNT_HINT.search(lower) is not None


def _figure(content: Content, numeral: Numeral, earlier: Sequence[Figure]) -> Figure | None:
    counted = counted_by(content, numeral)
    number = number_token(content, numeral)
    if number is None:
        return None
    measure, token = measure_of(content, number, counted.noun)
    if uncounted(content, numeral, counted, number, measure):
        return None
    of_span = counted.span
    of = of_span.of(content.parse.text) if of_span else ""
    if counted.back or (counted.noun is None and token is None):
        before = _antecedent(earlier, content)
        if before is not None:
            of, of_span = before.quantity.of, before.quantity.of_span
            if measure is Measure.OTHER and token is None and not counted.back:
                measure = before.quantity.measure
    elif counted.noun is None:
        before = _antecedent(earlier, content)
        if before is not None and token is not None and token.pos_ == "VERB":
            of, of_span = before.quantity.of, before.quantity.of_span
    quantity = Quantity(
        measure, " ".join(of.split()), numeral.low, numeral.high, numeral.qualifier, span=numeral.span, of_span=of_span
    )
    return Figure(quantity, number, counted.noun, token)


def _antecedent(earlier: Sequence[Figure], content: Content) -> Figure | None:
    """Return the last figure of this sentence or the one before whose noun a bare number may share."""
    for figure in reversed(earlier[-6:]):
        span = figure.quantity.span
        if figure.quantity.of and span is not None and span.start > content.sentence.span.start - 400:
            return figure
    return None


def _subsets(content: Content, found: list[Figure]) -> list[Figure]:
    """Read ``43 of 84 shot down`` and ``all but one of the sixteen died``."""
    done = list(found)
    for index, (first, second) in enumerate(zip(found, found[1:], strict=False)):
        one, other = first.quantity, second.quantity
        if one.span is None or other.span is None:
            continue
        between = content.parse.text[one.span.end : other.span.start].lower()
        if not re.fullmatch(r"\s+(?:out )?of\s+(?:the |its |their |some )?", between):
            continue
        shared = other.of or one.of
        part = Measure.OTHER
        if one.measure is Measure.INTERCEPTED:
            part = Measure.LAUNCHED
        before = content.parse.text[max(content.span.start, one.span.start - 9) : one.span.start].lower()
        if re.search(r"\ball but $", before) and one.low and other.low and one.low == one.high and other.high:
            one = replace(one, low=other.low - one.low, high=other.high - one.low)
        done[index] = Figure(replace(one, of=shared, of_span=other.of_span or one.of_span), first.number, first.noun, first.measure_token)
        done[index + 1] = Figure(replace(other, measure=part), second.number, second.noun, second.measure_token)
    return done


_TOTAL = re.compile(
    r"\b(?:so far|since|as of|total|in all|all told|altogether|overall|cumulative|toll|to date|until now|up from|"
    r"has (?:now )?(?:risen|reached|climbed)|have (?:now )?(?:died|been)|by now|thus far|number of)\b"
)


def settled(
    figures: Sequence[Figure], content: Content, kind: Kind, times: Sequence[TimeWords]
) -> tuple[Quantity, ...]:
    """Return the quantities with scope and day: a total holds as of the day that the content gives.

    Args:
        figures: what ``read_figures`` found.
        content: the claim's content.
        kind: the claim's kind; a tally counts cumulatively unless its words say otherwise.
        times: the time expressions of its sentences.
    """
    as_of = _as_of(content, times)
    scope = _scope(content, kind)
    return tuple(
        replace(figure.quantity, scope=scope, as_of=None if scope is Scope.INCIDENT else as_of) for figure in figures
    )


def _scope(content: Content, kind: Kind) -> Scope | None:
    if kind is Kind.TALLY:
        return Scope.CUMULATIVE
    if kind is Kind.STATEMENT:
        return None
    if kind is Kind.EVENT and _TOTAL.search(content.lower):
        return Scope.CUMULATIVE
    return Scope.INCIDENT


def _as_of(content: Content, times: Sequence[TimeWords]) -> date | None:
    return next(
        (
            time.days.last
            for time in times
            if time.bound in {Bound.AS_OF, Bound.UNTIL} and time.days is not None and content.span.covers(time.span)
        ),
        None,
    )
