"""Say whose people a figure counts: the side that the words name, or that the one who speaks of its own stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims.content import Content
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Ground, Link, Quantity
from reportedly.model.span import Span

INSURGENTS = "insurgents"
"""Side of fighters who are named by being against a state and by no group of their own."""
_INSURGENTS = re.compile(
    r"\b(?:rebels?|separatists?|insurgents?|guerrillas?|militia|militias|militiam[ae]n|extremists?|subversives?|"
    r"terrorists?|militants?)\b",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:our|servicem[ae]n|service members?|soldiers?|troops?|troopers?|kia|wia|fighters?|officers?|border guards?|"
    r"guards?|marines?|paratroopers?|defenders?|military|conscripts?|pilots?|commanders?|army|forces|reservists?)\b",
    re.IGNORECASE,
)
_ENEMY = re.compile(r"\b(?:enemy|invaders?|occupiers?|occupation|aggressor)\b", re.IGNORECASE)
_DOER = re.compile(
    r"\b(?:by|against|with|from|amid|pro|in)[\s-]+(?:the\s+)?(?:[A-Z][\w'’-]*[\s-]+|[\w-]+\s+){0,2}?"
    r"(?:army|troops?|forces|military|shelling|fire|rebels?|militants?|strikes?|attacks?|offensive|militia|side)\b"
)
"""Words that name who did it, not who suffered it."""


def side_of(
    quantity: Quantity, content: Content, chain: Sequence[Link], registry: ActorRegistry
) -> tuple[str | None, Ground | None]:
    """Return the side whose people a figure counts, and what it rests on; None where the text does not tell.

    The words for whom are asked first. Where they are forces without a flag, the source's own side is meant, since
    a side counts its own where its sentence names no other, or else the only side that the sentence names outside of
    the source and of a phrase for the doer. Where several sides are named, none is taken.

    Args:
        quantity: the figure.
        content: the sentence it stands in.
        chain: who says it.
        registry: knows the words that mark each side.
    """
    spans: tuple[Span, ...] = tuple(filter(None, (quantity.of_span,)))
    if _ENEMY.search(quantity.of):
        return None, None
    sides = registry.sides_in(quantity.of)
    if sides:
        return (sides[0], Ground("side", "named with the figure", spans)) if len(sides) == 1 else (None, None)
    if _INSURGENTS.search(quantity.of):
        return INSURGENTS, Ground("side", "fighters against a state", spans)
    if not _FORCES.search(quantity.of) and (quantity.of or not _FORCES.search(content.text)):
        return None, None
    return _unflagged(content, chain, registry, spans)


def _unflagged(
    content: Content, chain: Sequence[Link], registry: ActorRegistry, spans: tuple[Span, ...]
) -> tuple[str | None, Ground | None]:
    told = _DOER.sub(" ", _without(content, [link.span for link in chain if link.span is not None]))
    sides = registry.sides_in(told)
    for link in reversed(chain):
        actor = registry.find(link.name)
        own = {*registry.sides_in(link.name), *filter(None, (actor.side if actor else None,))}
        if len(own) == 1 and set(sides) <= own:
            return own.pop(), Ground("side", "forces without a flag are the speaker's own", spans)
        if not own and not sides and _INSURGENTS.search(link.name):
            return INSURGENTS, Ground("side", "forces without a flag are the speaker's own", spans)
    if len(sides) == 1:
        return sides[0], Ground("side", "the only side named beside the doer and the source", spans)
    return None, None


def _without(content: Content, spans: Sequence[Span]) -> str:
    """Return the sentence without the words of some spans."""
    start, text = content.sentence.span.start, content.sentence.span.of(content.parse.text)
    for span in sorted(spans, reverse=True):
        if content.sentence.span.covers(span):
            text = text[: span.start - start] + text[span.end - start :]
    return text
