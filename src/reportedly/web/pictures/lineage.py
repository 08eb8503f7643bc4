"""Draw who took an event from whom: origins on top, sayings beneath them, relays and pages in rows by hops and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.web.pictures.layers import Arc, Item
from reportedly.web.pictures.lettering import fitted, lined, text_width
from reportedly.web.pictures.placing import Placed, Point, Spot, placed, rounded
from reportedly.web.views.event_claims import Altered
from reportedly.web.views.event_nodes import Graph, Node, NodeKind, Standing, Tie

WIDE = (6, 160.0)
"""Columns and width of a node, in pixels, on a wide page."""
NARROW = (2, 132.0)
"""The same on a telephone."""
TITLE, LINE, CHIP = 12.5, 11.5, 11.0
"""Sizes of letters, in pixels."""
SURE, LIKELY = 0.9, 0.5
"""Probabilities from which a way is drawn in full, and dashed; others are dotted."""
_BOLD = 1.13
"""How much wider bold letters are."""
_PAD = 10.0
_TITLE_STEP, _LINE_STEP, _CHIP_STEP = 16.0, 15.0, 20.0
_MOST_CHIPS = 4
_LAYER = {NodeKind.ORIGIN: 0, NodeKind.SAYING: 1, NodeKind.RELAY: 2, NodeKind.PAGE: 2, NodeKind.FOLD: 2}
_SHORT = {
    "whose": "side",
    "hedge dropped": "hedge",
    "made surer": "hedge",
    "evidence raised": "evidence",
    "who said it": "origin",
    "two things fused": "fused",
    "quotation altered": "quote",
    "out of date": "stale",
    "sense turned round": "polarity",
}
"""Changes in one word."""
_SIGNS = {"grave": "▲", "serious": "◆", "minor": "○"}


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A line of text at its base line, from its middle."""

    x: float
    y: float
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """One node."""

    id: str
    """Id of the element."""
    number: int
    """Its place in the picture, from 0, in the order in which keys reach it."""
    kind: str
    spot: Spot
    outline: str
    """SVG path data."""
    texts: tuple[DrawnText, ...]
    address: str
    full: str
    """Everything about it in one line."""


@dataclass(frozen=True, slots=True)
class DrawnChip:
    """A word on a way: how sure it is, or what changed on it."""

    spot: Spot
    text: DrawnText
    role: str
    full: str


@dataclass(frozen=True, slots=True)
class DrawnTie:
    """One way with what stands on it."""

    parent: int
    """Number of the node above."""
    child: int
    points: tuple[Point, ...]
    path: str
    role: str
    chips: tuple[DrawnChip, ...]


@dataclass(frozen=True, slots=True)
class LineagePicture:
    """The whole picture."""

    name: str
    """Of this form of it; part of every id."""
    width: float
    height: float
    nodes: tuple[DrawnNode, ...]
    """In the order in which keys reach them: from above, from left to right."""
    ties: tuple[DrawnTie, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The lettering of a node."""

    titles: tuple[str, ...]
    lines: tuple[str, ...]
    chips: tuple[tuple[str, str, str], ...]
    """Role, text and full text of what stands on the ways above it."""


def draw_lineage(graph: Graph, columns: int, width: float, name: str) -> LineagePicture:
    """Return the picture of a graph.

    Args:
        graph: what to draw.
        columns: the largest number of nodes in a row.
        width: of a node, in pixels.
        name: of this form of the picture, for ids.
    """
    titles = {node.id: node.title for node in graph.nodes}
    above: dict[str, list[Tie]] = {node.id: [] for node in graph.nodes}
    for tie in graph.ties:
        above[tie.child].append(tie)
    words = {node.id: _words(node, above[node.id], titles, width) for node in graph.nodes}
    items = [_item(node, words[node.id], width) for node in graph.nodes]
    arcs = {tie: Arc(tie.parent, tie.child) for tie in graph.ties}
    found = placed(items, list(arcs.values()), columns)
    numbers = {one: at for at, one in enumerate(found.spots)}
    by_id = {node.id: node for node in graph.nodes}
    nodes = tuple(
        _node(by_id[one], words[one], spot, numbers[one], f"{name}-n{numbers[one]}")
        for one, spot in found.spots.items()
    )
    first = {one: ties[0] for one, ties in above.items() if ties}
    ties = tuple(_tie(tie, arcs[tie], found, numbers, words, first) for tie in graph.ties)
    return LineagePicture(name, found.width, found.height, nodes, ties)


def _words(node: Node, above: Sequence[Tie], titles: dict[str, str], width: float) -> _Words:
    room = width - 2 * _PAD
    lines = [fitted(line, room, LINE) for line in node.lines]
    if node.standing is not None:
        lines.append(fitted(str(node.standing), room + 8, LINE))
    return _Words(lined(node.title, room, TITLE * _BOLD, 3), tuple(lines), _chips(above, titles, width))


def _chips(above: Sequence[Tie], titles: dict[str, str], width: float) -> tuple[tuple[str, str, str], ...]:
    room = width - 12
    chips = []
    for tie in above:
        share = f"{100 * tie.probability:.0f} %"
        if not tie.main:
            full = f"or {share} from {titles[tie.parent]}"
            chips.append(("chip-or", fitted(full, room, CHIP), full))
        elif tie.probability < SURE:
            full = f"{share} from {titles[tie.parent]}" if len(above) > 1 else f"{share} sure"
            chips.append(("chip-share", fitted(full, room, CHIP), full))
    changes = [one for tie in above for one in tie.changes]
    shown = changes if len(changes) <= _MOST_CHIPS else changes[: _MOST_CHIPS - 1]
    chips.extend((f"chip-{one.severity}", _short_change(one, room), _change(one)) for one in shown)
    if len(shown) < len(changes):
        rest = changes[len(shown) :]
        full = "; ".join(_change(one) for one in rest)
        chips.append(("chip-more", f"and {len(rest)} more changes", full))
    return tuple(chips)


def _change(one: Altered) -> str:
    told = f"{one.kind}: {one.before} → {one.after}" if one.before and one.after else one.kind
    return f"{one.severity} change of {told}"


def _short_change(one: Altered, room: float) -> str:
    """Return a change in as many words as there is room for; what it became matters more than what it was."""
    sign, kind = _SIGNS.get(one.severity, "○"), _SHORT.get(one.kind, one.kind)
    whole = f"{sign} {kind}: {one.before} → {one.after}"
    if one.before and one.after and text_width(whole, CHIP) <= room:
        return whole
    return fitted(f"{sign} {kind} → {one.after}" if one.after else f"{sign} {kind}", room, CHIP)


def _item(node: Node, words: _Words, width: float) -> Item:
    height = 2 * _PAD - 4 + _TITLE_STEP * len(words.titles) + _LINE_STEP * len(words.lines)
    band = _CHIP_STEP * len(words.chips) + (6 if words.chips else 0)
    return Item(node.id, width, height, band, _LAYER[node.kind], (node.day, node.title))


def _node(node: Node, words: _Words, spot: Spot, number: int, element: str) -> DrawnNode:
    y = spot.y + _PAD + TITLE - 3
    texts = []
    for title in words.titles:
        texts.append(DrawnText(spot.middle, y, title, "node-title"))
        y += _TITLE_STEP
    for line in words.lines:
        texts.append(DrawnText(spot.middle, y - 0.5, line, "node-line"))
        y += _LINE_STEP
    kind = f"{node.kind} {_STANDING[node.standing]}" if node.standing else str(node.kind)
    named = [str(node.kind), node.title, *node.lines, *([str(node.standing)] if node.standing else [])]
    full = ": ".join((named[0].capitalize(), ", ".join(named[1:])))
    if node.hidden:
        full += f": {', '.join(node.hidden)}"
    return DrawnNode(element, number, kind, spot, _outline(node, spot), tuple(texts), node.address, full)


_STANDING = {
    Standing.COUNTS: "counting",
    Standing.BESIDE: "beside",
    Standing.DENIES: "denying",
    Standing.LOOSE: "loose",
    Standing.UNRECORDED: "unrecorded",
}


def _outline(node: Node, spot: Spot) -> str:
    """Return the outline: an origin that denies has its corners cut, a saying one, a relay is round, others square."""
    x, y, width, height = spot.x, spot.y, spot.width, spot.height
    if node.standing is Standing.DENIES:
        cut = 10.0
        return (
            f"M{x + cut:.1f} {y:.1f}h{width - 2 * cut:.1f}l{cut} {cut}v{height - 2 * cut:.1f}l-{cut} {cut}"
            f"h-{width - 2 * cut:.1f}l-{cut} -{cut}v-{height - 2 * cut:.1f}z"
        )
    if node.kind is NodeKind.SAYING:
        cut = 12.0
        return f"M{x:.1f} {y:.1f}h{width - cut:.1f}l{cut} {cut}v{height - cut:.1f}h-{width:.1f}z"
    round_by = {NodeKind.ORIGIN: 8.0, NodeKind.RELAY: min(height / 2, 20.0)}.get(node.kind, 3.0)
    across, down = width - 2 * round_by, height - 2 * round_by
    bend = f"a{round_by:.1f} {round_by:.1f} 0 0 1"
    return (
        f"M{x + round_by:.1f} {y:.1f}h{across:.1f}{bend} {round_by:.1f} {round_by:.1f}v{down:.1f}"
        f"{bend} -{round_by:.1f} {round_by:.1f}h-{across:.1f}{bend} -{round_by:.1f} -{round_by:.1f}v-{down:.1f}"
        f"{bend} {round_by:.1f} -{round_by:.1f}z"
    )


def _tie(
    tie: Tie, arc: Arc, found: Placed, numbers: dict[str, int], words: dict[str, _Words], first: dict[str, Tie]
) -> DrawnTie:
    points = found.ways[arc]
    style = "sure" if tie.probability >= SURE else ("likely" if tie.probability >= LIKELY else "possible")
    marked = words[tie.child].chips if first[tie.child] is tie else ()
    chips = _placed_chips(marked, found.spots[tie.child])
    role = f"tie {style}{'' if tie.main else ' other'}"
    return DrawnTie(numbers[tie.parent], numbers[tie.child], points, rounded(points), role, chips)


def _placed_chips(chips: Sequence[tuple[str, str, str]], spot: Spot) -> tuple[DrawnChip, ...]:
    drawn = []
    y = spot.y - 6 - _CHIP_STEP * len(chips)
    for role, text, full in chips:
        width = min(text_width(text, CHIP) + 10, spot.width)
        box = Spot(spot.middle - width / 2, y + 1, width, _CHIP_STEP - 3)
        drawn.append(DrawnChip(box, DrawnText(spot.middle, y + _CHIP_STEP - 7, text, "chip-text"), role, full))
        y += _CHIP_STEP
    return tuple(drawn)
