"""Slips of the hand: one digit exchanged, added, dropped, or two that stand side by side swapped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

_DIGITS = "0123456789"
_PLACES = ("ones", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands", "millions", "ten millions")


def slips(value: int) -> Iterator[int]:
    """Yield every number from which one slip makes ``value``, each once."""
    text = str(value)
    made: dict[str, None] = {}
    for at in range(len(text)):
        made |= {text[:at] + digit + text[at + 1 :]: None for digit in _DIGITS}
        made[text[:at] + text[at + 1 :]] = None
    for at in range(len(text) + 1):
        made |= {text[:at] + digit + text[at:]: None for digit in _DIGITS}
    for at in range(len(text) - 1):
        made[text[:at] + text[at + 1] + text[at] + text[at + 2 :]] = None
    yield from (int(one) for one in made if one and not one.startswith("0") and one != text)


def slip_between(value: int, meant: int) -> str:
    """Return which slip turns ``meant`` into ``value``, in words; empty where no single one does.

    Args:
        value: what stands there.
        meant: what may have been meant.
    """
    there, right = str(value), str(meant)
    if value == meant:
        return ""
    if len(there) == len(right):
        off = [at for at, (a, b) in enumerate(zip(there, right, strict=True)) if a != b]
        if len(off) == 1:
            return f"{there[off[0]]} for {right[off[0]]} at the {_place(len(there) - off[0])}"
        swapped = len(off) == 2 and off[1] == off[0] + 1 and there[off[0]] == right[off[1]]
        if swapped and there[off[1]] == right[off[0]]:
            return f"{there[off[0] : off[1] + 1]} for {right[off[0] : off[1] + 1]}: two digits swapped"
        return ""
    longer, shorter = (there, right) if len(there) > len(right) else (right, there)
    if len(longer) != len(shorter) + 1:
        return ""
    gone = next((at for at in reversed(range(len(longer))) if longer[:at] + longer[at + 1 :] == shorter), None)
    if gone is None:
        return ""
    return f"a {longer[gone]} too {'many' if longer is there else 'few'} at the {_place(len(longer) - gone)}"


def _place(number: int) -> str:
    return _PLACES[number - 1] if number <= len(_PLACES) else f"digit {number} from the end"


def runs(days: list[int]) -> list[tuple[int, int]]:
    """Return runs of consecutive numbers as first and last; the numbers are in order."""
    if not days:
        return []
    cuts = [at for at, (one, two) in enumerate(pairwise(days), 1) if two != one + 1]
    starts, ends = [0, *cuts], [*cuts, len(days)]
    return [(days[start], days[end - 1]) for start, end in zip(starts, ends, strict=True)]
