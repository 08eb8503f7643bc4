"""Sums: whether the parts that a text tells of fit the total it tells, killed and wounded kept apart throughout."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.evidence.casebook import Casebook, days_told, victims
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, FigureRelation, Measure, Polarity, RelationType
from reportedly.model.measures import MAKEUPS, CheckedSum, FigureRef, check_sum, contains
from reportedly.model.reason import Reason
from reportedly.model.span import Span

_KINDS = (
    (r"child|children|boys?|girls?|infants?|minors?|toddlers?|babies", r"wom[ae]n", r"m[ae]n"),
    (r"soldiers?|troops|servicemen|fighters?|militants?|rebels?", r"civilians?", r"police\w*|constables?"),
)
"""Kinds of people of whom nobody is two, by age and sex and by role; of different rows somebody can be both."""
_AXES = tuple(tuple(re.compile(rf"\b(?:{kind})\b", re.IGNORECASE) for kind in row) for row in _KINDS)
_REACH = 600
"""Characters between a total and a part that only their measures tie."""
_ADJACENT = 300
"""Characters within which a page's own voice is taken to go on with what its source said."""


def sums_of(book: Casebook) -> tuple[CheckedSum, ...]:
    """Return every total of an event that has parts in the same text, with whether they fit; once for each text."""
    texts: dict[str, list[Claim]] = {}
    taken: dict[str, str] = {}
    for claim in book.claims:
        key = book.library.text_key(claim)
        if taken.setdefault(key, claim.document_id) == claim.document_id and claim.polarity is Polarity.AFFIRMED:
            texts.setdefault(key, []).append(claim)
    return tuple(one for claims in texts.values() for one in _in_text(book, sorted(claims, key=lambda one: one.span)))


def _in_text(book: Casebook, claims: Sequence[Claim]) -> Iterator[CheckedSum]:
    figures = {(claim.id, place): _ref(claim, place) for claim in claims for place in range(len(claim.quantities))}
    told: dict[tuple[str, int], list[tuple[FigureRef, FigureRelation]]] = defaultdict(list)
    for claim in claims:
        for relation in claim.figure_relations:
            whole = (relation.to, relation.to_figure)
            if relation.type is RelationType.PART_OF and whole in figures:
                told[whole].append((figures[claim.id, relation.figure], relation))
    parted = {_key(part) for parts in told.values() for part, _ in parts}
    for key, total in figures.items():
        if key not in parted or key in told:
            yield from _checked(book, total, told.get(key, ()), _by_measure(book, total, figures.values(), parted))


def _ref(claim: Claim, place: int) -> FigureRef:
    return FigureRef(claim.id, place, claim.quantities[place])


def _key(figure: FigureRef) -> tuple[str, int]:
    return (figure.claim_id, figure.place)


def _checked(
    book: Casebook,
    total: FigureRef,
    told: Iterable[tuple[FigureRef, FigureRelation]],
    beside: Sequence[FigureRef],
) -> Iterator[CheckedSum]:
    """Yield the check of a total against its parts of other measures, and against kinds of its own people."""
    measure = total.quantity.measure
    proper: dict[Measure, FigureRef] = {}
    kinds: list[FigureRef] = []
    reasons: dict[tuple[str, int], Reason] = {}
    for part, relation in told:
        reasons[_key(part)] = _told_reason(book, part, relation)
        if contains(measure, part.quantity.measure):
            proper.setdefault(part.quantity.measure, part)
        else:
            kinds.append(replace(part, quantity=replace(part.quantity, measure=measure)))
    for part in beside:
        if part.quantity.measure not in proper:
            proper[part.quantity.measure] = part
            text = f"{measure} contain the {part.quantity.measure}, and both are told of one text's event"
            reasons[_key(part)] = Reason("contains", text, (total.claim_id, part.claim_id))
    groups = [_in_order(book, proper.values()), *_apart(kinds)]
    for parts in (tuple(group) for group in groups if group):
        yield check_sum(total, parts, tuple(reasons[_key(part)] for part in parts))


def _told_reason(book: Casebook, part: FigureRef, relation: FigureRelation) -> Reason:
    claim = book.library.claims[part.claim_id]
    words = " … ".join(span.of(book.library.document(claim).text) for span in relation.ground.spans)
    ids = tuple(dict.fromkeys((relation.to, part.claim_id)))
    return Reason("part-of", f"“{words}”: {relation.ground.rule}", ids)


def _in_order(book: Casebook, parts: Iterable[FigureRef]) -> list[FigureRef]:
    return sorted(parts, key=lambda one: (_place(book, one), one.place))


def _place(book: Casebook, figure: FigureRef) -> Span:
    return figure.quantity.span or book.library.claims[figure.claim_id].span


def _apart(kinds: Sequence[FigureRef]) -> list[list[FigureRef]]:
    """Return groups of parts that may be added: those of which nobody can be two; the others each by itself."""
    if len(kinds) > 1 and all(_disjoint(one.quantity.of, other.quantity.of) for one, other in combinations(kinds, 2)):
        return [list(kinds)]
    return [[one] for one in kinds]


def _disjoint(left: str, right: str) -> bool:
    for axis in _AXES:
        ours = {place for place, kind in enumerate(axis) if kind.search(left)}
        theirs = {place for place, kind in enumerate(axis) if kind.search(right)}
        if ours and theirs and not ours & theirs:
            return True
    return False


def _by_measure(
    book: Casebook, total: FigureRef, figures: Iterable[FigureRef], parted: set[tuple[str, int]]
) -> list[FigureRef]:
    """Return the nearest figure of each measure that the total's measure is made of, where nothing keeps them apart."""
    makeup = MAKEUPS.get(total.quantity.measure)
    if makeup is None or not makeup.needed:
        return []
    nearest: dict[Measure, tuple[int, FigureRef]] = {}
    for figure in figures:
        if figure.quantity.measure not in makeup.parts or _key(figure) in parted:
            continue
        gap = _gap(book, total, figure)
        if _belongs(book, total, figure, gap):
            held = nearest.get(figure.quantity.measure)
            if held is None or gap < held[0]:
                nearest[figure.quantity.measure] = (gap, figure)
    return [figure for _, figure in nearest.values()]


def _gap(book: Casebook, left: FigureRef, right: FigureRef) -> int:
    one, other = sorted((_place(book, left), _place(book, right)))
    return max(0, other.start - one.end)


def _belongs(book: Casebook, total: FigureRef, part: FigureRef, gap: int) -> bool:
    """Say whether a figure can be a part of a total by who says it, of whom, of when and over what time."""
    whole, some = book.library.claims[total.claim_id], book.library.claims[part.claim_id]
    if gap > _REACH or any(one.type is not RelationType.PART_OF for one in _relations(some, part.place)):
        return False
    voices = {folded(claim.origin.name) if claim.origin else "" for claim in (whole, some)}
    if len(voices) > 1 and ("" not in voices or gap > _ADJACENT):
        return False
    of_whole, of_part = victims(total.quantity.of), victims(part.quantity.of)
    if of_whole and of_part and of_whole != of_part:
        return False
    return _one_time(whole, total, some, part)


def _relations(claim: Claim, place: int) -> list[FigureRelation]:
    return [one for one in claim.figure_relations if one.figure == place]


def _one_time(whole: Claim, total: FigureRef, some: Claim, part: FigureRef) -> bool:
    if whole.id == some.id:
        return True
    days, other_days = days_told(whole), days_told(some)
    one, other = total.quantity, part.quantity
    if one.as_of is not None and other.as_of is not None and one.as_of != other.as_of:
        return False
    if one.scope is None or other.scope is None or one.scope is other.scope:
        return days is None or other_days is None or days == other_days
    return whole.when == some.when
