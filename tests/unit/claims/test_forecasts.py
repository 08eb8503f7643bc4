"""Forecasts carry probability, horizon, condition and negation, each by the words of the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.claims.forecasts import widths
from reportedly.model.claim import Claim
from reportedly.model.days import Days
from reportedly.model.forecast import STATED_NUMBER, Forecast, HorizonBasis

ClaimsOf = Callable[..., tuple[Claim, ...]]
DAY = "2024-12-20"


def _forecast(claims: tuple[Claim, ...]) -> Forecast:
    (found,) = (claim.forecast for claim in claims if claim.forecast is not None)
    return found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The bridge will probably collapse next week.", 0.55, 0.8),
        ("A ceasefire is unlikely to hold next week.", 0.2, 0.45),
        ("There is a 30 percent chance that the talks will fail next week.", 0.3, 0.3),
        ("There is a 20 to 30 percent chance that the talks will fail next week.", 0.2, 0.3),
        ("The town will fall next week.", None, None),
    ],
)
def test_the_probability_is_that_of_the_words(claims_of: ClaimsOf, text: str, low: float, high: float) -> None:
    """A hedge gives its interval, a number itself, and plain words none."""
    found = _forecast(claims_of(text, DAY))
    assert (found.low, found.high) == (low, high)


def test_the_interval_names_its_table(claims_of: ClaimsOf) -> None:
    """An interval says on which table it was read, a number that it is the text's own."""
    assert _forecast(claims_of("The bridge will probably collapse next week.", DAY)).yardstick.startswith("ICD 203")
    number = _forecast(claims_of("The talks will fail next week with a probability of 30 percent.", DAY))
    assert number.yardstick == STATED_NUMBER


def test_stated_days_are_the_horizon(claims_of: ClaimsOf) -> None:
    """The claim's own days are the horizon, and their last is the day of resolution."""
    found = _forecast(claims_of("The town will fall on 28 December 2024.", DAY))
    assert (found.horizon.basis, found.resolution_day) == (HorizonBasis.STATED, date(2024, 12, 28))


def test_a_horizon_does_not_begin_before_the_saying(claims_of: ClaimsOf) -> None:
    """``this year`` said in December runs from the day of saying to the year's end."""
    found = _forecast(claims_of("The plant will not reopen this year.", DAY))
    assert found.horizon.days == Days(date(2024, 12, 20), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "policy", "last"),
    [
        ("The army will attack in the coming weeks.", "weeks", date(2025, 2, 14)),
        ("The front will collapse in the near term.", "near term", date(2025, 3, 20)),
        ("Prices will soon rise.", "soon", date(2025, 1, 19)),
    ],
)
def test_vague_words_are_read_by_a_named_width(claims_of: ClaimsOf, text: str, policy: str, last: date) -> None:
    """A width from the table gives the days, and its name is told."""
    found = _forecast(claims_of(text, DAY))
    assert found.horizon.basis is HorizonBasis.POLICY
    assert (found.horizon.policy, found.resolution_day) == (policy, last)


def test_without_a_day_of_saying_a_width_gives_no_days(claims_of: ClaimsOf) -> None:
    """Nothing is counted from a day that is not known."""
    horizon = _forecast(claims_of("The army will attack in the coming weeks.")).horizon
    assert (horizon.policy, horizon.days) == ("weeks", None)


def test_an_open_horizon_cannot_be_resolved(claims_of: ClaimsOf) -> None:
    """Without words of time there is no day of resolution."""
    found = _forecast(claims_of("The town will fall.", DAY))
    assert (found.horizon.basis, found.resolution_day) == (HorizonBasis.OPEN, None)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The bridge will collapse next week if the water keeps rising.", "if the water keeps rising"),
        ("The town will fall next week unless reinforcements arrive.", "unless reinforcements arrive"),
        ("Should the dam fail, the valley would be flooded within hours.", "Should the dam fail"),
    ],
)
def test_the_condition_is_quoted(claims_of: ClaimsOf, text: str, condition: str) -> None:
    """What the forecast hangs on is a span of its own."""
    found = _forecast(claims_of(text, DAY))
    assert found.condition is not None
    assert found.condition.of(text) == condition


def test_a_negated_forecast_is_told_from_an_unlikely_one(claims_of: ClaimsOf) -> None:
    """``will not`` is a negation; ``unlikely`` is a low probability of what is not negated."""
    assert _forecast(claims_of("The plant will not reopen this year.", DAY)).negated
    assert not _forecast(claims_of("A ceasefire is unlikely to hold next week.", DAY)).negated


def test_only_forecasts_predict(claims_of: ClaimsOf) -> None:
    """A claim of another kind has no forecast."""
    assert claims_of("Drones struck the refinery on Friday.", DAY)[0].forecast is None


def test_every_width_ends_after_it_begins() -> None:
    """The table's widths run forward and have names of their own."""
    assert all(width.first <= width.last for width in widths())
    assert len({width.name for width in widths()}) == len(widths())
