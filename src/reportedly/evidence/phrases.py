"""Words that tell how firmly something is said, whose people a figure counts, and that a day is left open."""

from __future__ import annotations

import re

from reportedly.evidence.casebook import Library
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim, Quantity
from reportedly.model.span import Span
from reportedly.model.wording import content, sentence_around

_WEAK = re.compile(
    r"\b(has indications|have indications|indications?|signs|hints?|suspects?|suspected|suspicions?|preliminary"
    r"|unconfirmed)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b((?:has |have |had )?(?:confirm(?:s|ed)?|prove[ds]?|proven|verif(?:ies|ied)|established))\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(not|never|no|cannot|could|nor|without)\b|n['’]t\b", re.IGNORECASE)
"""Verbs and nouns for how far a source commits itself, after the evidential scale of FactBank (Saurí and Pustejovsky
2009): a sign is less than a statement, a confirmation more."""

_OPEN = re.compile(
    r"\b(recently|lately|in recent (?:days|weeks)"
    r"|(?:day|date|time)[^.\n]{0,40}\b(?:not|un)\s?(?:stated|given|known|named)|did not say when"
    r"|left the (?:day|date) open)\b",
    re.IGNORECASE,
)
_FORCE = r"(?:units?|forces|troops|soldiers|servicemen|contingents?|fighters|personnel|army|armies|marines|formations)"
_SUFFERS = re.compile(
    rf"((?:[\w'’-]+ ){{1,6}}{_FORCE})\b[^.;]{{0,80}}?\b(?:lost|lose|suffer\w*|taken|took|sustain\w*)\b", re.IGNORECASE
)
_GENERIC = frozenset({"=soldier", "=fighter", "men", "man", "member", "forc", "unit", "=casualty", "=kill", "=wound"})


def weak_words(library: Library, claim: Claim, *, whole: bool = False) -> Span | None:
    """Return where a claim's sentence says that there are only signs of it, up to its end or as a whole, or None."""
    return _found(_WEAK, library, claim, whole=whole)


def strong_words(library: Library, claim: Claim) -> Span | None:
    """Return where a claim's sentence says that it is confirmed, unless it says that it is not, or None."""
    found = _found(_STRONG, library, claim)
    if found is None:
        return None
    return None if _NOT.search(library.document(claim).text[max(0, found.start - 20) : found.start]) else found


def _found(pattern: re.Pattern[str], library: Library, claim: Claim, *, whole: bool = False) -> Span | None:
    """Look at the words from the start of the sentence to the end of the claim: what introduces it, and itself."""
    text = library.document(claim).text
    around = sentence_around(text, claim.span)
    start = around.start
    match = pattern.search(text[start : around.end if whole else claim.span.end])
    return Span(start + match.start(), start + match.end()) if match else None


def open_day(library: Library, claim: Claim) -> Span | None:
    """Return where a claim's paragraph, or the page on the whole, says that the day is not told, or None."""
    text = library.document(claim).text
    start = text.rfind("\n", 0, claim.span.start) + 1
    match = _OPEN.search(text[start : claim.span.start])
    return Span(start + match.start(), start + match.end()) if match else None


def parties(claim: Claim, quantity: Quantity, registry: ActorRegistry) -> tuple[str, ...]:
    """Return the parties whose people a figure counts: by its noun, else by who lost or suffered them."""
    named = registry.sides_in(quantity.of)
    if named or set(content(quantity.of)) - _GENERIC:
        return named
    subject = _SUFFERS.search(claim.quote)
    return registry.sides_in(_own_words(subject[1])) if subject else ()


def _own_words(words: str) -> str:
    """Return the words of a noun phrase after its last preposition, so that the place it is in does not count."""
    return re.split(r"\b(?:in|near|at|from|around)\b", words)[-1]
