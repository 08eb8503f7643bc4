"""Histories are told from reports of the day."""

from __future__ import annotations

from datetime import date

from reportedly.claims.times.narrative import is_narrative, stated_day

HISTORY = "In 1861 war began. In July 1862 they met. By 1863 it turned. In 1864 and 1865 it ended."


def test_many_old_years_make_a_history() -> None:
    """Four years long before the reference day are enough."""
    assert is_narrative(HISTORY, date(2009, 12, 19))


def test_a_report_of_its_day_is_none() -> None:
    """Words of the daily press and years near the day speak against it."""
    assert not is_narrative("Today, in 2024, troops met; in 2022, 2023 and last year too.", date(2024, 12, 16))


def test_a_date_alone_on_a_line_is_the_day_of_the_text() -> None:
    """The line under a headline dates a text that comes without a day."""
    assert stated_day("Bridge opens\n\nMay 24, 2008\n\nThe bridge opened.") == date(2008, 5, 24)


def test_a_date_within_a_sentence_is_not() -> None:
    """A date that stands in running text dates nothing but its event."""
    assert stated_day("The bridge opened on May 24, 2008 in rain.") is None
