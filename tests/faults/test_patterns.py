"""No regular expression of the package takes long on a text made to trip it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

import reportedly

PUMPS = tuple(
    'A|a| |1|A |Aa |AND THE |1,|a.|-|"|(|A (|of the |at least |ten |0 and |MONDAY, |Mon |= |\n|\t |a-|é|.|killed and |'
    "about 1 |12 of |'s |<b>".split("|")
)
LIMIT = 0.5
"""Seconds that one pattern may take on 3,000 characters; generous, since what goes wrong takes minutes."""


class TooSlowError(Exception):
    """A pattern ran into the limit."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise in the block after so many seconds."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(reportedly.__path__, "reportedly."):
        if "migrations" in module.name or module.name.endswith(("__main__", "reader_process")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def slow_pumps(pattern: re.Pattern[str]) -> list[str]:
    """Return the pump strings on which a pattern runs into the limit, with an end that spoils a match."""
    found = []
    for pump in PUMPS:
        text = (pump * 3000)[:3000] + "\x00"
        try:
            with deadline(LIMIT):
                for _ in pattern.finditer(text):
                    pass
                pattern.match(text)
        except TooSlowError:
            found.append(pump)
    return found


PATTERNS = sorted(dict(_patterns()).items())


@pytest.mark.parametrize("pattern", [one for _, one in PATTERNS], ids=[name for name, _ in PATTERNS])
def test_no_text_stalls_a_pattern(pattern: re.Pattern[str]) -> None:
    """Thirty kinds of repeated text pass in bounded time."""
    assert slow_pumps(pattern) == []


def test_a_pattern_that_backtracks_is_caught() -> None:
    """Planted fault: nested repetition, as an acronym pattern once had it, runs into the limit."""
    planted = re.compile(r"((?:[A-Z]\w*)(?:\s+(?=[A-Z])|[A-Z]\w*)*)\s*\(([A-Z]+)\)")
    assert "A" in slow_pumps(planted)
