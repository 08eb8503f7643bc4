"""How grave a change is, by what it does to the estimate; all is invented."""

from __future__ import annotations

import math

import pytest

from builders import ClaimFields
from reportedly.evidence.drift_effect import GRAVE_RATIO, MINOR_RATIO, by_ratio, log_ratio, range_words
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Measure
from reportedly.model.evidence import Drift, Severity
from reportedly.model.measures import Bounds
from unit.evidence.relays import BUREAU, drifts, on, said

LEAF, BARK = "Morning Leaf", "Evening Bark"


@pytest.mark.parametrize(
    ("factor", "severity"),
    [
        (1.0, Severity.MINOR),
        (MINOR_RATIO, Severity.MINOR),
        (1.5, Severity.SERIOUS),
        (GRAVE_RATIO, Severity.SERIOUS),
        (3.0, Severity.GRAVE),
    ],
)
def test_a_factor_has_a_severity(factor: float, severity: Severity) -> None:
    """Up to a tenth is minor, up to what honest counts differ by serious, more is grave, up or down."""
    assert (by_ratio(math.log(factor)), by_ratio(-math.log(factor))) == (severity, severity)


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (Bounds(30, 30), "30"),
        (Bounds(0, 1200), "0–1,200"),
        (Bounds(30, None), "at least 30"),
        (Bounds(None, 30), "at most 30"),
    ],
)
def test_a_range_in_words(bounds: Bounds, words: str) -> None:
    """Open ends are said to be open."""
    assert range_words(bounds) == words


def test_the_ratio_counts_from_the_middle() -> None:
    """From 0–30 to 30 the middle goes from 15 to 30; one is added to both, so that nought has a ratio."""
    assert log_ratio(Bounds(0, 30), Bounds(30, 30)) == pytest.approx(math.log(31 / 16))


def effect(drift: Drift) -> str:
    """Return the effect of a change in words."""
    return next(reason.text for reason in drift.reasons if reason.code == "effect")


def counted(before: Measure, after: Measure) -> Drift:
    """Change the measure of 30 on the way."""
    first = said(12, LEAF, "30 men were lost at Aumer", BUREAU, count="30", number=30, of="men", measure=before)
    second = said(14, BARK, "30 men were lost at Aumer", BUREAU, count="30", number=30, of="men", measure=after)
    (drift,) = drifts(first, second)
    return drift


def test_casualties_as_dead_raise_the_dead_from_nought_to_thirty() -> None:
    """Some of the casualties may be dead, all or none: serious."""
    drift = counted(Measure.CASUALTIES, Measure.CAPTURED)
    assert (drift.severity, effect(drift)) == (Severity.SERIOUS, "would raise the captured from 0–30 to 30")


def test_missing_as_captured_is_grave() -> None:
    """The testimony gives no captured at all."""
    drift = counted(Measure.MISSING, Measure.CAPTURED)
    assert (drift.severity, effect(drift)) == (Severity.GRAVE, "would raise the captured from 0 to 30")


@pytest.mark.parametrize(
    ("word", "after", "severity"),
    [
        (("likely", 0.55, 0.80), None, Severity.SERIOUS),
        (("possibly", 0.20, 0.55), None, Severity.GRAVE),
        (("very likely", 0.80, 0.95), ("almost certain", 0.95, 0.99), Severity.MINOR),
    ],
)
def test_a_hedge_weighs_by_its_interval(
    word: tuple[str, float, float], after: tuple[str, float, float] | None, severity: Severity
) -> None:
    """A step within a band is minor, one across even chance grave."""
    quote = "Tarnish soldiers fought at the Aumer weir"
    hedges = [Certainty(one[1], one[2], (one[0],)) if one else None for one in (word, after)]
    first, second = (
        said(day, page, quote, BUREAU, fields=ClaimFields(certainty=one))
        for day, page, one in zip((12, 14), (LEAF, BARK), hedges, strict=True)
    )
    (drift,) = drifts(first, second)
    assert drift.severity is severity


@pytest.mark.parametrize(("day", "severity"), [(9, Severity.MINOR), (2, Severity.SERIOUS)])
def test_a_day_weighs_by_how_far_it_moves(day: int, severity: Severity) -> None:
    """Up to three days can be one week's news."""
    quote = "47 men were killed at Aumer"
    first, second = (
        said(at, page, quote, BUREAU, count="47", number=47, of="men", fields=ClaimFields(when=on(when)))
        for at, page, when in ((12, LEAF, day), (14, BARK, 11))
    )
    (drift,) = drifts(first, second)
    assert drift.severity is severity


def test_an_open_end_that_is_closed_is_serious() -> None:
    """At least 30 leaves more open; 30 does not."""
    first = said(
        12,
        LEAF,
        "at least 30 men were killed at Aumer",
        BUREAU,
        count="at least 30",
        number=(30, None),
        of="men",
        qualifier="at least",
    )
    second = said(14, BARK, "30 men were killed at Aumer", BUREAU, count="30", number=30, of="men")
    (drift,) = drifts(first, second)
    assert (drift.severity, effect(drift)) == (Severity.SERIOUS, "would change the killed from at least 30 to 30")
