"""Rows hold entries exactly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

import pytest

from ledger_samples import START, claim, rich_draft
from reportedly.ledger.batch import chain
from reportedly.ledger.tables import entry_of, moment_text, row_of


def row() -> dict[str, int | str | None]:
    """Return the row of an entry with every field set."""
    return row_of(next(chain([rich_draft()], None, START)))


@pytest.mark.parametrize("draft", [rich_draft(), claim("clm-1")], ids=["all fields", "few fields"])
def test_an_entry_survives_its_row(draft: object) -> None:
    """Writing an entry as a row and reading it back gives the same entry."""
    [entry] = chain([draft], None, START)  # type: ignore[list-item]  # parametrized as object
    assert entry_of(row_of(entry)) == entry


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "rumour"},
        {"action": "erase"},
        {"published": "20241216"},
        {"published": "2024-W51-1"},
        {"recorded": "2025-01-06 08:30:00.000000+00:00"},
        {"recorded": "2025-01-06T09:30:00.000000+01:00"},
        {"event_last": None},
        {"said_first": "2024-12-19"},
        {"body": b"bytes"},
        {"batch": "1"},
        {"batch": 1.0},
    ],
)
def test_a_row_that_the_ledger_would_not_write_is_refused(change: Mapping[str, object]) -> None:
    """A value of another type or in another spelling is no entry, even where its meaning is the same."""
    with pytest.raises(ValueError, match=r".+"):
        entry_of({**row(), **change})


def test_times_are_stored_in_utc_with_fixed_length() -> None:
    """Any zone is stored as UTC, and a whole second keeps its microseconds."""
    moment = datetime(2025, 1, 6, 9, tzinfo=timezone(timedelta(hours=1)))
    assert moment_text(moment) == "2025-01-06T08:00:00.000000+00:00"


def test_a_time_without_a_zone_is_refused() -> None:
    """Nobody could say which moment it means."""
    with pytest.raises(ValueError, match="zone"):
        moment_text(datetime.now(UTC).replace(tzinfo=None))
