"""Scores of stated probabilities, by examples worked out by hand."""

from __future__ import annotations

import math

import pytest

from reportedly.evidence.scoring import brier, discrimination, log_score, probability_score, share_figure
from reportedly.model.score import Case, ProbabilityScore

PAIRS = [Case(0.8, 1), Case(0.8, 0), Case(0.3, 0), Case(0.3, 1), Case(0.3, 0)]
"""Two bins: 0.8 with one of two true, 0.3 with one of three true."""


def scored(*cases: Case) -> ProbabilityScore:
    """Score cases of which there are some."""
    found = probability_score(cases)
    assert found is not None
    return found


def test_brier_runs_from_nought_to_one() -> None:
    """A certainty that fails costs 1, not 2."""
    assert (brier(Case(1, 0)), brier(Case(1, 1)), brier(Case(0.7, 1))) == pytest.approx((1, 0, 0.09))


def test_the_log_score_is_natural_and_clipped() -> None:
    """Even odds cost ln 2; a certainty that fails costs -ln 1e-6."""
    assert log_score(Case(0.5, 1)) == pytest.approx(math.log(2))
    assert log_score(Case(1, 0)) == pytest.approx(6 * math.log(10))


def test_what_came_true_partly_is_scored_by_its_share() -> None:
    """Six tenths of a success and four tenths of a failure."""
    by_hand = -(0.6 * math.log(0.7) + 0.4 * math.log(0.3))
    assert log_score(Case(0.7, 0.6)) == pytest.approx(by_hand)


def test_murphys_parts_by_hand() -> None:
    """Base rate 2/5; bins off by 0.3 and 1/30, away from the base rate by 0.1 and 1/15."""
    score = scored(*PAIRS)
    assert score.uncertainty == pytest.approx(0.24)
    assert score.reliability == pytest.approx((2 * 0.3**2 + 3 * (1 / 30) ** 2) / 5)
    assert score.resolution == pytest.approx((2 * 0.1**2 + 3 * (1 / 15) ** 2) / 5)


def test_the_parts_add_up_to_the_brier_score() -> None:
    """Within bins of one probability nothing is left over."""
    score = scored(*PAIRS)
    assert score.within_bins == pytest.approx(0)
    assert score.brier.value == pytest.approx(score.reliability - score.resolution + score.uncertainty)


def test_ece_weighs_bins_by_their_cases() -> None:
    """Two cases off by 0.3 and three off by a thirtieth."""
    assert scored(*PAIRS).ece == pytest.approx((2 * 0.3 + 3 / 30) / 5)


def test_skill_is_against_always_naming_the_base_rate() -> None:
    """Who always names the base rate has none."""
    assert scored(Case(0.5, 1), Case(0.5, 0)).skill == pytest.approx(0)


def test_no_skill_is_told_where_all_came_out_alike() -> None:
    """There is no base rate to beat, and nothing to tell apart."""
    score = scored(Case(0.9, 1), Case(0.6, 1))
    assert (score.skill, score.auc) == (None, None)


def test_discrimination_counts_pairs_and_halves_ties() -> None:
    """Of the four pairs of 0.8, 0.5 (true) and 0.5, 0.1 (false) three are right and one is even."""
    cases = [Case(0.8, 1), Case(0.5, 1), Case(0.5, 0), Case(0.1, 0)]
    assert discrimination(cases) == pytest.approx(3.5 / 4)


def test_an_interval_is_scored_at_its_ends_too() -> None:
    """Of 0.6 to 0.8 the best that could have been said is 0.8, the worst 0.6."""
    score = scored(Case(0.7, 1, low=0.6, high=0.8))
    assert (score.brier_best, score.brier_worst) == pytest.approx((0.04, 0.16))


def test_wilsons_interval_by_hand() -> None:
    """Seven of ten: 0.397 to 0.892, as tables give it."""
    figure = share_figure([1.0] * 7 + [0.0] * 3, [1.0] * 10)
    assert (figure.low, figure.high) == pytest.approx((0.3968, 0.8922), abs=1e-4)


def test_a_share_of_one_case_has_a_wide_interval() -> None:
    """One case that came true leaves anything from a fifth up possible."""
    assert share_figure([1.0], [1.0]).low == pytest.approx(0.2065, abs=1e-4)


def test_a_mean_of_one_case_has_no_interval() -> None:
    """Nothing tells how far another would lie from it."""
    assert scored(Case(0.7, 1)).brier.low is None


def test_weighted_cases_count_as_their_copies() -> None:
    """A weight of two gives the figures of the case told twice."""
    double = scored(Case(0.8, 1, 2), Case(0.4, 0))
    twice = scored(Case(0.8, 1), Case(0.8, 1), Case(0.4, 0))
    assert (double.brier.value, double.ece) == pytest.approx((twice.brier.value, twice.ece))


def test_nothing_resolved_gives_no_score() -> None:
    """There is no score of no cases."""
    assert probability_score([]) is None
