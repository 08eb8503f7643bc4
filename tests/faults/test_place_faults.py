"""What would go wrong with places is noticed."""

from __future__ import annotations

from dataclasses import replace

from reportedly.claims.places_resolve import PlaceReader
from reportedly.claims.places_weights import Weights, load_weights
from reportedly.gazetteer.load import bundled

TEXT = "Police in London, Ontario, made two arrests."


def country(weights: Weights) -> str:
    """Return the country that London is put in."""
    found = PlaceReader(bundled(), weights=weights).read(TEXT)
    return next(one.country for one in found if one.name == "London")


def test_weights_without_containment_put_london_in_england() -> None:
    """Planted fault: where the name behind the comma weighs nothing, the larger city wins, and the test sees it."""
    good = load_weights()
    spoiled = {
        name: weight
        for name, weight in good.models["choose"].items()
        if name in {"people", "heaviest"} or name.startswith("kind ")
    }
    assert (country(good), country(replace(good, models={**good.models, "choose": spoiled}))) == ("CA", "GB")


def test_a_long_text_of_names_is_read_in_bounded_time() -> None:
    """Twenty thousand words of names, none of them a sentence, take seconds and not minutes."""
    found = PlaceReader(bundled()).read("Moscow Springfield Paris Orlovka London " * 4000)
    assert len(found) <= 20_000
