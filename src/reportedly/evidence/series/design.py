"""The columns behind a claim: its side's curve, its source's factors, its bound and its source's drift in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from reportedly.evidence.series.settings import Grid
from reportedly.model.series import Bound, Tally

Floats = NDArray[np.float64]
Key = tuple[str, ...]


class Group(StrEnum):
    """Kinds of columns; those of one kind share one spread, which the claims revise."""

    CURVE = "curve"
    PARTY = "party"
    PARTY_CATEGORY = "party category"
    OTHER = "other"
    OTHER_CATEGORY = "other category"
    BOUND = "bound"
    BOUND_SOURCE = "bound source"
    BOUND_CELL = "bound cell"
    PARTY_DRIFT = "party drift"
    DRIFT = "drift"


Column = tuple[Group, Key, int]


@dataclass
class Design:
    """Columns of a table of claims.

    Args:
        tallies: the claims that the columns are made for.
        parties: which side each source is that speaks for one.
        horizon: last day on which anything is to be expected.
        grid: the knots.
    """

    tallies: Sequence[Tally]
    parties: Mapping[str, str]
    horizon: int
    grid: Grid = field(default_factory=Grid)

    @cached_property
    def knots(self) -> Floats:
        """Knots on ln(day + shift) from the first day to the horizon, even."""
        first, last = np.log(1 + self.grid.shift), np.log(max(self.horizon, 2) + self.grid.shift)
        number = max(4, round((last - first) / self.grid.step) + 1)
        return np.linspace(first, last, number)

    @cached_property
    def root(self) -> Floats:
        """Lower root of the correlation of a drift between the knots."""
        apart = np.abs(self.knots[:, None] - self.knots[None])
        near = np.exp(-apart / self.grid.memory) + 1e-8 * np.eye(len(self.knots))
        return np.asarray(np.linalg.cholesky(near), dtype=np.float64)

    @cached_property
    def curves(self) -> tuple[Key, ...]:
        """Side and category of each curve, in order."""
        return tuple(sorted({(one.side, one.category) for one in self.tallies}))

    @cached_property
    def drifting(self) -> frozenset[Key]:
        """Sources with side, category and bound that spoke on enough days to have a drift."""
        days: dict[Key, set[int]] = defaultdict(set)
        for one in self.tallies:
            days[cell(one)].add(one.day)
        return frozenset(key for key, seen in days.items() if len(seen) >= self._least(key[0]))

    def _least(self, source: str) -> int:
        return self.grid.least_party if source in self.parties else self.grid.least_other

    @cached_property
    def columns(self) -> dict[Column, int]:
        """Place of each column."""
        knots = range(len(self.knots))
        names: dict[Column, None] = {(Group.CURVE, key, at): None for key in self.curves for at in knots}
        for one in self.tallies:
            names |= {(group, key, 0): None for group, key in self.effects(one)}
        for key in sorted(self.drifting):
            group = Group.PARTY_DRIFT if key[0] in self.parties else Group.DRIFT
            names |= {(group, key, at): None for at in knots}
        return {name: at for at, name in enumerate(names)}

    @cached_property
    def kinds(self) -> dict[tuple[Group, str], NDArray[np.intp]]:
        """Places of the columns that share a spread: those of a group, drifts of a source that is no party apart."""
        found: dict[tuple[Group, str], list[int]] = defaultdict(list)
        for (group, key, _), at in self.columns.items():
            found[(group, key[0] if group is Group.DRIFT else "")].append(at)
        return {name: np.array(places, dtype=np.intp) for name, places in found.items()}

    def effects(self, one: Tally) -> Iterator[tuple[Group, Key]]:
        """Yield the factors that stand behind a claim, its curve and drift apart."""
        party = one.source in self.parties
        yield (Group.PARTY if party else Group.OTHER), (one.source, one.side)
        yield (Group.PARTY_CATEGORY if party else Group.OTHER_CATEGORY), (one.source, one.side, one.category)
        if one.bound is not Bound.NUMBER:
            yield Group.BOUND, (one.bound,)
            yield Group.BOUND_SOURCE, (one.source, one.bound)
            yield Group.BOUND_CELL, cell(one)

    def rows(self, tallies: Sequence[Tally]) -> sparse.csr_matrix:
        """Return one row a claim; what has no column was never seen and counts as nought."""
        at: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for number, one in enumerate(tallies):
            for name, value in self._row(one):
                place = self.columns.get(name)
                if place is not None:
                    at.append(number)
                    columns.append(place)
                    values.append(value)
        return sparse.csr_matrix((values, (at, columns)), shape=(len(tallies), len(self.columns)))

    def _row(self, one: Tally) -> Iterator[tuple[Column, float]]:
        knot, share = self.between(one.day)
        curve = (one.side, one.category)
        yield (Group.CURVE, curve, knot), 1 - share
        yield (Group.CURVE, curve, knot + 1), share
        for group, key in self.effects(one):
            yield (group, key, 0), 1.0
        key = cell(one)
        if key in self.drifting:
            group = Group.PARTY_DRIFT if one.source in self.parties else Group.DRIFT
            drift = (1 - share) * self.root[knot] + share * self.root[knot + 1]
            yield from (((group, key, at), float(value)) for at, value in enumerate(drift) if value)

    def between(self, day: int) -> tuple[int, float]:
        """Return the knot before a day and how far the day lies on the way to the next, 0 to 1."""
        step = self.knots[1] - self.knots[0]
        place = float(np.clip((np.log(day + self.grid.shift) - self.knots[0]) / step, 0, len(self.knots) - 1 - 1e-9))
        return int(place), place - int(place)


def cell(one: Tally) -> Key:
    """Return what makes claims of one source a series of their own: source, side, category and bound."""
    return (one.source, one.side, one.category, one.bound)
