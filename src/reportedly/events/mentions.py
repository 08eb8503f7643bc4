"""Group mentions of events by the event that they speak of, within and across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy

from reportedly.events.clustering import Clusters, Pair
from reportedly.events.mentions_features import Column, Mentions, Numbers, features_of
from reportedly.events.mentions_neighbours import neighbour_features
from reportedly.events.mentions_reasons import reasons_for
from reportedly.events.mentions_stories import likenesses, stories
from reportedly.events.mentions_trees import PairJudge, load_judge
from reportedly.model.mention import EventMention, MentionGroups, MentionLink, Rarity, WordCounts

_AT_ONCE = 100_000
"""Pairs that are judged at once."""
_LEAST = 0.01
"""Probability below which a pair counts as 0."""


def group_mentions(
    mentions: Iterable[EventMention], documents: Iterable[WordCounts], judge: PairJudge | None = None
) -> MentionGroups:
    """Group mentions by event; the order of mentions and documents does not matter.

    Documents are grouped into topics by their words. Within a topic each pair of mentions is judged by itself and then
    by the company it keeps, and mentions are joined average link first.

    Args:
        mentions: the mentions, with ids that differ.
        documents: the words of all documents that the mentions stand in; others may be among them.
        judge: the judge of pairs; None = the packaged one.
    """
    used = judge or load_judge()
    table, topic = lay_out(mentions, documents, used)
    groups: list[tuple[str, ...]] = []
    links: list[MentionLink] = []
    for numbers in topic:
        scores = _scores(table, numbers, used)
        clusters = Clusters(len(numbers), {pair: one for pair, one in scores.items() if one >= _LEAST})
        clusters.grow(used.joined)
        for members in clusters.result():
            groups.append(tuple(table.mentions[numbers[member]].id for member in members))
            links.extend(_links(table, numbers, members, scores))
    return MentionGroups(tuple(sorted(groups)), tuple(sorted(links, key=lambda link: (link.left, link.right))))


def lay_out(
    mentions: Iterable[EventMention], documents: Iterable[WordCounts], judge: PairJudge
) -> tuple[Mentions, list[list[int]]]:
    """Return mentions in an order of their own with what their documents tell, and their numbers by topic."""
    counted = sorted(documents, key=lambda one: one.document)
    number = {one.document: place for place, one in enumerate(counted)}
    ordered = sorted(mentions, key=lambda one: (one.document, one.sentence, one.place, one.id))
    rarity = Rarity.of(counted)
    alike = likenesses(counted)
    story, topic = stories(alike.whole, judge.story), stories(alike.whole, judge.topic)
    document = numpy.array([number[one.document] for one in ordered], dtype=numpy.int64)
    table = Mentions(ordered, rarity, document, numpy.array([story[one] for one in document], dtype=numpy.int64), alike)
    by_topic: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(document):
        by_topic[topic[one]].append(place)
    return table, [by_topic[one] for one in sorted(by_topic)]


def pairs_of(numbers: Sequence[int]) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield all pairs of numbers in pieces that fit into memory, the lower place first."""
    left, right = numpy.triu_indices(len(numbers), 1)
    own = numpy.array(numbers, dtype=numpy.int64)
    for start in range(0, len(left), _AT_ONCE):
        yield own[left[start : start + _AT_ONCE]], own[right[start : start + _AT_ONCE]]


def company_of(table: Mentions, numbers: Sequence[int], first: Column) -> dict[str, Column]:
    """Return what the other mentions of a topic tell of each pair, in the order of ``pairs_of``.

    Args:
        table: all mentions.
        numbers: those of the topic.
        first: the first judgement of each pair.
    """
    cells = numpy.triu_indices(len(numbers), 1)
    scores = numpy.zeros((len(numbers), len(numbers)))
    scores[cells] = first
    own = numpy.array(numbers, dtype=numpy.int64)
    features = neighbour_features(scores + scores.T, table.document[own], table.sentence[own])
    return {name: square[cells] for name, square in features.items()}


def judged(table: Mentions, numbers: Sequence[int], judge: PairJudge) -> Column:
    """Return the probability of each pair of a topic's mentions, in the order of ``pairs_of``."""
    pieces = [judge.pair.probabilities(features_of(table, left, right)) for left, right in pairs_of(numbers)]
    first = numpy.concatenate(pieces) if pieces else numpy.zeros(0)
    if not len(first):
        return first
    whole: Column = (first + judge.company.probabilities(company_of(table, numbers, first))) / 2
    return whole


def _scores(table: Mentions, numbers: Sequence[int], judge: PairJudge) -> dict[Pair, float]:
    found = judged(table, numbers, judge).tolist()
    return dict(zip(combinations(range(len(numbers)), 2), found, strict=True))


def _links(
    table: Mentions, numbers: Sequence[int], members: Sequence[int], scores: dict[Pair, float]
) -> Iterator[MentionLink]:
    """Yield the likeliest link of each member to an earlier one."""
    for place, member in enumerate(members[1:], 1):
        other = max(members[:place], key=lambda one: (scores[one, member], -one))
        left, right = numbers[other], numbers[member]
        features = features_of(table, numpy.array([left]), numpy.array([right]))
        known = {name: float(values[0]) for name, values in features.items()}
        pair = table.mentions[left], table.mentions[right]
        yield MentionLink(pair[0].id, pair[1].id, scores[other, member], reasons_for(*pair, known))
