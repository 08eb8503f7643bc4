"""``reportedly priors``: what estimates of quantities take for granted, each value with its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.model.quantity_priors import QuantityPriors


@click.command("priors")
@click.option("--priors", "own", type=options.READABLE_FILE, help="A file with your own priors of quantities.")
@options.json_option
def command(own: Path | None, as_json: bool) -> None:
    """Show what estimates of quantities take for granted.

    By what the figures of parties and others are off as a rule, how far they scatter, and what else is assumed, each
    with where it was published or that it is assumed. What ``--json`` prints can be cut down to the values that you
    want to be others, edited, and given back with ``--priors`` to every command that judges.

    \b
    Example:
      reportedly priors --json > priors.json
    """
    from reportedly.pipeline.resources import load_quantity_priors

    priors = load_quantity_priors(own)
    if as_json:
        from reportedly.model.codec import to_data

        print_json(to_data(priors))
        return
    from rich.table import Table

    from reportedly.cli.console import console, plain

    table = Table(box=None, pad_edge=False)
    for name in ("of", "what", "factor", "spread", "source"):
        table.add_column(name, justify="right" if name in {"factor", "spread"} else "left", overflow="fold")
    for row in _rows(priors):
        table.add_row(*(plain(cell) for cell in row))
    console().print(plain(priors.name, "bold"))
    console().print(table)


def _rows(priors: QuantityPriors) -> Iterator[tuple[str, ...]]:
    for bias in priors.biases:
        yield f"figures, {bias.relation}", bias.category, f"{bias.factor:g}", f"{bias.spread:g}", bias.source
    for noise in priors.noises:
        yield "noise", str(noise.source_class), "", f"{noise.spread:g}", noise.source
    for one in priors.assumed:
        yield "assumption", str(one.name), f"{one.factor:g}", f"{one.spread:g}", one.source
    for left, right in priors.adversaries:
        yield "enemies", f"{', '.join(left)} and {', '.join(right)}", "", "", ""
