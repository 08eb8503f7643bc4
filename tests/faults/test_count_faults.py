"""Faults are planted in the reading of counts one by one, and the checks catch each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from counted import harmed, made, read
from reportedly.bench.counts import score
from reportedly.claims import casing, counts, figures, victims
from reportedly.claims.figures_numerals import find_numerals
from reportedly.model.claim import Measure
from reportedly.model.totals import incident_totals

Check = Callable[[], None]


def _denied_victims() -> None:
    for text in (
        "Neither the mayor nor his wife was injured in the attack.",
        "No soldier was wounded in the attack.",
        "The mayor was not killed.",
        "Nobody was hurt.",
    ):
        assert harmed(text) == []


def _numbers_of_dates() -> None:
    assert harmed("Three people were killed on May 14, 2012.") == [("killed", 3, 3)]
    assert harmed("On 12 May 2019 a gunman shot dead three people in Velt.")[-1] == ("killed", 3, 3)


def _upper_bounds() -> None:
    (one,) = read("Fewer than 50 villagers were killed in the raid.")
    assert (one.quantity.low, one.quantity.high, one.quantity.qualifier) == (None, 50, "fewer than")


def _places_in_capitals() -> None:
    text = "A NURSE WAS WOUNDED IN TARN. GUNMEN KILLED THREE FARMERS IN THE VILLAGE ON MONDAY."
    assert "A NURSE" in [one.span.of(text) for one in read(text)]


def _people_once() -> None:
    assert harmed("Gunmen killed nine farmers in the village.") == [("killed", 9, 9)]


@pytest.mark.parametrize(
    "check", [_denied_victims, _numbers_of_dates, _upper_bounds, _places_in_capitals, _people_once]
)
def test_sound_reading_passes(check: Check) -> None:
    """Without a fault every check holds."""
    check()


def test_counting_the_denied_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: nobody looks for ``neither``, ``no`` and ``not``."""
    monkeypatch.setattr(victims, "_negated", lambda _: False)
    with pytest.raises(AssertionError):
        _denied_victims()


def test_counting_days_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: the times of a sentence are forgotten, and every number counts."""
    monkeypatch.setattr(counts, "times_of", lambda *_: ())
    monkeypatch.setattr(figures, "load_model", lambda _: _Yes())
    with pytest.raises(AssertionError):
        _numbers_of_dates()


class _Yes:
    """A model that takes every number for dead people."""

    labels = ("killed",)

    def probabilities(self, _: object) -> dict[str, float]:
        """Be sure."""
        return {"killed": 1.0}


def test_a_lost_bound_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: qualifiers are dropped, and an upper bound is taken for the number."""

    def bare(*given: object) -> list[object]:
        return [replace(one, low=one.low or one.high, qualifier=None) for one in find_numerals(*given)]  # type: ignore[arg-type]

    monkeypatch.setattr(figures, "find_numerals", bare)
    with pytest.raises(AssertionError):
        _upper_bounds()


def test_restored_case_that_moves_characters_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: two blanks are put in front, and every later place is off."""
    original = casing.with_case
    monkeypatch.setattr(casing, "with_case", lambda text: f"  {original(text)}"[: len(text)])
    with pytest.raises(AssertionError):
        _places_in_capitals()


def test_counting_the_noun_of_a_figure_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: nouns with a number are victims as well, and nobody asks whether they were counted."""
    monkeypatch.setattr(victims, "_NUMBERED", frozenset())
    original = counts._found

    def without_places(parse: object) -> list[object]:
        found = list(original(parse))  # type: ignore[arg-type]
        return [*found, *(replace(one, stated=False) for one in found)]

    monkeypatch.setattr(counts, "_found", without_places)
    with pytest.raises(AssertionError):
        _people_once()


def test_a_total_that_adds_a_years_dead_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: every period is taken for the incident's."""
    year = made(90, 90, period=made().period.YEAR)
    assert incident_totals([made(), year])[Measure.KILLED] == 3
    monkeypatch.setattr("reportedly.model.totals._OF_INCIDENTS", frozenset(type(year.period)))
    assert incident_totals([made(), year])[Measure.KILLED] == 90


def test_a_scorer_that_forgives_extra_counts_is_caught() -> None:
    """Planted bug: a count that gold does not have costs precision."""
    gold = {"doc_id": "d", "claims": [{"outcome": "killed", "alts": [{"low": 3, "high": 3}]}]}
    ours = {"doc_id": "d", "claims": [{"outcome": "killed", "low": low, "high": low} for low in (3, 4)]}
    assert score([gold], [ours])["all"]["point"] == {"p": 0.5, "r": 1.0, "f1": 0.6667}
