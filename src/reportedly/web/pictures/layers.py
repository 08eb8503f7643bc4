"""Put what is tied into rows: parents above children, long ways through rows of others, few crossings.

The method is that of Sugiyama, Tagawa and Toda (1981): longest paths give layers, rows of limited length are cut from
them, a trunk stands for a parent in every row that its ways pass, and sweeps order rows by the mean place of what each
stop is tied to. Everything is decided by rank and id, so that the same graph gives the same picture.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be placed."""

    id: str
    width: float
    height: float
    band: float = 0.0
    """Room that its labels need above it."""
    least: int = 0
    """The highest layer in which it may stand, from 0."""
    rank: tuple[str, ...] = ()
    """What decides between equals, such as the day."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A tie from a parent to a child."""

    parent: str
    child: str


@dataclass(frozen=True, slots=True, order=True)
class Stop:
    """A place in a row: an item, or the trunk of one that stands further up."""

    item: str
    trunk: bool = False


Rows = list[list[Stop]]
Nets = list[dict[Stop, list[Stop]]]
"""For each gap between two rows what leads from a stop above to which stops below."""


def rows_of(items: Sequence[Item], arcs: Sequence[Arc], columns: int) -> Rows:
    """Return rows of at most ``columns`` items, ordered so that few ways cross.

    Args:
        items: what to place, each with an id of its own.
        arcs: ties among them, without a circle.
        columns: the largest number of items in a row; trunks come on top.
    """
    rows = _cut(items, arcs, columns)
    place = {stop.item: at for at, row in enumerate(rows) for stop in row}
    lowest: dict[str, int] = {}
    for arc in arcs:
        lowest[arc.parent] = max(lowest.get(arc.parent, 0), place[arc.child])
    for parent in sorted(lowest):
        for at in range(place[parent] + 1, lowest[parent]):
            rows[at].append(Stop(parent, trunk=True))
    return _ordered(rows, nets_of(rows, arcs))


def nets_of(rows: Rows, arcs: Sequence[Arc]) -> Nets:
    """Return what leads from each row to the next."""
    place = {stop.item: at for at, row in enumerate(rows) for stop in row if not stop.trunk}
    trunks = {(stop.item, at) for at, row in enumerate(rows) for stop in row if stop.trunk}
    nets: Nets = [defaultdict(list) for _ in rows]
    for item, at in sorted(trunks):
        nets[at - 1][Stop(item, (item, at - 1) in trunks)].append(Stop(item, trunk=True))
    for arc in sorted(arcs, key=lambda one: (one.parent, one.child)):
        above = place[arc.child] - 1
        source = Stop(arc.parent, (arc.parent, above) in trunks)
        if Stop(arc.child) not in nets[above][source]:
            nets[above][source].append(Stop(arc.child))
    return [dict(one) for one in nets]


def crossings(rows: Rows, nets: Nets) -> int:
    """Return how many pairs of ways cross."""
    total = 0
    for at, net in enumerate(nets[:-1]):
        above, below = _places(rows[at]), _places(rows[at + 1])
        ends = sorted((above[source], below[target]) for source, targets in net.items() for target in targets)
        seen: list[int] = []
        for _, end in ends:
            total += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return total


def _cut(items: Sequence[Item], arcs: Sequence[Arc], columns: int) -> Rows:
    layer = _layers(items, arcs)
    parents: dict[str, list[str]] = defaultdict(list)
    for arc in arcs:
        parents[arc.child].append(arc.parent)
    givers = {arc.parent for arc in arcs}
    held: dict[int, list[Item]] = defaultdict(list)
    for one in items:
        held[layer[one.id]].append(one)
    rows: Rows = []
    order: dict[str, int] = {}
    for at in sorted(held):
        told = sorted(held[at], key=lambda one: _turn(one, parents, givers, order))
        for one in told:
            order[one.id] = len(order)
        rows += [[Stop(one.id) for one in part] for part in _even(told, columns)]
    return rows


def _turn(
    one: Item, parents: Mapping[str, Sequence[str]], givers: set[str], order: Mapping[str, int]
) -> tuple[bool, int, tuple[str, ...], str]:
    """Return what orders a layer: what has children of its own stands in its last rows, near to them."""
    return one.id in givers, min((order[p] for p in parents[one.id]), default=-1), one.rank, one.id


def _even(items: Sequence[Item], columns: int) -> list[Sequence[Item]]:
    """Return items in as few rows as columns allow, the rows about equally long."""
    parts = -(-len(items) // columns)
    size = -(-len(items) // parts)
    return [items[start : start + size] for start in range(0, len(items), size)]


def _layers(items: Sequence[Item], arcs: Sequence[Arc]) -> dict[str, int]:
    layer = {one.id: one.least for one in items}
    children: dict[str, list[str]] = defaultdict(list)
    waiting = dict.fromkeys(layer, 0)
    for arc in arcs:
        children[arc.parent].append(arc.child)
        waiting[arc.child] += 1
    ready = [one for one, parents in waiting.items() if not parents]
    while ready:
        one = ready.pop()
        for child in children[one]:
            layer[child] = max(layer[child], layer[one] + 1)
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return layer


def _places(row: Sequence[Stop]) -> dict[Stop, int]:
    return {stop: at for at, stop in enumerate(row)}


def _ordered(rows: Rows, nets: Nets) -> Rows:
    up = [_turned(net) for net in nets]
    best, fewest = [list(row) for row in rows], crossings(rows, nets)
    now = [list(row) for row in rows]
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        if sweep % 2 == 0:
            for at in range(1, len(now)):
                now[at] = _by_mean(now[at], now[at - 1], up[at - 1])
        else:
            for at in range(len(now) - 2, -1, -1):
                now[at] = _by_mean(now[at], now[at + 1], nets[at])
        found = crossings(now, nets)
        if found < fewest:
            best, fewest = [list(row) for row in now], found
    return best


def _turned(net: Mapping[Stop, Sequence[Stop]]) -> dict[Stop, list[Stop]]:
    turned: dict[Stop, list[Stop]] = defaultdict(list)
    for source, targets in net.items():
        for target in targets:
            turned[target].append(source)
    return turned


def _by_mean(row: Sequence[Stop], other: Sequence[Stop], ties: Mapping[Stop, Sequence[Stop]]) -> list[Stop]:
    """Return a row by the mean place of what each stop is tied to; a stop without ties keeps its share of the row."""
    places = _places(other)
    scale = max(len(other) - 1, 1) / max(len(row) - 1, 1)
    wanted = {}
    for at, stop in enumerate(row):
        tied = [places[one] for one in ties.get(stop, ())]
        wanted[stop] = (sum(tied) / len(tied) if tied else at * scale, at)
    return sorted(row, key=wanted.__getitem__)
