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

from reportedly.events.nodes import Family
from reportedly.events.rarity import of_news
from reportedly.events.signs import odd
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, Link, Quantity
from reportedly.model.reason import Reason
from reportedly.model.wording import content, is_description, names

TERMS = 40
"""Stems of a text that its profile keeps, the weightiest."""
TOP = 16
"""Of these, the stems under which a text is looked up."""
FIGURES, SOURCES = 8, 12
"""Telling figures of a text that its profile keeps, the largest; named sources, the most often named."""
TIED = 0.165
"""Score from which two texts are tied. On the invented dossier no two texts of two stories reach 0.15, and each story
hangs together at 0.18."""
SEASON, TIED_FAR = 60, 0.5
"""Days of publication beyond which two texts need the second score to be tied."""
FIGURE_OF_ONE, LEAST_WORDS, FORTNIGHT = 0.2, 0.02, 14
"""What one telling figure of one origin adds to the score of two texts, with what likeness, within what days."""
_UNIT = 10_000
_NAMED = 1.5
"""What a stem that is written as a name weighs more than others."""
_SHARPNESS = 1.5
"""Power of a stem's rarity, so that texts of one form with other names are not alike."""


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
    outlets: tuple[str, ...] = ()
    """Folded names of the outlets in which it stood first."""
    sources: tuple[str, ...] = ()
    """Folded names of the origins that its claims name."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything under which the text is looked up."""
        named = dict.fromkeys(f"@{name}" for name in (*self.outlets, *self.sources))
        return (*self.terms[:TOP], *self.figures, *named)

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


def profile_of(family: Family, claims: Iterable[Claim] = ()) -> Profile:
    """Return the profile of a text.

    Args:
        family: the documents with this text.
        claims: the claims that stand in them; their telling figures and their origins' names count.
    """
    terms, weights = _weighted(" ".join(family.text.split()))
    held = tuple(claims)
    figures = {figure for claim in held for quantity in claim.quantities for figure in _telling(quantity)}
    said = {(claim.quote, intern(folded(link.name))) for claim in held for link in claim.chain[-1:] if _is_name(link)}
    named = Counter(name for _, name in said)
    return Profile(
        family.key,
        family.day,
        terms,
        weights,
        tuple(sorted(figures, key=lambda figure: (-int(figure.rsplit(":", 1)[1]), figure))[:FIGURES]),
        tuple(sorted({intern(folded(document.outlet)) for document in family.first if document.outlet})),
        tuple(sorted(sorted(named), key=lambda name: -named[name])[:SOURCES]),
    )


@lru_cache(maxsize=4096)
def _weighted(text: str) -> tuple[tuple[str, ...], array[int]]:
    rarity, named = of_news(), names(text)
    found = {
        stem: (1 + math.log(count)) * rarity.of(stem) ** _SHARPNESS * (_NAMED if stem.lstrip("=") in named else 1.0)
        for stem, count in Counter(content(text)).items()
    }
    top = sorted(found, key=lambda stem: (-round(found[stem], 6), stem))[:TERMS]
    norm = math.sqrt(math.fsum(found[stem] ** 2 for stem in top)) or 1.0
    return tuple(map(intern, top)), array("H", [round(_UNIT * found[stem] / norm) for stem in top])


def _is_name(link: Link) -> bool:
    return not is_description(link.name)


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
    if words < LEAST_WORDS:
        return None
    figure = _figure_of_one(left, right) if words < 1 and within(FORTNIGHT, left.day, right.day) else None
    total = round(min(1.0, words + (FIGURE_OF_ONE if figure else 0.0)), 6)
    if total < (TIED if within(SEASON, left.day, right.day) else TIED_FAR):
        return None
    reasons = [Reason("story", f"their texts tell one story to {words:.0%}", (), round(words, 3))]
    if figure:
        reasons.append(Reason("figure", f"both give {figure.replace(':', ' ')} of one origin", (), FIGURE_OF_ONE))
    first, last = sorted((left.key, right.key))
    return Tie(first, last, total, tuple(reasons))


def _figure_of_one(left: Profile, right: Profile) -> str | None:
    """Return a telling figure that two texts share, where they name one origin or one is the other's origin."""
    shared = set(left.figures).intersection(right.figures)
    if not shared:
        return None
    ours, theirs = set(left.sources), set(right.sources)
    one = ours & theirs or ours.intersection(right.outlets) or theirs.intersection(left.outlets)
    return min(shared) if one else None


def within(days: int, left: date | None, right: date | None) -> bool:
    """Say whether two days lie at most so many days apart; an unknown day lies near any."""
    return left is None or right is None or abs((left - right).days) <= days
