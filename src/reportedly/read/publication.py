"""Understand a publication day as records and pages state it."""

from __future__ import annotations

from datetime import date, datetime

from reportedly.model.document import DayBasis, Published

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Years outside these are mistakes of the record."""


def parse_published(value: str, basis: DayBasis, detail: str) -> Published | None:
    """Return the publication that an ISO 8601 day or datetime states, or None where it is neither.

    The day is the day on the outlet's own clock: an offset is kept, never converted.

    Args:
        value: such as ``2024-12-16``, ``2024-12-16T14:05`` or ``2024-12-16T14:05:00+02:00``.
        basis: where the value comes from.
        detail: the rule that found it, in words.
    """
    stated = value.strip()
    at: datetime | None = None
    try:
        day = date.fromisoformat(stated)
    except ValueError:
        try:
            at = datetime.fromisoformat(stated)
        except ValueError:
            return None
        day = at.date()
    return Published(day, basis, detail, at) if FIRST_YEAR <= day.year <= LAST_YEAR else None
