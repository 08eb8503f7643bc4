"""Average-link clustering over scored pairs, with pairs that people bind or hold apart."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


class Clusters:
    """Clusters of the numbers 0 .. size-1, joined best average link first.

    Average link guards against chains: a cluster joins another only where its members fit on average, pairs without a
    score counting as 0. Members may weigh less than others, so that remarks which joined a cluster do not keep what
    it is about from growing. Ties fall to the lower numbers, so that the outcome depends on the numbering alone.
    """

    def __init__(
        self,
        size: int,
        scores: Mapping[Pair, float],
        apart: Iterable[Pair] = (),
        weights: Sequence[float] | None = None,
    ) -> None:
        """Take the scored pairs (lower number first, 0 to 1) and the pairs that must never share a cluster.

        Args:
            size: how many numbers there are.
            scores: score of each pair that has one.
            apart: pairs that must never share a cluster.
            weights: what each member weighs in an average, above 0; 1 each where not given.
        """
        self._members: dict[int, list[int]] = {number: [number] for number in range(size)}
        self._home = list(range(size))
        self._sums: dict[int, dict[int, float]] = {number: {} for number in range(size)}
        self._apart: dict[int, set[int]] = {number: set() for number in range(size)}
        self._weight = list(weights) if weights is not None else [1.0] * size
        for (left, right), score in scores.items():
            weighted = score * self._weight[left] * self._weight[right]
            self._sums[left][right] = self._sums[right][left] = weighted
        for left, right in apart:
            if left != right:
                self._apart[left].add(right)
                self._apart[right].add(left)

    def bind(self, left: int, right: int) -> bool:
        """Join the clusters of two numbers; return False where they are held apart."""
        first, second = sorted((self._home[left], self._home[right]))
        if first == second:
            return True
        if second in self._apart[first]:
            return False
        self._join(first, second)
        return True

    def grow(self, threshold: float) -> None:
        """Join clusters while the best average link is at least ``threshold``."""
        heap = [
            (-self._average(left, right), left, right)
            for left, row in self._sums.items()
            for right in row
            if left < right
        ]
        heapq.heapify(heap)
        while heap:
            negative, left, right = heapq.heappop(heap)
            if -negative < threshold:
                return
            if left not in self._members or right not in self._members or right in self._apart[left]:
                continue
            if abs(self._average(left, right) + negative) > 1e-12:
                continue
            self._join(left, right)
            for other in self._sums[left]:
                first, second = sorted((left, other))
                heapq.heappush(heap, (-self._average(first, second), first, second))

    def result(self) -> list[list[int]]:
        """Return the clusters, members ascending, ordered by their first member."""
        return sorted(sorted(members) for members in self._members.values())

    def _average(self, left: int, right: int) -> float:
        return self._sums[left].get(right, 0.0) / (self._weight[left] * self._weight[right])

    def _join(self, keep: int, drop: int) -> None:
        for number in self._members[drop]:
            self._home[number] = keep
        self._members[keep].extend(self._members.pop(drop))
        self._weight[keep] += self._weight[drop]
        for other, total in self._sums.pop(drop).items():
            self._sums[other].pop(drop)
            if other != keep:
                merged = self._sums[keep].get(other, 0.0) + total
                self._sums[keep][other] = self._sums[other][keep] = merged
        for other in self._apart.pop(drop):
            self._apart[other].discard(drop)
            self._apart[other].add(keep)
            self._apart[keep].add(other)
