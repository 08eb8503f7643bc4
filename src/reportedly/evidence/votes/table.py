"""The table of votes as arrays: which source gives which value of which object, and whom it says it has it from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reportedly.model.votes import Vote

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

NOBODY = -1
"""Index that stands for no row and no source."""
HABIT = 3
"""Objects on which a source must name an origin to be taken for its relay on others too. Invented."""


@dataclass(frozen=True)
class VoteTable:
    """Votes by number: one row for each source and object; the same whatever the order of the votes."""

    objects: tuple[str, ...]
    sources: tuple[str, ...]
    values: tuple[str, ...]
    """The value of each candidate; a candidate is one value of one object."""
    candidate_object: Ints
    source: Ints
    """The source of each row."""
    candidate: Ints
    """The candidate that each row votes for."""
    stated: Ints
    """The row that each row says it was taken from, ``NOBODY`` where it says nothing."""

    @cached_property
    def object(self) -> Ints:
        """The object of each row."""
        return self.candidate_object[self.candidate]

    @cached_property
    def own(self) -> Ints:
        """The rows that do not say that they were taken from another."""
        return np.flatnonzero(self.stated == NOBODY)

    @cached_property
    def key(self) -> Ints:
        """Object and source of each row as one number, in rising order."""
        return self.object * len(self.sources) + self.source

    def find(self, objects: Ints, sources: Ints) -> Ints:
        """Return the row of each source for each object, ``NOBODY`` where it is silent."""
        wanted = objects * len(self.sources) + sources
        at = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        return np.where(self.key[at] == wanted, at, NOBODY)

    @cached_property
    def distinct(self) -> Ints:
        """The number of different values given for each object."""
        return np.bincount(self.candidate_object, minlength=len(self.objects))

    def some(self, objects: Ints) -> VoteTable:
        """Return the table of some of the objects, with all sources."""
        kept = np.isin(self.candidate_object, objects)
        rows = np.flatnonzero(kept[self.candidate])
        candidates = np.cumsum(kept) - 1
        numbers = np.full(len(self.source) + 1, NOBODY)
        numbers[rows] = np.arange(len(rows))
        numbered = np.searchsorted(np.sort(objects), self.candidate_object[kept])
        return VoteTable(
            objects=tuple(self.objects[at] for at in np.sort(objects)),
            sources=self.sources,
            values=tuple(value for value, keep in zip(self.values, kept, strict=True) if keep),
            candidate_object=numbered,
            source=self.source[rows],
            candidate=candidates[self.candidate[rows]],
            stated=numbers[self.stated[rows]],
        )


def table_of(votes: Iterable[Vote]) -> VoteTable:
    """Return votes as arrays.

    A source with several values for one object votes for the one that it gives most often, of equals the first in
    alphabetical order. A source that others name without a row of its own for the object gets one: what most of those
    who name it say. Where rows name one another in a circle, the first in alphabetical order stands on its own.
    """
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    external: dict[str, str] = {}
    for vote in votes:
        said[vote.object, vote.source][vote.value] += 1
        names[_folded(vote.source)] = min(vote.source, names.get(_folded(vote.source), vote.source))
        if stated := _folded(vote.stated):
            named[vote.object, vote.source][stated] += 1
            external[stated] = min(vote.stated.strip(), external.get(stated, vote.stated.strip()))
    rows = {key: _most(counts) for key, counts in said.items()}
    known = external | names
    origins = {key: known[_most(counts)] for key, counts in named.items()}
    origins = {key: name for key, name in origins.items() if name != key[1]}
    missing: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (thing, source), origin in origins.items():
        if (thing, origin) not in rows:
            missing[thing, origin][rows[thing, source]] += 1
    rows |= {key: _most(counts) for key, counts in missing.items()}
    rows |= _implied(rows, origins, set(names.values()))
    return _numbered(rows, _without_circles(origins))


def _implied(
    rows: Mapping[tuple[str, str], str], origins: Mapping[tuple[str, str], str], speakers: set[str]
) -> dict[tuple[str, str], str]:
    """Return what sources without a page of their own seem to have said where nobody names them."""
    habit = Counter((source, origin) for (_, source), origin in origins.items() if origin not in speakers)
    relays: dict[str, list[str]] = defaultdict(list)
    for (source, origin), times in sorted(habit.items()):
        if times >= HABIT:
            relays[source].append(origin)
    heard: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (thing, source), value in rows.items():
        for origin in relays.get(source, ()):
            if (thing, origin) not in rows:
                heard[thing, origin][value] += 1
    return {key: _most(counts) for key, counts in heard.items() if max(counts.values()) >= 2}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda value: (-counts[value], value))


def _without_circles(origins: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    kept = dict(origins)
    for thing, source in sorted(origins):
        seen = {source}
        at = kept.get((thing, source))
        while at is not None and at not in seen:
            seen.add(at)
            at = kept.get((thing, at))
        if at == source:
            del kept[thing, source]
    return kept


def _numbered(rows: Mapping[tuple[str, str], str], origins: Mapping[tuple[str, str], str]) -> VoteTable:
    keys = sorted(rows)
    objects = {name: at for at, name in enumerate(sorted({thing for thing, _ in keys}))}
    sources = {name: at for at, name in enumerate(sorted({source for _, source in keys}))}
    candidates = {pair: at for at, pair in enumerate(sorted({(key[0], rows[key]) for key in keys}))}
    numbers = {key: at for at, key in enumerate(keys)}
    stated = [numbers[key[0], origins[key]] if key in origins else NOBODY for key in keys]
    return VoteTable(
        objects=tuple(objects),
        sources=tuple(sources),
        values=tuple(value for _, value in candidates),
        candidate_object=np.array([objects[thing] for thing, _ in candidates], dtype=np.int64),
        source=np.array([sources[source] for _, source in keys], dtype=np.int64),
        candidate=np.array([candidates[key[0], rows[key]] for key in keys], dtype=np.int64),
        stated=np.array(stated, dtype=np.int64),
    )
