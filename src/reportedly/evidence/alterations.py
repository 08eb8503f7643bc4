"""Ways in which a relay alters a figure: how probable the new number is for each way, given the old one."""

from __future__ import annotations

import math
from enum import IntEnum
from functools import lru_cache


class Alteration(IntEnum):
    """How the figure of a relay relates to that of its parent."""

    SAME = 0
    ROUNDED = 1
    MULTIPLE = 2
    """Two, three or four times: groups are told apart or other victims are added."""
    FACTOR = 3
    """Another plain factor: five, ten, a half, a third, a quarter, a tenth."""
    SLIP = 4
    """One digit is another."""
    SWAP = 5
    """Two neighbouring digits are exchanged."""
    LENGTH = 6
    """One digit is lost or added."""
    CLOSE = 7
    """Hardly more or less."""
    NEAR = 8
    """A little more or less."""
    FAR = 9
    """No plain relation."""


_STEPS = (5, 10, 25, 50, 100, 250, 500, 1000, 5000, 10000)
_FACTORS = (5.0, 10.0, 1 / 2, 1 / 3, 1 / 4, 1 / 10)
_CLOSE, _NEAR = 0.1, 0.3
"""Largest differences of logarithms that are hardly any, and still a little."""
_FAR_SCALE = 1.2
"""Scale of the Student distribution (4 degrees of freedom) of the logarithm where there is no plain relation."""


def student(distance: float) -> float:
    """Return the distribution function of Student's t with 4 degrees of freedom, in closed form."""
    part = distance * distance / 4
    share = part / (1 + part)
    root = distance / 2 / math.sqrt(1 + part)
    return 0.5 + 0.75 * root * (1 - share / 3)


@lru_cache(maxsize=200_000)
def alteration_densities(before: float, after: float) -> tuple[float, ...]:
    """Return for each ``Alteration`` the probability of the number ``after``, given ``before`` and that alteration."""
    if before == after:
        return (1.0, *(0.0,) * (len(Alteration) - 1))
    rounded = _rounded(before)
    factors = [factor for factor in _FACTORS if after == round(before * factor)]
    scale = math.log(max(before, 0.5))
    far = student((math.log(after + 0.5) - scale) / _FAR_SCALE) - student(
        (math.log(max(after - 0.5, 1e-3)) - scale) / _FAR_SCALE
    )
    return (
        0.0,
        1 / len(rounded) if after in rounded else 0.0,
        1 / 3 if after in {before * 2, before * 3, before * 4} else 0.0,
        len(factors) / len(_FACTORS),
        *_slips(f"{before:.0f}", f"{after:.0f}"),
        _within(before, after, _CLOSE),
        _within(before, after, _NEAR),
        max(far, 1e-9),
    )


def _within(before: float, after: float, reach: float) -> float:
    """Return the probability of one number among the other whole ones within a difference of logarithms."""
    low, high = math.ceil(before * math.exp(-reach)), math.floor(before * math.exp(reach))
    return 1 / max(1, high - low) if low <= after <= high else 0.0


def _rounded(number: float) -> frozenset[float]:
    found = {float(round(number))}
    for step in _STEPS:
        if step <= 2 * number:
            found |= {step * math.floor(number / step), step * math.ceil(number / step)}
    return frozenset(one for one in found if one > 0 and one != number and abs(one - number) <= 0.5 * number)


def _slips(old: str, new: str) -> tuple[float, float, float]:
    """Return the probability of one number as a ``SLIP``, a ``SWAP`` and a change of ``LENGTH`` of the other."""
    size = len(old)
    if size == len(new):
        places = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
        swapped = len(places) == 2 and places[1] == places[0] + 1 and sorted(old) == sorted(new)
        return (1 / (9 * size) if len(places) == 1 else 0.0, 1 / (size - 1) if swapped else 0.0, 0.0)
    short, long = sorted((old, new), key=len)
    lost = len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return 0.0, 0.0, 1 / (11 * size + 10) if lost else 0.0
