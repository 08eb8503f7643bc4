"""Places of one's own from GeoNames files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reportedly.gazetteer.file import GazetteerFile, Layered
from reportedly.gazetteer.imports import import_files
from reportedly.gazetteer.load import bundled
from reportedly.model.errors import InputError
from reportedly.model.place import PlaceEntry

DUMPED = (
    "99\tNizhnyaya Vetka\tNizhnyaya Vetka\tНижняя Ветка\t51.3\t35.2\tP\tPPL\tRU\t\t41\t\t\t\t120\t\t200\t"
    "Europe/Moscow\t2024"
)
INSIDE = "RU\t307800\tVerkhnyaya Vetka\tKursk\t41\tSudzhansky District\t\t\t\t51.2\t35.3\t4"
OUTSIDE = "RU\t307801\tDalnyaya Vetka\tKursk\t41\tSudzhansky District\t\t\t\t55.9\t60.1\t4"


def imported(tmp_path: Path, *lines: str) -> GazetteerFile:
    """Import lines as one file and open what was written."""
    source = tmp_path / "RU.txt"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    import_files([source], tmp_path / "own.sqlite", bundled())
    return GazetteerFile(tmp_path / "own.sqlite")


def one(gazetteer: GazetteerFile, name: str) -> PlaceEntry:
    """Return the only place of a name."""
    (hit,) = gazetteer.look_up([name])[name]
    return hit.entry


def test_a_dumped_place_keeps_id_area_and_people(tmp_path: Path) -> None:
    """The columns of a dump arrive where they belong."""
    entry = one(imported(tmp_path, DUMPED), "Nizhnyaya Vetka")
    assert (entry.id, entry.admin1, entry.population) == ("geonames:99", "geonames:538555", 120)


def test_another_spelling_finds_an_imported_place(tmp_path: Path) -> None:
    """Names are folded as in the bundled file."""
    assert one(imported(tmp_path, DUMPED), "Nyzhniaia Vetka").name == "Nizhnyaya Vetka"


def test_a_postal_point_inside_its_area_is_believed(tmp_path: Path) -> None:
    """Its point stands, good to five kilometres."""
    entry = one(imported(tmp_path, INSIDE), "Verkhnyaya Vetka")
    assert (entry.lat, entry.lon, entry.radius_km) == (51.2, 35.3, 5.0)


def test_a_postal_point_outside_its_area_gives_way(tmp_path: Path) -> None:
    """The middle of the district stands for it, with the district's radius and a note."""
    entry = one(imported(tmp_path, OUTSIDE), "Dalnyaya Vetka")
    assert (bundled().holds(entry.admin1, entry.lat or 0, entry.lon or 0), entry.radius_km >= 25) == (True, True)
    assert "lies outside" in entry.source


def test_a_zipped_file_is_read(tmp_path: Path) -> None:
    """A zip gives what its text gives; its readme is left out."""
    with zipfile.ZipFile(tmp_path / "RU.zip", "w") as archive:
        archive.writestr("RU.txt", DUMPED + "\n")
        archive.writestr("readme.txt", "not a place\n")
    assert import_files([tmp_path / "RU.zip"], tmp_path / "own.sqlite", bundled()) == 1


def test_own_places_come_beside_the_bundled_ones(tmp_path: Path) -> None:
    """Both files answer."""
    both = Layered(imported(tmp_path, DUMPED), bundled())
    assert set(both.look_up(["Nizhnyaya Vetka", "Kursk"])) == {"Nizhnyaya Vetka", "Kursk"}


@pytest.mark.parametrize("line", ["one\ttwo", DUMPED.replace("51.3", "north")])
def test_a_line_of_another_form_is_refused(tmp_path: Path, line: str) -> None:
    """Wrong columns and words for numbers are named with their line."""
    with pytest.raises(InputError, match="line 2"):
        imported(tmp_path, DUMPED, line)


def test_a_failed_import_leaves_the_old_file(tmp_path: Path) -> None:
    """What was there stays until all has been read."""
    imported(tmp_path, DUMPED)
    with pytest.raises(InputError):
        imported(tmp_path, "one\ttwo")
    assert one(GazetteerFile(tmp_path / "own.sqlite"), "Nizhnyaya Vetka").id == "geonames:99"
