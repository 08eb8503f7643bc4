"""Profiles: combinations of everything of which claims and events have few values, by which very many are counted.

A ledger holds some hundreds of them at most, so that they are read each time and things are counted by one number.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Connection, select

from reportedly.ledger.catalogue_tables import CATALOGUE_PROFILE
from reportedly.model.search import Facet, FacetCount, FacetCounts

BROAD = 10_000
"""Things from which on a search is too broad to be ranked by words, or to be counted by source and place."""
_FACETS = (Facet.MEASURE, Facet.SIDE, Facet.SOURCE_CLASS, Facet.LETTER, Facet.DIGIT, Facet.KIND)

Traits: TypeAlias = Mapping[str, Sequence[str]]
"""Facet -> values of one profile."""


class Profiles:
    """The profiles of a ledger."""

    def __init__(self, connection: Connection) -> None:
        """Read them."""
        rows = connection.execute(select(CATALOGUE_PROFILE))
        self._traits: dict[int, Traits] = {row.profile: json.loads(row.traits) for row in rows}

    def having(self, asked: Mapping[Facet, object]) -> list[int]:
        """Return the profiles that have all of some values; empty values ask for nothing."""
        wanted = {facet.value: str(value) for facet, value in asked.items() if value}
        return [
            profile
            for profile, traits in self._traits.items()
            if all(value in traits.get(facet, ()) for facet, value in wanted.items())
        ]

    def facets(self, counts: Mapping[tuple[int, str], int], most: int) -> list[FacetCounts]:
        """Return how many things each value has.

        Args:
            counts: how many things each profile has with each grade.
            most: the largest number of values of one facet.
        """
        found: dict[Facet, Counter[str]] = {facet: Counter() for facet in _FACETS}
        for (profile, grade), count in counts.items():
            graded = {Facet.LETTER.value: [grade[:1]], Facet.DIGIT.value: [grade[1:]]}
            traits = {**self._traits.get(profile, {}), **graded}
            for facet, values in found.items():
                values.update(dict.fromkeys(filter(None, traits.get(facet.value, ())), count))
        return [FacetCounts(facet, _commonest(values.items(), most)) for facet, values in found.items() if values]


def _commonest(values: Iterable[tuple[str, int]], most: int) -> tuple[FacetCount, ...]:
    ordered = sorted(values, key=lambda one: (-one[1], one[0]))
    return tuple(FacetCount(value, count) for value, count in ordered[:most])
