"""One row a claim, as CSV that spreadsheets open without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportedly.model.claim import Claim, Quantity
from reportedly.model.counting import CountInterval
from reportedly.model.dossier import Dossier

BETWEEN = " | "
"""Stands between the values of a cell that holds several; figure columns of one claim run in the same order."""

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "claim": "id of the claim",
        "document": "the key that the user's file gave the document",
        "outlet": "who published the document",
        "published": "day of publication, ISO",
        "quote": "the content, as it stands in the text",
        "start": "code point in the document's text at which the quote begins",
        "end": "code point after the quote",
        "chain": "who relays whom, outermost first; empty = the document's own voice",
        "origin": "the last of the chain",
        "kind": "event, tally, cause, judgement, forecast or statement",
        "polarity": "affirmed or denied",
        "certainty_low": "lower end of the hedge's interval, 0 to 1; empty = stated flatly",
        "certainty_high": "upper end",
        "hedge": "the words of the hedge",
        "first_day": "first day on which the content happened or holds, ISO",
        "last_day": "last day",
        "where": "place names as written",
        "measure": "what each figure counts",
        "of": "whom or what each figure counts",
        "low": "lower bound of each figure",
        "high": "upper bound of each figure",
        "qualifier": "the text's bound or hedge of each figure",
        "counted_low": "lower end of each figure by the counting convention",
        "counted_high": "upper end by the counting convention",
        "counted_best": "the number that stands for the figure by the counting convention; empty = it names none",
        "convention": "name of the counting convention that the run was given",
        "scope": "incident or cumulative, for each figure",
        "figure_as_of": "the day as of which each figure holds, ISO",
        "basis": "what the origin offers",
        "relation": "how the claim stands to an earlier one: more than, part of, update of ...",
        "relation_to": "id of that claim",
        "causal_sense": "what each causal relation says: brings about, enables, prevents, hinders, explains, motivates",
        "cause": "the words of each cause; empty where another claim or nothing holds it",
        "effect": "the words of each effect, likewise",
        "connective": "the words that tie them; a preceding not where the claim denies the relation",
        "forecast_low": "lower end of the forecast's probability, 0 to 1; empty = none given, or no forecast",
        "forecast_high": "upper end",
        "horizon_first": "first day of the forecast's horizon, ISO",
        "horizon_last": "last day, on which the forecast can be judged",
        "horizon_policy": "name of the width by which vague words were read",
        "condition": "the words of the forecast's condition",
        "event": "id of the event that the claim belongs to",
        "event_label": "the event in short",
        "lineage": "own, names, relays or unrecorded",
    }
)
"""Columns and what they hold."""

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet take a cell for a formula (OWASP, CSV injection)."""


def guarded(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula: an apostrophe before a dangerous beginning."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) or cell.lstrip().startswith(_DANGEROUS) else cell


def render_csv(dossier: Dossier) -> str:
    """Return one row for each claim under a heading, in the dossier's order."""
    events = {claim_id: event for event in dossier.events for claim_id in event.claim_ids}
    edges = {edge.claim_id: edge for one in dossier.evidence for edge in one.lineage.edges}
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for claim in dossier.claims:
        event, edge = events.get(claim.id), edges.get(claim.id)
        row = _claim_cells(claim) | _document_cells(dossier, claim) | _figure_cells(claim)
        row |= _counted_cells(dossier, claim) | _causal_cells(claim, dossier) | _forecast_cells(claim, dossier)
        row |= {"event": event.id if event else "", "event_label": event.label if event else ""}
        row["lineage"] = str(edge.kind) if edge else ""
        writer.writerow({column: guarded(row[column]) for column in COLUMNS})
    return out.getvalue()


def _claim_cells(claim: Claim) -> dict[str, str]:
    hedge = claim.certainty
    return {
        "claim": claim.id,
        "quote": claim.quote,
        "start": str(claim.span.start),
        "end": str(claim.span.end),
        "chain": BETWEEN.join(link.name for link in claim.chain),
        "origin": claim.origin.name if claim.origin else "",
        "kind": str(claim.kind),
        "polarity": str(claim.polarity),
        "certainty_low": f"{hedge.low:g}" if hedge else "",
        "certainty_high": f"{hedge.high:g}" if hedge else "",
        "hedge": BETWEEN.join(hedge.words) if hedge else "",
        "first_day": claim.when.first.isoformat() if claim.when else "",
        "last_day": claim.when.last.isoformat() if claim.when else "",
        "where": BETWEEN.join(place.name for place in claim.where),
        "basis": str(claim.basis or ""),
        "relation": str(claim.relation.type) if claim.relation else "",
        "relation_to": claim.relation.to if claim.relation else "",
    }


def _document_cells(dossier: Dossier, claim: Claim) -> dict[str, str]:
    document = dossier.document_by_id.get(claim.document_id)
    if document is None:
        return {"document": "", "outlet": "", "published": ""}
    day = document.day.isoformat() if document.day else ""
    return {"document": document.key, "outlet": document.outlet or "", "published": day}


def _text(claim: Claim, dossier: Dossier) -> str:
    document = dossier.document_by_id.get(claim.document_id)
    return document.text if document else ""


def _causal_cells(claim: Claim, dossier: Dossier) -> dict[str, str]:
    text = _text(claim, dossier)
    rows = [
        (
            str(one.sense),
            one.cause.of(text) if one.cause else "",
            one.effect.of(text) if one.effect else "",
            f"{'not ' if one.negated else ''}{one.connective.of(text)}",
        )
        for one in claim.causes
    ]
    names = ("causal_sense", "cause", "effect", "connective")
    return {name: BETWEEN.join(row[place] for row in rows) for place, name in enumerate(names)}


def _forecast_cells(claim: Claim, dossier: Dossier) -> dict[str, str]:
    one = claim.forecast
    days = one.horizon.days if one else None
    return {
        "forecast_low": f"{one.low:g}" if one and one.low is not None else "",
        "forecast_high": f"{one.high:g}" if one and one.high is not None else "",
        "horizon_first": days.first.isoformat() if days else "",
        "horizon_last": days.last.isoformat() if days else "",
        "horizon_policy": one.horizon.policy if one else "",
        "condition": one.condition.of(_text(claim, dossier)) if one and one.condition else "",
    }


def _figure_cells(claim: Claim) -> dict[str, str]:
    readers: dict[str, Callable[[Quantity], object]] = {
        "measure": lambda figure: figure.measure,
        "of": lambda figure: figure.of,
        "low": lambda figure: figure.low,
        "high": lambda figure: figure.high,
        "qualifier": lambda figure: figure.qualifier,
        "scope": lambda figure: figure.scope,
        "figure_as_of": lambda figure: figure.as_of,
    }
    return {
        column: BETWEEN.join("" if (value := read(figure)) is None else str(value) for figure in claim.quantities)
        for column, read in readers.items()
    }


def _counted_cells(dossier: Dossier, claim: Claim) -> dict[str, str]:
    read = [dossier.count_by_figure.get((claim.id, place)) for place in range(len(claim.quantities))]
    columns: dict[str, Callable[[CountInterval], object]] = {
        "counted_low": lambda one: one.low,
        "counted_high": lambda one: one.high,
        "counted_best": lambda one: one.best,
    }
    cells = {
        column: BETWEEN.join("" if one is None or (end := pick(one)) is None else str(end) for one in read)
        for column, pick in columns.items()
    }
    return cells | {"convention": dossier.assessment.convention if read else ""}
