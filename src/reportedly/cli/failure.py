"""Say what went wrong: as a sentence with advice for people, as an object for programs."""

from __future__ import annotations

import json
import sys
import traceback
from typing import Any

import click

from reportedly.model.document import Refusal
from reportedly.model.errors import ReportedlyError

USAGE_CODE = "E200"


def show_failure(error: click.ClickException | ReportedlyError, as_json: bool) -> int:
    """Print an error, as one JSON object to stdout or as text to stderr, and return its exit status."""
    if as_json:
        print_json({"error": failure_data(error)})
    elif isinstance(error, click.ClickException):
        error.show()
    else:
        _show_refusals(error)
        place = f" ({error.where})" if error.where else ""
        click.echo(f"{click.style('Error', fg='red')} [{error.code}]: {error.what}{place}", err=True)
        if error.advice:
            click.echo(f"  -> {error.advice}", err=True)
    return error.exit_code if isinstance(error, click.ClickException) else error.exit_status


def show_fault(error: Exception, as_json: bool) -> int:
    """Print an error that is ours, with where in the code it happened, and return its exit status."""
    traceback.print_exception(error)
    what = f"something of ours went wrong: {type(error).__name__}: {error}"
    return show_failure(ReportedlyError("E900", what, "", "report it with the lines above"), as_json)


def failure_data(error: click.ClickException | ReportedlyError) -> dict[str, Any]:
    """Return an error as a plain object; refusals that explain it come along."""
    if isinstance(error, click.ClickException):
        context = getattr(error, "ctx", None)
        where = context.command_path if context else ""
        return {"code": USAGE_CODE, "what": error.format_message(), "where": where, "advice": f"{where} --help".strip()}
    data: dict[str, Any] = {"code": error.code, "what": error.what, "where": error.where, "advice": error.advice}
    refusals: tuple[Refusal, ...] = getattr(error, "refusals", ())
    if refusals:
        data["refusals"] = [refusal_data(refusal) for refusal in refusals]
    return data


def _show_refusals(error: ReportedlyError) -> None:
    refusals: tuple[Refusal, ...] = getattr(error, "refusals", ())
    if refusals:
        from reportedly.cli.console import show_refusals

        show_refusals(refusals)


def refusal_data(refusal: Refusal) -> dict[str, str]:
    """Return a refusal as a plain object."""
    return {"code": refusal.code, "what": refusal.what, "where": refusal.where, "advice": refusal.advice}


def print_json(data: Any) -> None:
    """Print one JSON object to stdout, whatever the encoding of the terminal."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=str)
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.flush()
