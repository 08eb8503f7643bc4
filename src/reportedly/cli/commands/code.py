"""``reportedly code``: let a language model code beside the built-in reader, and see where the two differ."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json, refusal_data
from reportedly.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.model.claim import Claim
    from reportedly.pipeline.second_coder import SecondCoding
    from reportedly.pipeline.toolkit import Toolkit

_SIZES = ("answer_tokens", "passage")
_SHOWN = 20


@click.command("code")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILES]...")
@click.option("--ledger", "-l", type=options.FILE, help="Code the documents of this ledger and record the codings.")
@click.option("--output", "-o", type=options.FILE, help="File for the second coder's claims, as extract writes them.")
@options.backend_options
@click.option(
    "--answer-tokens", type=click.IntRange(64), default=4096, show_default=True, help="The longest answer, in tokens."
)
@click.option(
    "--passage",
    type=click.IntRange(200),
    default=6000,
    show_default=True,
    help="Characters of a report that are shown at once; longer ones are cut, with an overlap.",
)
@click.option("--recorded", is_flag=True, help="Ask nobody: show the codings that the ledger holds.")
@options.as_of_option
@options.actors_option
@options.reading_options
@options.json_option
@options.quiet_option
def command(
    paths: tuple[Path, ...],
    ledger: Path | None,
    output: Path | None,
    recorded: bool,
    as_json: bool,
    quiet: bool,
    **chosen: Any,
) -> int:
    """Let a language model code beside the built-in reader.

    The model is a second coder, never the judge: what it finds must stand in the document word for word, is set beside
    what the reader found, and enters no grouping, figure or assessment.

    The article's text is sent to the address that you name. A key is read from REPORTEDLY_BACKEND_KEY alone.

    \b
    With a server on this machine:
      reportedly code reports/ --backend http://localhost:8080/v1 --backend-model NAME --cache answers/
    The same again, with nothing sent:
      reportedly code reports/ --backend-model NAME --cache answers/ --mode strict
    """
    if bool(paths) == (ledger is not None):
        raise click.UsageError("name files, or a ledger")
    if recorded and ledger is None:
        raise click.UsageError("--recorded needs a ledger")
    backend = {name: chosen.pop(name) for name in options.BACKEND}
    sizes = {name: chosen.pop(name) for name in _SIZES}
    with progress(as_json or quiet) as bars:
        tools = options.tools(bars, **chosen)
        if ledger is not None and recorded:
            found = _recorded(ledger, backend["backend_model"], tools)
        else:
            found = _asked(ledger or paths, backend, sizes, tools)
    return _told_of(found, output, as_json)


def _recorded(ledger: Path, model: str | None, tools: Toolkit) -> SecondCoding:
    from reportedly.pipeline.second_coder import recorded_coding

    return recorded_coding(ledger, model, tools)


def _asked(
    source: Path | tuple[Path, ...], backend: dict[str, Any], sizes: dict[str, int], tools: Toolkit
) -> SecondCoding:
    """Say what will be sent, and ask."""
    from reportedly.pipeline.second_coder import open_backend, second_coding

    settings = options.backend_settings(**backend)
    asked, warning = open_backend(settings)
    label = "Note" if backend["mode"] == "strict" else "Warning"
    click.echo(f"{click.style(label, fg='yellow')}: {warning}", err=True)
    return second_coding(source, settings.model, asked, tools, **sizes)


def _told_of(found: SecondCoding, output: Path | None, as_json: bool) -> int:
    """Write and print what was found, and return the exit status."""
    from reportedly.cli.console import exit_status, show_refusals

    written = [str(_written(found, output))] if output else []
    if as_json:
        print_json({**_data(found), "written": written, "refusals": [refusal_data(one) for one in found.refusals]})
    else:
        _show(found)
        for path in written:
            click.echo(f"wrote {path}")
        show_refusals(found.refusals)
    return exit_status(found.refusals)


def _written(found: SecondCoding, output: Path) -> Path:
    from reportedly.pipeline.lines import write_codebook
    from reportedly.pipeline.reading import Coded

    pairs = zip(found.coded, found.codings, strict=True)
    return write_codebook([Coded(one.document, coding.claims) for one, coding in pairs], output)


def _dropped(found: SecondCoding) -> Counter[str]:
    return Counter(str(one.reason) for coding in found.codings for one in coding.dropped)


def _data(found: SecondCoding) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    made = found.agreement
    return {
        "coder": found.codings[0].coder,
        "prompt": found.codings[0].prompt,
        "claims": {"both": made.both, "reader_only": made.reader_only, "second_only": made.other_only},
        "found": made.found,
        "fields": [to_data(one) for one in made.fields],
        "dropped": dict(sorted(_dropped(found).items())),
        "documents": [
            {
                "id": one.document.key,
                "coding": to_data(coding),
                "pairs": [
                    {"reader": to_data(pair.reader), "second": to_data(pair.other), "differing": list(pair.differing)}
                    for pair in compared.pairs
                ],
                "reader_only": [to_data(claim) for claim in compared.reader_only],
                "second_only": [to_data(claim) for claim in compared.other_only],
            }
            for one, coding, compared in zip(found.coded, found.codings, made.documents, strict=True)
        ],
    }


def _show(found: SecondCoding) -> None:
    from reportedly.cli.console import console, plain

    made, out = found.agreement, console()
    pages = f"{len(found.coded)} document{'' if len(found.coded) == 1 else 's'}"
    out.print(plain(f"{found.codings[0].coder} beside the built-in reader, {pages}", "bold"))
    sides = f"{made.reader_only} by the reader alone, {made.other_only} by the second coder alone"
    out.print(plain(f"{made.both} claims found by both, {sides}"))
    for reason, count in sorted(_dropped(found).items()):
        out.print(plain(f"{count} of the second coder's not kept: {reason}"))
    if made.both:
        _show_fields(found)
    _show_differences(found)
    alone = (claim for one in made.documents for claim in one.reader_only)
    _show_alone("Found by the reader alone", list(alone), found)
    others = (claim for one in made.documents for claim in one.other_only)
    _show_alone("Found by the second coder alone", list(others), found)


def _show_fields(found: SecondCoding) -> None:
    from reportedly.cli.console import add_row, console, table

    made = table("field", "same", "of", "alpha", "95 %", title="Agreement", right=("same", "of", "alpha"))
    for one in found.agreement.fields:
        alpha = "" if one.alpha is None else f"{one.alpha:.2f}"
        interval = "" if one.low is None else f"{one.low:.2f} to {one.high:.2f}"
        add_row(made, one.field, str(one.same), str(one.pairs), alpha, interval)
    console().print(made)


def _show_differences(found: SecondCoding) -> None:
    """Show both coders' values and words wherever they differ, for a person to decide."""
    from reportedly.cli.console import add_row, console, table

    made = table("document", "field", "reader", "second coder", "words", title="Where the two differ")
    for one, compared in zip(found.coded, found.agreement.documents, strict=True):
        for pair in compared.pairs:
            ours, theirs = pair.reader.quote, pair.other.quote
            words = ours if ours == theirs else f"reader: {ours}\nsecond: {theirs}"
            for field in pair.differing:
                add_row(made, one.document.key, field, _told(field, pair.reader), _told(field, pair.other), words)
    if made.row_count:
        console().print(made)


def _told(field: str, claim: Claim) -> str:
    """Return the value of a field in words."""
    if field in {"origin", "chain"}:
        names = [link.name for link in claim.chain] or ["the page itself"]
        return names[-1] if field == "origin" else " <- ".join(names)
    if field == "certainty":
        return f"{claim.certainty.low} to {claim.certainty.high}" if claim.certainty else "flat"
    if field == "figures":
        return "; ".join(f"{one.measure} {one.low} to {one.high}" for one in claim.quantities) or "none"
    value = getattr(claim, field)
    return "none" if value is None else str(value)


def _show_alone(title: str, claims: Sequence[Claim], found: SecondCoding) -> None:
    from reportedly.cli.console import add_row, console, plain, table

    if not claims:
        return
    keys = {one.document.id: one.document.key for one in found.coded}
    made = table("document", "origin", "claim", title=title)
    for claim in claims[:_SHOWN]:
        add_row(made, keys[claim.document_id], _told("origin", claim), claim.quote)
    console().print(made)
    if len(claims) > _SHOWN:
        console().print(plain(f"... and {len(claims) - _SHOWN} more, all of them with --json"))
