"""Slips of the hand between two numbers."""

from __future__ import annotations

import pytest

from reportedly.evidence.series.digits import runs, slip_between, slips


@pytest.mark.parametrize(
    ("value", "meant", "words"),
    [
        (113_990, 113_390, "9 for 3 at the hundreds"),
        (1_137_850, 1_138_750, "78 for 87: two digits swapped"),
        (12_000, 1_200, "a 0 too many at the ones"),
        (1_200, 12_000, "a 0 too few at the ones"),
        (500, 500, ""),
        (512, 639, ""),
        (5, 5_000, ""),
    ],
)
def test_a_slip_is_told_in_words(value: int, meant: int, words: str) -> None:
    """Which digit it is, or nothing where no single slip leads from one to the other."""
    assert slip_between(value, meant) == words


def test_a_slip_that_is_told_is_among_the_slips() -> None:
    """Exchanged, added, dropped and swapped digits are all yielded, the number itself is not."""
    assert {113_390, 139_90, 1_139_900, 119_390} - {119_390} <= set(slips(113_990))
    assert 113_990 not in set(slips(113_990))


def test_runs_of_days_are_put_together() -> None:
    """Consecutive numbers make one run."""
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
    assert runs([]) == []
