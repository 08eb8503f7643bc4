"""Signs that two claims speak of one event, one fact each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import ClaimFields, make_claim, make_document, make_quantity
from reportedly.events.likeness import Comparator, weights
from reportedly.events.nodes import Node, families, nodes_of
from reportedly.events.signs import signs_of
from reportedly.model.claim import Claim, Measure, Place
from reportedly.model.document import Document
from reportedly.model.place import Located, PlaceKind

QUOTE = "14 people were killed in a raid"


def told(key: str, day: int, where: Located | None = None, number: int = 14) -> tuple[Document, Claim]:
    """Return a report that counts the dead of a raid, at a place that a gazetteer knows or at none."""
    quote = QUOTE.replace("14", str(number))
    document = make_document(key, f"Outlet {key}", date(2031, 5, day), f"{quote}. Ambulances came to street {key}.")
    fields = ClaimFields(quantities=(make_quantity(document, str(number), Measure.KILLED, "people", number, number),))
    claim = make_claim(document, quote, (), fields)
    if where is None:
        return document, claim
    return document, replace(claim, where=(Place(where.name, claim.span, where),))


def located(name: str, lat: float, lon: float, probability: float = 0.9) -> Located:
    """Return a town of eight kilometres."""
    return Located(f"geo:{name}", name, PlaceKind.SETTLEMENT, "NL", "Tarn", lat, lon, 8.0, probability, "listed")


def codes(left: tuple[Document, Claim], right: tuple[Document, Claim]) -> set[str]:
    """Return the codes of the signs of two reports' claims."""
    nodes = _nodes(left, right)
    comparator = Comparator([node.family for node in nodes])
    return {sign.code for sign in signs_of(nodes[0], nodes[1], comparator)}


def _nodes(*parts: tuple[Document, Claim]) -> tuple[Node, ...]:
    return nodes_of([claim for _, claim in parts], families([document for document, _ in parts]))


def test_towns_that_lie_far_apart_speak_against_one_event() -> None:
    """Places farther apart than their size are two scenes."""
    first, second = told("a", 3, located("Aumer", 50.0, 30.0)), told("b", 3, located("Brill", 52.0, 33.0))
    assert "place-apart" in codes(first, second)
    assert weights()["place-apart"] < 0


def test_a_place_that_is_only_guessed_speaks_against_nothing() -> None:
    """Below the sure probability the map has no say."""
    first, second = told("a", 3, located("Aumer", 50.0, 30.0)), told("b", 3, located("Brill", 52.0, 33.0, 0.5))
    assert "place-apart" not in codes(first, second)


def test_towns_side_by_side_are_not_apart() -> None:
    """Twenty kilometres may be one scene."""
    first, second = told("a", 3, located("Aumer", 50.0, 30.0)), told("b", 3, located("Brill", 50.1, 30.2))
    assert "place-apart" not in codes(first, second)


def test_a_later_and_higher_count_is_a_series() -> None:
    """A count that grows from report to report is one count."""
    assert "series" in codes(told("a", 3), told("b", 5, number=22))


def test_a_count_ten_times_as_high_is_far() -> None:
    """An order of magnitude speaks against one event."""
    assert "figures-far" in codes(told("a", 3), told("b", 3, number=350))
