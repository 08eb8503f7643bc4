"""The words around a claim, cut so that every part of the claim can be marked and chosen anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.claim import Claim
from reportedly.model.span import Span
from reportedly.pipeline.workbench.correcting import spans_of
from reportedly.publish.highlight import segments

_BREAK = re.compile(r"\n+")
_MOST = 40_000
"""Characters of a document that are shown at once."""
_AROUND = 600
"""Characters shown before and behind the claim's paragraphs, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks from end to end."""

    text: str
    start: int
    """Where it begins in the document, in code points."""
    roles: tuple[str, ...]
    ends: tuple[str, ...]
    """Roles, other than content, whose words end here."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Paragraphs of a document around a claim."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    start: int
    end: int
    cut_before: bool
    cut_after: bool


def excerpt(text: str, claim: Claim, extra: Span | None = None) -> Excerpt:
    """Return the words around a claim, its parts marked.

    Args:
        text: the document's text.
        claim: the claim.
        extra: other words that must be shown.
    """
    spans = [*spans_of(claim), *([extra] if extra else [])]
    near = [one for one in spans if abs(one.start - claim.span.start) < 4 * _AROUND]
    first, last = min(one.start for one in near), min(len(text), max(one.end for one in near))
    start, end = _beginning(text, first), _ending(text, last)
    pieces: list[Piece] = []
    at = 0
    for one in segments(text, [claim], {claim.id: 1}):
        low, high = max(at, start), min(at + len(one.text), end)
        if low < high:
            ends = one.ends if high == at + len(one.text) else ()
            pieces.append(Piece(text[low:high], low, one.roles, ends))
        at += len(one.text)
    return Excerpt(_paragraphs(pieces), start, end, start > 0, end < len(text))


def whole(text: str, claims: Sequence[Claim]) -> Excerpt:
    """Return a document's text, or its beginning, with the words of its claims marked.

    Args:
        text: the document's text.
        claims: its claims.
    """
    end = min(len(text), _MOST)
    pieces: list[Piece] = []
    at = 0
    for one in segments(text, claims, {claim.id: number for number, claim in enumerate(claims, start=1)}):
        words = one.text[: max(0, end - at)]
        if words:
            pieces.append(Piece(words, at, tuple(role for role in one.roles if role == "content"), ()))
        at += len(one.text)
    return Excerpt(_paragraphs(pieces), 0, end, False, end < len(text))


def _beginning(text: str, first: int) -> int:
    """Return where the paragraph before that of a place begins, or near it."""
    least = max(0, first - _AROUND)
    breaks = [found.end() for found in _BREAK.finditer(text, 0, first)]
    kept = [one for one in [0, *breaks][-2:] if one >= least]
    return kept[0] if kept else _at_space(text, least)


def _ending(text: str, last: int) -> int:
    most = min(len(text), last + _AROUND)
    breaks = [found.start() for found in _BREAK.finditer(text, last)]
    kept = [one for one in [*breaks, len(text)][:2] if one <= most]
    return kept[-1] if kept else most


def _at_space(text: str, place: int) -> int:
    found = text.find(" ", place, place + 40)
    return found + 1 if found >= 0 else place


def _paragraphs(pieces: list[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Return pieces by paragraph; the breaks between are left out."""
    made: list[list[Piece]] = [[]]
    for piece in pieces:
        at = 0
        for found in [*_BREAK.finditer(piece.text), None]:
            end = found.start() if found else len(piece.text)
            words = piece.text[at:end]
            if words:
                ends = piece.ends if found is None else ()
                made[-1].append(Piece(words, piece.start + at, piece.roles, ends))
            if found:
                made.append([])
                at = found.end()
    return tuple(tuple(one) for one in made if one)
