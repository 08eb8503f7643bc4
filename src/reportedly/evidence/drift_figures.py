"""Changes of figures on the way: what is counted, how many, within which bounds, and whose."""

from __future__ import annotations

import re

from reportedly.evidence.casebook import people
from reportedly.evidence.drift_pairs import Comparison, Found, on_figures
from reportedly.evidence.phrases import parties
from reportedly.model.claim import Claim, Measure, Quantity
from reportedly.model.counting import unit_word
from reportedly.model.evidence import DriftType
from reportedly.model.wording import content, says_of_victims

_WIDER = {Measure.LOST, Measure.CASUALTIES}
"""What is lost is killed, wounded or missing: the wider word is no other measure."""

_ROLES = (
    r"child(?:ren)?|boys?|girls?|infants?|minors?|toddlers?|babies|pupils?|schoolchildren|students?|teenagers?",
    r"teachers?|lecturers?|professors?",
    r"doctors?|medics?|nurses?|paramedics?|health workers?|surgeons?",
    r"journalists?|reporters?|photographers?|correspondents?",
    r"aid workers?|humanitarians?|volunteers?",
    r"miners?",
    r"farmers?|herders?|shepherds?",
    r"sailors?|seamen|fishermen|crew(?: members)?",
    r"passengers?|tourists?|holidaymakers?|travellers?",
    r"prisoners?|inmates?|detainees?",
    r"firefighters?|rescuers?|rescue workers?",
    r"police(?:men|women)?|police officers?|constables?",
    r"soldiers?|troops|servicemen|servicewomen|fighters?|militants?|rebels?|insurgents?|gunmen",
)
"""Callings of which nobody is two at a time; general English. ``People``, ``workers`` and ``civilians`` say none."""
_CALLING = tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in _ROLES)


def fused(pair: Comparison) -> Found | None:
    """Two figures made one."""
    if pair.change != "fused":
        return None
    return on_figures(pair, DriftType.FUSED, "the relay added two figures to one")


def measure(pair: Comparison) -> Found | None:
    """One thing counted for another: the dead for the missing."""
    if pair.figures is None:
        return None
    before, after = measured(pair.reference, pair.figures[0]), measured(pair.relay, pair.figures[1])
    if before is after or Measure.OTHER in {before, after} or {before, after} == _WIDER:
        return None
    return Found(DriftType.MEASURE, before.value, after.value, pair.relay.span, pair.reference.span)


def measured(claim: Claim, quantity: Quantity) -> Measure:
    """Return what a figure counts; a claim's plain words outrank what was read from the sentence around it."""
    if quantity.measure not in {Measure.KILLED, Measure.WOUNDED}:
        return quantity.measure
    return Measure(says_of_victims(claim.quote) or quantity.measure)


def figure(pair: Comparison) -> Found | None:
    """Another number."""
    if pair.figures is None or pair.figures[0].turn == pair.figures[1].turn:
        return None
    return on_figures(pair, DriftType.FIGURE)


def bound(pair: Comparison) -> Found | None:
    """The same number as another bound; a number that is no longer rough is a hedge dropped."""
    if pair.figures is None or pair.figures[0].turn != pair.figures[1].turn:
        return None
    before, after = (_bound_word(quantity) for quantity in pair.figures)
    if before == after:
        return None
    if "about" in {before, after}:
        dropped = before == "about" and after == ""
        return on_figures(pair, DriftType.HEDGE_DROPPED, "the figure is no longer rough") if dropped else None
    return on_figures(pair, DriftType.BOUND)


def _bound_word(quantity: Quantity) -> str:
    if quantity.high is None or quantity.low is None or quantity.qualifier == "about":
        return quantity.qualifier or "open"
    return ""


def side(pair: Comparison) -> Found | None:
    """Whose people a figure counts: another party, one party of two, or people of another calling."""
    if pair.figures is None:
        return None
    before, after = pair.figures
    registry = pair.book.library.registry
    first, second = parties(pair.reference, before, registry), parties(pair.relay, after, registry)
    other_party = bool(first and second and first != second)
    if not other_party and not _other_people(pair, before, after):
        return None
    return Found(
        DriftType.SIDE,
        before.of or "nobody named",
        after.of,
        after.of_span or pair.relay.span,
        before.of_span or pair.reference.span,
    )


def _other_people(pair: Comparison, before: Quantity, after: Quantity) -> bool:
    callings, new = _callings(before.of), _callings(after.of)
    if callings and new:
        return not callings & new
    ours, theirs = people(before.of), people(after.of)
    if ours:
        return bool(theirs) and not ours & theirs
    if unit_word(before.of) or set(content(before.of)) & set(content(after.of)):
        return False
    text = people(pair.texts[0])
    return bool(theirs) and not any(kind in text for kind in theirs)


def _callings(words: str) -> frozenset[int]:
    return frozenset(place for place, calling in enumerate(_CALLING) if calling.search(words))
