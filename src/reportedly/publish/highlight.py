"""Cut a document's text into segments so that nested and overlapping spans can all be shown, without nesting tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model.claim import Claim
from reportedly.model.span import Span

ROLES = ("content", "source", "cue", "figure", "hedge")
"""What a span of a claim is, in the order in which labels are printed."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the same marks from end to end."""

    text: str
    roles: tuple[str, ...] = ()
    begins: tuple[int, ...] = ()
    """Numbers of the claims whose content begins here."""
    ends: tuple[str, ...] = ()
    """Roles, other than content, whose words end here."""


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    role: str
    number: int


def segments(text: str, claims: Iterable[Claim], numbers: Mapping[str, int]) -> tuple[Segment, ...]:
    """Return the text of a document cut at every span of its claims; joined, the segments are the text again.

    Args:
        text: the document's stored text.
        claims: its claims; spans that run past the text are cut at its end.
        numbers: the number that each claim has in the report.
    """
    marks = [mark for claim in claims for mark in _marks(claim, numbers[claim.id]) if mark.span.start < len(text)]
    edges = {0, len(text)} | {edge for mark in marks for edge in (mark.span.start, min(mark.span.end, len(text)))}
    starts: dict[int, list[_Mark]] = {}
    for mark in marks:
        starts.setdefault(mark.span.start, []).append(mark)
    cuts = sorted(edges)
    made, active = [], list[_Mark]()
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span.end > start] + starts.get(start, [])
        roles = {mark.role for mark in active}
        begins = sorted(mark.number for mark in starts.get(start, ()) if mark.role == "content")
        ends = {mark.role for mark in active if min(mark.span.end, len(text)) == end} - {"content"}
        made.append(Segment(text[start:end], _ordered(roles), tuple(begins), _ordered(ends)))
    return tuple(made)


def _ordered(roles: set[str]) -> tuple[str, ...]:
    return tuple(role for role in ROLES if role in roles)


def _marks(claim: Claim, number: int) -> list[_Mark]:
    found: list[tuple[Span | None, str]] = [(claim.span, "content")]
    for link in claim.chain:
        found += [(link.span, "source"), (link.cue, "cue")]
    found += [(quantity.span, "figure") for quantity in claim.quantities]
    found += [(span, "hedge") for span in (claim.certainty.spans if claim.certainty else ())]
    return [_Mark(span, role, number) for span, role in found if span is not None and len(span)]
