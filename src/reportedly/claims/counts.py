"""Read every count of a document, stated or not: what it counts, of whom, over what time, whose word it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.content import Content, read_content
from reportedly.claims.days import times_of
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.figures import Figure, read_figures
from reportedly.claims.figures_evidence import NOTHING
from reportedly.claims.figures_facets import facet_features
from reportedly.claims.figures_sides import side_of
from reportedly.claims.linear import LinearModel, load_model
from reportedly.claims.parse import Parse
from reportedly.claims.register import lead_words, register_features
from reportedly.claims.victims import Victim, find_victims, victim_features
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Link, Measure, Quantity
from reportedly.model.count import Count, Period, Victims
from reportedly.model.span import Span

RECORDED = "recorded"
"""Label of a count that a register of violence against civilians would record."""
Speakers = Callable[[Span], tuple[Link, ...]]
"""Says who stands behind the words of a span, outermost first."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure or a victim before its facets are read."""

    quantity: Quantity
    span: Span
    stated: bool
    score: float
    content: Content


def read_counts(parse: Parse, speakers: Speakers, registry: ActorRegistry) -> tuple[Count, ...]:
    """Return the counts of a document in the order of the text.

    Args:
        parse: the parsed document; headings count as sentences.
        speakers: gives the chain of a span.
        registry: knows which words mark each side of a conflict.
    """
    model = load_model("register")
    return tuple(
        replace(count, recorded=model.probabilities(features)[RECORDED])
        for count, features in counts_with_features(parse, speakers, registry)
    )


def counts_with_features(
    parse: Parse, speakers: Speakers, registry: ActorRegistry
) -> Iterator[tuple[Count, tuple[str, ...]]]:
    """Yield the counts of a document, each with what speaks for its being recorded; see ``read_counts``."""
    seen: list[str] = []
    lead = lead_words(parse.text)
    for found in _found(parse):
        facets = facet_features(found.content, found.span, found.quantity.measure.value, seen)
        count = _count(found, facets, speakers, registry)
        yield count, register_features(count, facets, lead)
        seen.append(found.quantity.measure.value)


def _found(parse: Parse) -> Iterator[_Found]:
    figures: list[Figure] = []
    seen: list[str] = []
    for sentence in parse.sentences:
        content = read_content(ClaimDraft(sentence.span, sentence.index), parse)
        own = read_figures(content, times_of(content, parse.document.day, None), figures)
        figures += own
        found = [_Found(one.quantity, one.quantity.span or content.span, True, one.score, content) for one in own]
        found += _unstated(content, found, seen)
        found.sort(key=lambda one: one.span)
        seen += [one.quantity.measure.value for one in found]
        yield from found


def _unstated(content: Content, stated: Sequence[_Found], seen: Sequence[str]) -> Iterator[_Found]:
    model = load_model("victim")
    taken = [span for one in stated for span in (one.span, one.quantity.of_span) if span is not None]
    for victim in find_victims(content):
        scores = model.probabilities(victim_features(victim, content, seen))
        label = max(model.labels, key=lambda one: (scores[one], one))
        place = content.span_of([victim.token])
        if label != NOTHING and not any(place.overlaps(span) for span in taken):
            yield _Found(_of(victim, Measure(label), content), victim.span, False, scores[label], content)


def _of(victim: Victim, measure: Measure, content: Content) -> Quantity:
    named = [token for token in content.tokens_at(victim.span) if token.pos_ != "DET"]
    span = content.span_of(named) if named else victim.span
    of = " ".join(span.of(content.parse.text).split())
    low, high, qualifier = (2, None, "plural") if victim.plural else (1, 1, None)
    return Quantity(measure, of, low, high, qualifier, span=victim.span, of_span=span)


def _count(found: _Found, features: Sequence[str], speakers: Speakers, registry: ActorRegistry) -> Count:
    labels = {name: _likeliest(load_model(name), features) for name in ("period", "again", "main", "side")}
    chain = speakers(found.span)
    victims = Victims(labels["side"])
    side, ground = side_of(found.quantity, found.content, chain, registry)
    return Count(
        quantity=found.quantity,
        span=found.span,
        stated=found.stated,
        period=Period(labels["period"]),
        victims=victims,
        side=side,
        chain=chain,
        again=labels["again"] == "true",
        main=labels["main"] == "true",
        score=found.score,
        grounds=(ground,) if ground else (),
    )


def _likeliest(model: LinearModel, features: Sequence[str]) -> str:
    scores = model.probabilities(features)
    return max(model.labels, key=lambda one: (scores[one], one))
