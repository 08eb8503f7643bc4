"""Which sources speak for a side of the war, told from their names and the sides that lose something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.model.series import Tally


def parties_of(tallies: Iterable[Tally], countries: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return for each source that is a party which side it is.

    A source is a party where the first word of its name is the code, the name or the adjective of a side that has
    losses, or where its name is the side's.

    Args:
        tallies: the claims; their sides are the parties to the war.
        countries: by code, the names and adjectives of a country (``data/party_codes.json``).
    """
    kept = tuple(tallies)
    called: dict[str, str] = {}
    for side in sorted({one.side for one in kept}):
        called[side.casefold()] = side
        for code, names in countries.items():
            if side.casefold() in {code.casefold(), *(name.casefold() for name in names)}:
                called |= dict.fromkeys([code.casefold(), *(name.casefold() for name in names)], side)
    found: dict[str, str] = {}
    for source in sorted({one.source for one in kept}):
        words = source.casefold().split()
        starts = (" ".join(words[:end]) for end in range(len(words), 0, -1))
        side = next((called[start] for start in starts if start in called), "")
        if side:
            found[source] = side
    return found
