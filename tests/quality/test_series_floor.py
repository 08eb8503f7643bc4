"""Figures on real running totals: expected claims of losses, and two scrapes of an official claim."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.quantities import figures
from reportedly.model.running import ERRORS, Counted, FindingKind, Interest, Role, SeriesReport, Wanted
from reportedly.pipeline.running import Question, examine
from reportedly.pipeline.tallies import ahead, in_folds, read_tallies
from shared_data import shared_path

CLAIMS = "data/fusion/radford/claims_to_day_250.csv"
SCRAPES = "data/series/ua_general_staff_personnel_two_scrapes.csv"
NAMES = "data/series/named_dead_daily_mediazona_ualosses_via_ukrwarlosses.csv"


@pytest.mark.shared
@pytest.mark.slow
def test_claims_of_neutral_sources_are_expected_from_the_others() -> None:
    """Five folds: half of them within 15 %."""
    assert figures(in_folds(read_tallies(shared_path(CLAIMS))))["median_abs_ln"] <= 0.15


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("until", [100, 150, 200])
def test_claims_to_come_are_expected(until: int) -> None:
    """From several days on, with ranges that hold about nine of ten."""
    found: dict[str, Any] = figures(ahead(read_tallies(shared_path(CLAIMS)), until))
    assert found["median_abs_ln"] <= 0.5
    assert found["coverage_90"] >= 0.8


@cache
def report(scrapes: Path, names: Path) -> SeriesReport:
    """Examine the official claim with the named dead as its floor, once."""
    columns = (
        ("personnel_cumulative_petroivaniuk", Role.CLAIM),
        ("personnel_cumulative_orclosses", Role.CLAIM),
        ("russiaTotalCumulative", Role.NAMED),
    )
    return examine([scrapes, names], Question(Wanted(columns=columns), Interest.ENEMY, Counted.CASUALTIES))


@pytest.mark.shared
def test_two_slips_and_five_repeated_days_are_named_and_nothing_else() -> None:
    """Faults of the two scrapes, found by rule."""
    kinds = [one.kind for one in report(shared_path(SCRAPES), shared_path(NAMES)).findings if one.kind in ERRORS]
    assert sorted(kinds) == [FindingKind.SLIP] * 2 + [FindingKind.REPEATED] * 5


@pytest.mark.shared
def test_the_estimate_stays_above_the_named_dead() -> None:
    """On every day of four years."""
    bands = report(shared_path(SCRAPES), shared_path(NAMES)).bands
    assert len(bands) > 1600
    assert all(one.low >= (one.floor or 0) for one in bands)
