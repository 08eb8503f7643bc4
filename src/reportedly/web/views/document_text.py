"""A document's text as the reader prints it: paragraphs of text with the marks of its claims, each character once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Claim
from reportedly.model.span import Span
from reportedly.web.views.document_pieces import Step, layered, paragraphs, touching


class Role(StrEnum):
    """What the words of a mark are for the claims that it belongs to."""

    CLAIM = "claim"
    SOURCE = "source"
    CUE = "cue"
    HEDGE = "hedge"
    FIGURE = "figure"
    DAY = "day"
    PLACE = "place"


LEGEND = (
    (Role.CLAIM, "claim", "what is asserted"),
    (Role.SOURCE, "source", "who says it"),
    (Role.CUE, "cue", "the words of saying"),
    (Role.HEDGE, "hedge", "how surely"),
    (Role.FIGURE, "figure", "how many"),
    (Role.DAY, "day", "when"),
    (Role.PLACE, "place", "where"),
)
"""Roles with name and meaning, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with one role, for one claim or several."""

    span: Span
    role: Role
    claims: tuple[int, ...]
    """Numbers of the claims."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One step of printing: a mark's part begins, text, or a part ends."""

    step: Step
    text: str = ""
    mark: Mark | None = None
    depth: int = 0
    """How many claims enclose the part."""
    first: bool = True
    """Whether the mark begins here."""
    last: bool = True
    """Whether it ends with this part."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as steps of printing, with the white space behind it."""

    strokes: tuple[Stroke, ...]
    gap: str


def in_reading_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims as a reader meets them: by their beginning, those that enclose others first."""
    return tuple(sorted(claims, key=lambda one: (one.span.start, -one.span.end, one.id)))


def numbered(claims: Iterable[Claim]) -> dict[str, int]:
    """Return the number of each claim by its id, from 1 in reading order."""
    return {one.id: number for number, one in enumerate(in_reading_order(claims), start=1)}


def printed(text: str, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs with marks; joined, the texts and the gaps are the text.

    Args:
        text: the document's text.
        claims: its claims; words of theirs that lie behind the text's end are left out.
    """
    numbers = numbered(claims)
    outer = [Mark(one.span, Role.CLAIM, (numbers[one.id],)) for one in in_reading_order(claims)]
    inner = role_marks(claims, numbers)
    parts = paragraphs(text)
    told, gaps = parts[::2], [gap.of(text) for gap in parts[1::2]]
    near_outer = touching(told, [mark.span for mark in outer])
    near_inner = touching(told, [mark.span for mark in inner])
    made, begun = [], set[Mark]()
    for part, gap, over, under in zip(told, [*gaps, ""], near_outer, near_inner, strict=True):
        strokes = _strokes(text, part, [outer[one] for one in over], [inner[one] for one in under], begun)
        made.append(Paragraph(tuple(strokes), gap))
    return tuple(made)


def role_marks(claims: Iterable[Claim], numbers: dict[str, int]) -> list[Mark]:
    """Return the words of claims that have a role, each once with all claims that they have it for."""
    held: dict[tuple[Span, Role], list[int]] = {}
    for claim in claims:
        for span, role in _roles(claim):
            if span is not None and len(span):
                held.setdefault((span, role), []).append(numbers[claim.id])
    order = list(Role)
    found = sorted(held.items(), key=lambda item: (item[0][0].start, -item[0][0].end, order.index(item[0][1])))
    return [Mark(span, role, tuple(sorted(set(told)))) for (span, role), told in found]


def _roles(claim: Claim) -> Iterator[tuple[Span | None, Role]]:
    for link in claim.chain:
        yield link.span, Role.SOURCE
        yield link.cue, Role.CUE
    for span in claim.certainty.spans if claim.certainty else ():
        yield span, Role.HEDGE
    for quantity in claim.quantities:
        yield quantity.span, Role.FIGURE
    for ground in claim.grounds if claim.when else ():
        if ground.field == "when":
            yield from ((span, Role.DAY) for span in ground.spans)
    for place in claim.where:
        yield place.span, Role.PLACE


def _strokes(text: str, part: Span, outer: Sequence[Mark], inner: Sequence[Mark], begun: set[Mark]) -> Iterator[Stroke]:
    """Yield the steps of one paragraph and note which marks have begun."""
    marks = [*outer, *inner]
    depth = 0
    for token in layered(part, [mark.span for mark in outer], [mark.span for mark in inner]):
        if token.step is Step.TEXT:
            yield Stroke(Step.TEXT, token.span.of(text))
            continue
        mark = marks[token.mark or 0]
        yield Stroke(token.step, "", mark, depth, mark not in begun, token.span.end == min(mark.span.end, len(text)))
        if mark.role is Role.CLAIM:
            depth += 1 if token.step is Step.OPEN else -1
        if token.step is Step.OPEN:
            begun.add(mark)
