"""The layout of the lineage: nothing lies on anything, whatever the graph."""

from __future__ import annotations

import time
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.web.pictures.layers import Arc, Item, crossings, nets_of, rows_of
from reportedly.web.pictures.lettering import fitted, lined, text_width
from reportedly.web.pictures.lineage import NARROW, WIDE, DrawnChip, LineagePicture, draw_lineage
from reportedly.web.pictures.placing import GAP, Placed, Spot, placed, rounded
from reportedly.web.views.event_claims import Altered
from reportedly.web.views.event_folds import CALM, folded
from reportedly.web.views.event_nodes import Graph, Node, NodeKind, Standing, Tie

NAMES = st.sampled_from(
    [
        "",
        "A",
        "An agency of a party",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "字字字 字字字字字字字字",
        "a b c d e f g h i j k",
    ]
)
ROW = 3


def _overlap(one: Spot, other: Spot) -> bool:
    across = one.x < other.x + other.width - 0.01 and other.x < one.x + one.width - 0.01
    down = one.y < other.y + other.height - 0.01 and other.y < one.y + one.height - 0.01
    return across and down


def _crosses(start: tuple[float, float], end: tuple[float, float], spot: Spot) -> bool:
    """Say whether a level or upright line runs through a node's inside."""
    left, right = sorted((start[0], end[0]))
    top, low = sorted((start[1], end[1]))
    inside = spot.x + 0.01, spot.x + spot.width - 0.01
    return left < inside[1] and right > inside[0] and top < spot.y + spot.height - 0.01 and low > spot.y + 0.01


@st.composite
def graphs(draw: st.DrawFn, most: int = 14) -> tuple[list[Item], list[Arc]]:
    """Return items and ties without a circle."""
    number = draw(st.integers(1, most))
    size = st.tuples(st.sampled_from([60.0, 160.0]), st.floats(30, 90), st.floats(0, 80), st.integers(0, 2))
    sizes = draw(st.lists(size, min_size=number, max_size=number))
    items = [Item(f"i{at:03}", *one) for at, one in enumerate(sizes)]
    pairs = st.tuples(st.integers(0, number - 1), st.integers(0, number - 1)).filter(lambda one: one[0] < one[1])
    ties = draw(st.lists(pairs, max_size=2 * number, unique=True)) if number > 1 else []
    return items, [Arc(items[a].id, items[b].id) for a, b in ties]


@st.composite
def lineages(draw: st.DrawFn) -> Graph:
    """Return a graph of an event with names of any length."""
    kinds = draw(st.lists(st.sampled_from([NodeKind.RELAY, NodeKind.PAGE]), max_size=12))
    nodes = [
        Node("o", NodeKind.ORIGIN, draw(NAMES), (draw(NAMES),), "#o", draw(st.sampled_from(list(Standing)))),
        Node("s", NodeKind.SAYING, draw(NAMES), (draw(NAMES),), "#s"),
    ]
    ties = [Tie("o", "s", 1.0, main=True)]
    severities = st.sampled_from(["minor", "serious", "grave"])
    change = st.builds(Altered, NAMES, NAMES, NAMES, severities, st.booleans())
    for at, kind in enumerate(kinds):
        above = draw(st.lists(st.sampled_from([one.id for one in nodes[1:]]), min_size=1, max_size=3, unique=True))
        nodes.append(Node(f"n{at}", kind, draw(NAMES), (draw(NAMES),), "#n"))
        for place, one in enumerate(above):
            changes = tuple(draw(st.lists(change, max_size=6))) if not place else ()
            ties.append(Tie(one, f"n{at}", draw(st.floats(0, 1)), not place, changes))
    return Graph(tuple(nodes), tuple(ties), (), len(nodes), 0)


def _chips(picture: LineagePicture) -> list[DrawnChip]:
    return [chip for tie in picture.ties for chip in tie.chips]


def _ways_through_nodes(found: Placed) -> list[tuple[Arc, str]]:
    return [
        (arc, one)
        for arc, points in found.ways.items()
        for one, spot in found.spots.items()
        for start, end in pairwise(points)
        if _crosses(start, end, spot)
    ]


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_no_two_nodes_overlap(graph: tuple[list[Item], list[Arc]]) -> None:
    """Nodes keep apart."""
    spots = list(placed(*graph, ROW).spots.values())
    assert not any(_overlap(one, other) for one, other in combinations(spots, 2))


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_no_way_runs_through_a_node(graph: tuple[list[Item], list[Arc]]) -> None:
    """Ways run beside nodes."""
    assert _ways_through_nodes(placed(*graph, ROW)) == []


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_a_way_leads_from_its_parent_to_its_child(graph: tuple[list[Item], list[Arc]]) -> None:
    """A way starts at the parent's lower edge and ends at the child's upper edge, and never climbs."""
    found = placed(*graph, ROW)
    for arc, points in found.ways.items():
        parent, child = found.spots[arc.parent], found.spots[arc.child]
        assert points[0] == (parent.middle, parent.y + parent.height)
        assert points[-1][1] == child.y
        assert points[-1][0] == child.middle
        assert [y for _, y in points] == sorted(y for _, y in points)


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_the_order_of_what_is_given_changes_nothing(graph: tuple[list[Item], list[Arc]]) -> None:
    """The same graph gives the same picture."""
    items, arcs = graph
    assert placed(items[::-1], arcs[::-1], ROW) == placed(items, arcs, ROW)


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_rows_are_no_longer_than_asked(graph: tuple[list[Item], list[Arc]]) -> None:
    """A row holds at most so many nodes; trunks come on top."""
    assert all(sum(not stop.trunk for stop in row) <= ROW for row in rows_of(*graph, ROW))


def test_two_chains_do_not_cross() -> None:
    """Chains that were given crosswise are put side by side."""
    items = [Item(name, 60, 30) for name in ("a", "b", "c", "d")]
    arcs = [Arc("a", "d"), Arc("b", "c")]
    rows = rows_of(items, arcs, ROW)
    assert crossings(rows, nets_of(rows, arcs)) == 0


@settings(deadline=None, max_examples=25)
@given(lineages(), st.sampled_from([WIDE, NARROW]))
def test_no_label_overlaps_another_or_a_node(graph: Graph, form: tuple[int, float]) -> None:
    """What stands on the ways keeps clear of nodes and of each other."""
    picture = draw_lineage(graph, *form, "wide")
    spots = [chip.spot for chip in _chips(picture)] + [node.spot for node in picture.nodes]
    assert not any(_overlap(one, other) for one, other in combinations(spots, 2))


@settings(deadline=None, max_examples=25)
@given(lineages())
def test_texts_stay_inside_their_nodes(graph: Graph) -> None:
    """Every line of a node ends above the node's lower edge and is no wider than the node."""
    for node in draw_lineage(graph, *WIDE, "wide").nodes:
        for text in node.texts:
            assert node.spot.y < text.y < node.spot.y + node.spot.height
            assert text_width(text.text, 11.5) <= node.spot.width


def test_two_hundred_nodes_are_drawn_at_once() -> None:
    """A large graph takes at most 50 ms of the processor; the best of some runs counts."""
    nodes = [Node("o", NodeKind.ORIGIN, "An agency", ("a side",), "#", Standing.COUNTS)]
    nodes += [Node(f"p{at}", NodeKind.PAGE, f"Page {at} of a paper", ("15 Dec 2024",), "#") for at in range(199)]
    ties = [Tie("o" if at < 20 else f"p{(at * 7) % 20}", f"p{at}", 0.8, main=True) for at in range(199)]
    graph = Graph(tuple(nodes), tuple(ties), (), 199, 0)
    taken = []
    for _ in range(5):
        start = time.process_time()
        draw_lineage(graph, *WIDE, "wide")
        taken.append(time.process_time() - start)
    assert min(taken) <= 0.05


def _copies(number: int) -> tuple[tuple[Node, ...], tuple[Tie, ...]]:
    nodes = [Node("s", NodeKind.SAYING, "10 killed", (), "#s")]
    nodes += [Node(f"p{at:02}", NodeKind.PAGE, f"Paper {at}", (), "#", day="2024-12-15") for at in range(number)]
    return tuple(nodes), tuple(Tie("s", one.id, 1.0, main=True) for one in nodes[1:])


def test_like_copies_are_folded_into_one_node_with_a_count() -> None:
    """Of many pages that took the same from the same, one is drawn and the others are a number."""
    nodes, ties = folded(*_copies(CALM + 6), (), "/event/evt-1")
    assert [one.title for one in nodes] == ["10 killed", "Paper 0", f"+ {CALM + 5} more pages"]
    assert len(ties) == 2


def test_a_fold_is_unfolded_by_its_address() -> None:
    """The address of a fold asks for its pages."""
    fold = folded(*_copies(CALM + 6), (), "/event/evt-1")[0][-1]
    assert fold.address == f"/event/evt-1?unfold={fold.id}#lineage"
    assert len(folded(*_copies(CALM + 6), (fold.id,), "/event/evt-1")[0]) == CALM + 7


def test_few_nodes_are_not_folded() -> None:
    """A graph that can be seen whole stays whole."""
    assert len(folded(*_copies(CALM - 1), (), "/event/evt-1")[0]) == CALM


@given(NAMES, st.floats(20, 200))
def test_a_cut_text_is_no_wider_than_asked(text: str, width: float) -> None:
    """A text that is cut fits, and what fits is not cut."""
    made = fitted(text, width, 12)
    assert text_width(made, 12) <= width or made == "…"


@given(NAMES)
def test_lines_hold_the_words_in_their_order(text: str) -> None:
    """With room enough no word is lost."""
    assert " ".join(lined(text, 10_000, 12, 3)).split() == text.split()


def test_a_straight_way_has_no_bend() -> None:
    """A way straight down is one line."""
    assert rounded([(5, 0), (5, 20)]) == "M5.0 0.0L5.0 20.0"


@pytest.mark.parametrize("columns", [1, 2, 6])
def test_nothing_is_drawn_of_nothing(columns: int) -> None:
    """An empty graph has an empty picture."""
    assert placed([], [], columns) == Placed(0, 0, {}, {})


def test_neighbours_keep_their_distance() -> None:
    """Two nodes of a row stand at least the gap apart."""
    found = placed([Item("a", 60, 30), Item("b", 60, 30)], [], 2)
    assert found.spots["b"].x - (found.spots["a"].x + 60) >= GAP - 0.01
