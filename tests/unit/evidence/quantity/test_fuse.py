"""Posteriors of numbers from figures of each kind."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from reportedly.evidence.quantity.spec import Part
from reportedly.model.posterior import FigureRole
from unit.evidence.quantity.told import both, cap, count, enemy, floor, lower, upper


def test_a_neutral_count_is_its_own_best() -> None:
    """24 by one who belongs to no party is 24, with a range around it."""
    found = both(count(24))
    assert found.best == 24
    assert found.full[0] < 24 < found.full[1]


def test_an_enemys_count_is_halved_and_wide() -> None:
    """50 enemies killed by a party's word is about 25, and nine times as many as the lower end can be."""
    found = both(enemy(50))
    assert found.best == 25
    assert found.full[1] / found.full[0] > 9


def test_an_exponent_of_bias_can_go_both_ways() -> None:
    """A party that tells 0.3 of its own dead leads to about three times its figure."""
    found = both(count(100, mean=math.log(0.3), spread=0.7, exact=0.0, scale=0.25))
    assert found.best == pytest.approx(333, rel=0.04)


def test_two_bodies_of_a_party_are_little_more_than_one() -> None:
    """The range of their two equal figures is hardly narrower, that of two strangers' is much narrower."""
    alone = both(enemy(500))
    same = both(enemy(500), enemy(500, 2, party=1))
    strangers = both(enemy(500), enemy(500, 2))
    widths = [math.log(one.full[1] / one.full[0]) for one in (alone, same, strangers)]
    assert widths[0] > widths[1] > widths[2]
    assert widths[0] - widths[1] < 0.6 * (widths[0] - widths[2])


def test_bounds_are_no_counts() -> None:
    """``At least 24`` lies above 24 and ``up to 500`` below 500."""
    assert 24 < both(lower(24)).best < 36
    assert 300 < both(upper(500)).best < 500


def test_a_bound_far_below_changes_nothing() -> None:
    """``At least 5`` beside a count of 100 leaves the count."""
    assert both(count(100), lower(5, 2)).best == pytest.approx(both(count(100)).best, rel=0.05)


def test_a_range_holds_the_number() -> None:
    """Between 30 and 40 is about 35."""
    found = both(count(30, role=FigureRole.RANGE, high=40))
    assert 33 <= found.best <= 37


def test_about_is_wider_than_plain() -> None:
    """More noise gives a wider range."""
    plain, about = both(count(200)), both(count(200, scale=0.3, about=True))
    assert about.full[1] / about.full[0] > plain.full[1] / plain.full[0]


def test_what_was_seen_is_a_floor() -> None:
    """24 seen in pictures is at least 24, and more is probable."""
    found = both(floor(24))
    assert found.full[0] >= 24
    assert found.best > 30


def test_a_floor_lifts_what_lies_under_it() -> None:
    """An enemy's 30, which would be 15, cannot be under 24 seen."""
    assert both(enemy(30), floor(24)).full[0] >= 24


def test_more_than_there_were_cannot_be_lost() -> None:
    """A claim of 12,000 lost of 11,000 stays under 11,000."""
    assert both(count(12000), cap(11000)).full[1] <= 11000


def test_an_outlier_gives_way() -> None:
    """Of three figures the one far off hardly moves the estimate, since noise has heavy tails."""
    found = both(count(40, exact=0.0), count(44, 2, exact=0.0), count(900, 3, exact=0.0))
    assert found.best < 60


def test_the_killed_bear_on_the_casualties() -> None:
    """1,000 killed and no other figure than casualties by an enemy draw these towards four times the killed."""
    alone = both(enemy(12000))
    beside = both(enemy(12000), count(1000, 2, part=Part.KILLED_OF))
    assert abs(math.log(beside.best / 4000)) < abs(math.log(alone.best / 4000))


def test_the_killed_seen_are_a_floor_of_the_casualties() -> None:
    """With 300 dead seen, casualties are more than 300, whatever is claimed."""
    assert both(enemy(200), replace(floor(300), part=Part.KILLED_OF)).full[0] > 300


def test_shares_sum_to_one_and_a_leading_figure_leads() -> None:
    """A neutral count tells more than an enemy's."""
    found = both(count(100), enemy(250, 2))
    assert sum(one.share for one in found.shares) == pytest.approx(1)
    assert found.shares[0].share > found.shares[1].share


def test_each_origin_is_left_out_in_turn() -> None:
    """Without the neutral count the enemy's alone is left, and the shift says by how much it matters."""
    found = both(count(100), enemy(400, 2))
    assert found.shares[0].without == both(enemy(400)).best
    assert found.shares[0].shift == pytest.approx(math.log(found.best / both(enemy(400)).best), abs=0.02)
    assert both(count(100)).shares[0].without is None


def test_the_factor_of_a_figure_is_learned_beside_others() -> None:
    """An enemy's 400 beside a neutral 100 is taken to be more than twice too high."""
    assert both(count(100), enemy(400, 2)).shares[1].factor > 2.3
    assert both(enemy(400)).shares[0].factor == pytest.approx(2)


def test_great_numbers_are_printed_to_three_digits() -> None:
    """Ends between stated figures are round; the stated figure itself stays."""
    found = both(count(14523))
    assert found.best == 14523
    assert found.full[0] % 10 == found.full[1] % 100 == 0
