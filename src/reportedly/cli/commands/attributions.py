"""``reportedly attributions``: who is made to say what in reports, nested as the text nests it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from rich.tree import Tree

    from reportedly.model.attributed import Attributed
    from reportedly.pipeline.attributions import Attributions

SHOWN = 160
"""Characters of a content that the tree shows."""


@click.command("attributions")
@click.argument("report", type=click.Path(exists=True, path_type=Path))
@options.as_of_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(report: Path, as_json: bool, quiet: bool, **chosen: Any) -> None:
    """Show who is made to say what in a report.

    Every source with its cue and content, inner ones under those that relay them, with rule and score. A
    question mark stands before what a person should look at.

    \b
    Example:
      reportedly attributions report.html
    """
    from reportedly.pipeline.attributions import attribute_lines

    with progress(as_json or quiet) as bars:
        found = attribute_lines(report, options.tools(bars, **chosen))
    if as_json:
        print_json({"documents": [_data(one) for one in found]})
        return
    from reportedly.cli.console import console

    for one in found:
        console().print(_tree(one))


def _data(one: Attributions) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    document = one.document
    return {
        "document": {"id": document.id, "key": document.key, "title": document.title, "outlet": document.outlet},
        "attributions": [to_data(each) for each in one.found],
    }


def _tree(one: Attributions) -> Tree:
    from rich.tree import Tree

    from reportedly.cli.console import plain

    root = Tree(plain(one.document.title or one.document.key, "bold"))
    if not one.found:
        root.add(plain("nobody is made to say anything: the report speaks in its own voice", "yellow"))
    branches: dict[str, Tree] = {}
    waiting = list(one.found)
    while waiting:
        ready = [each for each in waiting if each.parent is None or each.parent in branches]
        for each in ready or waiting[:1]:
            branches[each.id] = _branch(branches.get(each.parent or "", root), each, one.document.text)
            waiting.remove(each)
    return root


def _branch(parent: Tree, each: Attributed, text: str) -> Tree:
    from reportedly.cli.console import plain

    words = " ... ".join(span.of(text) for span in each.content)
    cue = " ... ".join(span.of(text) for span in each.cue)
    stance = "" if each.stance == "affirmed" else f" [{each.stance}]"
    through = f" (through {', '.join(each.via)})" if each.via else ""
    mark = "? " if each.flagged else ""
    branch = parent.add(plain(f"{mark}{each.name}{through}, {each.source_class}: \u201c{cue}\u201d{stance}", "bold"))
    branch.add(plain(" ".join(words.split())[:SHOWN] + ("\u2026" if len(words) > SHOWN else "")))
    if each.carried:
        places = len(each.carried)
        branch.add(plain(f"carried on over {places} further place{'' if places == 1 else 's'}", "dim"))
    branch.add(plain(f"{each.sort}; {each.rule}, score {each.score:.2f}", "dim"))
    return branch
