"""Rows and words that sum an event up."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.model.claim import Measure
from reportedly.model.evidence import Estimate
from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.summary import estimate_words, event_rows
from toy import toy_tools
from toy_reports import write_reports


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (8, 8, 8, "8 killed (troops)"),
        (30, None, None, "at least 30 killed (troops)"),
        (30, 200, None, "at least 30, best 200 killed (troops)"),
        (1000, 1500, 3000, "1,000 to 3,000, best 1,500 killed (troops)"),
        (None, None, 50, "up to 50 killed (troops)"),
    ],
)
def test_bounds_stay_bounds_in_words(low: int | None, best: int | None, high: int | None, words: str) -> None:
    """A lower bound is never printed as a figure."""
    assert estimate_words(Estimate(Measure.KILLED, "troops", None, low, best, high, "ucdp", ())) == words


def test_the_event_on_most_pages_comes_first(tmp_path: Path) -> None:
    """Rows are ordered by pages, and count pages, claims and origins apart."""
    rows = event_rows(assess_paths([write_reports(tmp_path / "reports")], toy_tools()).dossier)
    assert [row.pages for row in rows] == sorted((row.pages for row in rows), reverse=True)
    assert "Harbour Office" in rows[0].origin_names
