"""Read the cell that tells through whom a claim came: ``Page <- Agency <- (Wire) <- Origin``, outermost first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model.span import Span

_ARROW = re.compile(r"\s*(?:<-+|←|<=|⟵)\s*")
_NOTE = re.compile(r"\s*\((?P<note>[^()]*)\)\s*$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z0-9]{1,6}|[A-Z]{2,7}")
_PLATFORM = re.compile(
    r"\s*\b(?:Telegram(?: channel)?|Twitter|X \(Twitter\)|Facebook|YouTube|VK|Instagram|TikTok|website"
    r"|press (?:release|service)|social media)$",
    re.IGNORECASE,
)
"""Where a source publishes: no link of its own, since a post has its author as the origin (codebook, chain)."""
_UNNAMED = re.compile(r"(?:unnamed|unknown|not named|unattributed|none|n/?a|\?|-+)?", re.IGNORECASE)
_TAIL = re.compile(r"(?:\s+(?:copy|wording|translation|background(?: line)?))+$", re.IGNORECASE)
_CITING = re.compile(r"\s+(?:citing|quoting)\s+", re.IGNORECASE)
_VIA = re.compile(r"\s+via\s+", re.IGNORECASE)
_FRONT_NOTE = re.compile(r"\s*\([^()]*\)\s*")
_SEVERAL = re.compile(r"\s*[/;,(]\s*(?!-)")
_OFFERED = re.compile(r"\s+intercept(?:s|ed call)?$", re.IGNORECASE)
_JOINED = re.compile(r"\s*;\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a cell."""

    name: str
    span: Span
    """The name in the cell."""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Relayed:
    """A page and through whom it has a claim."""

    page: Named | None
    """The outlet on whose page the claim stands; None where the cell is empty or names nobody there."""
    hops: tuple[Named, ...]
    """Whom it has it from, outermost first."""


def read_relayed(cell: str) -> Relayed:
    """Return the page and the names behind it.

    A name wholly in brackets was not seen to be linked: it is marked as unsure. What stands in brackets behind a name
    is a note on the page, as are ``copy`` and the like behind it; so is what follows a comma in brackets. ``X citing
    Y`` are two names, ``Y via X`` the same two; of ``A; B`` the first is who passed it on. A platform is no name.
    """
    pieces = _pieces(cell)
    if not pieces:
        return Relayed(None, ())
    first, *rest = pieces
    outer = _names(cell, first)
    page = outer[0] if outer else None
    hops = [*outer[1:], *(name for piece in rest for name in _names(cell, piece))]
    return Relayed(page, tuple(hops))


def read_claimant(cell: str) -> tuple[Named, ...]:
    """Return the names of a cell that says whose word it is, the origin last.

    ``X citing Y`` are two names, ``Y via X`` the same two. Of several names for one source, or of several who speak
    jointly (``GUR/DIU``, ``A; B``, ``Body, person``), the first stands for all. Brackets hold notes, also those in
    front (``(video) X``), and so does the word for what is offered behind a name (``X intercept``).
    """
    front = _FRONT_NOTE.match(cell)
    start = front.end() if front and front.end() < len(cell) else 0
    found = []
    for part in _split(cell, Span(start, len(cell))):
        words = part.of(cell)
        first = _SEVERAL.search(words, len(words) - len(words.lstrip()))
        kept = Span(part.start, part.start + first.start()) if first is not None and first.start() else part
        kept = _trimmed(cell, kept)
        offered = _OFFERED.search(kept.of(cell))
        if offered is not None and offered.start():
            kept = Span(kept.start, kept.start + offered.start())
        if kept.of(cell):
            found.append(Named(kept.of(cell), kept))
    whole = _trimmed(cell, Span(0, len(cell)))
    return tuple(found) or (Named(whole.of(cell) or cell, whole if len(whole) else Span(0, len(cell))),)


def _pieces(cell: str) -> list[Span]:
    spans, start = [], 0
    for arrow in _ARROW.finditer(cell):
        spans.append(Span(start, arrow.start()))
        start = arrow.end()
    spans.append(Span(start, len(cell)))
    return spans if cell.strip() else []


def _names(cell: str, piece: Span) -> list[Named]:
    words = piece.of(cell)
    whole = re.fullmatch(r"\s*\(([^()]*)\)\s*", words)
    unsure = whole is not None
    if whole is not None:
        inner = whole[1].split(",", maxsplit=1)[0]
        piece = Span(piece.start + whole.start(1), piece.start + whole.start(1) + len(inner))
    first = _JOINED.search(piece.of(cell))
    if first is not None:
        piece = Span(piece.start, piece.start + first.start())
    parts = _split(cell, piece)
    found = [_trimmed(cell, part) for part in parts]
    return [Named(span.of(cell), span, unsure) for span in found if not _UNNAMED.fullmatch(span.of(cell))]


def _split(cell: str, piece: Span) -> list[Span]:
    """Return the names of ``X citing Y`` and, in the same order, of ``Y via X``."""
    for pattern, turned in ((_CITING, False), (_VIA, True)):
        match = pattern.search(piece.of(cell))
        if match is not None:
            parts = [Span(piece.start, piece.start + match.start()), Span(piece.start + match.end(), piece.end)]
            return parts[::-1] if turned else parts
    return [piece]


def _trimmed(cell: str, span: Span) -> Span:
    """Return the span without white space, notes behind the name and the platform."""
    while True:
        words = span.of(cell)
        kept = words.rstrip()
        note = _NOTE.search(kept)
        if note is not None and note.start() and not _ACRONYM.fullmatch(note["note"]):
            kept = kept[: note.start()]
        kept = _PLATFORM.sub("", _TAIL.sub("", kept))
        start = span.start + len(kept) - len(kept.lstrip(" \"“”'"))
        shorter = Span(min(start, span.start + len(kept)), span.start + len(kept.rstrip(" \"“”'")))
        shorter = Span(shorter.start, max(shorter.start, shorter.end))
        if shorter == span:
            return span
        span = shorter
