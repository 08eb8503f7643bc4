"""Task ``counts``: victims of reports and headlines by outcome, number and bound, and the totals of incidents.

Gold lines hold ``doc_id`` (or ``id``), ``text`` and what is to be compared: ``claims`` with ``alts`` (other right
numbers), ``claims`` with ``whose``, ``period`` and ``speaker`` (headlines), or ``totals``. Only id, text, publisher
and day are handed to the reader. Counts of a document are compared as a set: what it says twice counts once.

The MUC keys are a register of political violence against civilians. So in running text ``claims`` holds the counts
that such a register would record (``Count.recorded``), and the rest stands under ``apart``; a headline keeps all. Where
the gold asks for totals, ``claims`` holds the main incident's totals, since its scorer reads them from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly.bench.figures import Counts, f1, share
from reportedly.bench.gold import GoldLine, inputs_only, read_lines, write_lines
from reportedly.model.claim import Measure
from reportedly.model.count import Count, Victims
from reportedly.model.totals import incident_totals
from reportedly.pipeline.counts import count_lines
from reportedly.pipeline.toolkit import Toolkit

OUTCOMES: Mapping[Measure, str] = {
    Measure.KILLED: "killed",
    Measure.WOUNDED: "wounded",
    Measure.CAPTURED: "captured",
    Measure.MISSING: "missing",
    Measure.LOST: "losses",
    Measure.CASUALTIES: "losses",
}
"""Names of the outcomes that the gold has."""
_BOUNDS = {
    "at least": "at_least",
    "more than": "more_than",
    "up to": "at_most",
    "fewer than": "less_than",
    "about": "about",
    "plural": "vague_plural",
    None: "exact",
}
_FORCES = {
    "Ukraine": "ukrainian_forces",
    "Russia": "russian_forces",
    "Separatists in Ukraine": "separatist_forces",
    "insurgents": "separatist_forces",
}
RECORDED_FROM = 0.25
"""Probability from which a count is taken to be recorded; chosen by cross-validation on the development reports."""
HEADLINE = 300
"""Characters from which a line is running text."""
Key = tuple[Any, ...]


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Read the counts of the gold's documents and compare."""
    lines = read_lines(gold)
    documents = [{"document": _document(line)} for line in lines]
    with inputs_only(documents) as path:
        found = count_lines(path, tools)
    counted = {one.document.key: one.counts for one in found}
    predicted = [_predicted(line, counted.get(_name(line), ())) for line in lines]
    if predictions is not None:
        write_lines(predicted, predictions)
    return score(lines, predicted)


def _name(line: GoldLine) -> str:
    return str(line.get("doc_id") or line.get("id"))


def _document(line: GoldLine) -> dict[str, Any]:
    known = {"outlet": line.get("publisher"), "published": line.get("date") or line.get("published")}
    return {"id": _name(line), "text": line["text"], **{name: value for name, value in known.items() if value}}


def _predicted(line: GoldLine, counts: Sequence[Count]) -> dict[str, Any]:
    found = prediction(_name(line), counts, running="\n" in line["text"].strip() or len(line["text"]) > HEADLINE)
    if "totals" in line:
        found["claims"] = [
            {"outcome": outcome, "low": number, "high": number, "approx": False}
            for outcome, number in found["totals"].items()
            if number
        ]
    return found


def prediction(name: str, counts: Sequence[Count], *, running: bool) -> dict[str, Any]:
    """Return the counts of a document in the form that the scorer documents, the main incident's first.

    Args:
        name: the document's id.
        counts: its counts. Plurals without a number (``militants killed``) stand apart.
        running: whether the document is running text and no headline.
    """
    kept = [one for one in counts if one.quantity.measure in OUTCOMES]
    kept.sort(key=lambda one: (not one.main or one.again, one.span))
    apart = [one for one in kept if one.quantity.qualifier == "plural" or (running and one.recorded < RECORDED_FROM)]
    return {
        "doc_id": name,
        "claims": [record(one) for one in kept if one not in apart],
        "apart": [record(one) for one in apart],
        "totals": {OUTCOMES[measure]: number for measure, number in incident_totals(counts).items()},
    }


def record(one: Count) -> dict[str, Any]:
    """Return a count as a line of the headlines' gold has it."""
    quantity = one.quantity
    return {
        "outcome": OUTCOMES[quantity.measure],
        "low": quantity.low,
        "high": quantity.high,
        "approx": quantity.qualifier == "about",
        "bound": _bound(one),
        "whose": whose(one),
        "of": quantity.of,
        "victims": one.victims.value,
        "period": one.period.value,
        "speaker": one.chain[-1].name if one.chain else None,
        "main": one.main,
        "again": one.again,
        "span": [one.span.start, one.span.end],
    }


def _bound(one: Count) -> str:
    quantity = one.quantity
    if quantity.low is not None and quantity.high is not None and quantity.low != quantity.high:
        return "range"
    return _BOUNDS.get(quantity.qualifier, "vague")


def whose(one: Count) -> str:
    """Return whose people are counted: ``civilian``, ``<side>_forces`` or ``unspecified``."""
    if one.victims is Victims.CIVILIAN:
        return "civilian"
    if one.side is None or one.victims not in {Victims.COMBATANT, Victims.POLICE}:
        return "unspecified"
    return _FORCES.get(one.side, f"{re.sub(r'[^a-z]+', '_', one.side.lower()).strip('_')}_forces")


def score(gold: Sequence[GoldLine], predicted: Iterable[GoldLine]) -> dict[str, Any]:
    """Return the figures that the gold allows: F1 of counts, shares of their facets, exact totals."""
    ours = {line["doc_id"]: line for line in predicted}
    figures: dict[str, Any] = {"documents": len(gold)}
    if any("claims" in line for line in gold):
        for name, least in (("all", 1), ("two or more", 2)):
            counts = Counts()
            for line in gold:
                counts += _compared(line.get("claims", ()), ours.get(_name(line), {}).get("claims", ()), least)
            figures[name] = {
                "point": f1(counts["point"], counts["point"] + counts["extra"], counts["point"] + counts["missed"]),
                "bounded": f1(
                    counts["bound"], counts["bound"] + counts["bound extra"], counts["bound"] + counts["bound missed"]
                ),
            }
    if any("whose" in claim for line in gold for claim in line.get("claims", ())):
        figures["facets"] = _facets(gold, ours)
    if any(line.get("totals") for line in gold):
        figures["totals"] = {outcome: _totals(gold, ours, outcome) for outcome in ("killed", "wounded")}
    return figures


def _alternatives(claim: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return tuple(claim.get("alts") or (claim,))


def _point(claim: Mapping[str, Any]) -> int | None:
    low: int | None = claim.get("low")
    return low if low is not None else claim.get("high")


def _compared(gold: Sequence[Mapping[str, Any]], ours: Sequence[Mapping[str, Any]], least: int) -> Counts:
    """Compare sets of counts by number, and by number with bound; optional gold may be found or not."""
    counts = Counts()
    counted = [one for one in gold if not one.get("vague")]
    for name, extra, missed, key in (
        ("point", "extra", "missed", _by_point),
        ("bound", "bound extra", "bound missed", _by_bound),
    ):
        predicted = {key(one["outcome"], one) for one in ours if (_point(one) or 0) >= least}
        used: set[Key] = set()
        seen: set[frozenset[Key]] = set()
        for claim in counted:
            right = frozenset(key(claim["outcome"], one) for one in _alternatives(claim))
            if right in seen or not any((_point(one) or 0) >= least for one in _alternatives(claim)):
                continue
            seen.add(right)
            used |= right & predicted
            if not claim.get("optional"):
                counts[name if right & predicted else missed] += 1
        counts[extra] += len(predicted - used)
    return counts


def _by_point(outcome: str, one: Mapping[str, Any]) -> Key:
    return outcome, _point(one)


def _by_bound(outcome: str, one: Mapping[str, Any]) -> Key:
    return outcome, one.get("low"), one.get("high"), bool(one.get("approx"))


def _facets(gold: Sequence[GoldLine], ours: Mapping[str, GoldLine]) -> dict[str, Any]:
    """Return the shares of facets that are right, over gold counts whose outcome and number were found."""
    counts = Counts()
    for line in gold:
        left = list(ours.get(_name(line), {}).get("claims", ()))
        for claim in line.get("claims", ()):
            hit = next(
                (one for one in left if _by_point(one["outcome"], one) == _by_point(claim["outcome"], claim)), None
            )
            if hit is None:
                continue
            left.remove(hit)
            counts["found"] += 1
            counts.update(name for name in ("whose", "period", "bound") if hit[name] == claim[name])
            counts["speaker"] += _same(hit["speaker"], claim["speaker"])
    return {name: share(counts[name], counts["found"]) for name in ("whose", "period", "speaker", "bound")}


def _same(ours: str | None, gold: str | None) -> bool:
    if ours is None or gold is None:
        return ours is gold
    return _folded(ours) == _folded(gold)


def _folded(name: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", name.casefold().replace("’", "'")) if word not in {"the", "s"})


def _totals(gold: Sequence[GoldLine], ours: Mapping[str, GoldLine], outcome: str) -> dict[str, Any]:
    """Return how often an incident's total is exact, and how often one is given where there is none."""
    counts = Counts()
    for line in gold:
        right = (line.get("totals") or {}).get(outcome)
        if right is None:
            continue
        said = ours.get(_name(line), {}).get("totals", {}).get(outcome, 0)
        counts.update(n=1, exact=said == right, empty=right == 0, false=right == 0 and said > 0)
    return {"exact": share(counts["exact"], counts["n"]), "false": share(counts["false"], counts["empty"])}
