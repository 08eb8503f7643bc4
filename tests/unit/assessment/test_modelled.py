"""Modelled numbers in words: rounded, with what moves them and what is taken for granted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grammar import faults
from reportedly.assessment.modelled import times
from reportedly.model.assessment import Section
from reportedly.model.posterior import FigureConflict, FigureRole, FigureShare, Posterior, PriorUsed
from reportedly.model.reason import Reason
from reportedly.model.rounding import cap_of, floor_of, rounded, shown_range
from told_events import Source, Told, assessed, tell, texts, with_posterior

WHY = Reason("model", "as the model has it")
ENEMY = PriorUsed(
    "party on its enemy's losses, killed", 2.0, 0.6, "Radford et al., PNAS 2023: about 2; own reading: 1.9"
)


def modelled(best: float = 143.2, role: FigureRole = FigureRole.COUNT, conflict: float | None = None) -> Told:
    """Return an event with two figures and a model of its number."""
    told = tell((Source("Norland Army", 310, 2, "Norland"), Source("Lakeland Police", 127)))
    army, police = told.testimonies
    shares = (
        FigureShare(army.id, army.claim_ids[0], "Norland Army", FigureRole.COUNT, 1.9, 0.3, 128.4, 0.11, WHY),
        FigureShare(police.id, police.claim_ids[0], "Lakeland Police", role, 1.0, 0.7, 191.0, -0.29, WHY),
    )
    conflicts = (FigureConflict((army.id, police.id), conflict, WHY),) if conflict is not None else ()
    spread = (best * 0.7, best * 1.4, best * 0.4, best * 3)
    return with_posterior(told, Posterior(best, *spread, shares, (ENEMY,), conflicts))


def figures(told: Told) -> list[str]:
    """Return the sentences on figures."""
    made = assessed(told)
    assert made.withheld == ()
    return texts(made, Section.FIGURES)


def test_the_range_is_told_with_its_probabilities() -> None:
    """The best estimate stands with its 50 % and 90 % range, two digits each."""
    assert (
        "Allowing for what parties tend to overstate or leave out, the best estimate is about 140, with a"
        " 50 % range of 100 to 200 and a 90 % range of 57 to 430." in figures(modelled())
    )


def test_what_moves_the_estimate_most_is_told() -> None:
    """The source without which the number would move most, and where to."""
    assert "Without the figure of Lakeland Police the best estimate would rise from 140 to 190." in figures(modelled())


def test_what_is_taken_for_granted_is_told_with_its_source() -> None:
    """An assumption on bias is printed with where it was published."""
    assert (
        "Figures of a party on its enemy's losses (killed) are taken to be about twice the true number as a rule"
        " (Radford et al., PNAS 2023)." in figures(modelled())
    )


@pytest.mark.parametrize(
    ("probability", "how"), [(0.004, "fewer than one in 100 cases"), (0.03, "about three in 100 cases")]
)
def test_a_conflict_is_told_with_its_probability(probability: float, how: str) -> None:
    """Figures that can hardly be of one number are named."""
    assert any(
        text.startswith("The figures of the Norland Army and Lakeland Police can hardly be of one number")
        and how in text
        for text in figures(modelled(conflict=probability))
    )


def test_rounding_takes_nothing_below_a_floor() -> None:
    """A modelled number is not printed below the names or pictures that there are."""
    told = modelled(best=143.2, role=FigureRole.FLOOR)
    (estimate,) = told.evidence.estimates
    assert estimate.posterior is not None
    assert floor_of(estimate) == 127
    assert min(shown_range(estimate.posterior, 127)) == 127
    assert any(
        "about 140, with a 50 % range of 127 to 200 and a 90 % range of 127 to 430" in text for text in figures(told)
    )


def test_a_cap_is_what_there_were() -> None:
    """The least cap among the inputs is the one that holds."""
    assert cap_of(modelled(role=FigureRole.CAP).evidence.estimates[0]) == 127


def test_an_estimate_without_a_model_says_nothing_of_one() -> None:
    """Where no posterior was worked out, the sentences on it are left out."""
    assert not any("best estimate" in text for text in figures(tell((Source("Norland Army", 310, 2),))))


def test_the_estimate_stands_in_the_key_judgement() -> None:
    """Where several sources bear on the number, its best estimate is told on the first page."""
    told = texts(assessed(modelled()), Section.KEY_JUDGEMENTS)
    assert "Taken together, the figures give about 140 as the best estimate, with a 90 % range of 57 to 430." in told


def test_one_figure_alone_is_no_estimate_of_several() -> None:
    """Where all hangs on one figure nothing is said of what moves it, and no estimate stands on the first page."""
    told = modelled()
    (estimate,) = told.evidence.estimates
    assert estimate.posterior is not None
    sole = replace(estimate.posterior.shares[0], without=None, shift=None, share=1.0)
    told = with_posterior(told, replace(estimate.posterior, shares=(sole,)))
    assert not any(text.startswith("Without") for text in figures(told))
    assert not any("best estimate" in text for text in texts(assessed(told), Section.KEY_JUDGEMENTS))


@given(st.floats(0, 1e9))
def test_a_modelled_number_has_two_digits(value: float) -> None:
    """All digits after the second are noughts, and rounding moves a number by no more than a twentieth and a half."""
    number = rounded(value)
    assert len(str(number).rstrip("0")) <= 2
    assert abs(number - value) <= max(0.5, 0.051 * value)


@given(st.lists(st.floats(0, 1e6), min_size=5, max_size=5))
def test_rounding_keeps_the_order(ends: list[float]) -> None:
    """The 50 % range lies within the 90 % range as printed, and the best within both."""
    low, half_low, best, half_high, high = sorted(ends)
    shown = shown_range(Posterior(best, half_low, half_high, low, high, (), ()))
    assert list(shown) == sorted(shown)


@given(st.floats(0.01, 50))
def test_every_habit_has_words(factor: float) -> None:
    """Whatever a kind of figure is off by can be said."""
    text = times(PriorUsed("kind", factor, 0.5, "source"))
    assert text.startswith("about ")
    assert text.endswith("the true number")


@given(st.floats(1, 1e5), st.sampled_from(list(FigureRole)), st.sampled_from((None, 0.001, 0.02, 0.2)))
def test_sentences_on_a_model_are_sound(best: float, role: FigureRole, conflict: float | None) -> None:
    """Whatever the model gives, its sentences are borne out and in good English."""
    assert [fault for text in figures(modelled(best, role, conflict)) for fault in faults(text)] == []
