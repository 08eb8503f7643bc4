"""``reportedly export``: write what a ledger holds for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data


@click.command("export")
@options.ledger_option
@click.option(
    "--format",
    "format_name",
    default="json",
    show_default=True,
    help="json, jsonl, csv, docx, bibtex, csl or a plug-in's.",
)
@click.option("--output", "-o", type=options.FILE, required=True, help="The file to write.")
@options.view_options
@options.since_option
@options.actors_option
@options.convention_option
@options.json_option
def command(ledger: Path, format_name: str, output: Path, as_json: bool, **chosen: Any) -> int:
    """Write everything known into one file for other programs.

    JSON by the published schema, JSON lines in the codebook's form, a table of claims, the report as a Word document,
    or the documents as BibTeX or CSL-JSON for a reference manager.

    \b
    Examples:
      reportedly export --ledger case.db --format csv --output claims.csv
      reportedly export --ledger case.db --format bibtex --output documents.bib
    """
    from reportedly.cli.console import exit_status, show_refusals, show_written
    from reportedly.pipeline.output import rendition, replace_file
    from reportedly.pipeline.run import dossier_of

    tools = options.tools(**chosen)
    run = dossier_of(ledger, tools, compared=True)
    written = replace_file(output, rendition(run.dossier, format_name, tools.plugins).content)
    if as_json:
        print_json({"written": [str(written)], "refusals": [refusal_data(refusal) for refusal in run.refusals]})
    else:
        show_written([written])
        show_refusals(run.refusals)
    return exit_status(run.refusals)
