"""Importing the coded dossier of December 2024 joins, counts and names as its coder did.

Gold is the coder's own ``root_id``, ``relation`` and ``distortion``. Blind runs never see these columns. The table
names no events; gold events are the distinct contents of the table of sayings (whose side, what, which figure, for
which day), and an event's origins the distinct claimants of its sayings without those that are stated to depend on
another of them. Of the changes that the coder notes, some are in no cell (``the announcement day taken as event day``,
a quotation): what cells can tell is counted apart.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from grouped import b_cubed_f1
from reportedly.claims.coded_changes import changes_of
from reportedly.model.dossier import Dossier
from reportedly.pipeline.imported import Order, import_tables
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

pytestmark = [pytest.mark.shared]

RUNS = [(blind, sayings) for blind in (True, False) for sayings in (True, False)]


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the dossier."""
    with shared_path(f"data/dossier/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def drawn(blind: bool, sayings: bool) -> Dossier:
    """Import the dossier."""
    relays: Path = shared_path("data/dossier/kursk_relays.csv")
    own = shared_path("data/dossier/kursk_testimonies.csv") if sayings else None
    return import_tables(Order(relays, own, blind=blind), prepare(Settings())).run.dossier


def keys(dossier: Dossier) -> dict[str, str]:
    """Return the row of each claim."""
    return {claim.id: dossier.document_by_id[claim.document_id].key for claim in dossier.claims}


def joined(dossier: Dossier) -> float:
    """Return the share of relays that stand in the right testimony.

    Each coded saying is matched to the testimony that holds most of its relays, one to one; a relay is right where it
    stands in the testimony that its saying is matched to.
    """
    key = keys(dossier)
    gold = {row["claim_id"]: row["root_id"] for row in rows("kursk_relays.csv")}
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for testimony in dossier.testimonies:
        for claim in testimony.claim_ids:
            if key[claim] in gold:
                shared[gold[key[claim]], testimony.id] += 1
    right, used = 0, set()
    for (root, testimony_id), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if root not in used and testimony_id not in used:
            used |= {root, testimony_id}
            right += count
    return right / len(gold)


def b_cubed(dossier: Dossier) -> float:
    """Return the B-cubed F1 of the relays' grouping into testimonies."""
    key = keys(dossier)
    gold = {row["claim_id"]: row["root_id"] for row in rows("kursk_relays.csv")}
    found = {key[claim]: one.id for one in dossier.testimonies for claim in one.claim_ids if key[claim] in gold}
    return b_cubed_f1(gold, found)


def origins_exact(dossier: Dossier) -> float:
    """Return the share of events whose number of independent origins is right."""
    key = keys(dossier)
    told = {row["root_id"]: row for row in rows("kursk_testimonies.csv")}
    events: dict[tuple[str, ...], list[Mapping[str, str]]] = defaultdict(list)
    for row in told.values():
        content = [row[column] for column in ("side_affected", "category", "number_low", "number_high", "as_of_date")]
        events[tuple(content) if row["number_low"] else (*content, row["claimant"])].append(row)
    roots = {row["claim_id"]: row["root_id"] for row in rows("kursk_relays.csv")} | {root: root for root in told}
    counts = {evidence.event_id: evidence.origins.independent for evidence in dossier.evidence}
    right = 0
    for sayings in events.values():
        ids = {row["root_id"] for row in sayings}
        held: dict[str, int] = defaultdict(int)
        for event in dossier.events:
            held[event.id] += sum(roots.get(key[claim]) in ids for claim in event.claim_ids)
        best = max(sorted(held), key=lambda one: held[one])
        free = {row["claimant"] for row in sayings if not set(row["depends_on"].split(";")) & ids}
        right += counts[best] == max(1, len(free))
    return right / len(events)


def changes(dossier: Dossier) -> dict[str, set[str]]:
    """Return the types of change by row."""
    key = keys(dossier)
    found: dict[str, set[str]] = defaultdict(set)
    for evidence in dossier.evidence:
        for drift in evidence.drifts:
            found[key[drift.claim_id]].add(str(drift.type))
    return found


def named(dossier: Dossier, cells: bool = False) -> float:
    """Return the share of changed relays of which a type that the coder names is named.

    Args:
        dossier: the dossier.
        cells: count only the relays whose cells differ from their saying's cells, in a type that cells can tell.
    """
    told, found = {row["root_id"]: row for row in rows("kursk_testimonies.csv")}, changes(dossier)
    changed = [row for row in rows("kursk_relays.csv") if row["relation"] == "mutated_relay"]
    if cells:
        changed = [row for row in changed if _tellable(row, told[row["root_id"]])]
    hits = [bool({one.type for one in changes_of(row["distortion"])} & found[row["claim_id"]]) for row in changed]
    return sum(hits) / len(hits)


def _tellable(row: Mapping[str, str], saying: Mapping[str, str]) -> bool:
    """Say whether a cell shows one of the changes: the column of its type differs from the saying's."""
    kinds = {one.type for one in changes_of(row["distortion"])}
    columns = {
        "measure": ("category",),
        "side": ("side_affected",),
        "bound": ("number_low", "number_high"),
        "hedge_strengthened": ("qualifier",),
        "evidence_upgraded": ("claimant",),
        "claimant": ("claimant",) if '"' in row["claimant"] else (),
        "figure": ("number_low",),
    }
    return any(row[column] != saying[column] for kind in kinds for column in columns.get(kind, ()))


def alarms(dossier: Dossier) -> float:
    """Return the share of relays called faithful of which a change is told."""
    found = changes(dossier)
    faithful = [row["claim_id"] for row in rows("kursk_relays.csv") if row["relation"] == "faithful_relay"]
    return sum(bool(found[key]) for key in faithful) / len(faithful)


@pytest.mark.parametrize(("blind", "sayings"), RUNS)
def test_relays_join_the_right_testimony(blind: bool, sayings: bool) -> None:
    """At least 95 % of them, with the origins' own sayings at hand or without, seeing the coder's ids or not."""
    assert joined(drawn(blind, sayings)) >= 0.95
    assert b_cubed(drawn(blind, sayings)) >= 0.95


@pytest.mark.parametrize(("blind", "sayings"), RUNS)
def test_independent_origins_are_exact(blind: bool, sayings: bool) -> None:
    """On at least 90 % of the events."""
    assert origins_exact(drawn(blind, sayings)) >= 0.9


@pytest.mark.parametrize("sayings", [True, False])
def test_changes_are_named_with_the_coders_columns(sayings: bool) -> None:
    """On at least 85 % of the changed relays."""
    assert named(drawn(blind=False, sayings=sayings)) >= 0.85


def test_changes_that_cells_tell_are_named_blind() -> None:
    """On at least 85 % of them where the origins' own sayings are at hand."""
    assert named(drawn(blind=True, sayings=True), cells=True) >= 0.85


@pytest.mark.parametrize(("blind", "sayings"), RUNS)
def test_faithful_relays_are_not_accused(blind: bool, sayings: bool) -> None:
    """On at most 8 % of them a change is told."""
    assert alarms(drawn(blind, sayings)) <= 0.08
