"""Forecasts: what a claim says will come, how probably, by when and on what condition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.days import Days
from reportedly.model.span import Span

STATED_NUMBER = "number in the text"
"""Stands for the yardstick where the text itself gives the probability as a number."""


class HorizonBasis(StrEnum):
    """Where a horizon comes from."""

    STATED = "stated"
    """The days of the claim itself."""
    POLICY = "policy"
    """Words without an end of their own (``in the near term``), read by a named width."""
    OPEN = "open"
    """The text gives no end; there is nothing to resolve the forecast on."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days within which a forecast is to come true."""

    days: Days | None
    """First and last day; None where the text leaves it open."""
    basis: HorizonBasis
    policy: str = ""
    """Name of the width that was used, such as ``near term``; empty unless by policy."""
    words: Span | None = None
    """The words of the horizon, where a policy read them."""

    @property
    def resolves(self) -> date | None:
        """The last day of the horizon: the day after it the forecast can be judged."""
        return self.days.last if self.days else None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a claim of kind forecast predicts."""

    low: float | None
    """Lower end of the probability, 0 to 1; None where the claim is stated flatly."""
    high: float | None
    """Upper end."""
    yardstick: str
    """Name of the table that the interval was read on; empty where the claim is stated flatly."""
    negated: bool
    """Whether it says that the thing will not happen."""
    horizon: Horizon
    condition: Span | None = None
    """The words of the condition (``if the bridge holds``), inside the claim; None where there is none."""
    words: tuple[Span, ...] = ()
    """The words that make it a forecast (``will``, ``expected to``)."""

    @property
    def resolution_day(self) -> date | None:
        """The last day of the horizon; None where the text leaves it open."""
        return self.horizon.resolves
