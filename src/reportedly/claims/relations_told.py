"""The figures of a document in the order of its text, as relations between them are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.claim import Claim, FigureRelation, Ground, Measure, Quantity, RelationType
from reportedly.model.measures import contains
from reportedly.model.span import Span
from reportedly.model.wording import content

_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n")
_OLDER = re.compile(r"\b(?:from|against)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """One figure where it stands."""

    claim: Claim
    place: int
    """Place among the claim's quantities."""
    quantity: Quantity
    span: Span
    """The words of the figure with its qualifier."""

    @property
    def point(self) -> int:
        """The number that the figure turns on."""
        low, high = self.quantity.low, self.quantity.high
        return low if low is not None else high or 0

    def relation(self, kind: RelationType, other: Told, rule: str, words: Span) -> FigureRelation:
        """Return how this figure stands to another, resting on these words."""
        ground = Ground("figure_relations", rule, (words,))
        return FigureRelation(kind, self.place, other.claim.id, other.place, ground)


Found = tuple[Told, FigureRelation]
"""A figure with one relation of it."""


def told_figures(claims: Sequence[Claim]) -> tuple[Told, ...]:
    """Return the figures of a document's claims in the order of the text; one that two claims hold stands once."""
    held: dict[Span, Told] = {}
    for claim in claims:
        for place, quantity in enumerate(claim.quantities):
            if quantity.span is not None and (quantity.low is not None or quantity.high is not None):
                held.setdefault(quantity.span, Told(claim, place, quantity, quantity.span))
    return tuple(held[span] for span in sorted(held))


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence that holds a place begins."""
    starts = [match.end() for match in _END.finditer(text, max(0, at - 1000), at + 1)]
    return starts[-1] if starts else max(0, at - 1000)


def before_in_sentence(text: str, figure: Told) -> tuple[int, str]:
    """Return where the figure's sentence begins, and its words up to the figure."""
    start = sentence_start(text, figure.span.start)
    return start, text[start : figure.span.start]


def sentence_ends(text: str, left: Told, right: Told) -> int:
    """Return how many sentences end between two figures."""
    return len(_END.findall(text, left.span.end, right.span.start + 1))


def same_sentence(text: str, left: Told, right: Told) -> bool:
    """Say whether no sentence ends between two figures."""
    return sentence_ends(text, left, right) == 0


def named_as_older(text: str, figure: Told) -> bool:
    """Say whether a figure is only the number that another has taken the place of: ``312, up from 207``."""
    return bool(_OLDER.search(text[max(0, figure.span.start - 12) : figure.span.start]))


def earlier(figures: Sequence[Told], figure: Told, reach: int) -> Iterator[Told]:
    """Yield the figures before one, the nearest first, as far as so many characters before it."""
    for other in reversed(figures):
        if other.span.end <= figure.span.start and other.span.end >= figure.span.start - reach:
            yield other


def may_be_part(total: Quantity, part: Quantity) -> bool:
    """Say whether by their measures one figure can count some of those whom the other counts."""
    if total.high == 1:
        return False
    alike = part.measure is total.measure or contains(total.measure, part.measure)
    return alike or Measure.OTHER in {part.measure, total.measure}


def count_alike(left: Quantity, right: Quantity) -> bool:
    """Say whether two figures count the same sort of thing: one measure, and what no measure names by one word."""
    if left.measure is not right.measure or not same_people(left, right):
        return False
    return left.measure is not Measure.OTHER or bool(set(content(left.of)) & set(content(right.of)))


def same_people(left: Quantity, right: Quantity) -> bool:
    """Say whether two figures can count the same kind of people or things: a word in common, or one names nobody."""
    ours, theirs = set(content(left.of)), set(content(right.of))
    return not ours or not theirs or bool(ours & theirs)
