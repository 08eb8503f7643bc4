"""``reportedly bench``: measure the product against gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json
from reportedly.cli.progress import progress


@click.command("bench")
@click.argument("task")
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--predictions", "-p", type=options.FILE, help="Also write what the product predicted.")
@click.option("--train-until", type=int, help="Last day that a forecast knows (quantities; 150 unless given).")
@options.reading_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; it is what is printed anyway.")
@options.quiet_option
def command(
    task: str,
    gold: Path,
    predictions: Path | None,
    train_until: int | None,
    as_json: bool,
    quiet: bool,
    **chosen: Any,
) -> None:
    """Measure the product against gold.

    Runs it on the inputs of the gold file alone and prints one JSON object of figures.

    \b
    Tasks: attribution, claims, coref, counts, dossier, forecast, fusion, origins, places, quantities, time.

    Example:
      reportedly bench claims dev.jsonl --predictions predicted.jsonl
    """
    from reportedly.bench.tasks import run_task

    with progress(as_json or quiet) as bars:
        figures = run_task(task, gold, predictions, options.tools(bars, **chosen), train_until=train_until)
    print_json(figures)
