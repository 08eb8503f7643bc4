"""Give rows of items their places, and ways between them that run beside every item and through none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from reportedly.web.pictures.layers import Arc, Item, Nets, Rows, Stop, nets_of, rows_of

GAP = 20.0
"""Least space between two items of a row."""
_TRUNK = 8.0
_BESIDE = 12.0
"""Least space between a trunk and what stands beside it."""
_TRACK = 9.0
_LEAD = 10.0
"""Space between a row and the first or last track beneath it."""
_ROUND = 6.0
_PASSES = 8
_WORK = 400
"""Rows that all passes together may visit; a very long picture gets fewer passes."""
_NEAR = 6.0
"""Verticals nearer than this would be taken for one."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item stands: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Its middle from left to right."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """Items with their places and the ways between them."""

    width: float
    height: float
    spots: Mapping[str, Spot]
    """By id, in reading order: row by row, from left to right."""
    ways: Mapping[Arc, tuple[Point, ...]]
    """For each tie the corners of its way, from the parent's lower edge to the child's upper edge."""


def placed(items: Sequence[Item], arcs: Sequence[Arc], columns: int) -> Placed:
    """Return places for items and ways for their ties.

    Args:
        items: what to place, each with an id of its own.
        arcs: ties among them, without a circle.
        columns: the largest number of items in a row.
    """
    if not items:
        return Placed(0, 0, {}, {})
    known = {one.id: one for one in items}
    rows = rows_of(items, arcs, columns)
    nets = nets_of(rows, arcs)
    width = max(_row_width(row, known) for row in rows)
    middles = _middles(rows, nets, known, width)
    tracks = [_tracks(net, middles[at], middles[at + 1]) for at, net in enumerate(nets[:-1])]
    tops, rails, height = _heights(rows, known, tracks)
    spots = {
        stop.item: Spot(
            middles[at][stop] - known[stop.item].width / 2, tops[at], known[stop.item].width, known[stop.item].height
        )
        for at, row in enumerate(rows)
        for stop in row
        if not stop.trunk
    }
    place = {stop.item: at for at, row in enumerate(rows) for stop in row if not stop.trunk}
    ways = {arc: _way(arc, place, middles, rails, spots) for arc in arcs}
    return Placed(width, height, spots, ways)


def rounded(points: Sequence[Point]) -> str:
    """Return a way as SVG path data with rounded corners."""
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        first, last = _towards(corner, before), _towards(corner, after)
        parts.append(f"L{first[0]:.1f} {first[1]:.1f}Q{corner[0]:.1f} {corner[1]:.1f} {last[0]:.1f} {last[1]:.1f}")
    parts.append(f"L{points[-1][0]:.1f} {points[-1][1]:.1f}")
    return "".join(parts)


def _towards(corner: Point, other: Point) -> Point:
    across, down = other[0] - corner[0], other[1] - corner[1]
    length = abs(across) + abs(down)
    share = min(_ROUND, length / 2) / length if length else 0.0
    return corner[0] + across * share, corner[1] + down * share


def _width(stop: Stop, known: Mapping[str, Item]) -> float:
    return _TRUNK if stop.trunk else known[stop.item].width


def _apart(left: Stop, right: Stop, known: Mapping[str, Item]) -> float:
    """Return how far the middles of two neighbours stand apart at least."""
    gap = _BESIDE if left.trunk or right.trunk else GAP
    return (_width(left, known) + _width(right, known)) / 2 + gap


def _row_width(row: Sequence[Stop], known: Mapping[str, Item]) -> float:
    between = sum(_apart(left, right, known) for left, right in pairwise(row))
    return between + (_width(row[0], known) + _width(row[-1], known)) / 2 if row else 0.0


def _middles(rows: Rows, nets: Nets, known: Mapping[str, Item], width: float) -> list[dict[Stop, float]]:
    """Return the middles of all stops, in whole pixels: each as near to what it is tied to as its row allows."""
    lanes = [_lane(row, known, width) for row in rows]
    above, below = _neighbours(rows, nets)
    now = [lane.spread([width / 2] * len(lane.offsets)) for lane in lanes]
    passes = max(2, min(_PASSES, _WORK // len(rows)))
    sweeps = [range(len(rows)) if sweep % 2 == 0 else range(len(rows) - 1, -1, -1) for sweep in range(passes)]
    for at in chain(*sweeps):
        wanted = []
        for place, middle in enumerate(now[at]):
            near = [now[at - 1][one] for one in above[at][place]] + [now[at + 1][one] for one in below[at][place]]
            wanted.append(sum(near) / len(near) if near else middle)
        now[at] = lanes[at].spread(wanted)
    for at in range(len(rows) - 2, -1, -1):  # a parent of one child stands straight above it
        straight = [
            now[at + 1][below[at][place][0]] if len(below[at][place]) == 1 else middle
            for place, middle in enumerate(now[at])
        ]
        now[at] = lanes[at].spread(straight)
    return [
        {stop: float(round(middle)) for stop, middle in zip(row, middles, strict=True)}
        for row, middles in zip(rows, now, strict=True)
    ]


def _neighbours(rows: Rows, nets: Nets) -> tuple[list[list[list[int]]], list[list[list[int]]]]:
    """Return for each stop of each row the places of what it is tied to in the row above, and in the row below."""
    above: list[list[list[int]]] = [[[] for _ in row] for row in rows]
    below: list[list[list[int]]] = [[[] for _ in row] for row in rows]
    places = [{stop: place for place, stop in enumerate(row)} for row in rows]
    for at, net in enumerate(nets[:-1]):
        for source, targets in net.items():
            for target in targets:
                first, second = places[at][source], places[at + 1][target]
                below[at][first].append(second)
                above[at + 1][second].append(first)
    return above, below


@dataclass(frozen=True, slots=True)
class _Lane:
    """The room of one row: how far each stop stands from the first at least, and where the first may stand."""

    offsets: tuple[float, ...]
    low: float
    high: float

    def spread(self, wanted: Sequence[float]) -> list[float]:
        """Return middles nearest to the wanted ones that keep order, distance and bounds.

        This is least squares under an order, solved by pooling adjacent violators.
        """
        blocks: list[tuple[float, int]] = []
        for middle, offset in zip(wanted, self.offsets, strict=True):
            total, number = middle - offset, 1
            while blocks and blocks[-1][0] * number > total * blocks[-1][1]:
                more, count = blocks.pop()
                total, number = total + more, number + count
            blocks.append((total, number))
        level = [min(max(total / number, self.low), self.high) for total, number in blocks for _ in range(number)]
        return [at + offset for at, offset in zip(level, self.offsets, strict=True)]


def _lane(row: Sequence[Stop], known: Mapping[str, Item], width: float) -> _Lane:
    offsets = tuple(accumulate((_apart(left, right, known) for left, right in pairwise(row)), initial=0.0))
    low = _width(row[0], known) / 2
    return _Lane(offsets, low, max(width - _width(row[-1], known) / 2 - offsets[-1], low))


def _tracks(
    net: Mapping[Stop, Sequence[Stop]], above: Mapping[Stop, float], below: Mapping[Stop, float]
) -> dict[Stop, int]:
    """Return on which track, from 0, each source's way runs across; ways straight down need none.

    Two ways share no track where they overlap, and a way that starts where another one ends turns off above it.
    """
    spans = {}
    for source, targets in net.items():
        ends = [above[source], *(below[one] for one in targets)]
        if max(ends) > min(ends):
            spans[source] = (min(ends), max(ends))
    before: dict[Stop, set[Stop]] = {one: set() for one in spans}
    for source in spans:
        for other in spans:
            meets = any(abs(below[target] - above[source]) < _NEAR for target in net[other])
            if other != source and meets:
                before[other].add(source)
    tracks: dict[Stop, int] = {}
    waiting = sorted(spans, key=lambda one: (spans[one], one))
    while waiting:
        ready = [one for one in waiting if before[one] <= tracks.keys()] or waiting[:1]
        for one in ready:
            tracks[one] = _free(one, spans, tracks, before[one])
            waiting.remove(one)
    return tracks


def _free(one: Stop, spans: Mapping[Stop, tuple[float, float]], tracks: Mapping[Stop, int], before: set[Stop]) -> int:
    track = max((tracks[other] + 1 for other in before if other in tracks), default=0)
    low, high = spans[one]
    taken = {
        at for other, at in tracks.items() if spans[other][0] <= high + _BESIDE and spans[other][1] >= low - _BESIDE
    }
    while track in taken:
        track += 1
    return track


def _heights(
    rows: Rows, known: Mapping[str, Item], tracks: Sequence[Mapping[Stop, int]]
) -> tuple[list[float], list[dict[Stop, float]], float]:
    """Return the upper edge of each row, the height of each track beneath it, and the height of the whole."""
    tops: list[float] = []
    rails: list[dict[Stop, float]] = []
    y = 0.0
    for at, row in enumerate(rows):
        items = [known[stop.item] for stop in row if not stop.trunk]
        y += max((one.band for one in items), default=0.0)
        tops.append(y)
        y += max((one.height for one in items), default=0.0)
        if at < len(tracks):
            rails.append({stop: y + _LEAD + track * _TRACK for stop, track in tracks[at].items()})
            y += 2 * _LEAD + max(tracks[at].values(), default=0) * _TRACK
    return tops, rails, y


def _way(
    arc: Arc,
    place: Mapping[str, int],
    middles: Sequence[Mapping[Stop, float]],
    rails: Sequence[Mapping[Stop, float]],
    spots: Mapping[str, Spot],
) -> tuple[Point, ...]:
    first, last = place[arc.parent], place[arc.child]
    start, end = spots[arc.parent], spots[arc.child]
    points: list[Point] = [(start.middle, start.y + start.height)]
    for at in range(first, last):
        source = Stop(arc.parent, trunk=at > first)
        target = Stop(arc.child) if at == last - 1 else Stop(arc.parent, trunk=True)
        across = middles[at + 1][target]
        if across != points[-1][0]:
            rail = rails[at][source]
            points += [(points[-1][0], rail), (across, rail)]
    points.append((points[-1][0], end.y))
    return tuple(points)
