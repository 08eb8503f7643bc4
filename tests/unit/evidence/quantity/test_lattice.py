"""Lattices of whole numbers and what is read off them."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.evidence.quantity.lattice import ends, lattice, median, normalised


def test_small_numbers_are_all_there() -> None:
    """Up to where neighbours are a step apart every whole number is a point."""
    grid = lattice(1, 1000, 0.02)
    assert list(grid.numbers[:50]) == list(range(1, 51))
    assert grid.numbers[-1] == 1000


def test_stated_numbers_are_points() -> None:
    """A number that must be exact is on the lattice however coarse that is."""
    assert 9973 in lattice(1, 10**6, 0.1, [9973]).numbers


def test_cells_fill_the_scale() -> None:
    """Cells touch, and each number lies in its own."""
    grid = lattice(1, 5000, 0.05)
    assert (grid.weights > 0).all()
    assert ((grid.logs > grid.edges[:-1]) & (grid.logs < grid.edges[1:])).all()


def test_every_order_of_magnitude_is_equally_probable() -> None:
    """Without figures, 10 to 100 has what 100 to 1,000 has."""
    grid = lattice(1, 10**4, 0.02)
    shares = normalised(grid, np.zeros_like(grid.logs))
    first, second = (shares[(grid.numbers > low) & (grid.numbers <= 10 * low)].sum() for low in (10, 100))
    assert first == pytest.approx(second, rel=0.02)


def test_a_sure_number_has_no_range() -> None:
    """All probability on one number gives that number thrice."""
    grid = lattice(1, 50, 0.02)
    shares = (grid.numbers == 17).astype(float)
    assert (median(grid, shares), ends(grid, shares, 0.9)) == (17, (17, 17))


def test_ends_leave_out_what_they_say() -> None:
    """Of a hundred equally probable numbers the middle ninety are the 90 % range."""
    grid = lattice(1, 100, 0.001)
    low, high = ends(grid, np.full(100, 0.01), 0.9)
    assert (low, high) == (6, 95)
