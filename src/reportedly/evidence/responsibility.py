"""Who did it, by the words: the sides that a claim names as doers of harm, and words by which somebody owns up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.evidence.casebook import Casebook, people
from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.claim import Claim, Measure, Polarity, Quantity
from reportedly.model.document import Document
from reportedly.model.event import Origin

_HARM = (
    r"(?:killed|wounded|injured|hit|struck|destroyed|damaged|downed|shot(?: down| dead| at)?|bombed|shelled|attacked"
    r"|executed|abducted|captured|targeted|massacred|murdered|fired (?:on|at)|opened fire on)"
)
_WEAPON = (
    r"(?:air ?strikes?|airstrikes?|strikes?|shelling|bombardment|bombing|attacks?|raids?|missiles?|rockets?|drones?"
    r"|gunfire|artillery|shells?|warplanes?|mortars?|bombs?)"
)
_ARMED = (
    r"(?:forces|troops|army|military|soldiers|servicemen|fighters|militants|gunmen|police|units|special forces|navy)"
)
_WORD = r"(?:(?!(?:during|after|amid|near|when|while|on|at|of|for|in|following|by)\b)[\w'’-]+\s+)"
_NEAR = rf"{_WORD}{{1,3}}?"
_BY = re.compile(rf"\b{_HARM}\b[^.;]{{0,60}}?\b(?:by|in)\s+({_WORD}{{0,4}}?(?:{_WEAPON}|{_ARMED})\b)", re.IGNORECASE)
"""``killed by Norland drones``, ``wounded in a Norlander air strike``."""
_WITH = re.compile(rf"\b({_NEAR})(?:{_WEAPON})\s+(?:had\s+|has\s+|have\s+)?(?:{_HARM}|left|caused)\b", re.IGNORECASE)
"""``a Norlander missile struck the market``."""
_DID = re.compile(
    rf"\b({_NEAR}{_ARMED})\s+(?:had\s+|has\s+|have\s+|also\s+)*{_HARM}\b(?!\s*(?:,|\.|$|(?:in|by|near|during|when|while|at|and|or)\b))",
    re.IGNORECASE,
)
"""``Norland troops shot three villagers``; ``the soldiers killed in the battle`` are no doers."""
_OWNS = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|accept(?:s|ed|ing)?|admit(?:s|ted|ting)?|acknowledg(?:es|ed|ing)|takes?|took|taken|taking"
    r"|assum(?:es|ed|ing))\s+(?:full\s+|its\s+|their\s+|the\s+)?responsibility\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:no|not|never|nobody|none|neither|denied|denies|refused|without)\b|n['’]t\b", re.IGNORECASE)
_OWN_DEED = re.compile(rf"\b(?:our|its|their)\s+(?:own\s+)?(?:{_WEAPON}|{_ARMED})\b", re.IGNORECASE)
_ADMITS = re.compile(r"\b(?:admit|acknowledg|conced|confess|own(?:s|ed) up)", re.IGNORECASE)
_BODIES = r"(?:forces|troops|soldiers|servicemen|fighters|positions|defenders|brigades?|battalions?|regiments?)"
_FORCES = re.compile(
    rf"\b([A-Z][\w-]+)(?:'s|’s)?\s+(?:[\w-]+\s+){{0,3}}?(?i:{_BODIES})\b"
    rf"|\b(?i:{_BODIES})\s+of\s+(?:the\s+)?([A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)",
)
"""``Norlander special operations forces``, ``Armed Forces of Norland``."""
_FIGHTERS = frozenset({"=soldier"})
_LOSSES = frozenset(
    {
        Measure.KILLED,
        Measure.WOUNDED,
        Measure.CASUALTIES,
        Measure.LOST,
        Measure.CAPTURED,
        Measure.MISSING,
        Measure.DESTROYED,
        Measure.DAMAGED,
        Measure.INTERCEPTED,
    }
)


def doers(registry: ActorRegistry, words: str) -> frozenset[str]:
    """Return the sides that words name as those who did harm; empty where they name none plainly.

    Only plain constructions of English count: harm done by a side's weapons or forces, as agent or as subject.
    """
    if _NOBODY.search(words):
        return frozenset()
    found = (match.group(1) for pattern in (_BY, _WITH, _DID) for match in pattern.finditer(words))
    return frozenset(side for phrase in found for side in registry.sides_in(phrase))


def hurt(registry: ActorRegistry, figure: Quantity | None) -> frozenset[str]:
    """Return the sides whose fighters, weapons or own people a figure counts as lost; dead civilians are of no side."""
    if figure is None or figure.measure not in _LOSSES or people(figure.of) - _FIGHTERS:
        return frozenset()
    return frozenset(registry.sides_in(figure.of))


def fighting(registry: ActorRegistry, claims: Iterable[Claim], documents: Iterable[Document]) -> frozenset[str]:
    """Return the sides that take part in what reports tell: that do harm or come to it, or whose forces are named."""
    told = [claim for claim in claims if claim.polarity is Polarity.AFFIRMED]
    found = {side for claim in told for side in doers(registry, claim.quote)}
    found |= {side for claim in told for figure in claim.quantities for side in hurt(registry, figure)}
    named = {name for document in documents for pair in _FORCES.findall(document.text) for name in pair if name}
    return frozenset(found | {side for name in named for side in registry.sides_in(name)})


def owns_up(book: Casebook, claim: Claim, origin: Origin) -> bool:
    """Say whether a claim is its origin's word that it did the harm itself: by name of responsibility, or by admission.

    An admission is told with a word for it (``acknowledged``), and of a deed of the origin's own side. What a side says
    it did to its enemy's fighters is a boast, and no admission.
    """
    if claim.polarity is not Polarity.AFFIRMED or claim.certainty is not None or _NOBODY.search(claim.quote):
        return False
    owned = _OWNS.search(claim.quote)
    if owned:
        return _subject(claim.quote[: owned.start()], origin)
    link = claim.origin
    text = book.library.document(claim).text
    if link is None or link.cue is None or not _ADMITS.search(link.cue.of(text)) or _boasts(book, claim, origin):
        return False
    registry = book.library.registry
    return bool(_OWN_DEED.search(claim.quote)) or (origin.side or "") in doers(registry, claim.quote)


def _subject(before: str, origin: Origin) -> bool:
    """Say whether what stands before a verb makes the origin its subject: its name, ``it`` or ``we``, or nothing."""
    clause = re.split(r"[,;:]|\b(?:and|that|but)\b", before)[-1]
    words = folded(clause).split()
    named = set(folded(origin.name).split())
    return not before.strip() or words[-1:] in (["it"], ["we"]) or (bool(named) and named <= set(words))


def _boasts(book: Casebook, claim: Claim, origin: Origin) -> bool:
    registry = book.library.registry
    return any(hurt(registry, figure) - {origin.side} for figure in claim.quantities)
