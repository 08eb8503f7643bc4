"""Figures that look like further counts: one briefing told with two magnitudes, and the sum of two origins' figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, product

from reportedly.evidence.alarm_case import NAMELESS, AlarmCase, Raised, said_by, spans_of
from reportedly.evidence.casebook import figure_of, victims
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, Polarity, Quantity
from reportedly.model.evidence import AlarmCode, OriginStanding, Severity
from reportedly.model.measures import contains
from reportedly.model.reason import Reason
from reportedly.model.wording import is_description, sentence_around

_SAME_DAY = 1
"""Days between two reports of one briefing: the same day, or the next morning."""
_OFFICE = re.compile(
    r"\b(official|officer|diplomat|source|spokes(?:man|woman|person)|commander|general|minister|aide|adviser)s?\b",
    re.IGNORECASE,
)
"""Heads of phrases for somebody in office who speaks without a name; general English."""
_BRANCHES = (
    r"hospital|health|medical|medic\w*",
    r"police|security",
    r"military|defen[cs]e|army|naval|navy|air force|pentagon",
    r"rescue|emergency|fire|civil protection",
    r"intelligence|spy",
    r"diplomat\w*|embassy|foreign",
    r"justice|court|prosecut\w*",
    r"local|regional|city|municipal|provincial|district",
)
"""Branches of office; officials of different ones did not speak in one briefing. General English."""
_BRANCH = tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in _BRANCHES)
_ROUND = 10


def one_briefing(case: AlarmCase) -> Iterator[Raised]:
    """Yield pairs of nameless sources of one kind, party and day that give different magnitudes of one measure."""
    told = [claim for claim in case.book.claims if _nameless(case, claim) and figure_of(claim) is not None]
    taken: set[frozenset[str]] = set()
    for left, right in combinations(told, 2):
        pages = frozenset({left.document_id, right.document_id})
        copied = case.parents.get(right.id) == left.id or case.parents.get(left.id) == right.id
        if (
            len(pages) == 2
            and not copied
            and pages not in taken
            and _one_speaker(case, left, right)
            and _two_sizes(left, right)
        ):
            taken.add(pages)
            yield _briefing(case, left, right)


def _nameless(case: AlarmCase, claim: Claim) -> bool:
    """Say whether a claim is the word of somebody in office whom no text of the event names."""
    link = said_by(claim)
    if link is None or claim.polarity is Polarity.DENIED or _OFFICE.search(link.name) is None:
        return False
    origin = case.book.testimony_of[claim.id].origin
    return all(one.source_class in NAMELESS or is_description(one.name) for one in (link, origin))


def _one_speaker(case: AlarmCase, left: Claim, right: Claim) -> bool:
    """Say whether two nameless sources can be one: same office, no differing party or word, same day."""
    names = [link.name for link in (said_by(left), said_by(right)) if link is not None]
    if len(names) < 2:
        return False
    offices = [{match[1].casefold() for match in _OFFICE.finditer(name)} for name in names]
    registry = case.book.library.registry
    first, second = (set(registry.sides_in(name)) for name in names)
    if not offices[0] & offices[1] or (first and second and first != second):
        return False
    branches = [{at for at, branch in enumerate(_BRANCH) if branch.search(name)} for name in names]
    if branches[0] and branches[1] and not branches[0] & branches[1]:
        return False
    proper = [{word for word in re.findall(r"\b[A-Z]\w+", name) if not registry.sides_in(word)} for name in names]
    if proper[0] and proper[1] and not proper[0] & proper[1]:
        return False
    one, other = _said(case, left), _said(case, right)
    return one is not None and other is not None and abs((one - other).days) <= _SAME_DAY


def _said(case: AlarmCase, claim: Claim) -> date | None:
    link = said_by(claim)
    if link is not None and link.said is not None and link.said.length == 1:
        return link.said.first
    return case.book.library.day(claim)


def _two_sizes(left: Claim, right: Claim) -> bool:
    first, second = figure_of(left), figure_of(right)
    if first is None or second is None or victims(first.of) != victims(second.of):
        return False
    akin = first.measure is second.measure or contains(first.measure, second.measure)
    return (akin or contains(second.measure, first.measure)) and _size(first) != _size(second)


def _size(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.low, quantity.high, quantity.qualifier)


def _briefing(case: AlarmCase, left: Claim, right: Claim) -> Raised:
    words = [_words(case, claim) for claim in (left, right)]
    names = [link.name for link in (said_by(left), said_by(right)) if link is not None]
    ids = (left.id, right.id)
    return Raised(
        AlarmCode.ONE_BRIEFING,
        Severity.SERIOUS,
        f"two counts, {words[0]} on {case.page(left)} and {words[1]} on {case.page(right)}",
        f"in all likelihood one briefing: “{names[0]}” and “{names[1]}” name nobody and spoke on one day",
        ids,
        (*spans_of(left), *spans_of(right)),
        (Reason("one-briefing", "nameless sources of one kind, party and day on one matter", ids),),
    )


def _words(case: AlarmCase, claim: Claim) -> str:
    figure = figure_of(claim)
    if figure is None:
        return ""
    return f"“{figure.span.of(case.text(claim))}”" if figure.span is not None else str(figure.turn)


def added(case: AlarmCase) -> Iterator[Raised]:
    """Yield figures that are the sum of what two origins counted, given as one count."""
    for claim in case.book.claims:
        total = figure_of(claim)
        if total is None or not isinstance(total.turn, int) or total.turn < _ROUND or claim.polarity is Polarity.DENIED:
            continue
        parts = _parts(case, claim, total)
        if parts is not None:
            yield _sum(case, claim, total, parts)


def _parts(case: AlarmCase, claim: Claim, total: Quantity) -> tuple[Claim, Claim] | None:
    """Return two older claims of two origins whose figures make up a total that is nobody's own.

    It is nobody's own where its sentence names both origins, or where it names none and is not round.
    """
    number = _number(total)
    halves = sorted(one for one in case.figures if 1 < one <= number - one and number - one in case.figures)
    bare = not claim.chain and number % _ROUND != 0
    named = {id(one) for one in _named(case, claim)} if halves and not bare else set()
    if not halves or not (bare or len(named) > 1):
        return None
    for half in halves:
        for (left, first), (right, second) in product(case.figures[half], case.figures[number - half]):
            parts = _is_part(case, first, claim, total) and _is_part(case, second, claim, total)
            if left is not right and parts and (bare or {id(left), id(right)} <= named):
                return first, second
    return None


def _named(case: AlarmCase, claim: Claim) -> list[OriginStanding]:
    """Return the origins whose names stand in a claim's sentence, in full as some chain gives them."""
    text = case.text(claim)
    sentence = f" {folded(sentence_around(text, claim.span).of(text))} "
    return [one for one, names in case.names if any(f" {name} " in sentence for name in names)]


def _number(quantity: Quantity) -> int:
    return quantity.turn if isinstance(quantity.turn, int) else 0


def _is_part(case: AlarmCase, part: Claim, claim: Claim, total: Quantity) -> bool:
    """Say whether a claim's figure counts some of those that a total in another, no older page counts."""
    figure = figure_of(part)
    if figure is None or part.document_id == claim.document_id or case.book.library.before(claim, part):
        return False
    like = figure.measure is total.measure or contains(total.measure, figure.measure)
    return like and (victims(figure.of) == victims(total.of) or not figure.of or not total.of)


def _sum(case: AlarmCase, claim: Claim, total: Quantity, parts: Sequence[Claim]) -> Raised:
    numbers = [_number(figure) for part in parts if (figure := figure_of(part)) is not None]
    names = [case.book.testimony_of[part.id].origin.name for part in parts]
    ids = (claim.id, *(part.id for part in parts))
    return Raised(
        AlarmCode.ADDED,
        Severity.SERIOUS,
        f"a count of {total.turn} on {case.page(claim)}",
        f"the sum of {numbers[0]} by {names[0]} and {numbers[1]} by {names[1]}, who may count the same people",
        ids,
        tuple(span for one in (claim, *parts) for span in spans_of(one)[-1:]),
        (Reason("sum", f"{numbers[0]} + {numbers[1]} = {total.turn}, and nobody is known to have counted it", ids),),
    )
