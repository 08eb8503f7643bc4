"""A figure that the figures together speak against is held to be likely in no sentence."""

from __future__ import annotations

import pytest

import story
from reportedly.assessment.case import Case
from reportedly.assessment.key import leading_estimate
from reportedly.assessment.likelihood import judge
from reportedly.model.posterior import Posterior
from told_events import Source, cases, tell, with_posterior


def _case(low: float, high: float) -> Case:
    """Return an event on which two sources give 47 and one gives 12, with a modelled range."""
    told = tell((Source("Norland Army", 47, 2), Source("Lakeland Police", 47), Source("Tarn Institute", 12)))
    middle = (low + high) / 2
    (case,) = cases(with_posterior(told, Posterior(middle, low, high, low, high, (), ())))
    return case


@pytest.mark.parametrize(("low", "high", "outside"), [(11, 46, True), (11, 60, False), (50, 60, True)])
def test_a_figure_outside_its_own_range_is_an_outlier(low: float, high: float, outside: bool) -> None:
    """Only the 90 % range tells."""
    assert _case(low, high).is_outlier is outside


def test_an_outlier_has_no_likelihood() -> None:
    """Two sources that agree make no number likely that the range excludes."""
    judged = judge(_case(11, 46), story.yardstick())
    assert judged.likelihood is None
    assert judged.reasons[0].code == "outside-range"


def test_a_figure_within_the_range_is_judged() -> None:
    """Two sources and a range that holds their figure give a likelihood."""
    assert judge(_case(11, 60), story.yardstick()).likelihood is not None


def test_an_outliers_range_is_no_key_judgement() -> None:
    """The range stands with the figures, not beside a number that it excludes."""
    assert leading_estimate(_case(11, 46)) is None
