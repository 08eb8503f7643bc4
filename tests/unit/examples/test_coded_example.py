"""The bundled example of coded claims shows what the how-to says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.pipeline.imported import Imported, Order, import_tables
from reportedly.pipeline.sayings import saying_rows
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare

FOLDER = Path(__file__).parents[3] / "examples" / "coded-claims"


@pytest.fixture(scope="module")
def imported() -> Imported:
    """Import both tables."""
    return import_tables(Order(FOLDER / "claims.csv", FOLDER / "sayings.csv"), prepare(Settings()))


def test_every_row_is_taken(imported: Imported) -> None:
    """Twelve relays and four sayings."""
    assert (imported.rows, imported.run.refusals) == (16, ())


def test_two_origins_stand_behind_the_blast(imported: Imported) -> None:
    """Brigade and league; the harbour office is stated to rest on the brigade."""
    rows = [row for row in saying_rows(imported.run.dossier) if row.what == "Aldis warehouse blast"]
    assert {row.independent for row in rows} == {2}


def test_one_origin_stands_behind_the_cause(imported: Imported) -> None:
    """Who does not comment confirms nothing."""
    rows = [row for row in saying_rows(imported.run.dossier) if row.what == "cause of the blast"]
    assert {row.independent for row in rows} == {1}


def test_coder_and_program_agree(imported: Imported) -> None:
    """The program finds by itself what the coder judged."""
    assert imported.differences == ()


def test_each_change_is_named(imported: Imported) -> None:
    """Bound, measure and likelihood."""
    dossier = imported.run.dossier
    key = {claim.id: dossier.document_by_id[claim.document_id].key for claim in dossier.claims}
    found = {key[one.claim_id]: str(one.type) for each in dossier.evidence for one in each.drifts}
    assert found == {"K02": "bound", "K03": "bound", "K04": "measure", "K07": "hedge_dropped", "K11": "hedge_dropped"}
