"""The gazetteer that comes with the package."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
from gazetteer_inputs import parts, table

from reportedly.gazetteer.file import GazetteerFile
from reportedly.gazetteer.load import CREDITS, bundled
from reportedly.gazetteer.schema import identity, number_of
from reportedly.model.errors import SettingsError
from reportedly.model.place import Boundaries, NameForm, PlaceEntry, PlaceKind

FRONT = table("front", 8)


def first(name: str) -> PlaceEntry:
    """Return the heaviest place of a name."""
    return bundled().look_up([name])[name][0].entry


def test_every_front_line_name_finds_its_place() -> None:
    """Each form of each row of the table, old names too, leads to a place in the row's oblast."""
    lost = []
    for name, oblast, _, _, _, _, forms, former in FRONT:
        for form in (name, *parts(forms), *parts(former)):
            areas = {bundled().entry(hit.entry.admin1) for hit in bundled().look_up([form]).get(form, ())}
            if f"{oblast} Oblast" not in {area.name for area in areas if area}:
                lost.append(form)
    assert lost == []


def test_there_are_at_most_two_hundred_front_line_rows() -> None:
    """The table made by hand stays small."""
    assert len(FRONT) <= 200


def test_a_front_line_place_has_a_radius_that_states_its_doubt() -> None:
    """No place from memory pretends to a point without an error."""
    found = [hit.entry for row in FRONT for hit in bundled().look_up([row[0]])[row[0]]]
    assert [one.name for one in found if one.id.startswith("front:") and one.radius_km < 3] == []


def test_the_file_stays_below_its_limit() -> None:
    """What is shipped has less than 25 MB."""
    file = files("reportedly").joinpath("data/places/gazetteer.sqlite")
    assert len(file.read_bytes()) < 25_000_000


@pytest.mark.parametrize(("name", "kind"), [("Kursk Oblast", PlaceKind.ADMIN1), ("Kenya", PlaceKind.COUNTRY)])
def test_areas_are_areas(name: str, kind: PlaceKind) -> None:
    """Countries and oblasts are known as such."""
    assert first(name).kind is kind


def test_an_old_name_leads_to_the_place() -> None:
    """Artemivsk is Bakhmut."""
    assert first("Artemivsk").name == "Bakhmut"


def test_a_people_is_a_hint_and_no_place() -> None:
    """A people leads to its country as a demonym only."""
    assert [hit.form for hit in bundled().look_up(["Ukrainian"])["Ukrainian"]] == [NameForm.DEMONYM]


def test_a_disputed_area_names_all_claimants() -> None:
    """Both claims on Crimea are shown, and the choice of borders changes the country alone."""
    status = first("Crimea").status
    assert status is not None
    assert (status.claimants, [status.country(one) for one in Boundaries]) == (("UA", "RU"), ["UA", "RU", ""])


def test_a_town_in_a_disputed_area_inherits_the_claims() -> None:
    """Simferopol lies in Crimea."""
    assert first("Simferopol").status == first("Crimea").status


@pytest.mark.parametrize(("lat", "lon", "inside"), [(51.19, 35.27, True), (50.0, 36.2, False)])
def test_outlines_tell_what_lies_inside(lat: float, lon: float, inside: bool) -> None:
    """Sudzha lies in Kursk Oblast, and Kharkiv does not."""
    assert bundled().holds(first("Kursk Oblast").id, lat, lon) is inside


def test_an_unknown_outline_gives_no_answer() -> None:
    """A village has no outline."""
    assert bundled().holds(first("Sudzha").id, 51.19, 35.27) is None


@pytest.mark.parametrize("number", [709716, 299999999, 600000001])
def test_ids_go_both_ways(number: int) -> None:
    """An id holds its number."""
    assert number_of(identity(number)) == number


def test_the_file_is_never_written() -> None:
    """The connection refuses to write."""
    with pytest.raises(sqlite3.OperationalError):
        bundled()._database.execute("DELETE FROM place")


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    """Some other file gives a code and advice."""
    path = tmp_path / "places.sqlite"
    path.write_text("no database", encoding="utf-8")
    with pytest.raises(SettingsError, match="E216"):
        GazetteerFile(path)


def test_credits_name_geonames_with_its_licence() -> None:
    """The licence asks for it."""
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in CREDITS)
