"""Cut a sentence into the smallest assertions that can be true or false on their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.claims.attribution import LINEAR, Attribution
from reportedly.claims.parse import Sentence
from reportedly.claims.splitter import Splitter, candidates
from reportedly.claims.tree import clause_head, trimmed
from reportedly.model.span import Span

_MIN_TOKENS = 2
_LINEAR_RULES = frozenset({"beside the verb", "characterises", "model"})
_FRAMING = frozenset({"sums up", "goes through material", "inserted", "tail of the sentence", "bare data"})


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
    scores: dict[int, float] = {
        token.i: 1.0 for token in sentence.tokens if token.dep_ == "ROOT" or token.i in contents
    }
    for token in candidates(sentence.tokens):
        probability = splitter.probability(token)
        if probability > 0.5:
            scores.setdefault(token.i, probability)
    _even_out(sentence, scores)
    outside = _adverbial(attributions, sentence)
    heads = [token for token in sentence.tokens if token.i in scores or token.i in speaking]
    wider = _wider_contents(attributions, sentence)
    found = []
    for head in heads:
        if head.i in speaking:
            continue
        words = wider.get(head.i) or list(head.subtree)
        piece = _piece(head, words, heads, outside, sentence, scores.get(head.i, 1.0))
        if piece is not None:
            found.append(piece)
    for one in attributions:
        if one.content_heads == (LINEAR,) and one.rule in _LINEAR_RULES and not _holds_another(one, attributions):
            piece = _linear_piece(one, heads, outside, sentence)
            if piece is not None:
                found.append(piece)
    return sorted(found, key=lambda piece: (piece.span, piece.head.i))


def _holds_another(one: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether somebody else is made to speak inside the content: then what that one says is the assertion."""
    return one.rule == "model" and any(
        other is not one and content.covers(other.cue) for other in attributions for content in one.contents
    )


def _even_out(sentence: Sentence, scores: dict[int, float]) -> None:
    """Split a participle off with its twin: of ``killing four and injuring nine`` both stand alone or neither."""
    for token in sentence.tokens:
        head = token.head
        if token.i in scores and token.dep_ == "conj" and head.dep_ in {"advcl", "acl"} and head.tag_ == "VBG":
            scores.setdefault(head.i, scores[token.i])


def _cue_heads(attributions: Sequence[Attribution]) -> set[int]:
    """Tokens that carry a cue and whose own clause is no assertion: only what they introduce is."""
    heads: set[int] = set()
    for one in attributions:
        if one.content_heads or one.rule in _FRAMING:
            heads.update(one.cue_tokens)
        if one.rule == "exhibit shows" and len(one.sources) > 1:
            heads.update(_publishing(one))
    return heads


def _publishing(one: Attribution) -> set[int]:
    """The verb by which a source brings an exhibit that then says something (``published footage showing``)."""
    verbs = one.sources[-1].head.ancestors
    return {
        verb.i
        for verb in verbs
        if verb.lemma_ in {"publish", "release", "post", "share", "issue"} and verb.tag_ != "VBN"
    }


def _adverbial(attributions: Sequence[Attribution], sentence: Sentence) -> set[int]:
    """Tokens of ``according to X``, ``reportedly``, which are cut off where they stand at an edge."""
    numbers: set[int] = set()
    for one in attributions:
        if one.content_heads:
            continue
        cue = sentence.tokens_in(one.cue)
        numbers.update(token.i for token in cue)
        if cue and cue[0].dep_ in {"prep", "agent"}:
            numbers.update(inner.i for inner in cue[0].subtree)
        for source in one.sources:
            numbers.update(inner.i for inner in source.head.subtree)
    return numbers


def _wider_contents(attributions: Sequence[Attribution], sentence: Sentence) -> dict[int, list[Any]]:
    """Contents of several constituents by the token that heads the first: ``urged | residents not to panic``."""
    return {
        number: sentence.tokens_in(content)
        for one in attributions
        if one.rule in {"reporting verb", "says of", "characterises"}
        for number, content in zip(one.content_heads, one.contents, strict=False)
        if number != LINEAR
    }


def _piece(
    head: Any, words: list[Any], heads: list[Any], outside: set[int], sentence: Sentence, score: float
) -> Piece | None:
    numbers = {token.i for token in words}
    below = [other for other in heads if other.i != head.i and other.i in numbers and not other.is_ancestor(head)]
    removed = {inner.i for other in below for inner in other.subtree} | (outside - {head.i})
    own = trimmed([token for token in words if token.i not in removed])
    if score < 1 and not _substantial(own):
        return None
    if len(own) < _MIN_TOKENS and not any(token.like_num for token in own):
        return None
    if head.dep_ == "ROOT" and not clause_head(head):
        return None
    return Piece(sentence.span_of(own), sentence, head, score) if own else None


def _substantial(tokens: list[Any]) -> bool:
    """Whether a split-off clause says something by itself: two words of content, or a count."""
    content = [
        token for token in tokens if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"} and not token.is_stop
    ]
    return len(content) >= 2 or any(token.like_num for token in tokens)


def _linear_piece(one: Attribution, heads: list[Any], outside: set[int], sentence: Sentence) -> Piece | None:
    """The content that was found by position, without the clauses in it that stand alone."""
    tokens = sentence.tokens_in(one.contents[0])
    numbers = {token.i for token in tokens}
    inside = [head for head in heads if head.i in numbers and head.i not in one.cue_tokens]
    removed = {inner.i for head in inside for inner in head.subtree} | outside
    own = trimmed([token for token in tokens if token.i not in removed])
    return Piece(sentence.span_of(own), sentence, own[0], one.score) if len(own) >= _MIN_TOKENS else None
