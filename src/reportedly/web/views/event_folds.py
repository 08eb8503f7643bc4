"""Fold pages of a graph that took the same from the same and changed the same into one node with a count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.publish.labels import count_label, day_label
from reportedly.web.views.event_nodes import Node, NodeKind, Tie

CALM = 24
"""Nodes up to which nothing is folded."""
_ALIKE = 4
"""Pages alike from which all but the first are folded."""
ALL = "all"
"""Asks for everything to be unfolded."""

_Likeness = tuple[object, ...]


def folded(
    nodes: Sequence[Node], ties: Sequence[Tie], unfold: Sequence[str], address: str
) -> tuple[tuple[Node, ...], tuple[Tie, ...]]:
    """Return nodes and ties with groups of like pages folded; small graphs stay as they are.

    Args:
        nodes: all nodes.
        ties: all ties.
        unfold: ids of folds to be shown page by page, or ``all``.
        address: of the page, to which the fold's id is added for the link that unfolds it.
    """
    if len(nodes) <= CALM or ALL in unfold:
        return tuple(nodes), tuple(ties)
    hidden: dict[str, str] = {}
    folds: dict[str, Node] = {}
    for group in _groups(nodes, ties):
        first, rest = group[0], group[1:]
        fold = f"fold-{first.id}"
        if fold in unfold:
            continue
        hidden.update({one.id: fold for one in rest})
        folds[rest[0].id] = _fold(fold, rest, unfold, address)
    kept = tuple(folds.get(one.id, one) for one in nodes if one.id in folds or one.id not in hidden)
    there = {one.id for one in kept}
    moved = (replace(tie, child=hidden.get(tie.child, tie.child)) for tie in ties)
    once = {(tie.parent, tie.child): tie for tie in moved if tie.child in there}
    return kept, tuple(once.values())


def _groups(nodes: Sequence[Node], ties: Sequence[Tie]) -> list[list[Node]]:
    """Return groups of pages that nothing was taken from and that are alike in all that is drawn, earliest first."""
    above: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        above[tie.child].append(tie)
    parents = {tie.parent for tie in ties}
    groups: dict[_Likeness, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind is NodeKind.PAGE and node.id not in parents and above[node.id]:
            groups[(node.own, *map(_likeness, above[node.id]))].append(node)
    return [sorted(one, key=lambda node: (node.day, node.id)) for one in groups.values() if len(one) >= _ALIKE]


def _likeness(tie: Tie) -> _Likeness:
    sure = 2 if tie.probability >= 0.9 else (1 if tie.probability >= 0.5 else 0)
    changes = tuple((one.kind, one.after, one.severity) for one in tie.changes)
    return (tie.parent, tie.main, sure, changes)


def _fold(fold: str, pages: Sequence[Node], unfold: Sequence[str], address: str) -> Node:
    words = f"+ {count_label(len(pages), 'more page')}"
    asked = "&".join(f"unfold={one}" for one in (*unfold, fold))
    join = "&" if "?" in address else "?"
    days = sorted({one.day for one in pages if one.day})
    first = day_label(date.fromisoformat(days[0])) if days else ""
    lines = ("alike in all", *([f"from {first}" if len(days) > 1 else first] if days else ()))
    claims = tuple(claim for one in pages for claim in one.claim_ids)
    titles = tuple(one.title for one in pages)
    return Node(
        fold,
        NodeKind.FOLD,
        words,
        lines,
        f"{address}{join}{asked}#lineage",
        day=days[0] if days else "",
        claim_ids=claims,
        hidden=titles,
    )
