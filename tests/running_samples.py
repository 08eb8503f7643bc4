"""Invented running totals, clean and with planted faults."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

START = date(2031, 3, 1)


def day(number: int) -> date:
    """Return a day by its number, the first is 0."""
    return START + timedelta(days=number)


def clean(seed: int = 1, days: int = 120, first: int = 20_000, daily: int = 600) -> dict[date, float]:
    """Return a total that grows by about as much every day, in tens."""
    draw = Random(seed)
    total, made = first, {}
    for number in range(days):
        made[day(number)] = float(total)
        total += 10 * draw.randint(daily * 7 // 100, daily * 13 // 100)
    return made


def write_totals(path: Path, columns: Mapping[str, Mapping[date, float]]) -> Path:
    """Write columns of totals as a table with commas."""
    days = sorted({one for known in columns.values() for one in known})
    lines = [",".join(["date", *columns])]
    for one in days:
        cells = (f"{known[one]:.0f}" if one in known else "" for known in columns.values())
        lines.append(",".join([str(one), *cells]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
