"""The map from stated to observed probability."""

from __future__ import annotations

import pytest

from reportedly.evidence.scoring_map import calibration_map
from reportedly.model.score import MAP_NEEDS, Case


def told(stated: float, true: int, false: int) -> list[Case]:
    """Return cases of one stated probability."""
    return [Case(stated, 1)] * true + [Case(stated, 0)] * false


def test_no_map_is_shown_before_a_hundred() -> None:
    """Of fewer cases a map tells nothing."""
    assert MAP_NEEDS == 100
    assert calibration_map(told(0.8, 79, 20)) is None


def test_well_calibrated_forecasts_are_left_as_they_are() -> None:
    """Slope 1 and intercept 0 where stated is observed."""
    made = calibration_map([*told(0.8, 800, 200), *told(0.2, 200, 800), *told(0.5, 500, 500)])
    assert made is not None
    assert (made.slope, made.intercept) == pytest.approx((1, 0), abs=0.01)


def test_bold_forecasts_are_drawn_to_the_middle() -> None:
    """What was called 0.95 and came true in 0.7 is worth about 0.7."""
    made = calibration_map([*told(0.95, 700, 300), *told(0.05, 300, 700)])
    assert made is not None
    assert made.slope < 0.5
    assert made.rows[-1].observed == pytest.approx(0.7, abs=0.02)


def test_cautious_forecasts_are_drawn_apart() -> None:
    """What was called 0.65 and came true in 0.9 is worth more."""
    made = calibration_map([*told(0.65, 900, 100), *told(0.35, 100, 900)])
    assert made is not None
    assert made.slope > 2


def test_the_line_stays_finite_where_all_came_true() -> None:
    """A weak prior holds it."""
    made = calibration_map(told(0.6, 200, 0))
    assert made is not None
    assert 0.8 < made.rows[3].observed < 1
