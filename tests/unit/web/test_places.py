"""Places of an event: rows of the table, footprints of the map, borders as the settings say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placed import CRIMEA, GENEVA, MOSCOW, TOWN, placed
from reportedly.model.ground import Bounds
from reportedly.model.place import Boundaries, Located
from reportedly.pipeline.workbench.atlas import Atlas
from reportedly.web.views.places import PlacesView, places_view
from reportedly.web.views.places_map import CORNERS, circle, places_map, unbroken

UN = Atlas(Boundaries.UN)


def view_of(*found: Located | None, atlas: Atlas = UN) -> PlacesView:
    """Return the places of an event whose claims name these."""
    dossier = placed(*found)
    return places_view(dossier, dossier.events[0].id, atlas)


def layer(drawn: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the features of one layer of a map."""
    return [one for one in drawn["features"] if one["properties"]["layer"] == name]


def test_claims_of_one_place_share_a_row() -> None:
    """A place that two claims name is one place with two claims."""
    (row,) = view_of(TOWN, TOWN).rows
    assert len(row.claims) == 2


def test_places_where_something_happened_come_first() -> None:
    """Where somebody spoke, or who is meant by a capital, stands behind."""
    assert [row.name for row in view_of(MOSCOW, GENEVA, TOWN).rows] == ["Kherson", "Geneva", "Moscow"]


def test_a_name_that_is_no_known_place_is_told() -> None:
    """A name for which no place stood out is listed as such, never guessed."""
    view = view_of(None)
    assert view.rows == ()
    assert [one.written for one in view.unplaced] == ["Tarn"]


def test_a_government_is_not_drawn() -> None:
    """A capital that stands for those who rule there is no place of the event."""
    assert not view_of(MOSCOW).mapped


def test_a_town_is_a_circle_as_large_as_its_doubt() -> None:
    """A settlement's footprint reaches as far as it is unsure where it lies."""
    (place,) = layer(places_map(view_of(TOWN), UN), "place")
    (ring,) = place["geometry"]["coordinates"][0]
    assert max(y for _, y in ring) - 46.64 == pytest.approx(8.0 / 111.195, abs=0.001)


def test_an_area_is_drawn_by_its_outline() -> None:
    """An area is no circle: the bundled outline is its footprint."""
    (place,) = layer(places_map(view_of(CRIMEA), UN), "place")
    assert len(place["geometry"]["coordinates"][0][0]) > CORNERS + 1


def test_a_disputed_area_names_its_claimants() -> None:
    """Both states that claim it are told in table and map."""
    view = view_of(CRIMEA)
    assert view.rows[0].claimants == ("Ukraine", "Russia")
    disputed = {one["properties"]["name"]: one["properties"] for one in layer(places_map(view, UN), "disputed")}
    assert disputed["Crimea"]["claimants"] == ["Ukraine", "Russia"]


@pytest.mark.parametrize(
    ("boundaries", "country"),
    [(Boundaries.UN, "Ukraine"), (Boundaries.RUSSIAN_LAW, "Russia"), (Boundaries.UNDECIDED, "")],
)
def test_the_country_of_a_disputed_area_follows_the_settings(boundaries: Boundaries, country: str) -> None:
    """Which country is shown is a choice of who runs the program."""
    view = view_of(CRIMEA, atlas=Atlas(boundaries))
    assert view.rows[0].within == country


def test_borders_are_drawn_by_the_settings() -> None:
    """An area is drawn within the country that the settings put it in."""
    drawn = places_map(view_of(CRIMEA, atlas=Atlas(Boundaries.RUSSIAN_LAW)), Atlas(Boundaries.RUSSIAN_LAW))
    (crimea,) = [one for one in layer(drawn, "area") if one["properties"]["name"] == "Crimea"]
    assert crimea["properties"]["of"] == "RU"


def test_the_map_begins_where_it_happened() -> None:
    """A town where somebody spoke does not widen the view."""
    west, _, east, _ = places_map(view_of(TOWN, GENEVA), UN)["bbox"]
    assert west > 25
    assert east < 40


def test_towns_help_to_find_one_s_way() -> None:
    """Large settlements around are named, the place itself is not named twice."""
    towns = {one["properties"]["name"] for one in layer(places_map(view_of(TOWN), UN), "town")}
    assert "Mykolayiv" in towns
    assert "Kherson" not in towns


def test_no_place_is_no_map() -> None:
    """Where nothing is known, nothing is drawn."""
    assert places_map(view_of(None), UN) == {"type": "FeatureCollection", "features": []}


def test_a_map_is_small() -> None:
    """The ground of one map is a small part of what is bundled."""
    assert len(json.dumps(places_map(view_of(TOWN), UN))) < 500_000


@given(st.floats(-84, 84), st.floats(-170, 170), st.floats(0, 400))
def test_a_circle_holds_its_middle(lat: float, lon: float, radius: float) -> None:
    """Whatever its size, the footprint lies around the point."""
    assert Bounds.around(circle(lat, lon, radius)).holds(lon, lat)


def test_an_outline_goes_on_across_the_180th_meridian() -> None:
    """Neither a line nor a part of a country leaps to the other side of the world."""
    mainland = ((170.0, 60.0), (179.0, 65.0), (-175.0, 66.0), (-170.0, 64.0), (178.0, 62.0))
    island = ((-179.0, 71.0), (-178.0, 71.5), (-177.5, 70.9))
    drawn = unbroken((mainland, island))
    assert [lon for lon, _ in drawn[0]] == [170.0, 179.0, 185.0, 190.0, 178.0]
    assert [lon for lon, _ in drawn[1]] == [181.0, 182.0, 182.5]
