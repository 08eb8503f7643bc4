"""``reportedly extract``: find the claims of documents, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data
from reportedly.cli.progress import progress


@click.command("extract")
@click.argument("documents", type=options.FILE, metavar="DOCS.jsonl")
@click.option("--output", "-o", type=options.FILE, required=True, help="File to write the claims into.")
@options.as_of_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(documents: Path, output: Path, as_json: bool, quiet: bool, **chosen: Any) -> int:
    """Find the claims of documents, line by line.

    Writes the claims of each document as one line of the codebook's form.

    \b
    A line is {"id", "text", "title", "outlet", "published"}, or holds such an object as "document":
      reportedly extract docs.jsonl --output claims.jsonl
    """
    from reportedly.cli.console import exit_status, show_refusals
    from reportedly.pipeline.lines import code_lines, write_codebook

    with progress(as_json or quiet) as bars:
        coded, refusals = code_lines(documents, options.tools(bars, **chosen))
    written = write_codebook(coded, output)
    count = sum(len(one.claims) for one in coded)
    if as_json:
        refused = [refusal_data(refusal) for refusal in refusals]
        print_json({"documents": len(coded), "claims": count, "written": [str(written)], "refusals": refused})
    else:
        click.echo(f"{count} claims of {len(coded)} documents written to {written}")
        show_refusals(refusals)
    return exit_status(refusals)
