"""``reportedly sources``: what became of the figures that sources gave, and how often pages changed what they told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.model.dossier import Dossier
    from reportedly.model.history import Rate, SourceHistory
    from reportedly.pipeline.sources import RelayRow, SourceRow


@click.command("sources")
@click.argument("name", required=False)
@options.ledger_option
@options.view_options
@options.actors_option
@options.json_option
def command(ledger: Path, name: str | None, as_json: bool, **chosen: Any) -> None:
    """List sources with their record, and pages that change much.

    For each source its letter and what became of its figures, for each page how often it changes what it relays.
    With a NAME: every figure of that source with what became of it, or every change of that page.

    \b
    Examples:
      reportedly sources --ledger case.db
      reportedly sources "Harbour Office" --ledger case.db --as-of 2024-12-20
    """
    from reportedly.pipeline.run import dossier_of
    from reportedly.pipeline.sources import named, sources_of

    tools = options.tools(**chosen)
    dossier = dossier_of(ledger, tools).dossier
    found = sources_of(dossier)
    if name is not None:
        found = named(found, name, tools.registry)
    if as_json:
        sources, relays = [_source_data(one) for one in found.sources], [_relay_data(one) for one in found.relays]
        print_json({"sources": sources, "relays": relays})
        return
    from reportedly.cli.console import console

    out = console()
    if name is None:
        _list_sources(found.sources, out)
        _list_relays(found.relays, out)
        return
    for source in found.sources:
        _show_source(dossier, source, out)
    for relay in found.relays:
        _show_relay(dossier, relay, out)


def _source_data(row: SourceRow) -> dict[str, Any]:
    from reportedly.model.codec import to_data
    from reportedly.model.history import Outcome

    counts = {str(outcome).replace(" ", "_"): row.history.count(outcome) for outcome in Outcome}
    return {**to_data(row.history), "counts": counts, "letters": dict(row.letters), "event_ids": list(row.event_ids)}


def _relay_data(row: RelayRow) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    data: dict[str, Any] = to_data(row.history)
    return {**data, "types": dict(row.history.types), "severities": dict(row.history.severities)}


def _rate(rate: Rate) -> str:
    """Return a share with its n and interval; nothing where nothing was resolved."""
    if not rate.of:
        return "–"
    return f"{rate.number} of {rate.of} ({100 * rate.low:.0f}-{100 * rate.high:.0f} %)"


def _letters(row: SourceRow) -> str:
    return ", ".join(letter if len(row.letters) == 1 else f"{letter} ({number})" for letter, number in row.letters)


def _list_sources(rows: tuple[SourceRow, ...], out: Console) -> None:
    from reportedly.cli.console import add_row, table

    title = f"{len(rows)} sources; right = confirmed of those resolved for or against, with its 90 % interval"
    made = table("source", "side", "letter", "events", "figures", "became", "right", title=title, right=("events",))
    for row in rows:
        told = row.history
        figures = str(len(told.figures) or "–")
        add_row(
            made, told.name, told.side or "", _letters(row), str(row.events), figures, _became(told), _rate(told.right)
        )
    out.print(made)


def _became(history: SourceHistory) -> str:
    """Return what became of a source's figures in words."""
    from reportedly.model.history import Outcome

    counts = ((outcome, history.count(outcome)) for outcome in Outcome)
    return ", ".join(f"{number} {outcome}" for outcome, number in counts if number)


def _list_relays(rows: tuple[RelayRow, ...], out: Console) -> None:
    from reportedly.cli.console import add_row, table

    if not rows:
        return
    title = "How often pages changed what they relay; share of claims with a change of their own, 90 % interval"
    made = table("page", "relayed", "changed", "taken over", "what", title=title, right=("relayed", "taken over"))
    for row in rows:
        told = row.history
        kinds = ", ".join(f"{str(kind).replace('_', ' ')} {number}" for kind, number in told.types)
        add_row(made, told.page, str(told.relayed), _rate(told.changed), str(told.taken_over), kinds)
    out.print(made)


def _show_source(dossier: Dossier, row: SourceRow, out: Console) -> None:
    from reportedly.cli.console import add_row, plain, short, table

    told = row.history
    side = f", of {told.side}" if told.side else ""
    letters = f"letter {_letters(row)} in {row.events} event{'' if row.events == 1 else 's'}"
    out.print(plain(told.name, "bold"))
    out.print(plain(f"{told.source_class}{side}; {letters}; right {_rate(told.right)}"))
    if told.median_days is not None:
        out.print(plain(f"resolved after {told.median_days:g} days in the middle"))
    title = f"Figures: {len(told.figures)}"
    made = table("told", "of", "figure", "became", "after", "why", "claims", title=title)
    for one in told.figures:
        ids = ", ".join(short(claim) for claim in one.reason.claim_ids)
        after = "" if one.days is None else f"{one.days} days"
        label = dossier.event_by_id[one.event_id].label
        add_row(made, str(one.told or ""), label, one.figure, str(one.outcome), after, one.reason.text, ids)
    out.print(made)


def _show_relay(dossier: Dossier, row: RelayRow, out: Console) -> None:
    from reportedly.cli.console import add_row, plain, table
    from reportedly.cli.summary import drift_cells

    told = row.history
    changed = f"changed {_rate(told.changed)}; took over changed: {told.taken_over}"
    out.print(plain(told.page, "bold"))
    out.print(plain(f"claims that it relays: {told.relayed}; {changed}"))
    title = f"Changes of its own: {len(row.drifts)}"
    made = table("page", "changed", "from", "to", "claim id", "severity", title=title)
    for drift in row.drifts:
        add_row(made, *drift_cells(dossier, drift), str(drift.severity))
    out.print(made)
