"""What holds of scores whatever was predicted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.evidence.scoring import probability_score
from reportedly.evidence.scoring_map import calibration_map
from reportedly.evidence.scoring_ranges import range_score, winkler
from reportedly.model.score import Case, RangeCase

SHARES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
CASES = st.lists(st.builds(Case, SHARES, st.sampled_from((0.0, 1.0)), st.floats(0.1, 5)), min_size=1, max_size=40)
PARTLY = st.lists(st.builds(Case, SHARES, SHARES), min_size=1, max_size=40)
NUMBERS = st.floats(0, 1e6)
RANGES = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS).map(
    lambda four: RangeCase(four[3], sorted(four[:3])[1], min(four[:3]), max(four[:3]))
)


@given(CASES | PARTLY)
def test_scores_lie_in_their_ranges(cases: list[Case]) -> None:
    """Brier, ECE and the parts lie between 0 and 1, the log score between 0 and 13.9."""
    score = probability_score(cases)
    assert score is not None
    assert all(0 <= part <= 1 for part in (score.brier.value, score.ece, score.reliability, score.resolution))
    assert 0 <= score.log_score.value < 13.9


@given(CASES)
def test_the_order_of_cases_is_nothing(cases: list[Case]) -> None:
    """Backwards they score the same."""
    assert probability_score(cases) == probability_score(cases[::-1])


@given(st.lists(st.sampled_from((0.0, 1.0)), min_size=1, max_size=40))
def test_a_perfect_forecaster_scores_nought(outcomes: list[float]) -> None:
    """Brier, log score and ECE are 0 where what came about was certain."""
    score = probability_score([Case(outcome, outcome) for outcome in outcomes])
    assert score is not None
    assert (score.brier.value, score.log_score.value, score.ece) == (0, 0, 0)


@given(CASES)
def test_a_figure_lies_in_its_interval(cases: list[Case]) -> None:
    """Interval ends stand on either side of the figure."""
    score = probability_score(cases)
    assert score is not None
    for figure in (score.brier, *(one.came_true for one in score.bins)):
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.value + 1e-12
            assert figure.value <= figure.high + 1e-12


@given(CASES)
def test_the_parts_always_add_up(cases: list[Case]) -> None:
    """What the bins leave over is told."""
    score = probability_score(cases)
    assert score is not None
    total = score.reliability - score.resolution + score.uncertainty + score.within_bins
    assert total == pytest.approx(score.brier.value)


@given(CASES)
def test_turning_every_question_round_changes_no_score(cases: list[Case]) -> None:
    """That it comes true with p is that it does not with 1 - p."""
    score = probability_score(cases)
    turned = probability_score([Case(1 - one.probability, 1 - one.outcome, one.weight) for one in cases])
    assert score is not None
    assert turned is not None
    assert turned.brier.value == pytest.approx(score.brier.value)
    assert turned.log_score.value == pytest.approx(score.log_score.value)
    assert turned.auc == pytest.approx(score.auc)


@given(st.lists(RANGES, min_size=1, max_size=20))
def test_range_scores_do_not_depend_on_order(cases: list[RangeCase]) -> None:
    """Backwards they score the same, and nothing is below 0."""
    score = range_score(cases)
    assert score == range_score(cases[::-1])
    assert score is not None
    assert min(score.winkler.value, score.interval_score.value) >= 0


@given(NUMBERS, NUMBERS)
def test_a_point_on_the_value_costs_nothing(value: float, other: float) -> None:
    """A range that is the value scores 0; any other costs more or the same."""
    assert winkler(value, value, value, 0.1) == 0
    assert winkler(min(value, other), max(value, other), value, 0.1) >= 0


@given(st.lists(st.builds(Case, SHARES, st.sampled_from((0.0, 1.0))), min_size=100, max_size=130))
def test_the_map_never_leaves_the_scale(cases: list[Case]) -> None:
    """Whatever came about, observed probabilities lie between 0 and 1 and are finite."""
    made = calibration_map(cases)
    assert made is not None
    assert all(0 <= row.observed <= 1 for row in made.rows)
