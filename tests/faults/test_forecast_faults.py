"""Ways to look like a better forecaster, each tried and found out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from predicted import expected, predicted, stands
from reportedly.evidence.scoring import probability_score
from reportedly.ledger.store import Ledger
from reportedly.model.codec import to_json
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.errors import LedgerError
from reportedly.model.prediction import Outcome, Prediction
from reportedly.model.score import Case
from reportedly.pipeline.forecasts import Answer, Wanted, enter, forecasts_of, resolve
from reportedly.pipeline.scores import scorecards

OLD = date(2020, 1, 1)


def backdated(folder: Path) -> Path:
    """Enter today what is said to have been forecast long ago, and resolve it as it came out then."""
    made = replace(predicted("the bridge falls", 0.99), made_on=OLD).identified()
    enter(folder / "a.db", made)
    resolve(folder / "a.db", made.id, Answer("yes", "Ann Ode", "it fell", date(2020, 6, 1)))
    return folder / "a.db"


def test_a_forecast_entered_after_the_fact_is_not_scored(tmp_path: Path) -> None:
    """The ledger's own time of recording tells."""
    (card,) = scorecards(forecasts_of(backdated(tmp_path), Wanted()))
    assert (card.resolved, card.late, card.number) == (0, 1, None)


def test_a_bad_forecast_is_not_made_better_afterwards(tmp_path: Path) -> None:
    """Another number under the same id, by whatever hand, does not reach the ledger."""
    made = enter(tmp_path / "a.db", predicted(number=0.2))
    better = replace(predicted(number=0.9), id=made.id)
    with Ledger.open(tmp_path / "a.db", write=True) as book, pytest.raises(LedgerError) as caught:
        book.append([Draft(EntryKind.PREDICTION, made.id, to_json(better), "reportedly test", "mended")])
    assert caught.value.code == "E311"


def test_a_bad_forecast_does_not_vanish_as_void_unseen(tmp_path: Path) -> None:
    """Void ones are counted beside the scores, and history says who made them so."""
    made = enter(tmp_path / "a.db", predicted(number=0.9))
    resolve(tmp_path / "a.db", made.id, Answer("void", "Ann Ode", "unclear"))
    (card,) = scorecards(forecasts_of(tmp_path / "a.db", Wanted()))
    assert (card.void, card.resolved) == (1, 0)


def test_saying_an_easy_thing_often_counts_once() -> None:
    """Nine versions of one estimate weigh as much as one of another."""
    often = [expected(100 + at, claim_ids=("clm-1",)) for at in range(9)]
    other = expected(5000, (4000, 6000), None, claim_ids=("clm-2",))
    ranges = scorecards([*(stands(one, 100.0) for one in often), stands(other, 10.0)])[0].ranges
    assert ranges is not None
    assert ranges.covered.value == pytest.approx(0.5)


def test_a_forecast_that_hedges_everything_shows_no_skill() -> None:
    """Even odds on all is as good as the base rate, and tells nothing apart."""
    score = probability_score([Case(0.5, at % 2) for at in range(40)])
    assert score is not None
    assert (score.skill, score.auc, score.resolution) == pytest.approx((0, 0.5, 0))


def test_a_forecast_of_certainties_pays_for_each_that_fails() -> None:
    """One failed certainty in ten costs more than honest nine tenths."""
    bold = probability_score([Case(1.0, float(at > 0)) for at in range(10)])
    honest = probability_score([Case(0.9, float(at > 0)) for at in range(10)])
    assert bold is not None
    assert honest is not None
    assert bold.brier.value > honest.brier.value
    assert bold.log_score.value > honest.log_score.value


def test_a_wide_range_is_not_free() -> None:
    """From nought to a million holds every value and scores worse than an honest range."""
    wide = scorecards([stands(expected(120, (0, 1e6), None), 100.0)])[0].ranges
    honest = scorecards([stands(expected(120, (60, 240), None), 100.0)])[0].ranges
    assert wide is not None
    assert honest is not None
    assert wide.covered.value == honest.covered.value == 1
    assert wide.winkler.value > 3 * honest.winkler.value


def test_a_resolution_of_another_kind_scores_nothing() -> None:
    """A share is no value of a quantity, whatever a foreign ledger says."""
    standing = stands(expected(), 100.0)
    assert standing.resolution is not None
    planted = replace(standing.resolution, outcome=Outcome.YES, share=1.0, value=None)
    card = scorecards([replace(standing, resolution=planted)])[0]
    assert (card.number, card.ranges, card.flat) == (None, None, None)


def test_a_word_stands_for_its_whole_row() -> None:
    """Who says ``likely`` is scored by the row as it was published, not by a number chosen later."""
    made: Prediction = predicted(number=0.675, word="likely", ends=(0.55, 0.8))
    assert made.chance is not None
    assert replace(made, chance=replace(made.chance, high=0.95)).expected_id() != made.id
