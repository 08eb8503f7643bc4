"""Profiles: what of one text tells its story, in a form that can be compared, and stored, without the text."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern

from reportedly.events.likeness import odd
from reportedly.events.rarity import of_news
from reportedly.model.claim import Claim, Quantity
from reportedly.model.reason import Reason
from reportedly.model.wording import content, names

TERMS = 40
"""Stems of a text that its profile keeps, the weightiest."""
TOP = 16
"""Of these, the stems under which a text is looked up."""
FIGURES = 8
"""Telling figures of a text that its profile keeps, the largest."""
TIED = 0.18
"""Score from which two texts are tied. On the invented dossier no two texts of two stories reach 0.15, and all texts but
one have a text of their own story at 0.185 or more."""
SEASON, TIED_FAR = 60, 0.5
"""Days of publication beyond which two texts need the second score to be tied."""
SHARED_FIGURE = 0.1
"""What one telling figure of one measure that both give adds to the score."""
_UNIT = 10_000
_NAMED = 2.0
"""A stem that is written as a name weighs double."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One text's weightiest stems with its telling figures and its day."""

    key: str
    """Equal for all documents with one and the same text."""
    day: date | None
    """The first known day of publication."""
    terms: tuple[str, ...]
    """Stems, weightiest first."""
    weights: array[int]
    """Their weights in ten-thousandths; as a vector they have the length one."""
    figures: tuple[str, ...] = ()
    """Telling figures as ``measure:number``."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything under which the text is looked up."""
        return self.terms[:TOP] + self.figures

    @property
    def place(self) -> tuple[str, str]:
        """Where the text stands in time: its day, the last of all where none is known, then its key."""
        return (self.day.isoformat() if self.day else "9999-12-31", self.key)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two texts that tell one story."""

    left: str
    """Key of the text that sorts first."""
    right: str
    """Key of the other text."""
    score: float
    """0 to 1."""
    reasons: tuple[Reason, ...] = ()


def profile_of(key: str, text: str, day: date | None, claims: Iterable[Claim] = ()) -> Profile:
    """Return the profile of a text, with the telling figures of the claims that stand in it."""
    terms, weights = _weighted(" ".join(text.split()))
    figures = {figure for claim in claims for quantity in claim.quantities for figure in _telling(quantity)}
    largest = sorted(figures, key=lambda figure: (-int(figure.rsplit(":", 1)[1]), figure))[:FIGURES]
    return Profile(key, day, terms, weights, tuple(largest))


@lru_cache(maxsize=4096)
def _weighted(text: str) -> tuple[tuple[str, ...], array[int]]:
    rarity, named = of_news(), names(text)
    found = {
        stem: (1 + math.log(count)) * rarity.of(stem) * (_NAMED if stem.lstrip("=") in named else 1.0)
        for stem, count in Counter(content(text)).items()
    }
    top = sorted(found, key=lambda stem: (-round(found[stem], 6), stem))[:TERMS]
    norm = math.sqrt(math.fsum(found[stem] ** 2 for stem in top)) or 1.0
    return tuple(map(intern, top)), array("H", [round(_UNIT * found[stem] / norm) for stem in top])


def _telling(quantity: Quantity) -> list[str]:
    ends = quantity.turn if isinstance(quantity.turn, tuple) else (quantity.turn,)
    if quantity.low is None and quantity.high is None:
        return []
    return [intern(f"{quantity.measure.value}:{end}") for end in ends if odd(end)]


def tie(left: Profile, right: Profile) -> Tie | None:
    """Return the tie of two texts, or None where they are not tied; a function of these two alone."""
    held = dict(zip(left.terms, left.weights, strict=True))
    return tie_with(left, held, right)


def tie_with(left: Profile, held: dict[str, int], right: Profile) -> Tie | None:
    """Return the tie of two texts, the first one's weights being at hand by stem."""
    score = sum(held[stem] * weight for stem, weight in zip(right.terms, right.weights, strict=True) if stem in held)
    words = min(1.0, score / _UNIT**2)
    if words < TIED - SHARED_FIGURE:
        return None
    figures = sorted(set(left.figures).intersection(right.figures))
    total = round(min(1.0, words + SHARED_FIGURE * bool(figures)), 6)
    if total < (TIED if within_season(left.day, right.day) else TIED_FAR):
        return None
    reasons = [Reason("story", f"their texts tell one story to {words:.0%}", (), round(words, 3))]
    if figures:
        reasons.append(Reason("figure", f"both give {figures[0].replace(':', ' ')}", (), SHARED_FIGURE))
    first, last = sorted((left.key, right.key))
    return Tie(first, last, total, tuple(reasons))


def within_season(left: date | None, right: date | None) -> bool:
    """Say whether two days lie within one season; an unknown day lies in any."""
    return left is None or right is None or abs((left - right).days) <= SEASON
