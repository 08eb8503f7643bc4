"""The invented dossier, written as a coder's tables, is joined and counted as its own tables say.

Each relay becomes a row with the cells of its testimony and the chain that its page states, so that only joining and
counting are measured: what changed is in no cell. The names of events are given, as a coder gives them. Nothing of the
import was set on this dossier but what its notes in the code say.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from coded_tables import written
from grouped import b_cubed_f1
from reportedly.model.dossier import Dossier
from reportedly.pipeline.imported import Order, import_tables
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

pytestmark = [pytest.mark.shared]


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the dossier's tables."""
    with shared_path(f"data/dossier/invented/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(testimony: dict[str, str]) -> dict[str, str]:
    """Return the cells of a testimony under the names that the import reads."""
    names = {"side_affected": "side", "category": "measure", "number_low": "low", "number_high": "high"}
    names |= {"qualifier": "qualifier", "as_of_date": "as_of", "date_said": "said_on", "event": "event_id"}
    return {column: testimony[name] for column, name in names.items()}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """Write both tables and import them."""
    folder: Path = tmp_path_factory.mktemp("tables")
    lines = shared_path("data/dossier/invented/documents.jsonl").read_text(encoding="utf-8").splitlines()
    outlets = {one["id"]: one["outlet"] or one["id"] for one in map(json.loads, lines)}
    told = {one["testimony_id"]: one for one in rows("testimonies.csv")}
    relays = []
    for one in rows("relays.csv"):
        testimony = told[one["testimony_id"].split(";")[0]]
        chain = [name.strip() for name in one["stated_chain"].split(">") if name.strip()]
        ways = " <- ".join([outlets[one["document_id"]], *chain])
        known = {"claimant": chain[-1] if chain else testimony["origin"], "relayed_by": ways, "content": one["quote"]}
        relays.append({"claim_id": one["claim_id"], **known, **cells(testimony)})
    sayings = [
        {"root_id": key, "claimant": one["origin"], "content": one["content"], "depends_on": one["depends_on"]}
        | cells(one)
        for key, one in told.items()
    ]
    (folder / "relays.csv").write_text(written(relays), encoding="utf-8")
    (folder / "sayings.csv").write_text(written(sayings), encoding="utf-8")
    order = Order(folder / "relays.csv", folder / "sayings.csv", blind=True)
    return import_tables(order, prepare(Settings())).run.dossier


def b_cubed(dossier: Dossier) -> float:
    """Return the B-cubed F1 of the relays' grouping into testimonies."""
    key = {claim.id: dossier.document_by_id[claim.document_id].key for claim in dossier.claims}
    gold = {one["claim_id"]: one["testimony_id"].split(";")[0] for one in rows("relays.csv")}
    found = {key[claim]: one.id for one in dossier.testimonies for claim in one.claim_ids if key[claim] in gold}
    return b_cubed_f1(gold, found)


def origins_exact(dossier: Dossier) -> float:
    """Return the share of events whose number of independent origins is right."""
    counts = {event.label: dossier.evidence_by_event[event.id].origins.independent for event in dossier.events}
    events = rows("events.csv")
    return sum(str(counts.get(one["event_id"])) == one["independent_origins"] for one in events) / len(events)


def test_relays_join_the_right_testimony(dossier: Dossier) -> None:
    """B-cubed F1 over all relays, those with a wrong claimant among them."""
    assert b_cubed(dossier) >= 0.95


def test_independent_origins_are_exact(dossier: Dossier) -> None:
    """On at least 90 % of the events."""
    assert origins_exact(dossier) >= 0.9
