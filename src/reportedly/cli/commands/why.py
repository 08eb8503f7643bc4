"""``reportedly why``: what reports give as causes, how these chain, and what they predict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from rich.tree import Tree

    from reportedly.model.causal import CausalEdge, CausalGraph
    from reportedly.model.claim import Claim
    from reportedly.pipeline.why import Why

SHOWN = 120
"""Characters of a cause, effect or forecast that the tree shows."""
ARROW = " \u2192 "


@click.command("why")
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@options.as_of_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(report: Path, as_json: bool, quiet: bool, **chosen: Any) -> None:
    """Show what a report gives as causes, and what it predicts.

    Each cause with its effect, who says so, how surely and by which words; chains of causes; what is both claimed
    and denied, or runs in a circle; then each forecast with probability, horizon and condition.

    \b
    Example:
      reportedly why report.html
    """
    from reportedly.pipeline.why import why_of

    with progress(as_json or quiet) as bars:
        found = why_of(report, options.tools(bars, **chosen))
    if as_json:
        print_json(_data(found))
        return
    from reportedly.cli.console import console

    for graph in found.graphs:
        console().print(_tree(found, graph))
    console().print(_forecasts(found))


def _data(found: Why) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    return {
        "graphs": [to_data(graph) for graph in found.graphs],
        "causes": [
            {"claim": claim.id, "quote": claim.quote, **to_data(one)} for claim in found.claims for one in claim.causes
        ],
        "forecasts": [
            {"claim": claim.id, "quote": claim.quote, "origin": _origin(claim), **to_data(claim.forecast)}
            for claim in found.forecasts
        ],
    }


def _tree(found: Why, graph: CausalGraph) -> Tree:
    from rich.tree import Tree

    from reportedly.cli.console import plain

    label = next(event.label for event in found.events if event.id == graph.event_id)
    root = Tree(plain(label, "bold"))
    words = {node.id: _cut(node.words) for node in graph.nodes}
    edges = {edge.id: edge for edge in graph.edges}
    for edge in graph.edges:
        branch = root.add(plain(f"{words[edge.cause]}{ARROW}{words[edge.effect]} ({edge.sense})", "bold"))
        for line in _assertions(edge):
            branch.add(plain(line, "dim"))
    for chain in graph.chains:
        way = [words[edges[chain[0]].cause], *(words[edges[one].effect] for one in chain)]
        root.add(plain(ARROW.join(way), "cyan"))
    for flag in graph.flags:
        about = "; ".join(f"{words[edges[one].cause]}{ARROW}{words[edges[one].effect]}" for one in flag.edge_ids)
        root.add(plain(f"? {flag.trouble}: {about}", "yellow"))
    return root


def _assertions(edge: CausalEdge) -> list[str]:
    lines = []
    for one in edge.assertions:
        says = "denied by" if one.denied else "according to"
        sure = f", {' '.join(one.certainty.words)}" if one.certainty else ""
        lines.append(f"{says} {one.origin or 'the report itself'}{sure}; {one.rule}; {one.claim_id[:12]}")
    return lines


def _forecasts(found: Why) -> Tree:
    from rich.tree import Tree

    from reportedly.cli.console import plain
    from reportedly.pipeline.why import predicted

    root = Tree(plain("what is predicted" if found.forecasts else "nothing is predicted", "bold"))
    for claim in found.forecasts:
        branch = root.add(plain(_cut(claim.quote), "bold"))
        who = _origin(claim) or "the report itself"
        branch.add(plain(f"{who}: {predicted(claim)}; {claim.id[:12]}", "dim"))
    return root


def _origin(claim: Claim) -> str:
    return claim.origin.name if claim.origin else ""


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}\u2026"
