"""Say whether a register of political violence against civilians would record a count.

Such registers leave out fighters killed in battle, crime, accidents, threats and what happened long ago. The model has
learned that from the keys of the Fourth Message Understanding Conference (1992, public domain), which list the victims
of terrorist acts in 1,300 reports; what it says of other wars and years is a guess of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model.count import Count

LEAD = 600
"""Characters of a document's beginning by whose words its story is known."""
_WORD = re.compile(r"[a-z]{3,}")
_MOST = 10


def lead_words(text: str) -> tuple[str, ...]:
    """Return the words by which a document's story is known, as features."""
    return tuple(f"lead {word}" for word in sorted(set(_WORD.findall(text[:LEAD].lower()))))


def register_features(count: Count, facets: Sequence[str], lead: Sequence[str]) -> tuple[str, ...]:
    """Return what speaks for a count being recorded, as named features.

    Args:
        count: the count.
        facets: ``facet_features`` of its sentence.
        lead: ``lead_words`` of its document.
    """
    quantity = count.quantity
    words = quantity.of.lower().split()
    head = words[-1] if words else ""
    number = quantity.low if quantity.low is not None else quantity.high or 0
    names = [
        *facets,
        f"victims {count.victims}",
        f"side {count.side}",
        f"period {count.period}",
        f"main {count.main}",
        f"again {count.again}",
        f"stated {count.stated} {quantity.measure}",
        f"measure {quantity.measure} {count.victims}",
        f"of {head}",
        f"of {head} {quantity.measure}",
        f"number {min(number, _MOST)}",
        *(f"of word {word}" for word in words),
        *lead,
    ]
    return tuple(dict.fromkeys(names))
