"""Read every count of a document, stated or not: what it counts, of whom, over what time, whose word it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.claims.content import Content, read_content
from reportedly.claims.days import times_of
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.figures import Figure, read_figures
from reportedly.claims.figures_evidence import NOTHING
from reportedly.claims.figures_sides import side_of
from reportedly.claims.linear import LinearModel, load_model
from reportedly.claims.parse import Parse
from reportedly.claims.victims import Victim, find_victims, victim_features
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Link, Measure, Quantity
from reportedly.model.count import Count, Period, Victims
from reportedly.model.span import Span

Speakers = Callable[[Span], tuple[Link, ...]]
"""Says who stands behind the words of a span, outermost first."""
_AROUND = 8


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
    counts: list[Count] = []
    seen: list[str] = []
    for found in _found(parse):
        counts.append(_count(found, seen, speakers, registry))
        seen.append(found.quantity.measure.value)
    return tuple(counts)


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


def _count(found: _Found, seen: Sequence[str], speakers: Speakers, registry: ActorRegistry) -> Count:
    features = facet_features(found.content, found.span, found.quantity.measure.value, seen)
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


def facet_features(content: Content, span: Span, measure: str, seen: Sequence[str]) -> tuple[str, ...]:
    """Return what speaks for the time that a count covers, its victims and its place in the story.

    Args:
        content: the sentence it stands in.
        span: its words.
        measure: what it counts.
        seen: measures of the counts before it in the document.
    """
    tokens = list(content.sentence.tokens)
    own = {token.i for token in content.tokens_at(span)}
    places = [number for number, token in enumerate(tokens) if token.i in own]
    low, high = (places[0], places[-1]) if places else (0, 0)
    verb = content.root
    paragraph = min(content.sentence.paragraph, 6)
    names = [
        "bias",
        f"measure {measure}",
        f"own {' '.join(token.lower_ for token in tokens[low : high + 1] if token.is_alpha)[:40]}",
        f"article {tokens[low].lower_ if tokens else ''}",
        f"article {tokens[low].lower_ if tokens else ''} {measure}",
        f"paragraph {paragraph}",
        f"paragraph {paragraph} {measure}",
        f"sentence {min(content.sentence.index, 12)}",
        f"counted before {min(sum(one == measure for one in seen), 3)} {measure}",
        f"any before {min(len(seen), 4)}",
        f"tense {content.tense}",
        f"tense {content.tense} {measure}",
        f"verb {verb.lemma_.lower() if verb is not None else ''}",
        *(f"word {token.lemma_.lower()}" for token in tokens if not token.is_punct),
        *(f"left {token.lower_}" for token in tokens[max(0, low - 4) : low]),
        *(f"right {token.lower_}" for token in tokens[high + 1 : high + 1 + _AROUND]),
        *(f"next {_pair(tokens, place)}" for place in range(low, min(high + 4, len(tokens) - 1))),
        *(f"own word {token.lemma_.lower()}" for token in tokens[low : high + 3]),
    ]
    return tuple(dict.fromkeys(names))


def _pair(tokens: Sequence[Any], place: int) -> str:
    return f"{tokens[place].lower_} {tokens[place + 1].lower_}"
