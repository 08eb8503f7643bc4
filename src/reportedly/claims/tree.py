"""Small questions to a dependency tree (labels of the spaCy English pipelines)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_EDGE_WORDS = frozenset({"that", "whether", "and", "but", "or", "yet", "so", "nor"})
_CLOSING = frozenset(".,;:!?-–—\"”“'’‘")


def child(token: Any, *labels: str) -> Any | None:
    """Return the first child that hangs on ``token`` by one of the labels, or None."""
    return next((one for one in token.children if one.dep_ in labels), None)


def subject_of(token: Any) -> Any | None:
    """Return the head of a verb's subject, looked up through coordination, control and participles.

    For ``X came and said`` the subject of ``said`` is X; for ``X, saying`` and ``X who said`` it is X as well.
    """
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        own = child(token, *SUBJECTS)
        if own is not None and own.dep_ != "expl":
            return _antecedent(own, token)
        if own is not None:
            return None
        if token.dep_ in {"acl", "relcl"}:
            return token.head
        if token.dep_ in {"conj", "advcl", "xcomp", "ccomp", "pcomp", "dep"} and token.head.pos_ in {"VERB", "AUX"}:
            token = token.head
            continue
        if token.dep_ in {"prep", "pcomp"}:
            token = token.head
            continue
        return None
    return None


def _antecedent(subject: Any, verb: Any) -> Any:
    relative = subject.tag_ in {"WP", "WDT"} or subject.lower_ in {"who", "which", "that"}
    return verb.head if relative and verb.dep_ == "relcl" else subject


def subtree(token: Any, without: Iterable[Any] = ()) -> list[Any]:
    """Return a token's subtree in text order, without the subtrees of some of its tokens."""
    left_out = {inner.i for one in without for inner in one.subtree}
    return [one for one in token.subtree if one.i not in left_out]


def contiguous(tokens: list[Any], head: Any) -> list[Any]:
    """Return the unbroken run of tokens (in text order) that holds ``head``."""
    numbers = {token.i: token for token in tokens}
    low = high = head.i
    while low - 1 in numbers:
        low -= 1
    while high + 1 in numbers:
        high += 1
    return [numbers[i] for i in range(low, high + 1)]


def trimmed(tokens: list[Any]) -> list[Any]:
    """Return the tokens without punctuation, conjunctions and ``that`` at their ends."""
    start, end = 0, len(tokens)
    while start < end and _is_edge(tokens[start], left=True):
        start += 1
    while end > start and _is_edge(tokens[end - 1], left=False):
        end -= 1
    return tokens[start:end]


def _is_edge(token: Any, *, left: bool) -> bool:
    if token.is_space or all(mark in _CLOSING for mark in token.text):
        return True
    if token.lower_ in _EDGE_WORDS and token.dep_ in {"cc", "mark", "dep", "preconj"}:
        return True
    return not left and token.dep_ == "cc"


def finite(token: Any) -> bool:
    """Say whether a verb carries tense or a modal, itself or through an auxiliary."""
    if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(
        one.dep_ in {"aux", "auxpass", "cop"} and one.tag_ in {"VBD", "VBZ", "VBP", "MD"} for one in token.children
    )


def clause_head(token: Any) -> bool:
    """Say whether a token heads a clause: a verb, or a predicate noun or adjective with a subject."""
    return token.pos_ in {"VERB", "AUX"} or child(token, *SUBJECTS) is not None


def ancestors_or_self(token: Any) -> Iterator[Any]:
    """Yield the token, then its head, up to the root."""
    yield token
    yield from token.ancestors


def negated(token: Any) -> bool:
    """Say whether a verb is negated."""
    return any(one.dep_ == "neg" for one in token.children)
