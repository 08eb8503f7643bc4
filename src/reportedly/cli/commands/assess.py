"""``reportedly assess``: read reports and say what is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from reportedly.pipeline.run import Run

FORMATS = ("markdown", "html", "json")
"""What is written into ``--output``."""


@click.command("assess")
@click.argument("paths", nargs=-1, required=True, type=options.FILE, metavar="PATH...")
@click.option("--ledger", "-l", type=options.FILE, help="Record everything in this ledger, and use what it holds.")
@options.as_of_option
@options.since_option
@click.option("--output", "-o", type=options.FILE, help="Folder for report.md, report.html and report.json.")
@options.judging_options
@options.reading_options
@options.json_option
@options.quiet_option
def command(
    paths: tuple[Path, ...], ledger: Path | None, output: Path | None, as_json: bool, quiet: bool, **chosen: Any
) -> int:
    """Read reports and say what is known.

    Files and folders are read; the answer is key judgements, origins, and what changed on the way.

    \b
    Example:
      reportedly assess reports/ --ledger case.db --as-of 2024-12-20 --output out/
    """
    from reportedly.cli.console import console, exit_status, show_refusals, show_written
    from reportedly.cli.summary import show_assessment
    from reportedly.pipeline.output import write_files
    from reportedly.pipeline.run import assess_paths

    with progress(as_json or quiet) as bars:
        tools = options.tools(bars, **chosen)
        run = assess_paths(paths, tools, ledger)
    written = write_files(run.dossier, FORMATS, output, tools.plugins) if output else ()
    if as_json:
        print_json(assessment_data(run, written))
    else:
        show_assessment(run.dossier, console())
        show_written(written)
        show_refusals(run.refusals)
    return exit_status(run.refusals)


def assessment_data(run: Run, written: tuple[Path, ...]) -> dict[str, Any]:
    """Return a run as a plain object: the assessment, one row an event, what was refused, what was written."""
    from reportedly.model.codec import to_data
    from reportedly.pipeline.summary import event_rows

    return {
        "assessment": to_data(run.dossier.assessment),
        "events": [to_data(row) for row in event_rows(run.dossier)],
        "documents": len(run.dossier.documents),
        "claims": len(run.dossier.claims),
        "refusals": [refusal_data(refusal) for refusal in run.refusals],
        "written": [str(path) for path in written],
    }
