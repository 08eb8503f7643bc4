"""Forecasts that people enter: probabilities, words, ranges, days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from predicted import MADE
from reportedly.model.errors import SettingsError
from reportedly.model.prediction import Chance, PredictionKind
from reportedly.pipeline.entering import Entered, prediction_of
from reportedly.pipeline.resources import load_yardstick

BARE = Entered("the bridge falls", "Ann Ode", MADE)
COUNT = replace(BARE, measure="displaced", range90="1,000-3,000")


def chance(**given: str) -> Chance:
    """Return the chance that is read from what was given."""
    found = prediction_of(replace(BARE, **given), load_yardstick("icd203")).chance  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [(".6", 0.6, 0.6), ("60 %", 0.6, 0.6), (".6-.8", 0.6, 0.8), ("60-80%", 0.6, 0.8), ("0.6 to 0.8", 0.6, 0.8)],
)
def test_a_probability_is_read(words: str, low: float, high: float) -> None:
    """As a share or in per cent, alone or from - to; the middle is scored."""
    found = chance(probability=words)
    assert (found.low, found.high, found.number) == pytest.approx((low, high, (low + high) / 2))


def test_a_word_is_read_on_the_yardstick() -> None:
    """Its row is the interval, the middle the number."""
    found = chance(word="Likely")
    assert (found.low, found.high, found.number) == pytest.approx((0.55, 0.8, 0.675))
    assert found.yardstick == "ICD 203"


def test_word_and_number_stand_side_by_side() -> None:
    """The number is scored as given, the word by its row."""
    found = chance(word="likely", probability=".7")
    assert (found.number, found.by_word) == pytest.approx((0.7, 0.675))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"probability": "often"},
        {"probability": "1.2"},
        {"probability": ".8-.6"},
        {"word": "possibly"},
        {"word": "likely", "probability": ".3"},
    ],
)
def test_what_is_no_probability_is_refused(given: dict[str, str]) -> None:
    """Each with a code and what to give instead."""
    with pytest.raises(SettingsError) as caught:
        chance(**given)
    assert caught.value.code == "E253"


def test_a_quantity_is_read() -> None:
    """Without a best number the middle of the ratios stands."""
    found = prediction_of(COUNT, load_yardstick("icd203"))
    assert found.kind is PredictionKind.QUANTITY
    assert found.expected is not None
    assert (found.expected.low, found.expected.high) == (1000, 3000)
    assert found.expected.best == pytest.approx(1731.9, abs=0.5)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(COUNT, range90="lots"),
        replace(COUNT, range90="300-100"),
        replace(COUNT, range50="10-20"),
        replace(COUNT, best=5.0),
        replace(COUNT, measure="sheep"),
        replace(COUNT, range90=""),
        replace(COUNT, probability=".5"),
        replace(BARE, probability=".5", by_day=date(2031, 2, 1)),
    ],
)
def test_what_does_not_fit_together_is_refused(wrong: Entered) -> None:
    """Ranges lie in one another, horizons after the making."""
    with pytest.raises(SettingsError) as caught:
        prediction_of(wrong, load_yardstick("icd203"))
    assert caught.value.code == "E253"


def test_the_horizon_runs_from_the_making_to_the_day() -> None:
    """Without a day it stays open."""
    ends = prediction_of(replace(BARE, probability=".5", by_day=date(2031, 6, 1)), load_yardstick("icd203")).horizon
    assert (str(ends.days), ends.resolves) == ("2031-03-01..2031-06-01", date(2031, 6, 1))
    assert prediction_of(replace(BARE, probability=".5"), load_yardstick("icd203")).due is None
