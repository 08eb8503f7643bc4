"""Scorecards: of all forecasts, and of each maker."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from predicted import expected, predicted, stands
from reportedly.model.errors import SettingsError
from reportedly.model.prediction import Outcome, Voice
from reportedly.model.score import Scorecard
from reportedly.pipeline.calibration import write_calibration
from reportedly.pipeline.forecasts import Standing, State
from reportedly.pipeline.scores import matter_weights, scorecards


def card(*standings: Standing, with_late: bool = False) -> Scorecard:
    """Score some forecasts together."""
    return scorecards(standings, with_late=with_late)[0]


def word(text: str, number: float) -> Standing:
    """Return a forecast in number and word that came true."""
    return stands(predicted(text, number, word="likely", ends=(0.55, 0.8)), 1.0)


def test_number_and_word_are_scored_apart() -> None:
    """The number 0.75 costs 0.0625, the middle of ``likely`` 0.1056."""
    made = card(word("a", 0.75))
    assert made.number is not None
    assert made.word is not None
    assert made.number.brier.value == pytest.approx(0.0625)
    assert made.word.brier.value == pytest.approx(0.325**2)


def test_a_number_without_a_word_is_no_word() -> None:
    """Only what was said in words is scored as a word."""
    made = card(word("a", 0.75), stands(predicted("b", 0.2), 0.0))
    assert made.number is not None
    assert made.word is not None
    assert (made.number.n, made.word.n) == (2, 1)


def test_what_was_said_flatly_has_a_share_of_its_own() -> None:
    """It enters no probability score."""
    made = card(stands(predicted("a", None), 1.0), stands(predicted("b", None), 0.0))
    assert made.flat is not None
    assert (made.flat.value, made.flat_n, made.number) == (0.5, 2, None)


def test_quantities_are_scored_by_their_ranges() -> None:
    """A value within both ranges is covered by both."""
    made = card(stands(expected(), 100.0))
    assert made.ranges is not None
    assert (made.ranges.covered.value, made.ranges.n) == (1.0, 1)


def test_unresolved_and_void_ones_are_counted_and_not_scored() -> None:
    """Neither enters a figure."""
    void = stands(predicted("c"), 1.0)
    assert void.resolution is not None
    void = replace(void, state=State.VOID, resolution=replace(void.resolution, outcome=Outcome.VOID, share=None))
    made = card(stands(predicted("a")), void)
    assert (made.resolved, made.unresolved, made.void, made.number) == (0, 1, 1, None)


def test_what_was_recorded_after_the_fact_is_left_out() -> None:
    """It is counted apart, and scored only where that is asked for."""
    late = stands(predicted("a", 0.9), 1.0, recorded=datetime(2031, 7, 1, tzinfo=UTC))
    assert (card(late).resolved, card(late).late) == (0, 1)
    assert (card(late, with_late=True).resolved, card(late, with_late=True).late) == (1, 0)


def test_few_cases_are_marked() -> None:
    """Nineteen say little, twenty more."""
    many = [stands(predicted(f"q{at}"), float(at % 2)) for at in range(20)]
    assert card(*many[:19]).too_few
    assert not card(*many).too_few


def test_a_map_comes_with_the_hundredth() -> None:
    """Before, there is none."""
    many = [stands(predicted(f"q{at}", 0.5 + at % 5 / 10), float(at % 3 > 0)) for at in range(100)]
    assert card(*many[:99]).map is None
    assert card(*many).map is not None


def test_each_maker_has_a_card_of_its_own() -> None:
    """The one with most resolved forecasts stands first, behind all together."""
    ann = [stands(predicted(f"a{at}"), 1.0) for at in range(2)]
    bo = stands(predicted("b", name="Bo Ulm", voice=Voice.SOURCE), 0.0)
    cards = scorecards([bo, *ann], by_source=True)
    assert [(one.who, one.resolved) for one in cards] == [("", 3), ("Ann Ode", 2), ("Bo Ulm", 1)]


def test_a_source_and_a_person_of_one_name_are_two() -> None:
    """Whose statement it is parts them."""
    both = [stands(predicted("a"), 1.0), stands(predicted("b", voice=Voice.SOURCE), 1.0)]
    assert len(scorecards(both, by_source=True)) == 3


def test_the_order_of_forecasts_is_nothing() -> None:
    """Backwards they score the same."""
    many = [stands(predicted(f"q{at}", at / 9), float(at % 2)) for at in range(9)]
    assert scorecards(many, by_source=True) == scorecards(many[::-1], by_source=True)


def test_judgements_on_one_matter_weigh_one_together() -> None:
    """Published anew as reports came in, it is still one judgement."""
    first = expected(best=100, claim_ids=("clm-1",))
    second = expected(best=110, claim_ids=("clm-1", "clm-2"))
    third = expected(best=115, claim_ids=("clm-2", "clm-3"))
    other = expected(best=9, claim_ids=("clm-9",))
    weights = matter_weights([first, second, third, other])
    assert [round(weights[one.id], 3) for one in (first, second, third, other)] == [0.333, 0.333, 0.333, 1]


def test_two_makers_on_one_matter_weigh_one_each() -> None:
    """Who quotes whom does not lessen a forecast."""
    both = [predicted(name=name, voice=Voice.SOURCE, claim_ids=("clm-1",)) for name in ("Ann Ode", "Bo Ulm")]
    assert set(matter_weights(both).values()) == {1}


def test_a_picture_needs_a_resolved_probability(tmp_path: Path) -> None:
    """There is nothing to draw before."""
    with pytest.raises(SettingsError) as caught:
        write_calibration(card(stands(predicted())), tmp_path / "c.svg")
    assert caught.value.code == "E255"


def test_a_picture_of_few_cases_says_so(tmp_path: Path) -> None:
    """The warning stands in the picture itself."""
    path = write_calibration(card(word("a", 0.7)), tmp_path / "c.svg")
    assert "Fewer than 20 resolved" in path.read_text(encoding="utf-8")
