"""``reportedly report``: write the assessment of what a ledger holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data

if TYPE_CHECKING:
    from reportedly.pipeline.run import Run
    from reportedly.pipeline.toolkit import Toolkit


@click.command("report")
@options.ledger_option
@options.view_options
@options.since_option
@click.option(
    "--format",
    "formats",
    multiple=True,
    help="markdown, html, docx, json, csv, jsonl, bibtex, csl or a plug-in's; repeatable.",
)
@click.option("--output", "-o", type=options.FILE, help="Folder to write into; without it, one format goes to stdout.")
@click.option("--publish", "published", is_flag=True, help="Also record it in the ledger, with what it predicts.")
@click.option("--rephrase", is_flag=True, help="Let a model backend reword sentences; what changes more is refused.")
@options.backend_options
@options.judging_options
@options.json_option
def command(
    ledger: Path,
    formats: tuple[str, ...],
    output: Path | None,
    published: bool,
    rephrase: bool,
    as_json: bool,
    **chosen: Any,
) -> int:
    """Draw the assessment from a ledger, as of any day.

    With --rephrase a language model may reword sentences; a rewording that changes a figure, name or hedge is refused.
    With --publish its likelihoods and estimates, and the forecasts of its sources, are put on record (see forecasts).

    \b
    Examples:
      reportedly report --ledger case.db
      reportedly report --ledger case.db --as-of 2024-12-20 --format html --format markdown --output out/
    """
    from reportedly.cli.console import exit_status, show_refusals, show_written
    from reportedly.pipeline.output import rendition, write_files
    from reportedly.pipeline.publishing import publish
    from reportedly.pipeline.run import dossier_of

    wanted = formats or ("markdown",)
    if output is None and len(wanted) > 1:
        raise click.UsageError("several formats need --output FOLDER")
    backend = {name: chosen.pop(name) for name in options.BACKEND}
    tools = options.tools(**chosen)
    run = publish(ledger, tools) if published else dossier_of(ledger, tools, compared=True)
    if rephrase:
        run = _rephrased(run, tools, backend)
    if output is not None:
        written = write_files(run.dossier, wanted, output, tools.plugins)
        if as_json:
            refused = [refusal_data(refusal) for refusal in run.refusals]
            print_json({"written": [str(path) for path in written], "refusals": refused})
        else:
            show_written(written)
    else:
        made = rendition(run.dossier, "json" if as_json else wanted[0], tools.plugins)
        sys.stdout.buffer.write(made.content)
    if not as_json:
        show_refusals(run.refusals)
    return exit_status(run.refusals)


def _rephrased(run: Run, tools: Toolkit, chosen: dict[str, Any]) -> Run:
    """Return the run with sentences in a model's words where the gate lets them pass, and say how many did."""
    from dataclasses import replace

    from reportedly.pipeline.rewording import reworded
    from reportedly.pipeline.second_coder import rephraser

    settings = options.backend_settings(**chosen)
    rewrite, warning = rephraser(settings)
    click.echo(f"{'Note' if chosen['mode'] == 'strict' else 'Warning'}: {warning}", err=True)
    dossier, found = reworded(run.dossier, rewrite, tools, settings.model)
    refused = f"{found.refused} rewordings refused"
    click.echo(f"{found.accepted} sentences reworded, {refused}, {found.unchanged} left as they were", err=True)
    return replace(run, dossier=dossier)
