"""Words that tell how firmly something is said, whose people a figure counts, and that a day is left open."""

from __future__ import annotations

import re

from reportedly.evidence.casebook import Library
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim, Quantity
from reportedly.model.span import Span
from reportedly.model.wording import content, sentence_around, sentences

_WEAK = re.compile(
    r"\b(has indications|have indications|indications?|signs|hints?|suspects?|suspected|suspicions?|preliminary"
    r"|unconfirmed|unverified|(?-i:(?:closely )?monitor(?:s|ed|ing)?)|(?:is|are|was|were) aware of (?:the )?reports"
    r"|(?:is|are|was|were) (?:looking into|investigating|checking|studying|assessing)"
    r"|(?:could|can|did|does|do|has|have|had)(?: ?not|n['’]t)(?: yet| been able to| immediately| independently)*"
    r" (?:confirm(?:ed)?|verif(?:y|ied)|corroborate[d]?)|(?:unable|not able) to (?:confirm|verify))\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b((?:has |have |had )?(?:confirm(?:s|ed)?|prove[ds]?|proven|verif(?:ies|ied)|established))\b", re.IGNORECASE
)
_CLAIMED = re.compile(
    r"\b(claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|assert(?:s|ed)?|purport(?:s|ed)?|boast(?:s|ed)?|insist(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""Verbs by which a writer does not vouch for what a source says (non-factive reporting verbs, after Thompson and Ye
1991)."""
_PROVED = re.compile(
    r"\b(video|footage|film|clips?|photos?|photographs?|pictures|satellite (?:images?|imagery)|images|recordings?"
    r"|intercept(?:s|ed)?|documents?|(?:passenger )?lists?|records|logs?|register)\b",
    re.IGNORECASE,
)
"""Things that show or hold what a source says; a sentence that names one does not rest on the word alone."""
NEGATION = re.compile(r"\b(not|never|no|cannot|could|nor|without)\b|n['’]t\b", re.IGNORECASE)
"""Verbs and nouns for how far a source commits itself, after the evidential scale of FactBank (Saurí and Pustejovsky
2009): a sign is less than a statement, a confirmation more."""

_OPEN = re.compile(
    r"\b(recently|lately|in recent (?:days|weeks)|in the (?:past|last) (?:few )?(?:days|weeks)"
    r"|(?:day|date|time)[^.\n]{0,40}\b(?:not|un)\s?(?:stated|given|known|named)"
    r"|(?:did|does|would) not (?:say|specify) (?:exactly )?(?:when|on (?:what|which) day)"
    r"|without (?:giving|naming|saying|specifying) (?:a |the )?(?:date|day|when)|g[ai]v(?:es?|ing) no (?:date|day)"
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
    return None if NEGATION.search(library.document(claim).text[max(0, found.start - 20) : found.start]) else found


def claimed_words(library: Library, claim: Claim) -> Span | None:
    """Return the words by which a report says that the origin of a claim only claims or alleges it, or None."""
    cue = claim.origin.cue if claim.origin is not None else None
    text = library.document(claim).text
    match = _CLAIMED.search(text, cue.start, cue.end) if cue is not None else None
    return Span(*match.span()) if match else None


def proof_words(library: Library, claim: Claim) -> Span | None:
    """Return where a claim's sentence names a film, document or record, or None."""
    return _found(_PROVED, library, claim, whole=True)


def _found(pattern: re.Pattern[str], library: Library, claim: Claim, *, whole: bool = False) -> Span | None:
    """Look at the words from the start of the sentence to the end of the claim: what introduces it, and itself."""
    text = library.document(claim).text
    around = sentence_around(text, claim.span)
    start = around.start
    match = pattern.search(text[start : around.end if whole else claim.span.end])
    return Span(start + match.start(), start + match.end()) if match else None


def open_day(library: Library, claim: Claim) -> Span | None:
    """Return where a claim's paragraph, up to the next sentence, says that the day is not told, or None."""
    text = library.document(claim).text
    start = text.rfind("\n", 0, claim.span.start) + 1
    end = sentence_around(text, claim.span).end
    paragraph = text.find("\n", claim.span.end)
    after = next((one.end for one in sentences(text) if one.start >= end), end)
    match = _OPEN.search(text, start, min(after, paragraph) if paragraph != -1 else after)
    return Span(*match.span()) if match else None


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
