"""Proposals: what later reports say of how forecasts came out."""

from __future__ import annotations

from pathlib import Path

import pytest

from predicted import predicted
from reportedly.model.claim import Measure, Quantity
from reportedly.model.prediction import Outcome
from reportedly.pipeline import outcomes
from reportedly.pipeline.forecasts import Answer, Wanted, enter, forecasts_of, resolve
from reportedly.pipeline.proposing import Proposal, figure_answer
from reportedly.pipeline.run import add_paths, grow_paths
from toy import toy_tools
from toy_reports import write_reports

DAM = ("dam", "2031-03-02", "Aldo Brandt said: the Orrin dam will fail.")
FELL = ("fell", "2031-04-21", "Harbour Office said: the Orrin dam failed in the night.")
TOO = ("too", "2031-04-22", "Lighthouse Guild said: the Orrin dam has failed.")
STOOD = ("stood", "2031-04-22", "Lighthouse Guild said: the Orrin dam has not failed.")


def proposals(folder: Path, *later: tuple[str, str, str], first: tuple[str, str, str] = DAM) -> list[Proposal]:
    """Publish a forecast, add later reports, and return what they say of it."""
    path = folder / "a.db"
    add_paths([write_reports(folder / "first", first)], toy_tools(), path, assessed=True)
    if later:
        grow_paths([write_reports(folder / "later", *later)], toy_tools(), path)
    return [proposal for _, proposal in outcomes.propose(path, toy_tools())]


def test_a_later_report_speaks_for_yes(tmp_path: Path) -> None:
    """One origin that tells it plainly gives 0.73, with its words as the reason."""
    (one,) = proposals(tmp_path, FELL)
    assert (one.outcome, str(one.known_on)) == (Outcome.YES, "2031-04-21")
    assert one.probability == pytest.approx(0.73, abs=0.01)
    assert "the Orrin dam failed in the night" in one.reasons[0].text
    assert not one.sure


def test_a_second_origin_makes_it_surer(tmp_path: Path) -> None:
    """Two give 0.88."""
    (one,) = proposals(tmp_path, FELL, TOO)
    assert one.probability == pytest.approx(0.88, abs=0.01)
    assert len(one.claim_ids) == 2


def test_a_relay_of_the_same_word_adds_nothing(tmp_path: Path) -> None:
    """Each origin has one vote."""
    relay = ("relay", "2031-04-23", "Harbour Office said: the Orrin dam failed in the night. It rained.")
    (one,) = proposals(tmp_path, FELL, relay)
    assert one.probability == pytest.approx(0.73, abs=0.01)


def test_a_negation_speaks_for_no(tmp_path: Path) -> None:
    """That it has not failed is against that it will."""
    (one,) = proposals(tmp_path, STOOD)
    assert (one.outcome, one.share) == (Outcome.NO, 0.0)


def test_reports_that_contradict_each_other_leave_it_open(tmp_path: Path) -> None:
    """One for and one against say nothing."""
    assert proposals(tmp_path, FELL, STOOD) == []


@pytest.mark.parametrize(
    ("forecast", "later", "outcome"),
    [
        ("the Orrin trial will begin", "the Orrin trial began on Monday", Outcome.YES),
        ("the Orrin council will ban cars", "the Orrin council banned cars", Outcome.YES),
        ("Fighters in Velle will leave", "Fighters in Velle left", Outcome.YES),
        ("Orrin prices will rise", "Orrin prices rose", Outcome.YES),
        ("the Orrin visit will take place", "the Orrin visit which was to take place was cancelled", Outcome.NO),
        ("Harbour Board will cancel the Orrin match", "Harbour Board cancelled the Orrin match", Outcome.YES),
    ],
)
def test_the_word_that_a_forecast_turns_on_decides(tmp_path: Path, forecast: str, later: str, outcome: Outcome) -> None:
    """In whatever form of the verb; what undoes a thing speaks against it, unless that is what was forecast."""
    first = ("first", "2031-03-02", f"Aldo Brandt said: {forecast}.")
    (one,) = proposals(tmp_path, ("then", "2031-04-21", f"Harbour Office said: {later}."), first=first)
    assert one.outcome is outcome


def test_a_negated_forecast_is_borne_out_by_a_negation(tmp_path: Path) -> None:
    """That it will not fail, and has not."""
    never = ("dam", "2031-03-02", "Aldo Brandt said: the Orrin dam will not fail.")
    (one,) = proposals(tmp_path, STOOD, first=never)
    assert one.outcome is Outcome.YES


def test_silence_is_no_outcome(tmp_path: Path) -> None:
    """That nobody speaks of it does not mean that it has not happened."""
    assert proposals(tmp_path, ("other", "2031-07-01", "Harbour Office said: the sea was calm.")) == []


@pytest.mark.parametrize(
    "later",
    [
        ("early", "2031-03-01", "Harbour Office said: the Orrin dam failed in the night."),
        ("other", "2031-04-21", "Harbour Office said: the Tallow dam failed in the night."),
        ("turned", "2031-04-21", "Harbour Office said: the Orrin dam held in the night."),
        ("ahead", "2031-04-21", "Harbour Office said: the Orrin dam may fail soon."),
        ("again", "2031-04-21", "Harbour Office said: the Orrin dam will fail."),
    ],
)
def test_what_does_not_speak_to_it_is_passed_over(tmp_path: Path, later: tuple[str, str, str]) -> None:
    """Earlier reports, another dam, fears and further forecasts."""
    assert proposals(tmp_path, later) == []


def test_another_thing_done_is_not_what_was_forecast(tmp_path: Path) -> None:
    """That dogs were banned says nothing of cars, however much the rest agrees."""
    first = ("first", "2031-03-02", "Aldo Brandt said: the Orrin council will ban cars from Tallow market.")
    later = ("later", "2031-04-21", "Harbour Office said: the Orrin council banned dogs from Tallow market.")
    assert proposals(tmp_path, later, first=first) == []


def test_a_report_after_the_horizon_says_nothing(tmp_path: Path) -> None:
    """It came too late for yes, and says nothing of the time before for no."""
    soon = ("dam", "2031-03-02", "Aldo Brandt said: the Orrin dam will fail by 2031-04-01.")
    assert proposals(tmp_path, FELL, first=soon) == []


def test_the_forecasters_own_word_counts_half(tmp_path: Path) -> None:
    """Who said that it would is no judge of whether it did; alone that is too little."""
    own = ("own", "2031-04-21", "Aldo Brandt said: the Orrin dam failed in the night.")
    assert [one.probability for one in proposals(tmp_path, own)] == [pytest.approx(0.62, abs=0.01)]


def test_a_condition_is_named(tmp_path: Path) -> None:
    """Whether it came about is for a person to say."""
    first = ("dam", "2031-03-02", "Aldo Brandt said: the Orrin dam will fail if it rains.")
    (one,) = proposals(tmp_path, FELL, first=first)
    assert one.reasons[-1].code == "condition"


def test_a_resolved_forecast_needs_no_proposal(tmp_path: Path) -> None:
    """Only unresolved ones are asked about."""
    (one,) = proposals(tmp_path, FELL)
    resolve(tmp_path / "a.db", one.prediction_id, Answer("yes", "Ann Ode", "seen"))
    assert outcomes.propose(tmp_path / "a.db", toy_tools()) == ()


def test_a_forecast_entered_by_hand_is_asked_about_too(tmp_path: Path) -> None:
    """Its own words are compared."""
    made = enter(tmp_path / "a.db", predicted("the Orrin dam fails"))
    grow_paths([write_reports(tmp_path / "later", FELL)], toy_tools(), tmp_path / "a.db")
    ((standing, proposal),) = outcomes.propose(tmp_path / "a.db", toy_tools())
    assert (standing.prediction, proposal.outcome) == (made, Outcome.YES)


def test_no_proposition_is_ever_recorded_by_itself(tmp_path: Path) -> None:
    """However sure it seems, a person decides."""
    proposals(tmp_path, FELL, TOO)
    assert outcomes.accept_sure(tmp_path / "a.db", toy_tools()) == ()
    assert {one.resolution for one in forecasts_of(tmp_path / "a.db", Wanted())} == {None}


def figure(low: int | None, high: int | None) -> Quantity:
    """Return a figure of people killed."""
    return Quantity(Measure.KILLED, "people", low, high)


@pytest.mark.parametrize(
    ("forecast", "told", "answer"),
    [
        ((300, None), (340, 340), True),
        ((300, None), (250, 250), False),
        ((300, None), (250, None), None),
        ((300, None), (None, 200), False),
        ((None, 50), (20, 30), True),
        ((None, 50), (60, None), False),
        ((100, 200), (150, 150), True),
        ((100, 200), (150, 250), None),
        ((100, 200), (250, 260), False),
        ((100, 100), (105, 105), True),
        ((100, 100), (118, 118), None),
        ((100, 100), (140, 140), False),
        ((100, 100), (70, 70), False),
        ((100, 100), (90, None), None),
    ],
)
def test_a_figure_bears_a_forecast_figure_out_or_not(
    forecast: tuple[int | None, int | None], told: tuple[int | None, int | None], answer: bool | None
) -> None:
    """Bounds stay bounds; what could be either says nothing."""
    assert figure_answer(figure(*forecast), figure(*told)) is answer
