"""Choose between wordings of one fact, so that neighbours do not sound alike and the same input gives the same text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Wording = TypeVar("Wording")


def varied(options: Sequence[Wording], turn: int) -> Wording:
    """Return the wording whose turn it is; two events that follow one another never share one where there are several.

    Args:
        options: wordings of the same fact, each of which fits.
        turn: place of the event among those told, which follows from the evidence and not from the order of the input.
    """
    return options[turn % len(options)]
