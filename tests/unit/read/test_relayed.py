"""The cell of relays and the cell of the claimant, sign by sign."""

from __future__ import annotations

import pytest

from reportedly.read.relayed import read_claimant, read_relayed


@pytest.mark.parametrize(
    ("cell", "page", "hops"),
    [
        ("Quay Post <- Wire <- Office", "Quay Post", ["Wire", "Office"]),
        ("Quay Post ← Office", "Quay Post", ["Office"]),
        ("Quay Post", "Quay Post", []),
        ("Quay Post (background line)", "Quay Post", []),
        ("Quay Post (own earlier report) <- Office", "Quay Post", ["Office"]),
        ("Quay Post copy <- Office", "Quay Post", ["Office"]),
        ("Quay Post <- Office Telegram", "Quay Post", ["Office"]),
        ("Quay Post <- Wire <- Telegram", "Quay Post", ["Wire"]),
        ("Quay Post <- (unnamed)", "Quay Post", []),
        ("Quay Post <- Office; Institute", "Quay Post", ["Office"]),
        ("Quay Post <- Wire citing Office", "Quay Post", ["Wire", "Office"]),
        ("Quay Post <- Office via Wire", "Quay Post", ["Wire", "Office"]),
        ("Quay Post <- (Fox wording, name swapped) <- Office", "Quay Post", ["Fox", "Office"]),
        ("Quay / Post <- Office", "Quay / Post", ["Office"]),
    ],
)
def test_page_and_hops(cell: str, page: str, hops: list[str]) -> None:
    """Names stand outermost first; notes, platforms and what names nobody are left out."""
    relayed = read_relayed(cell)
    assert (relayed.page and relayed.page.name, [hop.name for hop in relayed.hops]) == (page, hops)


def test_an_empty_cell_names_no_page() -> None:
    """Without a cell there is neither page nor relay."""
    assert (read_relayed("").page, read_relayed("").hops) == (None, ())


def test_a_name_in_brackets_is_unsure() -> None:
    """A relay that the page only names is marked."""
    assert [hop.unsure for hop in read_relayed("Quay Post <- (Wire) <- Office").hops] == [True, False]


def test_an_acronym_in_brackets_belongs_to_the_name() -> None:
    """``Body (ABC)`` is a name, no note."""
    assert read_relayed("Quay Post <- Norland Office (NDO)").hops[0].name == "Norland Office (NDO)"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("NDO/DIN", ["NDO"]),
        ("NDO / DIN (Norland intelligence)", ["NDO"]),
        ("V. Holm; Y. Kall", ["V. Holm"]),
        ("Holm citing Brask", ["Holm", "Brask"]),
        ("Norland Office via J. Brask (assembly)", ["J. Brask", "Norland Office"]),
        ("Office (Brask)", ["Office"]),
        ("(video) 8th Regiment", ["8th Regiment"]),
        ("Office intercept", ["Office"]),
        ('"Centre for Affairs"', ["Centre for Affairs"]),
        ("man in a harbour video", ["man in a harbour video"]),
        ("Drone footage", ["Drone footage"]),
    ],
)
def test_claimant(cell: str, names: list[str]) -> None:
    """The origin stands last; of several names for one source the first stands for all."""
    assert [name.name for name in read_claimant(cell)] == names


@pytest.mark.parametrize("cell", ["a <- (b) <- c", "x via y", "( )", "/", "(a) (b)", "<-", ";;", "A;B <- C,D"])
def test_names_quote_the_cell(cell: str) -> None:
    """Whatever the cell holds, each name is what stands at its span."""
    relayed = read_relayed(cell)
    found = [*read_claimant(cell), *relayed.hops, *([relayed.page] if relayed.page else [])]
    assert all(name.span.of(cell) == name.name for name in found)
