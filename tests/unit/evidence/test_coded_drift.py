"""What coded relays changed: as their cells show it, or as their coder judged it."""

from __future__ import annotations

import pytest

from coded_tables import Drawn, row

SAYING = {
    "root_id": "S1",
    "date_said": "2031-05-03",
    "claimant": "NDO",
    "side_affected": "Sundmark",
    "category": "killed+wounded",
    "number_low": "30",
    "qualifier": "at least",
    "as_of_date": "2031-05-02",
}


def changes(saying: dict[str, str] | None = None, /, **cells: str) -> list[str]:
    """Return the changes of one relay of a saying; without cells it changes nothing."""
    relay = {"category": "killed+wounded", **cells}
    drawn = Drawn([row(**relay)], [SAYING | (saying or {})])
    return [kind for key, kind in drawn.drifts if key == "A1"]


@pytest.mark.parametrize(
    ("cells", "types"),
    [
        ({}, []),
        ({"category": "lost"}, []),
        ({"category": "killed"}, ["measure"]),
        ({"side_affected": "Sundmark+Norland"}, ["side"]),
        ({"qualifier": "over"}, ["bound"]),
        ({"number_high": "30", "qualifier": ""}, ["bound"]),
        ({"number_high": "30", "qualifier": "around"}, ["bound"]),
        ({"number_low": "33"}, ["figure"]),
        ({"as_of_date": "2031-05-01"}, ["day"]),
        ({"as_of_date": "2031-05-09"}, []),
        ({"claimant": "(video) NDO"}, ["evidence_upgraded"]),
    ],
)
def test_changes_that_cells_show(cells: dict[str, str], types: list[str]) -> None:
    """One cell, one change; the day up to which a relay counts is no other day."""
    assert changes(**cells) == types


def test_a_figure_inside_a_range_is_no_change() -> None:
    """A range of an origin's several numbers holds what each relay gives of it."""
    assert changes({"number_high": "40", "qualifier": ""}, number_low="35", number_high="35", qualifier="") == []


def test_a_likelihood_that_is_gone() -> None:
    """The origin's own row had it."""
    assert changes({"qualifier": "at least; likely"}) == ["hedge_dropped"]


def test_signs_that_became_a_confirmation() -> None:
    """Words about how far the origin commits itself are compared, too."""
    assert changes({"qualifier": "indications of at least"}, qualifier="confirmed; at least") == ["hedge_strengthened"]


def test_without_the_origins_own_row_a_lone_likelihood_is_not_the_origins() -> None:
    """One relay that hedges does not make all others careless."""
    rows = [row(), row(claim_id="A2"), row(claim_id="A3", qualifier="likely at least")]
    assert Drawn(rows).drifts == []


def test_without_the_origins_own_row_the_wide_measure_is_the_origins() -> None:
    """Relays narrow losses to deaths; seldom the other way."""
    rows = [row(claim_id="A1", category="killed"), *(row(claim_id=f"B{n}", category="casualties") for n in (1, 2))]
    assert Drawn(rows).drifts == [("A1", "measure")]


def test_a_lone_wide_measure_is_the_relays() -> None:
    """Five against one: it widened."""
    rows = [row(claim_id="A1", category="casualties"), *(row(claim_id=f"B{n}") for n in range(5))]
    assert Drawn(rows).drifts == [("A1", "measure")]


def test_a_name_that_is_not_the_origins() -> None:
    """Another body's name under a saying that names the known one as well."""
    saying = {**SAYING, "claimant": 'NDO (a page calls it "Centre for Affairs")'}
    drawn = Drawn([row(category="killed+wounded", claimant="Centre for Affairs")], [saying])
    assert drawn.drifts == [("A1", "claimant")]


def test_the_coder_beats_the_program() -> None:
    """A relay that the coder calls faithful is faithful."""
    assert changes(category="killed", relation="faithful_relay") == []


def test_what_the_coder_names_counts_though_no_cell_shows_it() -> None:
    """Cells do not hold every change."""
    assert changes(relation="mutated_relay", distortion="date: the day of saying") == ["day"]


def test_a_note_on_a_faithful_relay_counts_where_the_cells_bear_it_out() -> None:
    """Coder and program agree."""
    noted = "category blurred"
    assert changes(category="killed", relation="faithful_relay", distortion=noted) == ["measure"]
    assert changes(relation="faithful_relay", distortion=noted) == []


def test_the_coders_change_names_the_coder() -> None:
    """Whoever reads it knows who says so."""
    drawn = Drawn([row(category="killed+wounded", distortion="side: all -> some")], [SAYING])
    drift = next(one for each in drawn.evidence for one in each.drifts)
    assert (drift.before, drift.after, "A. Coder" in drift.reasons[-1].text) == ("all", "some", True)


def test_the_parent_is_the_nearest_outlet_that_is_named() -> None:
    """The row of the wire that the page names, and for the wire the origin's own saying."""
    rows = [row(relayed_by="Post <- Wire <- NDO"), row(claim_id="A2", relayed_by="Wire <- NDO")]
    assert Drawn(rows, [{**SAYING, "category": "killed"}]).parents == {"A1": "A2", "A2": "S1", "S1": None}


def test_two_pages_are_not_each_others_parents() -> None:
    """Of two rows that name each other's outlets none is the parent."""
    rows = [row(relayed_by="Post <- Wire <- NDO"), row(claim_id="A2", relayed_by="Wire <- Post <- NDO")]
    assert Drawn(rows).parents == {"A1": None, "A2": None}
