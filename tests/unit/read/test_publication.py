"""Understanding a stated publication day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from reportedly.model.document import DayBasis
from reportedly.read.publication import parse_published


def test_day_is_understood() -> None:
    """An ISO day has no time."""
    published = parse_published(" 2024-12-16 ", DayBasis.GIVEN, "given")
    assert published is not None
    assert (published.day, published.at, published.basis) == (date(2024, 12, 16), None, DayBasis.GIVEN)


def test_minute_is_kept_local() -> None:
    """A datetime without offset is the outlet's own clock."""
    published = parse_published("2024-12-16T14:05", DayBasis.GIVEN, "given")
    assert published is not None
    assert published.at == datetime(2024, 12, 16, 14, 5)  # noqa: DTZ001 - local on purpose


def test_day_is_that_of_the_outlets_clock() -> None:
    """Late in the evening in Kyiv is not the day before in UTC's favour."""
    published = parse_published("2024-12-16T01:30:00+02:00", DayBasis.METADATA, "stamp")
    assert published is not None
    assert published.day == date(2024, 12, 16)
    assert published.at is not None
    assert published.at.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize("value", ["", "16/12/2024", "2024-13-01", "2024-12", "yesterday", "0024-12-16", "9999-01-01"])
def test_anything_else_is_not_understood(value: str) -> None:
    """Other forms and impossible years give None."""
    assert parse_published(value, DayBasis.GIVEN, "given") is None
