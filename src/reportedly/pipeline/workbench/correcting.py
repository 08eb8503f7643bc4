"""Build a claim from what a person says of its fields, and refuse one that its document does not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from reportedly.claims.hedges import TABLE_NAME, hedge_of
from reportedly.claims.source_class import by_table
from reportedly.model.cause import Causation
from reportedly.model.certainty import Certainty
from reportedly.model.claim import (
    Basis,
    Claim,
    FigureRelation,
    Ground,
    Kind,
    Link,
    Measure,
    Place,
    Polarity,
    Quantity,
    Scope,
    SourceClass,
)
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.errors import SettingsError
from reportedly.model.forecast import Forecast, Horizon, HorizonBasis
from reportedly.model.span import Span

PERSON = "person"
"""The rule of what a person set: the finder of a link, the ground of a field."""


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain as a person gives it."""

    name: str
    span: Span | None = None
    """The words that name it, where the text does."""
    cue: Span | None = None
    said: Days | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """How surely a claim is put, as a person gives it."""

    words: Span
    low: float | None = None
    """Lower end; None = as the words are usually read."""
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as a person gives it."""

    measure: Measure
    of: str
    low: int | None
    high: int | None
    qualifier: str | None = None
    scope: Scope | None = None
    as_of: date | None = None
    span: Span | None = None
    """The words of the figure."""
    of_span: Span | None = None


class Fields(TypedDict, total=False):
    """What a person says of a claim; a field that is not there stays as it was."""

    span: Span
    chain: Sequence[Source]
    kind: Kind
    polarity: Polarity
    hedge: Hedge | None
    figures: Sequence[Figure]
    days: Days | None
    places: Sequence[Span]
    basis: Basis | None


_FIELDS = {
    "span": "span",
    "chain": "chain",
    "kind": "kind",
    "polarity": "polarity",
    "hedge": "certainty",
    "figures": "quantities",
    "days": "when",
    "places": "where",
    "basis": "basis",
}
"""Field of a form -> field of the claim."""


def corrected(claim: Claim, document: Document, **fields: Unpack[Fields]) -> Claim:
    """Return a claim with some fields as a person says; it keeps its id, and grounds tell that a person set them.

    What rests on words that no longer lie in the claim goes: causes, the condition of a forecast, places and figures
    that were not given anew.

    Args:
        claim: the claim as it counts.
        document: the document that it stands in.
        fields: the fields that the person sets.

    Raises:
        SettingsError: E290 where the document does not bear the claim out.
    """
    made = _moved(claim, document, fields["span"]) if "span" in fields else claim
    if "chain" in fields:
        made = replace(made, chain=tuple(_link(one, claim.chain) for one in fields["chain"]))
    if "hedge" in fields:
        made = replace(made, certainty=_certainty(fields["hedge"], document))
    if "figures" in fields:
        made = replace(made, quantities=tuple(_quantity(one, claim.quantities) for one in fields["figures"]))
    if "places" in fields:
        made = replace(made, where=tuple(_place(span, document, claim.where) for span in fields["places"]))
    made = replace(
        made,
        polarity=fields.get("polarity", made.polarity),
        when=fields.get("days", made.when),
        basis=fields.get("basis", made.basis),
    )
    made = _of_kind(made, fields.get("kind", made.kind), fields)
    named = [column for field, column in _FIELDS.items() if field in fields]
    made = replace(made, grounds=_grounds(made, named), figure_relations=_relations(made, claim))
    refuse_unborne(made, document)
    return made


def added(document: Document, **fields: Unpack[Fields]) -> Claim:
    """Return a claim that a person found in a document.

    Raises:
        SettingsError: E290 where the document does not bear it out, or no span is given.
    """
    span = fields.get("span")
    if span is None:
        raise _unborne("it has no words", document.id)
    span = _trimmed(span, document.text)
    bare = Claim(Claim.identify(document.id, span), document.id, span, span.of(document.text))
    return corrected(bare, document, **fields)


def refuse_unborne(claim: Claim, document: Document) -> None:
    """Refuse a claim that does not quote its document, or whose fields are at odds with each other.

    Raises:
        SettingsError: E290 with the first thing that is wrong.
    """
    fault = next(faults_of(claim, document), None)
    if fault is not None:
        raise _unborne(fault, claim.id)


def faults_of(claim: Claim, document: Document) -> Iterator[str]:
    """Yield what keeps a claim from standing in a document, in words."""
    text = document.text
    if claim.document_id != document.id:
        yield "it is of another document"
    if not claim.span.of(text).strip():
        yield "its span holds no words of the document"
    if claim.quote != claim.span.of(text):
        yield "its quote is not what stands at its span"
    if any(span.end > len(text) for span in spans_of(claim)):
        yield "a span ends behind the document's text"
    if any(not link.name.strip() for link in claim.chain):
        yield "a source has no name"
    if any(place.name != place.span.of(text) for place in claim.where):
        yield "a place is not what stands at its span"
    for quantity in claim.quantities:
        yield from _figure_faults(quantity)
    sure = claim.certainty
    if sure is not None and not 0 <= sure.low <= sure.high <= 1:
        yield "a probability runs from 0 to 1, the lower end first"
    if claim.forecast is not None and claim.kind is not Kind.FORECAST:
        yield "only a forecast predicts"


def spans_of(claim: Claim) -> Iterator[Span]:
    """Yield every place of the text that a claim points at."""
    held: list[Span | None] = [place.span for place in claim.where]
    held += [one.span for one in claim.quantities] + [link.span for link in claim.chain]
    held += [link.cue for link in claim.chain] + [one.of_span for one in claim.quantities]
    held += [span for ground in claim.grounds for span in ground.spans]
    held += [span for one in claim.causes for span in (one.cause, one.effect, one.connective)]
    if claim.certainty is not None:
        held += claim.certainty.spans
    if claim.forecast is not None:
        held += (claim.forecast.condition, claim.forecast.horizon.words, *claim.forecast.words)
    yield claim.span
    yield from (span for span in held if span is not None)


def _figure_faults(quantity: Quantity) -> Iterator[str]:
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        yield "a figure has neither a lower nor an upper bound"
    if min(low or 0, high or 0) < 0:
        yield "a figure is below nought"
    if low is not None and high is not None and low > high:
        yield "a figure's lower bound is above its upper bound"


def _unborne(what: str, where: str) -> SettingsError:
    return SettingsError("E290", f"the document does not bear the claim out: {what}", where, "mend the field")


def _trimmed(span: Span, text: str) -> Span:
    """Return a span without the white space at its ends."""
    if span.end > len(text):
        return span
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _moved(claim: Claim, document: Document, span: Span) -> Claim:
    span = _trimmed(span, document.text)
    forecast = claim.forecast
    if forecast is not None and forecast.condition is not None and not span.covers(forecast.condition):
        forecast = replace(forecast, condition=None)
    return replace(
        claim,
        span=span,
        quote=span.of(document.text),
        where=tuple(place for place in claim.where if span.covers(place.span)),
        quantities=tuple(one for one in claim.quantities if one.span is None or span.covers(one.span)),
        causes=tuple(one for one in claim.causes if _within(one, span)),
        forecast=forecast,
    )


def _within(cause: Causation, span: Span) -> bool:
    return all(span.covers(part) for part in (cause.cause, cause.effect, cause.connective) if part is not None)


def _link(source: Source, before: Sequence[Link]) -> Link:
    same = next((link for link in before if link.name == source.name.strip()), None)
    span, cue, said = source.span, source.cue, source.said
    if same is not None and (same.span, same.cue, same.said) == (span, cue, said):
        return same
    known = same.source_class if same is not None else by_table(source.name, person=False)
    return Link(source.name.strip(), span, cue, said, known or SourceClass.UNKNOWN, PERSON)


def _of_kind(claim: Claim, kind: Kind, fields: Fields) -> Claim:
    causes = () if claim.kind is Kind.CAUSE is not kind else claim.causes
    forecast = claim.forecast
    if kind is not Kind.FORECAST:
        forecast = None
    elif forecast is None or not {"hedge", "days"}.isdisjoint(fields):
        forecast = _forecast(claim, forecast, fields)
    return replace(claim, kind=kind, causes=causes, forecast=forecast)


def _forecast(claim: Claim, before: Forecast | None, fields: Fields) -> Forecast:
    horizon = Horizon(claim.when, HorizonBasis.STATED if claim.when else HorizonBasis.OPEN)
    sure = claim.certainty
    made = Forecast(None, None, "", False, horizon) if before is None else before
    if before is None or "hedge" in fields:
        low, high, table = (sure.low, sure.high, TABLE_NAME) if sure else (None, None, "")
        made = replace(made, low=low, high=high, yardstick=table)
    return replace(made, horizon=horizon) if "days" in fields else made


def _certainty(hedge: Hedge | None, document: Document) -> Certainty | None:
    if hedge is None:
        return None
    words = hedge.words.of(document.text)
    usual = hedge_of(document.text, hedge.words)
    low = hedge.low if hedge.low is not None or usual is None else usual.low
    high = hedge.high if hedge.high is not None or usual is None else usual.high
    if low is None or high is None:
        raise _unborne(f"“{words}” is no known word of probability, so its interval is needed", document.id)
    return Certainty(low, high, (words,), (hedge.words,))


def _quantity(figure: Figure, before: Sequence[Quantity]) -> Quantity:
    same = next((one for one in before if (one.span, one.of) == (figure.span, figure.of)), None)
    of_span = figure.of_span or (same.of_span if same is not None else None)
    return Quantity(
        figure.measure,
        figure.of.strip(),
        figure.low,
        figure.high,
        figure.qualifier or None,
        figure.scope,
        figure.as_of,
        figure.span,
        of_span,
    )


def _place(span: Span, document: Document, before: Sequence[Place]) -> Place:
    same = next((place for place in before if place.span == span), None)
    return same or Place(span.of(document.text), span)


def _relations(claim: Claim, before: Claim) -> tuple[FigureRelation, ...]:
    """Return the relations of those figures that are still what they were."""
    figures = zip(claim.quantities, before.quantities, strict=False)
    same = {at for at, (now, then) in enumerate(figures) if (now.measure, now.turn) == (then.measure, then.turn)}
    return tuple(one for one in claim.figure_relations if one.figure in same)


def _grounds(claim: Claim, columns: Sequence[str]) -> tuple[Ground, ...]:
    kept = tuple(ground for ground in claim.grounds if ground.field not in columns)
    return kept + tuple(Ground(column, PERSON, tuple(_words_of(claim, column))) for column in columns)


def _words_of(claim: Claim, column: str) -> Iterator[Span]:
    """Yield the words that a field rests on, as far as the claim tells them."""
    spans: dict[str, list[Span | None]] = {
        "span": [claim.span],
        "chain": [part for link in claim.chain for part in (link.span, link.cue)],
        "certainty": [*claim.certainty.spans] if claim.certainty else [],
        "quantities": [one.span for one in claim.quantities],
        "where": [place.span for place in claim.where],
    }
    yield from (span for span in spans.get(column, ()) if span is not None)
