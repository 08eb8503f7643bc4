"""Bring back claims that a relay's change of measure or source sent to the wrong event."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.events.likeness import Comparator, odd
from reportedly.events.testimonies import Saying, copied
from reportedly.model.reason import Reason

_ONE_STORY = 0.12
_COPIED = 0.12


def return_strays(told: Sequence[list[Saying]], comparator: Comparator) -> None:
    """Move a saying to another event where the same origin gave the same telling figure for another measure before.

    Only relays move, only where their text is partly copied from one that has the figure right: ``about 60 killed`` in a
    report that copies one with ``about 60 missing``.

    Args:
        told: the sayings of each event; changed in place.
        comparator: tells whether two texts tell one story.
    """
    for at, sayings in enumerate(told):
        for late in list(sayings):
            if late.voice.own or not late.voice.recorded or late.figure is None:
                continue
            home = _home(late, [s for n, others in enumerate(told) if n != at for s in others], comparator)
            if home is not None:
                ids = (home.nodes[0].claim_ids[0], late.nodes[0].claim_ids[0])
                home.take(late, Reason("measure-changed", "one origin's figure with another measure", ids))
                sayings.remove(late)


def _home(late: Saying, others: Sequence[Saying], comparator: Comparator) -> Saying | None:
    for early in others:
        if early.voice.key != late.voice.key or early.figure != late.figure or early.day > late.day:
            continue
        figure = early.figure[1] if isinstance(early.figure, tuple) else early.figure or 0
        if early.nodes[0].facets & late.nodes[0].facets or not odd(figure) or figure < 10:
            continue
        for node in early.nodes:
            if comparator.story(node.family, late.nodes[0].family) < _ONE_STORY:
                continue
            if node.family.key != late.nodes[0].family.key and copied(node, late.nodes[0]) >= _COPIED:
                return early
    return None
