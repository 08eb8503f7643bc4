"""Cut a sentence into the smallest assertions that can be true or false on their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.claims.attribution import Attribution
from reportedly.claims.parse import Sentence
from reportedly.claims.splitter import Splitter, candidates
from reportedly.claims.tree import clause_head, trimmed
from reportedly.model.span import Span

_DATELINE = re.compile(r"^[A-Z][A-Z .,'’\-]{2,}[A-Za-z0-9 .,'’\-]{0,30}(?:\([^)]{1,20}\)\s*)?[-–—:]{1,2}\s+")
_MIN_TOKENS = 2


@dataclass(frozen=True)
class Piece:
    """A stretch of a sentence that is one assertion."""

    span: Span
    sentence: Sentence
    head: Any
    """The token that heads it."""
    split_score: float
    """Probability by which it was split off; 1 for main clauses and contents of an attribution."""


def pieces(sentence: Sentence, attributions: Sequence[Attribution], splitter: Splitter) -> list[Piece]:
    """Return the assertions of a sentence in text order.

    Args:
        sentence: the parsed sentence.
        attributions: those found in it; their cues and sources are not part of any assertion's edges.
        splitter: decides which subordinate and coordinate clauses stand alone.
    """
    speaking = _cue_heads(attributions)
    contents = {number for one in attributions for number in one.content_heads}
    scores: dict[int, float] = {token.i: 1.0 for token in sentence.tokens if token.dep_ == "ROOT" or token.i in contents}
    for token in candidates(sentence.tokens):
        probability = splitter.probability(token)
        if probability > 0.5:
            scores.setdefault(token.i, probability)
    outside = _adverbial(attributions, sentence)
    heads = [token for token in sentence.tokens if token.i in scores or token.i in speaking]
    found = []
    for head in heads:
        if head.i in speaking and head.i not in contents:
            continue
        piece = _piece(head, heads, outside, sentence, scores.get(head.i, 1.0))
        if piece is not None:
            found.append(piece)
    return sorted(found, key=lambda piece: (piece.span, piece.head.i))


def _cue_heads(attributions: Sequence[Attribution]) -> set[int]:
    """Tokens that carry a cue and whose own clause is no assertion: only what they introduce is."""
    return {number for one in attributions if one.content_heads for number in one.cue_tokens if one.content_heads}


def _adverbial(attributions: Sequence[Attribution], sentence: Sentence) -> set[int]:
    """Tokens of ``according to X``, ``reportedly``, which are cut off where they stand at an edge."""
    numbers: set[int] = set()
    for one in attributions:
        if one.content_heads:
            continue
        numbers.update(token.i for token in sentence.tokens_in(one.cue))
        for source in one.sources:
            numbers.update(inner.i for inner in source.head.subtree)
    return numbers


def _piece(head: Any, heads: list[Any], outside: set[int], sentence: Sentence, score: float) -> Piece | None:
    below = [other for other in heads if other.i != head.i and head.is_ancestor(other)]
    removed = {inner.i for other in below for inner in other.subtree} | (outside - {head.i})
    own = trimmed([token for token in head.subtree if token.i not in removed])
    own = _without_dateline(own, sentence)
    if len(own) < _MIN_TOKENS and not any(token.like_num for token in own):
        return None
    if head.dep_ == "ROOT" and not clause_head(head):
        return None
    return Piece(sentence.span_of(own), sentence, head, score) if own else None


def _without_dateline(tokens: list[Any], sentence: Sentence) -> list[Any]:
    match = _DATELINE.match(sentence.tokens.text)
    if match is None or not tokens or sentence.span.start != sentence.offset:
        return tokens
    end = sentence.tokens.start_char + match.end()
    return trimmed([token for token in tokens if token.idx >= end])
