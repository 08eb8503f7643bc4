"""Which places names mean, what they do, how far they reach."""

from __future__ import annotations

import pytest

from reportedly.claims.places_choose import flat
from reportedly.claims.places_resolve import CHOSEN_FROM, PlaceReader, located
from reportedly.gazetteer.load import bundled
from reportedly.model.place import Boundaries, PlaceKind, PlaceRole, Resolution
from reportedly.model.span import Span

READER = PlaceReader(bundled())


def read(text: str) -> dict[str, Resolution]:
    """Return what each name of a text means, the last of a name."""
    return {one.name: one for one in READER.read(text)}


def country_of(one: Resolution) -> str:
    """Return the country of the chosen place."""
    return one.country if one.chosen else ""


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Police in London, Ontario, made two arrests.", "London", "CA"),
        ("Police in London made two arrests, British officials said.", "London", "GB"),
        ("The storm hit Paris, Texas, on Monday.", "Paris", "US"),
        ("Protests began in Tbilisi. Georgia has 3.7 million people.", "Georgia", "GE"),
        ("Crops failed near Macon and Savannah in Georgia.", "Georgia", "US"),
        ("Fighting went on near Orlovka in Kursk Oblast.", "Orlovka", "RU"),
    ],
)
def test_what_stands_around_a_name_decides(text: str, name: str, country: str) -> None:
    """A container behind the name, a people, or other places tell which place is meant."""
    assert country_of(read(text)[name]) == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paris Hilton sang on Monday.", "Paris"),
        ("Researchers at Boston University published a study.", "Boston"),
        ("He read of it in the Washington Post.", "Washington"),
        ("On Monday the Reading was cancelled. Of this nobody spoke.", "Of"),
        ("Mr. Jackson spoke to reporters.", "Jackson"),
    ],
)
def test_people_bodies_and_words_are_no_places(text: str, name: str) -> None:
    """A name that a place bears as well is none where it names something else."""
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Moscow said on Monday that talks had failed.", "Moscow", PlaceRole.ACTOR),
        ("Washington has repeatedly accused Iran of arming rebels.", "Washington", PlaceRole.ACTOR),
        ("The Kremlin denied the report from Kyiv.", "Kremlin", PlaceRole.ACTOR),
        ("Talks went on in Moscow on Monday.", "Moscow", PlaceRole.HAPPENED),
        ("GENEVA, Dec. 14 (Reuters) - Talks have failed.", "GENEVA", PlaceRole.SAID),
        ("The envoy told reporters in Geneva that talks had failed.", "Geneva", PlaceRole.SAID),
    ],
)
def test_a_name_happens_speaks_or_rules(text: str, name: str, role: PlaceRole) -> None:
    """A capital that speaks is its government, and a dateline is where somebody spoke."""
    assert read(text)[name].role is role


def test_a_place_is_contained_in_district_oblast_and_country() -> None:
    """The chain of what contains a village is named, innermost first."""
    found = read("Russian forces entered Pogrebki in Kursk Oblast.")["Pogrebki"]
    assert found.within == ("Sudzhansky District", "Kursk Oblast", "Russia")


def test_a_bearing_moves_the_place() -> None:
    """Ten km north-east of a village is not the village."""
    found = read("Russian forces fought 10 km north-east of Pogrebki in Kursk Oblast.")["Pogrebki"]
    assert found.chosen is not None
    assert found.footprint is not None
    entry, footprint = found.chosen.entry, found.footprint
    moved = flat(entry.lat or 0, entry.lon or 0, footprint.lat or 0, footprint.lon or 0)
    assert (round(moved), (footprint.lat or 0) > (entry.lat or 0)) == (10, True)


def test_a_direction_is_a_stretch_of_front() -> None:
    """``Pokrovsk direction`` reaches thirty km at least, and says that it is a matter of the day."""
    found = read("Ukrainian forces held on the Pokrovsk direction.")["Pokrovsk"].footprint
    assert found is not None
    assert (found.radius_km, "day of the report" in found.note) == (30.0, True)


def test_an_oblast_is_an_area_and_never_a_bare_point() -> None:
    """Its footprint names the area."""
    found = read("Fires burned in Kursk Oblast.")["Kursk Oblast"].footprint
    assert found is not None
    assert (found.area, found.radius_km > 50) == ("geonames:538555", True)


def test_a_name_that_nobody_lists_lies_in_the_area_that_the_report_names() -> None:
    """The area stands for the village, and the reason says so."""
    text = "Russian forces fought in Kursk Oblast. Shells fell near Zyvlukhino."
    start = text.index("Zyvlukhino")
    (found,) = READER.read(text, [Span(start, start + 10)])
    assert found.chosen is not None
    assert (found.chosen.entry.name, "listed nowhere" in found.reason) == ("Kursk Oblast", True)


def test_a_name_that_nobody_lists_is_left_open_without_an_area() -> None:
    """Silence rather than a guess."""
    (found,) = READER.read("Shells fell on Zyvlukhino.", [Span(15, 25)])
    assert (found.chosen, found.reason) == (None, "no gazetteer lists the name")


@pytest.mark.parametrize(("boundaries", "country"), [(Boundaries.UN, "UA"), (Boundaries.UNDECIDED, "")])
def test_borders_are_a_choice_and_claims_are_shown(boundaries: Boundaries, country: str) -> None:
    """The country follows the chosen view, the claimants stay."""
    (found,) = PlaceReader(bundled(), boundaries).read("A fire broke out in Simferopol.")
    assert (found.country, found.claimants) == (country, ("UA", "RU"))


def test_one_name_means_one_place_throughout() -> None:
    """What is settled once holds for the later mention."""
    text = "Shots fell in Springfield, Illinois. Police sealed off Springfield for hours."
    found = [one for one in READER.read(text) if one.name == "Springfield"]
    assert len({one.chosen.entry.id for one in found if one.chosen}) == 1


def test_a_short_form_counts_behind_its_town_only() -> None:
    """``Ind.`` is Indiana behind Muncie."""
    found = read("Police in Muncie, Ind., made two arrests.")
    assert "Indiana" in found["Muncie"].within


def test_in_short_a_place_has_its_area_and_country() -> None:
    """What a claim carries names oblast, country, point and probability."""
    short = located(read("Shells fell on Sudzha in Kursk Oblast.")["Sudzha"])
    assert short is not None
    assert (short.name, short.admin1, short.country, short.kind) == (
        "Sudzha",
        "Kursk Oblast",
        "RU",
        PlaceKind.SETTLEMENT,
    )
    assert short.probability >= CHOSEN_FROM
